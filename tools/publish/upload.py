"""Publish one release once: upload missing files, compare existing ones, and read all of them back."""

import hashlib
import tarfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import requests
from packaging.version import Version
from twine.exceptions import TwineException
from twine.package import PackageFile
from twine.settings import Settings

from tools.publish import destination
from tools.publish.index import Index, TimeoutAdapter, simple_urls, version_of
from tools.publish.messages import PublishError, refused, unreachable

WAITS = (0.5, 1.0, 2.0, 4.0)  # Seconds: some indexes show a file only some time after its upload.


def index_of(settings: Settings, url: str | None = None) -> Index:
    """Return the index that *settings* upload to, read at *url* or at the usual simple URLs."""
    credentials = destination.credentials(settings)
    urls = [url] if url else simple_urls(destination.address(settings))
    index = Index(urls, credentials, settings.cacert)
    index.session.cert = settings.client_cert
    return index


def publish(folder: Path, settings: Settings, index: Index) -> None:
    """Publish the wheel and the sdist in *folder* to *index* and print the result for each."""
    made = files_in(folder)
    missing = still_missing(made, index)
    if not missing:
        check_credentials(settings)
    for name, file in made.items():
        if name in missing:
            _send(file, made, settings, index)
        print(f"publish: {name}: {'uploaded' if name in missing else 'already there with the same bytes'}", flush=True)
    read_back(missing, index)
    for name, file in made.items():
        print(f"publish: {name}: read back, sha256 {sha256(file)}")


def _send(file: Path, made: Mapping[str, Path], settings: Settings, index: Index) -> None:
    """Send *file*; ignore a refusal if another publisher has just uploaded the same bytes."""
    try:
        upload(file, settings)
    except PublishError:
        if file.name in still_missing(made, index):
            raise


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files to publish, the wheel first, so that the index never has the sdist alone."""
    found = [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]
    if len(found) != 2 or len({version_of(file.name) for file in found}) != 1:
        raise PublishError(f"{folder} must hold one wheel and one sdist of one version. Run the session `build` first.")
    return {file.name: file for file in found}


def check_credentials(settings: Settings) -> None:
    """Raise PublishError if the index refuses the credentials, even if every file is there and nothing is sent.

    A form without a file is uploaded: an index that knows the account answers it with some other error.
    """
    url = destination.address(settings)
    with requests.Session() as session:
        for scheme in ("http://", "https://"):
            session.mount(scheme, TimeoutAdapter(settings.cacert))
        session.cert = settings.client_cert
        try:
            form = {":action": (None, "check"), "name": (None, "foxreach-client")}
            response = session.post(url, files=form, auth=destination.credentials(settings), allow_redirects=False)
        except OSError as error:
            raise unreachable(error, url) from None
    if response.status_code in (401, 403):
        raise refused(response, "the credentials", [settings.password])


def release_version(folder: Path) -> Version:
    """Return the version of the files in *folder*."""
    (version,) = {found for name in files_in(folder) if (found := version_of(name))}
    return version


def still_missing(made: Mapping[str, Path], index: Index) -> dict[str, Path]:
    """Return those of *made* that *index* lacks; PublishError if it has other files of this version."""
    listed = index.files()
    versions = {version_of(name) for name in made}
    others = sorted(name for name in listed if name not in made and version_of(name) in versions)
    if others:  # An installer may prefer `-1-py3-none-any.whl`, or `1.0` to `1.0.0`.
        raise PublishError(
            f"{index.page} has {', '.join(others)} of the same version. Installers could prefer it: "
            "have it deleted, or release the next version."
        )
    for name in made:
        if name in listed and index.sha256(listed[name]) != sha256(made[name]):
            raise other_bytes(name, index)
    return {name: file for name, file in made.items() if name not in listed}


def other_bytes(name: str, index: Index) -> PublishError:
    """Return the error for a file that the index has with other content."""
    return PublishError(
        f"{name}: {index.page} has it with other bytes. A version is published once: release the next version. "
        "(If an interrupted upload left a truncated file, have that file deleted and publish again.)"
    )


def upload(file: Path, settings: Settings) -> None:
    """Upload *file*; PublishError if the index does not accept it."""
    url = destination.address(settings)
    try:
        package = PackageFile.from_filename(str(file), None)
        repository = settings.create_repository()
        for scheme in ("http://", "https://"):
            repository.session.mount(scheme, TimeoutAdapter(settings.cacert))
        try:
            response = repository.upload(package)
        finally:
            repository.close()
    except requests.RequestException as error:
        raise unreachable(error, url) from None
    except (TwineException, OSError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise PublishError(f"{file.name}: twine does not accept it: {error}. Run the session `build` again.") from None
    if response.is_redirect or not response.ok:
        raise refused(response, file.name, [settings.password])


def read_back(uploaded: Mapping[str, Path], index: Index) -> None:
    """Raise PublishError unless the index serves the bytes of every file in *uploaded*."""
    listed = index.files()
    for wait in WAITS:
        if uploaded.keys() <= listed.keys():
            break
        time.sleep(wait)
        listed = index.files()
    for name, file in uploaded.items():
        if name not in listed:
            raise PublishError(
                f"{name}: the index accepted it, but {index.page} does not show it. Set --index-url to the URL "
                "where the index lists its files; if it is that one, ask the administrator of the index."
            )
        if index.sha256(listed[name]) != sha256(file):
            raise PublishError(
                f"{name}: {index.page} serves other bytes than were sent. Have the file deleted before anybody "
                "installs it, and publish again."
            )


def sha256(file: Path) -> str:
    """Return the hash of *file*."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
