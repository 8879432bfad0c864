"""Complaints about faults in templates, with the file and the line of the template. Renders nothing."""

from __future__ import annotations

import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import jinja2

from .diagnostics import Complaint, SpecError

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
# Errors that a template causes. Any other one is a fault of the generator, which shows its traceback.
CAUSED = (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError, OSError)


@contextmanager
def template_faults(name: str = "") -> Generator[None]:
    """Turn an error in a template into a SpecError. *name* is the template if the error does not tell which it is.

    Without *name*, an error that comes from no template is raised as it is.
    """
    try:
        yield
    except CAUSED as error:
        file, line = _place(error)
        if not file and not name:
            raise
        file = file or f"templates/foxreach_client/{name}"
        message = f"{_words(error)}."
        remedy = (
            "Correct the template; its names are the arguments of `render` and the values of `generator/api/ir.py`."
        )
        raise SpecError([Complaint(file, line, int(line > 0), "", "template", message, remedy)]) from error


def _place(error: BaseException) -> tuple[str, int]:
    """Return the template and the line that an error, or what caused it, comes from; ('', 0) if from no template."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _file(error.filename or ""), error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [(file, frame.lineno or 0) for frame in frames if (file := _file(frame.filename))]
    if inside:
        return inside[-1]
    return _place(error.__context__) if error.__context__ else ("", 0)


def _file(path: str) -> str:
    """Return the path of a template in the project, '' for any other file."""
    whole = Path(path)
    return whole.relative_to(TEMPLATES.parent).as_posix() if whole.is_relative_to(TEMPLATES) else ""


def _words(error: BaseException) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template `{error.name}`"
    words = " ".join(str(error).split()).rstrip(".")
    return words if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {words}"
