"""Read an index as an installer does: the page of the project, then the files.

Hashes on the page are not trusted: the downloaded bytes are compared.
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
TIMEOUT = (10.0, 60.0)  # Seconds to connect, and between two parts of an answer.
REDIRECTS = 5


class TimeoutAdapter(HTTPAdapter):
    """Sends once, with a timeout, which twine's own session lacks.

    *certificates* are trusted instead of those of REQUESTS_CA_BUNDLE, which requests would prefer to a session's.
    """

    def __init__(self, certificates: str | None = None) -> None:
        super().__init__()
        self.certificates = certificates

    def send(self, *arguments: object, **options: object) -> requests.Response:
        options["timeout"] = TIMEOUT
        if self.certificates:
            options["verify"] = self.certificates
        return super().send(*arguments, **options)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


class Links(HTMLParser):
    """The links of a page: name of the file to URL."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.files: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (target := dict(attrs).get("href")):
            url = urljoin(self.page, target)
            name = unquote(urlsplit(url).path.rpartition("/")[2])
            if not {"/", "\\", "\0"} & set(name):  # It would lead out of the folder that it is written to.
                self.files[name] = url


def simple_urls(upload: str) -> list[str]:
    """Return the simple URLs that may belong to the upload URL *upload*, most likely first."""
    base = upload.rstrip("/")
    if base.endswith("/upload"):  # Azure Artifacts
        return [f"{base.removesuffix('/upload')}/simple/"]
    return [f"{base}/simple/", f"{base}/+simple/"]  # The second one is that of devpi.


def version_of(name: str) -> Version | None:
    """Return the version in the file name *name*, None if it is not that of a distribution."""
    try:
        return parse_wheel_filename(name)[1] if name.endswith(".whl") else parse_sdist_filename(name)[1]
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None


class Index:
    """Reads one index; *credentials* are sent to the host of the index only."""

    def __init__(self, urls: list[str], credentials: tuple[str, str] | None, certificates: str | None = None) -> None:
        self.urls = [url.rstrip("/") + "/" for url in urls]
        self.credentials = credentials
        self.session = requests.Session()
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, TimeoutAdapter(certificates))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.session.close()

    @property
    def page(self) -> str:
        """The URL of the project's page, for messages."""
        return f"{shown(self.urls[0])}{PROJECT}/"

    def files(self) -> dict[str, str]:
        """Return the files of the project, name to URL; empty if the index does not know it."""
        for base in self.urls:
            response = self._page(f"{base}{PROJECT}/")
            if response is not None:
                self.urls = [base]
                links = Links(response.url)
                links.feed(response.text)
                return links.files
        return {}

    def sha256(self, url: str) -> str:
        """Return the hash of the file at *url*."""
        return hashlib.sha256(self.content(url)).hexdigest()

    def content(self, url: str) -> bytes:
        """Return the content of the file at *url*."""
        try:
            response = self.session.get(url, auth=self._for(url))
        except OSError as error:  # Of requests, and of files with certificates.
            raise unreachable(error, url) from None
        if not response.ok:
            raise PublishError(
                f"{shown(url)} is on the page of the index but answers {response.status_code}. "
                "Check that your account may download, then publish again."
            )
        return response.content

    def _page(self, url: str) -> requests.Response | None:
        """Return the page at *url*, None if it does not exist or redirects to another host."""
        for _ in range(REDIRECTS):
            try:
                response = self.session.get(url, auth=self._for(url), headers=PAGE, allow_redirects=False)
            except OSError as error:  # Of requests, and of files with certificates.
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
        raise PublishError(f"{shown(url)} redirects in a loop: check --index-url.")

    def _for(self, url: str) -> tuple[str, str] | None:
        return self.credentials if _origin(url) == _origin(self.urls[0]) else None


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
