"""The error of a site that cannot be built."""

from __future__ import annotations


class SiteError(Exception):
    """The site cannot be built; the message says why and what to do."""
