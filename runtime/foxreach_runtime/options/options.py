"""The options of a client, from the caller and the environment, checked at construction.

Pure, apart from reading the environment. No repr and no message has the API key.
"""

from __future__ import annotations

import ipaddress
import os
import re
import warnings
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, cast

import httpx2
from msgspec import UNSET, Struct, structs

from ..errors import ConfigurationError, StatusError
from ..fork import importing
from ..keys.source import AsyncApiKey, AsyncKeyFunction, is_async, key_given
from ..rate_limit.limiter import Limiter, LocalLimiter
from ..rate_limit.pacing import Pacing
from ..response.redaction import PartialRepr
from ..telemetry.logs import OnAttempt, OnWait
from .retry_policy import RetryPolicy
from .timeout import checked_timeout

# Patterns are compiled when they are first used: most clients have no headers of their own.
NAME = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # token of RFC 9110 5.6.2
VALUE = r"[\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?|"
PLAIN_URL = r"[\x21-\x5b\x5d-\x7e]+"  # no space, no control character, no backslash, ASCII only
OURS = frozenset({"host", "content-length", "content-type", "transfer-encoding", "connection"})

if TYPE_CHECKING:
    from ..differences.watch import Watch
    from ..keys.rotation import Keys

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)
F = TypeVar("F", bound=Callable[[Any], None])
OnMismatch = Literal["raise", "keep"]
DEFAULT_RETRY = RetryPolicy()
UNWATCHED: Mapping[str, object] = {"on_difference": None, "report_differences": "off", "sample": 0.01}


class ClientFacts(Struct, frozen=True):
    """Facts of the spec about the API as a whole.

    *errors* is the error class of each documented status, *variables* the prefix of the environment variables,
    *package* the generated one, which has the spec, and *key_prefix* what comes before the key in *key_header*.
    """

    base_url: str
    key_header: str
    user_agent: str
    errors: Mapping[int, type[StatusError]] = {}
    variables: str = "FOXREACH"
    package: str = ""
    key_prefix: str = ""

    def key(self, given: AsyncApiKey | None) -> str | AsyncKeyFunction:
        """Return the *given* API key or the one from the environment, checked, or the function that returns it."""
        return key_given(given, self.variables)

    def url(self, given: str | None, *, allow_http: bool = False) -> str:
        """Return the *given* base URL, or the one from the environment, or the one from the spec, checked."""
        named = os.environ.get(f"{self.variables}_BASE_URL") or self.base_url
        if not isinstance(cast("object", allow_http), bool):
            raise ConfigurationError("allow_http must be True or False.")
        allowed = allow_http or os.environ.get(f"{self.variables}_ALLOW_HTTP") == "1"
        return checked_base_url(named if given is None else given, allow_http=allowed)

    def watch(self, before: Watch | None, given: Mapping[str, Any]) -> Watch | None:
        """Return what reports differences: *before* with the *given* options, or None if nobody asked for it."""
        if all(value is UNSET for value in given.values()) or (before is None and given == UNWATCHED):
            return before
        if given["on_difference"] is not UNSET:
            checked_listener(given["on_difference"], "on_difference", "a Difference")
        with importing():  # Most clients report no differences.
            from ..differences.watch import Watch  # noqa: PLC0415

        return (before or Watch(self.package, UNWATCHED)).changed(given)


class Options(PartialRepr, frozen=True):
    """The options of one client, or of one `with_options` of it; *errors* are the classes of documented statuses.

    *keys* asks for the key of a client that gets it from a function; then *key* is empty.
    """

    _hidden = frozenset({"key", "headers", "limiter", "errors", "keys", "watch"})
    base_url: str
    key_header: str
    key: str
    timeout: httpx2.Timeout
    retry: RetryPolicy
    headers: Mapping[str, str]
    user_agent: str
    on_attempt: OnAttempt | None = None
    on_wait: OnWait | None = None
    limiter: Limiter | None = None
    on_mismatch: OnMismatch = "raise"
    errors: Mapping[int, type[StatusError]] = {}
    keys: Keys | None = None
    watch: Watch | None = None
    key_prefix: str = ""

    @property
    def on_this_machine(self) -> bool:
        """True if calls go to a loopback host, which no proxy could reach."""
        return is_loopback(parsed_url(self.base_url).host)

    def changed(self, given: Mapping[str, Any]) -> Options:
        """Return options in which each of the *given* that is not UNSET replaces the old value; headers are added."""
        check: dict[str, Callable[[Any], Any]] = {
            "timeout": checked_timeout,
            "retry": checked_retry,
            "headers": lambda headers: {**self.headers, **checked_headers(headers, self.key_header)},
            "on_attempt": lambda listener: checked_listener(listener, "on_attempt", "an AttemptEvent"),
            "on_wait": lambda listener: checked_listener(listener, "on_wait", "a WaitEvent"),
            "on_mismatch": checked_on_mismatch,
            "watch": lambda watch: watch,
        }
        return structs.replace(
            self, **{name: check[name](value) for name, value in given.items() if value is not UNSET}
        )

    def __reduce__(self) -> NoReturn:
        raise TypeError("A client cannot be pickled, since its API key would be in the pickle; make a new one.")


@lru_cache(maxsize=32)
def parsed_url(base_url: str) -> httpx2.URL:
    """Return *base_url* in its parts; to take a URL apart is a good part of the cost of a second client."""
    return httpx2.URL(base_url)


def checked_base_url(url: str, *, allow_http: bool = False) -> str:
    """Return *url* without a trailing slash: https, or http to a loopback host, with only host, port and path.

    With *allow_http*, http to any host is accepted, with a warning.
    """
    try:
        parsed = httpx2.URL(url) if _fits(PLAIN_URL, url) else None
    except httpx2.InvalidURL:
        parsed = None
    if parsed is None or not parsed.host:
        raise ConfigurationError("base_url must be an absolute URL such as https://host/path.")
    if parsed.userinfo or parsed.query or parsed.fragment or "?" in url or "#" in url:
        raise ConfigurationError("base_url must not have a user, a query or a fragment.")
    if any(len(label) > 63 for label in parsed.host.split(".")) or not 0 < (parsed.port or 443) < 65536:
        raise ConfigurationError("base_url has an invalid host name or port.")
    if parsed.scheme != "https" and not (parsed.scheme == "http" and (allow_http or is_loopback(parsed.host))):
        raise ConfigurationError(
            "base_url must be https, or http to a loopback host: the key would not be encrypted. "
            "allow_http=True allows http to a sandbox in another container."
        )
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        _warn_of_http(parsed.netloc.decode("ascii"))
    return str(parsed).rstrip("/")


@cache  # one warning for each host in a process
def _warn_of_http(host: str) -> None:
    warnings.warn(f"Calls to http://{host} are not encrypted: use a key of a sandbox only.", stacklevel=5)


def checked_on_mismatch(choice: OnMismatch) -> OnMismatch:
    """Return *choice*, or raise if it is neither of the two."""
    if choice not in ("raise", "keep"):  # a tuple, since what the caller passed may have no hash
        raise ConfigurationError('on_mismatch must be "raise" or "keep".')
    return choice


def checked_headers(headers: Mapping[str, str] | None, key_header: str) -> dict[str, str]:
    """Return *headers* by lower-case name, or raise for one that cannot be sent or that the client sets itself."""
    given = cast("object", {} if headers is None else headers)
    if not isinstance(given, Mapping):
        raise ConfigurationError("headers must be a mapping of names to texts.")
    checked: dict[str, str] = {}
    for name, value in cast("Mapping[str, str]", given).items():
        if not _fits(NAME, name):
            raise ConfigurationError("headers: a name has characters that are not allowed in header names.")
        if not _fits(VALUE, value):
            raise ConfigurationError(f"headers: the value of {name} must be ASCII text on one line.")
        if name.lower() in OURS or name.lower() == key_header.lower():
            raise ConfigurationError(f"headers: {name} is set by the client itself.")
        checked[name.lower()] = value
    return checked


def checked_retry(retry: RetryPolicy) -> RetryPolicy:
    """Return *retry*, or raise if it is not a RetryPolicy."""
    if not isinstance(cast("object", retry), RetryPolicy):
        raise ConfigurationError("retry must be a RetryPolicy; RetryPolicy(max_attempts=1) tries only once.")
    return retry


def checked_listener(listener: F | None, name: str, event: str) -> F | None:
    """Return *listener*, or raise if it is not callable or is a coroutine function, which nobody would await."""
    if listener is not None and not callable(listener):
        raise ConfigurationError(f"{name} must be a function that takes {event}.")
    if is_async(listener):
        raise ConfigurationError(f"{name} must be a plain function, also for the async client: it is not awaited.")
    return listener


def checked_http_client(given: C | None, kind: type[C]) -> C | None:
    """Return *given*, or raise if it is not a *kind*."""
    if given is not None and not isinstance(cast("object", given), kind):
        raise ConfigurationError(f"http_client must be an httpx2.{kind.__name__} for this client.")
    return given


def limiter_of(pacing: Pacing | None, limiter: Limiter | None) -> Limiter:
    """Return *limiter*, or a new one for this client with *pacing*, which is "interactive" by default."""
    if limiter is None:
        return LocalLimiter("interactive" if pacing is None else pacing)
    if pacing is not None:
        raise ConfigurationError("pacing is for the client's own limiter; set it on the limiter that you pass.")
    if not callable(getattr(limiter, "permit", None)):
        raise ConfigurationError("limiter must be a limiter, such as a RedisLimiter.")
    return limiter


def _fits(pattern: str, value: object) -> bool:
    """Return True for a text that matches; the caller may have passed a value of any type."""
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_loopback(host: str) -> bool:
    """Return whether *host* is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
