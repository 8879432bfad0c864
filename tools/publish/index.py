"""What an index has, read as an installer reads it: the page of the project, then the files themselves.

The hash that a page names is not believed: only the bytes that come back count.
"""

import hashlib
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urljoin, urlsplit

import requests
from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename
from packaging.version import Version
from requests.adapters import HTTPAdapter

from tools.publish.messages import PublishError, shown, unreachable, unreadable

PROJECT = "foxreach-client"
PAGE = {"Accept": "application/vnd.pypi.simple.v1+html, text/html;q=0.5", "Cache-Control": "no-cache"}
TIMEOUT = (10.0, 60.0)  # Seconds to connect, and between two pieces of an answer.
REDIRECTS = 5


class Patient(HTTPAdapter):
    """Sends once, and waits for no answer for ever: twine's own session knows no limit."""

    def send(self, *arguments: object, **options: object) -> requests.Response:
        options["timeout"] = TIMEOUT
        return super().send(*arguments, **options)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


class Links(HTMLParser):
    """The files of a page: name to address, as written."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.files: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (target := dict(attrs).get("href")):
            url = urljoin(self.page, target)
            self.files[unquote(urlsplit(url).path.rpartition("/")[2])] = url


def simple_urls(upload: str) -> list[str]:
    """Return where the index that takes files at *upload* may show them, the likeliest first."""
    base = upload.rstrip("/")
    if base.endswith("/upload"):  # Azure Artifacts
        return [f"{base.removesuffix('/upload')}/simple/"]
    return [f"{base}/simple/", f"{base}/+simple/"]  # The second one is devpi's.


def version_of(name: str) -> Version | None:
    """Return the version that the file *name* is of; None where it is of none."""
    try:
        return parse_wheel_filename(name)[1] if name.endswith(".whl") else parse_sdist_filename(name)[1]
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None


class Index:
    """Reads one index; *credentials* go to the host of the index alone."""

    def __init__(self, urls: list[str], credentials: tuple[str, str] | None) -> None:
        self.urls = [url.rstrip("/") + "/" for url in urls]
        self.credentials = credentials
        self.session = requests.Session()
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, Patient())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.session.close()

    @property
    def page(self) -> str:
        """The address of the project's page, for messages."""
        return f"{shown(self.urls[0])}{PROJECT}/"

    def files(self) -> dict[str, str]:
        """Return the files of the project, name to address; none where the index does not know it."""
        for base in self.urls:
            response = self._page(f"{base}{PROJECT}/")
            if response is not None:
                self.urls = [base]
                links = Links(response.url)
                links.feed(response.text)
                return links.files
        return {}

    def sha256(self, url: str) -> str:
        """Return the hash of the bytes that the index serves at *url*."""
        return hashlib.sha256(self.content(url)).hexdigest()

    def content(self, url: str) -> bytes:
        """Return the bytes that the index serves at *url*."""
        try:
            response = self.session.get(url, auth=self._for(url))
        except requests.RequestException as error:
            raise unreachable(error, url) from None
        if not response.ok:
            raise PublishError(
                f"{shown(url)} is on the page of the index but answers {response.status_code}. "
                "Check that your account may download, then publish again."
            )
        return response.content

    def _page(self, url: str) -> requests.Response | None:
        """Return the page at *url*, or None: not there, or only a signpost to somebody else's index."""
        for _ in range(REDIRECTS):
            try:
                response = self.session.get(url, auth=self._for(url), headers=PAGE, allow_redirects=False)
            except requests.RequestException as error:
                raise unreachable(error, url) from None
            if response.is_redirect:
                url = urljoin(url, response.headers["location"])
                if _origin(url) != _origin(self.urls[0]):
                    return None
                continue
            if response.status_code == 404:
                return None
            if response.status_code != 200:
                raise unreadable(response)
            return response
        raise PublishError(f"{shown(url)} redirects in a circle: check --index-url.")

    def _for(self, url: str) -> tuple[str, str] | None:
        return self.credentials if _origin(url) == _origin(self.urls[0]) else None


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
