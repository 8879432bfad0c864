"""Runs a command so that nobody is left in doubt: a call that is interrupted is looked up, and the client is closed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from foxreach_client import unsettled

from . import failures
from .session import Session
from .usage import INTERRUPTED, REFUSED

Run = Callable[[str, Namespace, Session], int]


def guarded(run: Run, call: str, given: Namespace, options: dict[str, Any]) -> int:
    """Run *run* and return its exit status."""
    session = Session(given, options)
    with unsettled() as doubts:
        try:
            return run(call, given, session)
        except KeyboardInterrupt as error:
            if not doubts:
                raise
            for doubt in doubts:
                as_json = getattr(given, "output", None) == "json"
                failures.report(doubt, as_json=as_json, place=failures.place_of(error))
            return INTERRUPTED
        except Exception as error:
            if doubts:
                setattr(error, failures.IN_DOUBT, True)
            if isinstance(error, OSError) and "client" in vars(session):  # No wrong usage: a call may have been made.
                vars(error)["status"] = REFUSED
            raise
        finally:
            if "client" in vars(session) and "http_client" not in options:
                session.client.close()
