"""Where the API key comes from: text, a function, or a file, in this order; checked, and never in a message."""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction
from pathlib import Path

from ..errors import ConfigurationError

KeyFunction = Callable[[], str]
AsyncKeyFunction = Callable[[], "str | Awaitable[str]"]
ApiKey = str | KeyFunction
AsyncApiKey = str | AsyncKeyFunction


def key_given(given: AsyncApiKey | None, prefix: str) -> str | AsyncKeyFunction:
    """Return the *given* API key or function, or what the environment has: a key, or a function that reads a file.

    *prefix* is that of the environment variables. Raises ConfigurationError if a key that is known already cannot work.
    """
    if callable(given):
        return given
    if given is None and not os.environ.get(f"{prefix}_API_KEY") and (path := os.environ.get(f"{prefix}_API_KEY_FILE")):
        read = KeyFile(path, f"{prefix}_API_KEY_FILE")
        read()  # A file that is missing now is a mistake to report now.
        return read
    variable = f"{prefix}_API_KEY"
    key = os.environ.get(variable) if given is None else given
    if not key:
        raise ConfigurationError(f"There is no API key: pass api_key= or set {variable} or {variable}_FILE.")
    return checked_key(key, "The API key")


def checked_key(key: object, subject: str) -> str:
    """Return *key*, or raise an error that does not quote it; *subject* says in it where the key comes from."""
    # A newline would end the header, and a space was copied by mistake.
    if key == "":
        raise ConfigurationError(f"{subject} is empty.")
    if not isinstance(key, str) or not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigurationError(f"{subject} must be visible ASCII characters, without spaces or line breaks.")
    return key


def is_async(function: object) -> bool:
    """Return True for a coroutine function, or an object whose call is one."""
    return iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004


class KeyFile:
    """Reads the key from a file, without the white space around it; *variable* names the file in the environment."""

    def __init__(self, path: str, variable: str) -> None:
        self._path = Path(path)
        self._variable = variable

    def __call__(self) -> str:
        key = fault = ""
        try:
            key = _decoded(self._path.read_bytes())
            fault = "is empty" if not key else "has more than one line" if len(key.splitlines()) > 1 else ""
        except OSError as error:
            fault = f"cannot be read ({type(error).__name__})"
        except UnicodeError:
            fault = "is not text in UTF-8 or UTF-16"
        if fault:  # Not raised above: a UnicodeError has the content of the file.
            raise ConfigurationError(f"The file that {self._variable} names {fault}.")
        return checked_key(key, f"The key in the file that {self._variable} names")


def _decoded(content: bytes) -> str:
    """Return the text of a file. Editors of Windows begin it with a byte order mark, and its shells write UTF-16."""
    return content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig").strip()
