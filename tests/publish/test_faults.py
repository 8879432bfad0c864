"""Messages for failures of an index or the network: they give a remedy, and never a traceback."""

import ssl
from pathlib import Path

import pytest
import trustme

from tests.publish.conftest import Publish
from tests.publish.stub import Answer, page, stub
from tools.rehearsal.local_index import PASSWORD, LocalIndex

WHEEL, SDIST = "foxreach_client-1.0.0-py3-none-any.whl", "foxreach_client-1.0.0.tar.gz"
NOTHING = Answer(404)


def test_a_wrong_password_names_where_it_is_set(
    publish: Publish, index: LocalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", "incorrect donkey")
    said = publish("--repository-url", index.url)
    assert "answered 403" in said
    assert "the password is wrong" in said
    assert "donkey" not in said


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        (400, "check --index-url"),
        (401, "check TWINE_USERNAME and TWINE_PASSWORD, .pypirc or the keyring"),
        (403, "The account may not upload"),
        (404, "docs/publishing.md"),
        (405, "docs/publishing.md"),
        (409, "Release the next one"),
        (413, "client_max_body_size"),
        (418, "The answer of the index gives the reason"),
        (500, "Publish again when it works"),
    ],
)
def test_a_refused_upload_names_the_remedy(publish: Publish, status: int, remedy: str) -> None:
    words = f"no {PASSWORD} today\nbye".encode()
    with stub(lambda method, _: NOTHING if method == "GET" else Answer(status, words)) as index:
        said = publish("--repository-url", index.url)
    assert f"answered {status}: no *** today bye." in said
    assert remedy in said


@pytest.mark.parametrize(("status", "remedy"), [(401, "check TWINE_USERNAME"), (502, "Publish again when")])
def test_a_page_that_cannot_be_read_stops_before_anything_is_sent(publish: Publish, status: int, remedy: str) -> None:
    with stub(Answer(status)) as index:
        said = publish("--repository-url", index.url)
        assert {method for method, *_ in index.asked} == {"GET"}
    assert f"answered {status}, and without this page it is unknown which files exist" in said
    assert remedy in said


def test_an_html_answer_is_not_quoted(publish: Publish) -> None:
    with stub(lambda method, _: NOTHING if method == "GET" else Answer(403, b"<!doctype html><html><b>No")) as index:
        assert "answered 403: Forbidden." in publish("--repository-url", index.url)


def test_an_upload_does_not_follow_redirects(publish: Publish) -> None:
    elsewhere = Answer(307, headers={"Location": "https://elsewhere.example/?token=secret"})
    with stub(lambda method, _: NOTHING if method == "GET" else elsewhere) as index:
        said = publish("--repository-url", index.url)
    assert "redirects to https://elsewhere.example/. An upload is not sent elsewhere" in said


def test_an_unreachable_server_is_named_with_a_remedy(publish: Publish) -> None:
    assert "no connection, or it was interrupted" in publish("--repository-url", "http://127.0.0.1:9/")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA, tmp_path: Path) -> ssl.SSLContext:
    """Return what a server needs whose certificate only `authority.pem` in the folder of the test vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "server.pem"))
    context.load_cert_chain(tmp_path / "server.pem")
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "stranger.pem"))
    return context


def too_large(method: str, _: str) -> Answer:
    """Answer an upload in a way that shows that the connection was trusted for both kinds of request."""
    return NOTHING if method == "GET" else Answer(413)


@pytest.mark.parametrize(
    "set_", [(), ("REQUESTS_CA_BUNDLE",), ("CURL_CA_BUNDLE",), ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")]
)
@pytest.mark.parametrize("how", ["--cert", "TWINE_CERT", ".pypirc"])
def test_certificates_of_twine_take_precedence_over_those_of_requests(
    how: str,
    set_: tuple[str, ...],
    publish: Publish,
    tls: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = Path.home().parent  # That of the test.
    ours = str(folder / "authority.pem")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(folder / "stranger.pem") if name in set_ else "")
    with stub(too_large, tls) as index:
        if how == "TWINE_CERT":
            monkeypatch.setenv("TWINE_CERT", ours)
        lines = [
            "[distutils]",
            "index-servers = internal",
            "[internal]",
            f"repository = {index.url}",
            f"ca_cert = {ours}",
        ]
        Path("~/.pypirc").expanduser().write_text("\n".join(lines))
        where = ("--repository", "internal") if how == ".pypirc" else ("--repository-url", index.url)
        assert "answered 413" in publish(*where, *(("--cert", ours) if how == "--cert" else ()))


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_without_others_the_certificates_of_requests_count(
    name: str, publish: Publish, tls: ssl.SSLContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(each, raising=False)
    with stub(too_large, tls) as index:
        said = publish("--repository-url", index.url)
        assert "the TLS connection failed" in said
        assert "TWINE_CERT" in said
        monkeypatch.setenv(name, str(tmp_path / "authority.pem"))
        assert "answered 413" in publish("--repository-url", index.url)


@pytest.mark.parametrize("name", ["TWINE_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_a_missing_file_of_certificates_is_named(name: str, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(name, "/no/such/file.pem")
    assert "there is no file of certificates /no/such/file.pem" in publish("--repository-url", "https://127.0.0.1:9/")


def test_a_file_without_certificates_is_an_error_in_one_sentence(
    publish: Publish, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    (tmp_path / "bad.pem").write_text("no certificate")
    with stub(too_large, tls) as index:
        said = publish("--repository-url", index.url, "--cert", str(tmp_path / "bad.pem"))
    assert "certificate" in said
    assert said.count("\n") == 0


def test_https_to_a_server_without_tls_is_named_with_a_remedy(publish: Publish) -> None:
    with stub(NOTHING) as index:
        assert "the TLS connection failed" in publish("--repository-url", index.url.replace("http", "https"))


def test_an_upload_that_the_index_does_not_show_is_an_error(publish: Publish) -> None:
    with stub(lambda method, _: NOTHING if method == "GET" else Answer(200)) as index:
        assert "does not show it. Set --index-url" in publish("--repository-url", index.url)


def test_other_bytes_from_the_index_are_an_error(publish: Publish) -> None:
    uploaded: list[str] = []

    def lying(method: str, path: str) -> Answer:
        if method == "POST":
            uploaded.append(path)
            return Answer(200)
        return (
            Answer(200, b"something else")
            if path.startswith("/files/")
            else page(*([WHEEL, SDIST] if uploaded else []))
        )

    with stub(lying) as index:
        assert "serves other bytes than were sent" in publish("--repository-url", index.url)
    assert len(uploaded) == 2


def test_an_interrupted_download_is_an_error(publish: Publish) -> None:
    def short(_: str, path: str) -> Answer:
        return Answer(200, b"half", {"Content-Length": "400"}) if path.startswith("/files/") else page(WHEEL)

    with stub(short) as index:
        assert "no connection, or it was interrupted" in publish("--repository-url", index.url)


def test_a_listed_file_that_is_missing_is_an_error(publish: Publish) -> None:
    with stub(lambda _, path: NOTHING if path.startswith("/files/") else page(WHEEL)) as index:
        assert f"/files/{WHEEL} is on the page of the index but answers 404" in publish("--repository-url", index.url)


def test_an_invalid_distribution_is_not_sent(publish: Publish, release: Path) -> None:
    (release / WHEEL).write_bytes(b"no zip")
    with stub(NOTHING) as index:
        assert f"{WHEEL}: twine does not accept it" in publish("--repository-url", index.url)
        assert {method for method, *_ in index.asked} == {"GET"}
