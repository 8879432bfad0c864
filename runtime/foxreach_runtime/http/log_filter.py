"""Keeps ids and query values out of the line that httpx2 logs of each request: a search or a filter names a person.

Only URLs of our own calls are shortened; what else a program does with httpx2 is logged as ever.
"""

from __future__ import annotations

import logging

import httpx2


class PrivateURL(httpx2.URL):
    """A URL of which a log may show the host alone."""

    @property
    def shown(self) -> str:
        """The part that is fit for a log."""
        return f"{self.scheme}://{self.netloc.decode('ascii')}/…"


class _Shortened(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(arg.shown if isinstance(arg, PrivateURL) else arg for arg in record.args)
        return True


logging.getLogger("httpx2").addFilter(_Shortened())
