"""The names that `from foxreach_client import ...` offers, by the module that holds them.

The generator may not import the handwritten layer, so its names are written here; a test compares them with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .ir import Api, Struct

# The bases of the exceptions of statuses, where that is neither StatusError nor, for a 5xx, ServerError.
BASES = {
    "408": "ClientError",
    "409": "ConflictStatusError",
    "422": "UnprocessableContentError",
    "429": "TooManyRequestsError",
}

HANDWRITTEN: dict[str, tuple[str, ...]] = {
    "foxreach_runtime.errors": (
        "ClientClosedError",
        "ClientError",
        "ConfigurationError",
        "ConnectTimeoutError",
        "FoxReachError",
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
    "foxreach_runtime.response.error_bodies": ("FieldError",),
    "foxreach_runtime.response.headers": ("Headers",),
    "foxreach_runtime.response.outcome": ("Attempt",),
    "foxreach_runtime.paging.pages": ("AsyncPage", "AsyncPages", "Page", "Pages"),
    "foxreach_runtime.response.rate_limit_headers": ("RateLimit",),
    "foxreach_runtime.raw": ("RawReply",),
    "foxreach_runtime.rate_limit.redis.limiter": ("RedisLimiter",),
    "foxreach_runtime.telemetry.logs": ("AttemptEvent",),
    "foxreach_runtime.options.retry_policy": ("RetryPolicy",),
    "foxreach_runtime.options.timeout": ("Timeout",),
    "foxreach_runtime.version": ("__version__",),
    "msgspec": ("UNSET", "UnsetType"),
}


def family(status: str) -> str:
    """Return the class of an error status that has none of its own, or of `4XX` and `5XX`."""
    return "ServerError" if status.startswith("5") else "ClientError"


def base(status: str) -> str:
    """Return the class of the handwritten layer from which the exception of a status is derived."""
    return BASES.get(status, "ServerError" if status.startswith("5") else "StatusError")


def public_names(api: Api, passed: Sequence[Struct]) -> dict[str, tuple[str, ...]]:
    """Return every public name by module, generated ones relative to the package; both in a fixed order.

    *passed* are the structs that callers pass inside an argument, and so may write as mappings.
    """
    generated = {
        ".client": ("AsyncFoxReach", "FoxReach"),
        ".errors": tuple(sorted(each.name for each in api.errors)),
        ".models": tuple(sorted([*(each.name for each in api.structs), *(each.name for each in api.enumerations)])),
        **({".inputs": tuple(sorted(f"{struct.name}Dict" for struct in passed))} if passed else {}),
        ".spec": ("SPEC_SHA256", "SPEC_VERSION"),
        **({".webhooks": ("ReceivedDelivery", "parse_delivery")} if api.deliveries else {}),
        **({"foxreach_runtime.webhooks": ("SIGNATURE_HEADER", "UnknownDelivery")} if api.deliveries else {}),
    }
    return {**generated, **HANDWRITTEN}
