"""The destination of a release: a named repository, never the public index."""

import importlib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from twine.utils import DEFAULT_REPOSITORY, TEST_REPOSITORY

from tests.publish.conftest import Publish
from tools.publish.destination import check_not_public
from tools.rehearsal.local_index import PASSWORD, USER, LocalIndex

HOST = str(urlsplit(DEFAULT_REPOSITORY).hostname)
DOMAIN = HOST.partition(".")[2]
NOWHERE = "http://127.0.0.1:9/"


def pypirc(section: str, **values: str) -> None:
    lines = [f"{name} = {value}" for name, value in values.items()]
    Path("~/.pypirc").expanduser().write_text(
        "\n".join(["[distutils]", f"index-servers = {section}", f"[{section}]", *lines])
    )


def test_a_repository_must_be_named(publish: Publish) -> None:
    assert "no repository was named, and there is no default" in publish()


def test_an_empty_setting_names_no_repository(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINE_REPOSITORY", "")
    monkeypatch.setenv("TWINE_REPOSITORY_URL", "")
    assert "there is no default" in publish()


@pytest.mark.parametrize(
    "url",
    [
        DEFAULT_REPOSITORY,
        TEST_REPOSITORY,
        DEFAULT_REPOSITORY.replace("https", "http"),
        DEFAULT_REPOSITORY.replace(HOST, HOST.upper()),
        DEFAULT_REPOSITORY.replace(HOST, f"{HOST}."),
        DEFAULT_REPOSITORY.replace(HOST, f"{HOST}:443"),
        DEFAULT_REPOSITORY.replace(HOST, DOMAIN),
        f"https://{DOMAIN}/",
    ],
)
def test_the_public_index_is_refused_under_every_name(publish: Publish, url: str) -> None:
    assert "is the public index" in publish("--repository-url", url)


@pytest.mark.parametrize("name", ["pypi", "testpypi"])
def test_the_names_of_twine_for_the_public_index_are_refused(publish: Publish, name: str) -> None:
    assert "is the public index" in publish("--repository", name)


def test_the_public_index_is_refused_from_environment_and_pypirc(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    pypirc("internal", repository=DEFAULT_REPOSITORY)
    assert "is the public index" in publish("--repository", "internal")
    monkeypatch.setenv("TWINE_REPOSITORY_URL", DEFAULT_REPOSITORY)
    assert "is the public index" in publish()


def test_the_public_index_is_refused_as_index_url(publish: Publish) -> None:
    assert "is the public index" in publish("--repository-url", NOWHERE, "--index-url", f"https://{DOMAIN}/simple/")


@pytest.mark.parametrize("host", [f"not{DOMAIN}", f"{DOMAIN}.invalid", f"localhost.not{DOMAIN}"])
def test_a_similar_host_name_is_accepted(host: str) -> None:
    check_not_public(f"https://{host}/")


def test_pypirc_names_the_place_and_the_credentials(
    publish: Publish, index: LocalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TWINE_USERNAME")
    monkeypatch.delenv("TWINE_PASSWORD")
    pypirc("internal", repository=index.url, username=USER, password=PASSWORD)
    assert "read back" in publish("--repository", "internal")


def test_the_keyring_has_the_credentials(publish: Publish, index: LocalIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TWINE_USERNAME", "TWINE_PASSWORD"):
        monkeypatch.delenv(name)
    keyring = importlib.import_module("keyring")
    credential = importlib.import_module("keyring.credentials").SimpleCredential(USER, PASSWORD)

    def get_credential(system: str, _: str | None) -> object:
        return credential if system == index.url else None

    def get_password(system: str, _: str) -> str | None:
        return PASSWORD if system == index.url else None

    monkeypatch.setattr(keyring, "get_credential", get_credential)
    monkeypatch.setattr(keyring, "get_password", get_password)
    assert "read back" in publish("--repository-url", index.url)


def test_an_argument_beats_the_environment(
    publish: Publish, index: LocalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_REPOSITORY_URL", NOWHERE)
    pypirc("internal", repository=index.url)
    assert "read back" in publish("--repository", "internal")


def test_missing_credentials_are_an_error_with_a_remedy(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TWINE_PASSWORD")
    assert f"no username or password for {NOWHERE}. Set TWINE_USERNAME" in publish("--repository-url", NOWHERE)


def test_a_missing_section_is_named(publish: Publish) -> None:
    assert "Missing 'internal' section" in publish("--repository", "internal")


def test_a_broken_pypirc_is_not_shown(publish: Publish) -> None:
    Path("~/.pypirc").expanduser().write_text(f"{PASSWORD}\n")
    assert "Malformed configuration" in publish("--repository", "internal")


@pytest.mark.parametrize(
    "stray", [("--password", PASSWORD), ("--password=" + PASSWORD,), ("-p", PASSWORD), (PASSWORD,)]
)
def test_credentials_on_the_command_line_are_refused_and_not_repeated(publish: Publish, stray: tuple[str, ...]) -> None:
    assert "never on the command line" in publish("--repository-url", NOWHERE, *stray)


def test_a_url_with_a_password_is_refused_and_not_repeated(publish: Publish) -> None:
    said = publish("--repository-url", f"http://somebody:{PASSWORD.replace(' ', '%20')}@127.0.0.1:9/")
    assert "every user of this machine can read a command line" in said
    assert "correct" not in said


def test_a_url_with_a_password_in_the_environment_is_used_and_not_repeated(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_REPOSITORY_URL", "http://somebody:secret@127.0.0.1:9/")
    said = publish()
    assert "http://127.0.0.1:9/simple/foxreach-client/: no connection" in said
    assert "secret" not in said
