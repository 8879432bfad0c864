"""Reads a state of the client: the working tree, a git tag, a wheel, or a single document.

Reads files and asks git; knows no index. Whatever cannot be read is a SourceError in one sentence.
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import zipfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.api.ir import Api
from generator.diagnostics import Complaint, SpecError
from generator.source.canonical import canonical
from generator.source.document import Document
from generator.source.expand import expanded
from generator.source.load import load, read

from .version import PATTERN, Version, version_of

PACKAGED = "foxreach_client/openapi.json"


FOLDERS = ("generated", "runtime", "sandbox", "cli")  # Of a checkout, with the packages.


class SourceError(Exception):
    """A state of the client cannot be read. The message says which one, why, and what to do.

    *complaints* are all faults of its document, if that is why.
    """

    def __init__(self, message: str, complaints: Iterable[Complaint] = ()) -> None:
        super().__init__(message)
        self.complaints = tuple(complaints)


def faulty(label: str, error: SpecError) -> SourceError:
    """Return the error for a document to compare with that has faults."""
    if error.complaints[0].rule == "readable":
        return SourceError(str(error.complaints[0]))
    count = len(error.complaints)
    return SourceError(f"{label}: {count} fault(s) in this document; nothing was compared", error.complaints)


@dataclass(frozen=True)
class Source:
    """One state: its *label* for messages, its document, and the folders of its packages, if it has any.

    *project* is the folder of a checkout with its pyproject.toml; a wheel has METADATA instead.
    """

    label: str
    document: Document
    folders: tuple[Path, ...] = ()
    project: Path = Path()


def working_tree(root: Path) -> Source:
    """Return the state of the checkout; SpecError if its document cannot be read."""
    document = read(root / "spec" / "foxreach.yaml")
    return Source("the working tree", document, tuple(root / name for name in FOLDERS), root)


@contextmanager
def named(root: Path, name: str) -> Generator[Source]:
    """Yield the state with this name: a wheel, a document in YAML or JSON, a git tag or commit."""
    path = Path(name)
    if path.suffix == ".whl":
        with from_wheel(path) as source:
            yield source
    elif path.exists() or path.suffix in (".yaml", ".yml", ".json"):
        try:
            document = read(path)
        except SpecError as error:
            raise faulty(name, error) from None
        yield Source(name, document)
    else:
        with from_tag(root, name) as source:
            yield source


@contextmanager
def from_wheel(wheel: Path) -> Generator[Source]:
    """Yield the state in *wheel*, unpacked for the duration of the context."""
    with TemporaryDirectory() as scratch:
        try:
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(scratch)  # noqa: S202 - zipfile keeps every name below the folder
        except (OSError, zipfile.BadZipFile) as error:
            raise SourceError(f"{wheel.name} cannot be read as a wheel: {_reason(error)}") from None
        yield Source(wheel.name, _packaged(wheel.name, Path(scratch)), (Path(scratch),), Path(scratch))


@contextmanager
def from_tag(root: Path, revision: str) -> Generator[Source]:
    """Yield the state of a tag or a commit, unpacked for the duration of the context."""
    with TemporaryDirectory() as scratch:
        found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}") or b""
        tree = found.decode().strip()
        listed = (git(root, "ls-tree", "--name-only", revision) or b"").decode().split() if tree else []
        wanted = [name for name in (*FOLDERS, "pyproject.toml") if name in listed]
        archived = git(root, "archive", "--format=tar", revision, *wanted) if "generated" in listed else None
        if archived is None:
            message = "is neither a wheel or document that can be read, nor a tag or commit that contains a client"
            raise SourceError(f"{revision} {message}")
        with tarfile.open(fileobj=io.BytesIO(archived)) as archive:
            archive.extraction_filter = getattr(tarfile, "data_filter", None)  # New in Python 3.11.4.
            archive.extractall(scratch)  # noqa: S202 - written a moment ago by git, from our own history
        folders = tuple(Path(scratch, name) for name in FOLDERS)
        yield Source(revision, _packaged(revision, folders[0]), folders, Path(scratch))


def released_tags(root: Path) -> list[str]:
    """Return the tags `v1.2.3` that HEAD contains, the highest first; none without git or its history."""
    return [f"v{version}" for version in tagged(root, "--merged", "HEAD") if not version.candidate]


def tagged(root: Path, *options: str) -> list[Version]:
    """Return the versions with a tag, the highest first; pre-releases too."""
    listed = (git(root, "tag", *options, "--list", "v*") or b"").decode().split()
    found = (tag.removeprefix("v") for tag in listed)
    return sorted((version_of(text) for text in found if PATTERN.fullmatch(text)), reverse=True)


def git(root: Path, *arguments: str) -> bytes | None:
    """Return the output of git, None if it fails or is not installed."""
    try:
        done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def api_of(document: Document) -> Api:
    """Return the document as `Api`; SpecError with every complaint if that is impossible.

    A released document that breaks a rule of today is taken as it is, as long as the generator can read it.
    """
    from generator.api.assemble import assemble  # noqa: PLC0415 - the two code generators take a second to import
    from generator.api.models import models  # noqa: PLC0415
    from generator.api.parse import parse  # noqa: PLC0415
    from generator.rules import check  # noqa: PLC0415

    try:
        whole = expanded(canonical(document))
        packaged = json.dumps(whole.data, sort_keys=True)
        return assemble(whole, parse(whole), models(whole).names, packaged)
    except SpecError as error:
        raise SpecError(check(document) or error.complaints) from None
    except Exception:  # The generator relies on the rules; their complaints explain more than a traceback.
        if complaints := check(document):
            raise SpecError(complaints) from None
        raise


def _packaged(label: str, folder: Path) -> Document:
    try:
        return load((folder / PACKAGED).read_text("utf-8"), f"{label}:{PACKAGED}")
    except OSError:
        raise SourceError(f"{label} has no {PACKAGED}; name a state with a generated client") from None
    except SpecError as error:
        raise faulty(label, error) from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{label}: {PACKAGED} cannot be read: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)
