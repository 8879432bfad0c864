"""Finding the files of an index, and sending the password to the index only."""

import pytest

from tests.publish.conftest import Publish
from tests.publish.stub import Answer, page, stub
from tools.publish.index import Index, simple_urls

NOTHING = Answer(404)


@pytest.mark.parametrize(
    ("upload", "simple"),
    [
        ("https://HOST/api/v4/projects/7/packages/pypi", "https://HOST/api/v4/projects/7/packages/pypi/simple/"),
        ("https://HOST/artifactory/api/pypi/REPO", "https://HOST/artifactory/api/pypi/REPO/simple/"),
        ("https://HOST/repository/REPO/", "https://HOST/repository/REPO/simple/"),
        ("https://HOST/pypi/REPO/", "https://HOST/pypi/REPO/simple/"),
        ("https://HOST/PROJECT/REPO/", "https://HOST/PROJECT/REPO/simple/"),
        ("https://HOST/ORG/_packaging/FEED/pypi/upload/", "https://HOST/ORG/_packaging/FEED/pypi/simple/"),
        ("https://HOST/api/packages/OWNER/pypi", "https://HOST/api/packages/OWNER/pypi/simple/"),
        ("http://HOST:8080", "http://HOST:8080/simple/"),
    ],
)
def test_the_simple_url_is_derived_from_the_upload_url(upload: str, simple: str) -> None:
    assert simple_urls(upload)[0] == simple


def test_the_simple_url_of_devpi_is_found_by_requests() -> None:
    answers = {"/root/internal/+simple/foxreach-client/": page("a.whl")}
    with (
        stub(lambda _, path: answers.get(path, NOTHING)) as server,
        Index(simple_urls(f"{server.url}root/internal/"), None) as index,
    ):
        assert list(index.files()) == ["a.whl"]
        assert index.page == f"{server.url}root/internal/+simple/foxreach-client/"


def test_names_are_read_from_relative_absolute_and_escaped_links() -> None:
    names = '<a href="../../files/a-1.0.tar.gz#sha256=1">x</a><A HREF="b-1%2B2.whl?x=1">b</A><a>no</a>'
    with stub(Answer(200, names.encode())) as server, Index([f"{server.url}simple"], None) as index:
        assert index.files() == {
            "a-1.0.tar.gz": f"{server.url}files/a-1.0.tar.gz#sha256=1",
            "b-1+2.whl": f"{server.url}simple/foxreach-client/b-1%2B2.whl?x=1",
        }


@pytest.mark.parametrize(
    "name", ["..%2F..%2Fx-1.0-py3-none-any.whl", "a%2Fb-1.0.tar.gz", "..%5Cb-1.0.tar.gz", "a%00.whl"]
)
def test_a_name_that_leads_out_of_its_folder_is_ignored(name: str) -> None:
    with stub(page(name, "b-1.0.tar.gz")) as server, Index([server.url], None) as index:
        assert list(index.files()) == ["b-1.0.tar.gz"]


def test_the_password_is_sent_to_the_index_only() -> None:
    with stub(Answer(200, b"bytes")) as elsewhere, stub(NOTHING) as server:
        with Index([server.url], ("me", "secret")) as index:
            index.files()
            index.sha256(f"{elsewhere.url}file.whl")
        assert [header is not None for *_, header in server.asked] == [True]
        assert [header for *_, header in elsewhere.asked] == [None]


def test_a_redirect_to_another_index_means_not_found() -> None:
    with stub(page("theirs.whl")) as public:
        away = Answer(302, headers={"Location": f"{public.url}simple/foxreach-client/"})
        with stub(away) as server, Index([server.url], None) as index:
            assert index.files() == {}
        assert public.asked == []


def test_a_redirect_within_the_index_is_followed_and_a_loop_is_an_error(publish: Publish) -> None:
    def moved(_: str, path: str) -> Answer:
        return page("a.whl") if path == "/new/" else Answer(301, headers={"Location": "/new/"})

    with stub(moved) as server, Index([server.url], None) as index:
        assert list(index.files()) == ["a.whl"]
    with stub(Answer(301, headers={"Location": "/round/"})) as server:
        assert "redirects in a loop" in publish("--repository-url", server.url)
