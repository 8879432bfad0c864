"""The client of one command: its key, its server, and what it says while it waits."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from foxreach_client.commands import SERVER

from . import profiles
from .failures import say

if TYPE_CHECKING:
    from foxreach_client import AttemptEvent, FoxReach, WaitEvent

KEYS = ("FOXREACH_API_KEY", "FOXREACH_API_KEY_FILE")


class Session:
    """Makes the client when it is first used. *options* are those of the client that a test or a program sets."""

    def __init__(self, given: Namespace, options: dict[str, Any]) -> None:
        self._profile: str | None = getattr(given, "profile", None) or os.environ.get("FOXR_PROFILE")
        self._url: str | None = getattr(given, "base_url", None)
        self.options = options
        self.pacing = "interactive"

    @cached_property
    def source(self) -> tuple[str, str, dict[str, Any]]:
        """Where the key comes from: a kind (option, environment, profile), its name, and the entry of a profile."""
        if "api_key" in self.options:
            return "option", "", {}
        variable = next((name for name in KEYS if os.environ.get(name)), "")
        if variable and self._profile is None:
            return "environment", variable, {}
        name = self._profile or profiles.DEFAULT
        found = profiles.profiles()
        if name not in found:
            words = f"There is no profile {name}." if self._profile else "There is no API key."
            login = "foxr auth login" + (f" --profile {name}" if self._profile else "")
            raise profiles.NoKeyError(f"{words} Run `{login}`, or set FOXREACH_API_KEY.")
        return "profile", name, found[name]

    @property
    def base_url(self) -> str:
        """The address of the server, which needs no key: of the option, of the profile, of the environment; checked."""
        own = self._url or self.options.get("base_url")
        if own is None and (self._profile is not None or not any(map(os.environ.get, KEYS))):
            own = profiles.profiles().get(self._profile or profiles.DEFAULT, {}).get("base_url")
        found = str(own or os.environ.get("FOXREACH_BASE_URL") or SERVER)
        return checked_url(found, allow_http=self.options.get("allow_http", False))

    @property
    def key(self) -> str:
        """The key as it is stored, or the name of the file that has it: what tells two accounts apart."""
        kind, name, entry = self.source
        if kind == "profile":
            return profiles.key_of(name, entry)
        return str(self.options["api_key"] if kind == "option" else os.environ[name])

    @cached_property
    def client(self) -> FoxReach:
        """The client, with the `pacing` that was set before it is made."""
        return self.opened(pacing=self.pacing)

    def opened(self, **more: Any) -> FoxReach:
        """Return a client with *more* options."""
        kind, name, entry = self.source
        waits = Waits()
        given: dict[str, Any] = {"on_wait": waits.announce, "on_attempt": waits.attempted, "on_mismatch": "keep"}
        if kind == "profile":
            given["api_key"] = profiles.key_of(name, entry)
        from foxreach_client import FoxReach  # noqa: PLC0415 - help and a dry run need no client

        made: Any = FoxReach
        return cast("FoxReach", made(**{**given, "base_url": self.base_url, **self.options, **more}))

    def method(self, call: str) -> Callable[..., Any]:
        """Return the method of the operation *call*."""
        return method_of(self.client, call)


def method_of(client: Any, call: str) -> Callable[..., Any]:
    """Return the method of *client* that is called like the operation."""
    for name in call.split("."):
        client = getattr(client, name)
    return client  # type: ignore[no-any-return]


def checked_url(url: str, *, allow_http: bool = False) -> str:
    """Return the address of a server, or raise the client's error: what no call could use is not shown or stored."""
    from foxreach_client.client import FACTS  # noqa: PLC0415 - help needs no client

    return FACTS.url(url, allow_http=allow_http)


class Waits:
    """Says before a wait why it is and how long. *status* is that of the last attempt."""

    status: int | None = None

    def attempted(self, event: AttemptEvent) -> None:
        """Remember what came of an attempt: a wait after a 429 is one for the quota, too."""
        self.status = event.attempt.status

    def announce(self, event: WaitEvent) -> None:
        """Say it."""
        why = "the quota" if event.reason == "quota" or self.status == 429 else "another attempt"
        say(f"{event.operation}: waiting {event.seconds:.0f} s for {why}")


def typed(prompt: str) -> str:
    """Return what a person types unseen on the terminal, '' if there is nothing."""
    from getpass import getpass  # noqa: PLC0415 - a terminal alone has it

    try:
        return getpass(prompt, sys.stderr).strip()
    except EOFError:
        sys.stderr.write("\n")
        return ""


def on_terminal(*streams: Any) -> bool:
    """Return whether all *streams* are a terminal; by default stdin and stderr, on which a person answers."""
    return all(stream is not None and stream.isatty() for stream in streams or (sys.stdin, sys.stderr))
