"""The site of a release on a devpi index, which stores it beside the files of the version, and shows it with devpi-web.

Other indexes take the upload and drop it, or refuse it: what arrived is read back.
"""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests
from twine.settings import Settings

from tools.docs.archive import version_of
from tools.publish import destination
from tools.publish.index import PROJECT, Index
from tools.publish.messages import PublishError, refused, shown, unreachable
from tools.publish.upload import other_bytes, sha256

ELSEWHERE = "Only devpi stores the site: leave out --docs, and name a folder with --docs-folder."


class DevpiSite:
    """The documentation of one version on the index that *settings* upload to."""

    def __init__(self, settings: Settings, index: Index) -> None:
        self.settings = settings
        self.index = index
        self.url = destination.address(settings)

    def has(self, archive: Path) -> bool:
        """Return whether the site in *archive* is there; PublishError if another one of its version is."""
        found = self._link(version_of(archive))
        if found and hashlib.sha256(self.index.content(found)).hexdigest() != sha256(archive):
            raise other_bytes(archive.name, self.index)
        return found is not None

    def add(self, archive: Path) -> None:
        """Upload the site in *archive*, unless it is there, and read it back."""
        if self.has(archive):
            return
        form = {":action": "doc_upload", "name": PROJECT, "version": version_of(archive)}
        response = self._send(form, archive)
        if response.is_redirect or not response.ok:
            raise refused(response, archive.name, [self.settings.password])
        if not self.has(archive):
            raise PublishError(f"{archive.name}: {shown(self.url)} accepted it, and does not show it. {ELSEWHERE}")

    def _send(self, form: dict[str, str], archive: Path) -> requests.Response:
        content = {"content": (archive.name, archive.read_bytes())}
        user = destination.credentials(self.settings)
        try:
            return self.index.session.post(self.url, data=form, files=content, auth=user, allow_redirects=False)
        except OSError as error:
            raise unreachable(error, self.url) from None

    def _link(self, version: str) -> str | None:
        """Return the URL of the documentation of *version*, None if the index has none."""
        page = f"{self.url.rstrip('/')}/{PROJECT}/{version}"
        user = destination.credentials(self.settings)
        try:
            response = self.index.session.get(page, headers={"Accept": "application/json"}, auth=user)
        except OSError as error:
            raise unreachable(error, page) from None
        try:
            found: Any = response.json() if response.ok else {}
            links = found.get("result", {}).get("+links", ())
            return next((urljoin(page, str(each["href"])) for each in links if each["rel"] == "doczip"), None)
        except (ValueError, AttributeError, KeyError, TypeError):  # Not an answer of devpi.
            return None
