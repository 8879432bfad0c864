# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""A typed client of the Pet shop.

Names load when they are first used, so that the import costs next to nothing.
"""

TYPE_CHECKING = False  # Type checkers take it for True. `typing` alone would cost more than this whole module.

if TYPE_CHECKING:
    from foxreach_runtime.compound.checkpoint import BadCheckpointError as BadCheckpointError
    from foxreach_runtime.compound.outcomes import ImportProgress as ImportProgress
    from foxreach_runtime.compound.outcomes import RowOutcome as RowOutcome
    from foxreach_runtime.compound.upsert import Upserted as Upserted
    from foxreach_runtime.errors import ClientClosedError as ClientClosedError
    from foxreach_runtime.errors import ClientError as ClientError
    from foxreach_runtime.errors import ConfigurationError as ConfigurationError
    from foxreach_runtime.errors import ConnectTimeoutError as ConnectTimeoutError
    from foxreach_runtime.errors import FoxReachError as FoxReachError
    from foxreach_runtime.errors import NotExactlyOneError as NotExactlyOneError
    from foxreach_runtime.errors import NotSentError as NotSentError
    from foxreach_runtime.errors import OutcomeUnknownError as OutcomeUnknownError
    from foxreach_runtime.errors import PoolTimeoutError as PoolTimeoutError
    from foxreach_runtime.errors import QuotaError as QuotaError
    from foxreach_runtime.errors import RedirectRefusedError as RedirectRefusedError
    from foxreach_runtime.errors import ResponseDecodeError as ResponseDecodeError
    from foxreach_runtime.errors import ServerError as ServerError
    from foxreach_runtime.errors import Settled as Settled
    from foxreach_runtime.errors import StatusError as StatusError
    from foxreach_runtime.errors import WebhookPayloadError as WebhookPayloadError
    from foxreach_runtime.errors import WebhookSignatureError as WebhookSignatureError
    from foxreach_runtime.files.download import Download as Download
    from foxreach_runtime.files.source import Upload as Upload
    from foxreach_runtime.options.retry_policy import RetryPolicy as RetryPolicy
    from foxreach_runtime.options.timeout import Timeout as Timeout
    from foxreach_runtime.paging.page import AsyncPage as AsyncPage
    from foxreach_runtime.paging.page import Page as Page
    from foxreach_runtime.paging.pages import AsyncPages as AsyncPages
    from foxreach_runtime.paging.pages import Pages as Pages
    from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter as RedisLimiter
    from foxreach_runtime.raw import RawReply as RawReply
    from foxreach_runtime.response.error_bodies import FieldError as FieldError
    from foxreach_runtime.response.headers import Headers as Headers
    from foxreach_runtime.response.outcome import Attempt as Attempt
    from foxreach_runtime.response.rate_limit_headers import RateLimit as RateLimit
    from foxreach_runtime.settling.interrupted import unsettled as unsettled
    from foxreach_runtime.telemetry.logs import AttemptEvent as AttemptEvent
    from foxreach_runtime.telemetry.logs import WaitEvent as WaitEvent
    from foxreach_runtime.untyped.request import JsonValue as JsonValue
    from foxreach_runtime.version import __version__ as __version__
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from .client import AsyncFoxReach as AsyncFoxReach
    from .client import FoxReach as FoxReach
    from .errors import ForbiddenError as ForbiddenError
    from .errors import NoKeyError as NoKeyError
    from .errors import NoPetError as NoPetError
    from .errors import TeapotError as TeapotError
    from .errors import TooManyError as TooManyError
    from .errors import WrongValueError as WrongValueError
    from .models import Failure as Failure
    from .models import Pet as Pet
    from .models import PetReply as PetReply
    from .spec import SPEC_SHA256 as SPEC_SHA256
    from .spec import SPEC_VERSION as SPEC_VERSION

_MODULES = {
    "AsyncFoxReach": ".client",
    "FoxReach": ".client",
    "ForbiddenError": ".errors",
    "NoKeyError": ".errors",
    "NoPetError": ".errors",
    "TeapotError": ".errors",
    "TooManyError": ".errors",
    "WrongValueError": ".errors",
    "Failure": ".models",
    "Pet": ".models",
    "PetReply": ".models",
    "SPEC_SHA256": ".spec",
    "SPEC_VERSION": ".spec",
    "BadCheckpointError": "foxreach_runtime.compound.checkpoint",
    "ImportProgress": "foxreach_runtime.compound.outcomes",
    "RowOutcome": "foxreach_runtime.compound.outcomes",
    "Upserted": "foxreach_runtime.compound.upsert",
    "ClientClosedError": "foxreach_runtime.errors",
    "ClientError": "foxreach_runtime.errors",
    "ConfigurationError": "foxreach_runtime.errors",
    "ConnectTimeoutError": "foxreach_runtime.errors",
    "FoxReachError": "foxreach_runtime.errors",
    "NotExactlyOneError": "foxreach_runtime.errors",
    "NotSentError": "foxreach_runtime.errors",
    "OutcomeUnknownError": "foxreach_runtime.errors",
    "PoolTimeoutError": "foxreach_runtime.errors",
    "QuotaError": "foxreach_runtime.errors",
    "RedirectRefusedError": "foxreach_runtime.errors",
    "ResponseDecodeError": "foxreach_runtime.errors",
    "ServerError": "foxreach_runtime.errors",
    "Settled": "foxreach_runtime.errors",
    "StatusError": "foxreach_runtime.errors",
    "WebhookPayloadError": "foxreach_runtime.errors",
    "WebhookSignatureError": "foxreach_runtime.errors",
    "Download": "foxreach_runtime.files.download",
    "Upload": "foxreach_runtime.files.source",
    "FieldError": "foxreach_runtime.response.error_bodies",
    "Headers": "foxreach_runtime.response.headers",
    "Attempt": "foxreach_runtime.response.outcome",
    "AsyncPage": "foxreach_runtime.paging.page",
    "Page": "foxreach_runtime.paging.page",
    "AsyncPages": "foxreach_runtime.paging.pages",
    "Pages": "foxreach_runtime.paging.pages",
    "RateLimit": "foxreach_runtime.response.rate_limit_headers",
    "RawReply": "foxreach_runtime.raw",
    "RedisLimiter": "foxreach_runtime.rate_limit.redis.limiter",
    "AttemptEvent": "foxreach_runtime.telemetry.logs",
    "WaitEvent": "foxreach_runtime.telemetry.logs",
    "RetryPolicy": "foxreach_runtime.options.retry_policy",
    "Timeout": "foxreach_runtime.options.timeout",
    "unsettled": "foxreach_runtime.settling.interrupted",
    "JsonValue": "foxreach_runtime.untyped.request",
    "__version__": "foxreach_runtime.version",
    "UNSET": "msgspec",
    "UnsetType": "msgspec",
}

__all__ = [
    "AsyncFoxReach",
    "FoxReach",
    "ForbiddenError",
    "NoKeyError",
    "NoPetError",
    "TeapotError",
    "TooManyError",
    "WrongValueError",
    "Failure",
    "Pet",
    "PetReply",
    "SPEC_SHA256",
    "SPEC_VERSION",
    "BadCheckpointError",
    "ImportProgress",
    "RowOutcome",
    "Upserted",
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
    "Download",
    "Upload",
    "FieldError",
    "Headers",
    "Attempt",
    "AsyncPage",
    "Page",
    "AsyncPages",
    "Pages",
    "RateLimit",
    "RawReply",
    "RedisLimiter",
    "AttemptEvent",
    "WaitEvent",
    "RetryPolicy",
    "Timeout",
    "unsettled",
    "JsonValue",
    "__version__",
    "UNSET",
    "UnsetType",
]

if not TYPE_CHECKING:

    def __getattr__(name):
        """Return the public name, loading its module the first time."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        from foxreach_runtime.fork import importing

        with importing():
            value = globals()[name] = getattr(import_module(module, __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
