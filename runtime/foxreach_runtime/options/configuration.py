"""What a caller passes to a client, and the environment, made into Options."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import httpx2
from msgspec import UnsetType

from ..errors import StatusError
from ..rate_limit.limiter import Limiter
from ..rate_limit.pacing import Pacing
from ..telemetry.logs import OnAttempt
from .options import (
    OnMismatch,
    Options,
    checked_base_url,
    checked_headers,
    checked_key,
    checked_on_attempt,
    checked_on_mismatch,
    checked_retry,
    limiter_of,
)
from .retry_policy import RetryPolicy
from .timeout import checked_timeout


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """What the spec says of the API as a whole.

    *errors* is the error class of each documented status, *variables* the prefix of the environment variables.
    """

    base_url: str
    key_header: str
    user_agent: str
    errors: Mapping[int, type[StatusError]] = field(default_factory=dict[int, type[StatusError]])
    variables: str = "FOXREACH"


def options_from(
    facts: ClientFacts,
    *,
    api_key: str | None,
    base_url: str | None,
    timeout: float | httpx2.Timeout | None,
    retry: RetryPolicy,
    headers: Mapping[str, str] | None,
    on_attempt: OnAttempt | None,
    on_mismatch: OnMismatch,
    pacing: Pacing | None,
    limiter: Limiter | None,
) -> Options:
    """Return the checked options of a client; what is None comes from the environment or from *facts*."""
    key_variable, url_variable = f"{facts.variables}_API_KEY", f"{facts.variables}_BASE_URL"
    key = os.environ.get(key_variable) if api_key is None else api_key
    url = (os.environ.get(url_variable) or facts.base_url) if base_url is None else base_url
    return Options(
        base_url=checked_base_url(url),
        key_header=facts.key_header,
        key=checked_key(key, key_variable),
        timeout=checked_timeout(timeout),
        retry=checked_retry(retry),
        headers=checked_headers(headers, facts.key_header),
        user_agent=facts.user_agent,
        on_attempt=checked_on_attempt(on_attempt),
        on_mismatch=checked_on_mismatch(on_mismatch),
        limiter=limiter_of(pacing, limiter),
        errors=facts.errors,
    )


def changed(
    options: Options,
    timeout: float | httpx2.Timeout | UnsetType | None,
    retry: RetryPolicy | UnsetType,
    headers: Mapping[str, str] | UnsetType,
) -> Options:
    """Return *options* with what is not UNSET replaced; headers are added to those there are."""
    if not isinstance(timeout, UnsetType):
        options = replace(options, timeout=checked_timeout(timeout))
    if not isinstance(retry, UnsetType):
        options = replace(options, retry=checked_retry(retry))
    if not isinstance(headers, UnsetType):
        added = {**options.headers, **checked_headers(headers, options.key_header)}
        options = replace(options, headers=added)
    return options
