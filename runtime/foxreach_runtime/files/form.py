"""Bodies that are forms: fields as text, files as parts of a multipart body (RFC 7578), which is streamed.

A form has no repr of its values, and no more of a file is in memory than one part of it.
"""

from __future__ import annotations

import math
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, cast
from uuid import uuid4

import httpx2
import msgspec
from msgspec import UNSET

from ..http.failure import UNREADABLE
from ..request.query import query_checked, query_given, query_with, text_of
from ..tasks.threads import run_in_thread
from .source import Content, FileInput, Upload, content_of, kind_of, name_of

TYPE = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+(\s*;\s*[\x20-\x7e]+)?"  # RFC 9110 8.3.1
ESCAPED = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}  # as browsers do: HTML, "Multipart form data"

Field = list[str] | list[tuple[str, str, Content]] | None


def form_value(place: str, kind: Any, value: object) -> list[str] | None:
    """Return *value*, which msgspec reads as a *kind*, as the texts of a field; None if it is absent."""
    checked = query_checked(place, kind, value)
    if checked is UNSET or checked is None:
        return None
    items = cast("list[object]", checked) if isinstance(checked, list) else [cast("object", checked)]
    if any(isinstance(item, float) and not math.isfinite(item) for item in items):
        raise ValueError(f"{place} must be a finite number")
    return [text_of(item) for item in items]


def form_given(place: str, kind: Any, value: object) -> list[str] | None:
    """Return *value* as the texts of a field; raise TypeError if it is absent: the field is required."""
    return form_value(place, kind, query_given(place, value))


def form_file(place: str, value: FileInput | None) -> list[tuple[str, str, Content]] | None:
    """Return a file as a part of a form: its name, content type and content; None if it is absent."""
    return None if value is None or value is cast("Any", UNSET) else [_file(place, value)]


def form_files(place: str, values: Iterable[FileInput] | None) -> list[tuple[str, str, Content]] | None:
    """Return several files as parts of a form."""
    if values is None or values is cast("Any", UNSET):
        return None
    if isinstance(cast("object", values), (str, bytes)) or not isinstance(cast("object", values), Iterable):
        raise TypeError(f"{place} must be a list of files, not {type(values).__name__}")
    return [_file(f"{place}[{index}]", value) for index, value in enumerate(values)]


def _file(place: str, value: FileInput) -> tuple[str, str, Content]:
    upload = value if isinstance(value, Upload) else Upload(value)
    content = content_of(place, upload.source)
    name = name_of(upload.source, content) if upload.name is None else cast("object", upload.name)
    if not isinstance(name, str) or not name or re.search("[\x00-\x1f\x7f\ud800-\udfff]", name):
        raise ValueError(f"{place}: the name of a file must be text on one line")
    kind = kind_of(name) if upload.content_type is None else cast("object", upload.content_type)
    if not isinstance(kind, str) or not re.fullmatch(TYPE, kind):
        raise ValueError(f"{place}: the content type of a file must be one such as text/csv")
    return name, kind, content


def url_form(fields: Mapping[str, Field]) -> Form:
    """Return the body of a form without files, as application/x-www-form-urlencoded."""
    content = "&".join(query_with(fields)).encode("ascii")
    return Form(b"application/x-www-form-urlencoded", [Content(content, size=len(content))])


def multipart(fields: Mapping[str, Field]) -> Form:
    """Return the body of a form with files, as multipart/form-data; a field without a value is left out."""
    boundary = uuid4().hex
    contents: list[Content] = []
    for name, values in fields.items():
        for value in values or ():
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name.translate(ESCAPED)}"'
            if isinstance(value, tuple):
                head += f'; filename="{value[0].translate(ESCAPED)}"\r\nContent-Type: {value[1]}'
            contents += [_text(f"{head}\r\n\r\n"), _text(value) if isinstance(value, str) else value[2], _text("\r\n")]
    return Form(f"multipart/form-data; boundary={boundary}".encode(), [*contents, _text(f"--{boundary}--\r\n")])


def form_body(kind: Callable[[Mapping[str, Field]], Form], fields: Mapping[str, Field]) -> Form | None:
    """Return the body of a form that may be left out: None if no field of it is given."""
    return kind(fields) if any(field is not None for field in fields.values()) else None


def raw_body(place: str, kind: bytes, value: FileInput) -> Form:
    """Return the body of a request that is a file; an `Upload` may say another type than *kind*."""
    upload = value if isinstance(value, Upload) else Upload(value, content_type=kind.decode())
    _, kind_given, content = _file(place, msgspec.structs.replace(upload, name=upload.name or "file"))
    return Form(kind if upload.content_type is None else kind_given.encode(), [content])


def _text(text: str) -> Content:
    content = text.encode()
    return Content(content, size=len(content))


class Form(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a request as a stream, of the content type *kind* and *size* bytes, None if that is unknown.

    Each attempt streams it from its begin. It is *spent* if it has been streamed and a file of it cannot be read again.
    """

    def __init__(self, kind: bytes, contents: list[Content]) -> None:
        self.kind, self._contents, self._begun = kind, contents, False
        sizes = [content.size for content in contents]
        self.size = None if None in sizes else sum(size for size in sizes if size is not None)

    @property
    def spent(self) -> bool:
        """True if it cannot be sent any more."""
        return self._begun and not all(content.again for content in self._contents)

    def _begin(self) -> None:
        if self.spent:
            raise httpx2.LocalProtocolError(UNREADABLE)
        self._begun = True

    def __iter__(self) -> Iterator[bytes]:
        self._begin()
        for content in self._contents:
            yield from content.parts()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._begin()
        for content in self._contents:
            parts = content.parts()
            if isinstance(content.value, bytes):
                yield content.value
                continue
            try:
                while (part := await run_in_thread(partial[bytes | None](next, parts, None))) is not None:
                    yield part
            finally:
                parts.close()
