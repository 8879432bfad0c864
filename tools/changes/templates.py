"""The client as today's templates make it of an earlier document: tells their changes from those of the document."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import SpecError
from generator.output.manifest import inputs_hash, recorded
from generator.output.write import intact
from generator.source.document import Document

from .public import CLIENT
from .sources import PACKAGED, Source

FAILED = "{} breaks a rule of today ({}), so changes of templates and of the document are listed together"


def fresh(root: Path) -> bool:
    """Return whether the generated client of the checkout at *root* is what the generator writes, by its manifest."""
    package = root / "generated" / CLIENT
    return intact(package) and recorded(package).get("inputs") == inputs_hash(root / "spec" / "foxreach.yaml")


@contextmanager
def regenerated(then: Source, now: Source) -> Generator[tuple[tuple[Path, ...], str]]:
    """Yield the folders of *now* with a client made of the document of *then*, and why that failed, if it did."""
    same = (then.folders[0] / PACKAGED).read_bytes() == _packaged(now)
    if same and fresh(now.project):
        yield now.folders, ""
        return
    folders, failure = now.folders, ""
    with ExitStack() as stack:
        try:  # The file is named in each module.
            folders = stack.enter_context(_made(replace(then.document, file=now.document.file), now))
        except SpecError as error:
            failure = FAILED.format(then.label, error.complaints[0].rule)
        yield folders, failure


@contextmanager
def up_to_date(now: Source) -> Generator[tuple[Path, ...]]:
    """Yield the folders of *now* with the client that its document makes: the one in the checkout may be older."""
    if fresh(now.project):
        yield now.folders
    else:
        with _made(now.document, now) as folders:
            yield folders


@contextmanager
def _made(document: Document, now: Source) -> Generator[tuple[Path, ...]]:
    from generator.pipeline import generate  # noqa: PLC0415 - the two code generators take a second to import

    tree = generate(document, "")
    with TemporaryDirectory() as scratch:
        for path, text in tree.items():
            file = Path(scratch, CLIENT, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        yield (Path(scratch), *now.folders[1:])


def _packaged(now: Source) -> bytes:
    file = now.folders[0] / PACKAGED
    return file.read_bytes() if file.is_file() else b""
