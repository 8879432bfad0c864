"""The public names of `foxreach_client`, by the module that defines them.

The generator must not import the runtime, so the runtime's names are listed here; a test compares them with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .ir import Api, Struct

# The base classes of exceptions by status. Any other 4xx has StatusError, any other 5xx has ServerError.
BASES = {
    "408": "ClientError",
    "409": "ConflictStatusError",
    "422": "UnprocessableContentError",
    "429": "TooManyRequestsError",
}

HANDWRITTEN: dict[str, tuple[str, ...]] = {
    "foxreach_runtime.compound.checkpoint": ("BadCheckpointError",),
    "foxreach_runtime.compound.outcomes": ("ImportProgress", "RowOutcome"),
    "foxreach_runtime.compound.upsert": ("Upserted",),
    "foxreach_runtime.errors": (
        "ClientClosedError",
        "ClientError",
        "ConfigurationError",
        "ConnectTimeoutError",
        "FoxReachError",
        "NotExactlyOneError",
        "NotSentError",
        "OutcomeUnknownError",
        "PoolTimeoutError",
        "QuotaError",
        "RedirectRefusedError",
        "ResponseDecodeError",
        "ServerError",
        "Settled",
        "StatusError",
        "WebhookPayloadError",
        "WebhookSignatureError",
    ),
    "foxreach_runtime.files.download": ("Download",),
    "foxreach_runtime.files.source": ("Upload",),
    "foxreach_runtime.response.error_bodies": ("FieldError",),
    "foxreach_runtime.response.headers": ("Headers",),
    "foxreach_runtime.response.outcome": ("Attempt",),
    "foxreach_runtime.paging.page": ("AsyncPage", "Page"),
    "foxreach_runtime.paging.pages": ("AsyncPages", "Pages"),
    "foxreach_runtime.response.rate_limit_headers": ("RateLimit",),
    "foxreach_runtime.raw": ("RawReply",),
    "foxreach_runtime.rate_limit.redis.limiter": ("RedisLimiter",),
    "foxreach_runtime.telemetry.logs": ("AttemptEvent", "WaitEvent"),
    "foxreach_runtime.options.retry_policy": ("RetryPolicy",),
    "foxreach_runtime.options.timeout": ("Timeout",),
    "foxreach_runtime.settling.interrupted": ("unsettled",),
    "foxreach_runtime.untyped.request": ("JsonValue",),
    "foxreach_runtime.version": ("__version__",),
    "msgspec": ("UNSET", "UnsetType"),
}


def family(status: str) -> str:
    """Return the class of the family of an error status, or of `4XX` or `5XX`."""
    return "ServerError" if status.startswith("5") else "ClientError"


def base(status: str) -> str:
    """Return the class of the runtime that the exception of a status is derived from."""
    return BASES.get(status, "ServerError" if status.startswith("5") else "StatusError")


def public_names(api: Api, passed: Sequence[Struct]) -> dict[str, tuple[str, ...]]:
    """Return every public name by module in a fixed order. Generated modules are relative to the package.

    *passed* are the structs that callers pass inside an argument; they may pass a mapping instead.
    """
    generated = {
        ".client": ("AsyncFoxReach", "FoxReach"),
        ".errors": tuple(sorted({each.name for each in api.errors})),
        ".models": tuple(sorted([*(each.name for each in api.structs), *(each.name for each in api.enumerations)])),
        **({".inputs": tuple(sorted(f"{struct.name}Dict" for struct in passed))} if passed else {}),
        ".spec": ("SPEC_SHA256", "SPEC_VERSION"),
        **({".webhooks": ("ReceivedDelivery", "parse_delivery")} if api.deliveries else {}),
        **({"foxreach_runtime.webhooks.delivery": ("SIGNATURE_HEADER", "UnknownDelivery")} if api.deliveries else {}),
    }
    return {**generated, **HANDWRITTEN}
