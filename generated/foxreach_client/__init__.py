# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""A typed client of the FoxReach API.

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
    from foxreach_runtime.webhooks.delivery import SIGNATURE_HEADER as SIGNATURE_HEADER
    from foxreach_runtime.webhooks.delivery import UnknownDelivery as UnknownDelivery
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from .client import AsyncFoxReach as AsyncFoxReach
    from .client import FoxReach as FoxReach
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConflictError as ConflictError
    from .errors import NotFoundError as NotFoundError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PlanLimitError as PlanLimitError
    from .errors import RateLimitedError as RateLimitedError
    from .errors import UnprocessableError as UnprocessableError
    from .inputs import CampaignAccountsDict as CampaignAccountsDict
    from .inputs import CampaignCreateDict as CampaignCreateDict
    from .inputs import CampaignLeadsDict as CampaignLeadsDict
    from .inputs import CampaignUpdateDict as CampaignUpdateDict
    from .inputs import LeadCreateDict as LeadCreateDict
    from .inputs import LeadImportDict as LeadImportDict
    from .inputs import LeadUpdateDict as LeadUpdateDict
    from .inputs import ReplyMessageDict as ReplyMessageDict
    from .inputs import SequenceStepCreateDict as SequenceStepCreateDict
    from .inputs import SequenceStepUpdateDict as SequenceStepUpdateDict
    from .inputs import TemplateCreateDict as TemplateCreateDict
    from .inputs import TemplateUpdateDict as TemplateUpdateDict
    from .inputs import ThreadUpdateDict as ThreadUpdateDict
    from .inputs import WebhookCreateDict as WebhookCreateDict
    from .inputs import WebhookUpdateDict as WebhookUpdateDict
    from .models import ActivityEmailType as ActivityEmailType
    from .models import ActivityEntry as ActivityEntry
    from .models import ActivityType as ActivityType
    from .models import Addition as Addition
    from .models import AdditionReply as AdditionReply
    from .models import AnalyticsOverview as AnalyticsOverview
    from .models import AnalyticsOverviewReply as AnalyticsOverviewReply
    from .models import BounceType as BounceType
    from .models import Campaign as Campaign
    from .models import CampaignAccounts as CampaignAccounts
    from .models import CampaignAnalytics as CampaignAnalytics
    from .models import CampaignAnalyticsReply as CampaignAnalyticsReply
    from .models import CampaignCompletedDelivery as CampaignCompletedDelivery
    from .models import CampaignCreate as CampaignCreate
    from .models import CampaignLeads as CampaignLeads
    from .models import CampaignPage as CampaignPage
    from .models import CampaignPausedDelivery as CampaignPausedDelivery
    from .models import CampaignReply as CampaignReply
    from .models import CampaignStartedDelivery as CampaignStartedDelivery
    from .models import CampaignStatus as CampaignStatus
    from .models import CampaignUpdate as CampaignUpdate
    from .models import Conversation as Conversation
    from .models import ConversationCampaign as ConversationCampaign
    from .models import ConversationLead as ConversationLead
    from .models import ConversationReply as ConversationReply
    from .models import CreatedWebhook as CreatedWebhook
    from .models import CreatedWebhookReply as CreatedWebhookReply
    from .models import DailyStats as DailyStats
    from .models import Deletion as Deletion
    from .models import DeletionReply as DeletionReply
    from .models import EmailAccount as EmailAccount
    from .models import EmailAccountPage as EmailAccountPage
    from .models import EmailAccountReply as EmailAccountReply
    from .models import EmailBouncedData as EmailBouncedData
    from .models import EmailBouncedDelivery as EmailBouncedDelivery
    from .models import EmailFailedData as EmailFailedData
    from .models import EmailFailedDelivery as EmailFailedDelivery
    from .models import EmailOpenedData as EmailOpenedData
    from .models import EmailOpenedDelivery as EmailOpenedDelivery
    from .models import EmailSentData as EmailSentData
    from .models import EmailSentDelivery as EmailSentDelivery
    from .models import ErrorBody as ErrorBody
    from .models import GatewayErrorBody as GatewayErrorBody
    from .models import InboxStats as InboxStats
    from .models import InboxStatsReply as InboxStatsReply
    from .models import Lead as Lead
    from .models import LeadActivity as LeadActivity
    from .models import LeadActivityReply as LeadActivityReply
    from .models import LeadCreate as LeadCreate
    from .models import LeadCreatedDelivery as LeadCreatedDelivery
    from .models import LeadImport as LeadImport
    from .models import LeadImportReply as LeadImportReply
    from .models import LeadImportReport as LeadImportReport
    from .models import LeadMembership as LeadMembership
    from .models import LeadPage as LeadPage
    from .models import LeadReply as LeadReply
    from .models import LeadSource as LeadSource
    from .models import LeadStatus as LeadStatus
    from .models import LeadUpdate as LeadUpdate
    from .models import LeadUpdatedDelivery as LeadUpdatedDelivery
    from .models import Message as Message
    from .models import MessageDirection as MessageDirection
    from .models import PageMeta as PageMeta
    from .models import PlanLimitBody as PlanLimitBody
    from .models import RateLimitBody as RateLimitBody
    from .models import RateLimitDetails as RateLimitDetails
    from .models import RejectedLead as RejectedLead
    from .models import Removal as Removal
    from .models import RemovalReply as RemovalReply
    from .models import ReplyCategorizedData as ReplyCategorizedData
    from .models import ReplyCategorizedDelivery as ReplyCategorizedDelivery
    from .models import ReplyCategory as ReplyCategory
    from .models import ReplyMessage as ReplyMessage
    from .models import ReplyReceivedData as ReplyReceivedData
    from .models import ReplyReceivedDelivery as ReplyReceivedDelivery
    from .models import SendReceipt as SendReceipt
    from .models import SendReceiptReply as SendReceiptReply
    from .models import SequenceStep as SequenceStep
    from .models import SequenceStepCreate as SequenceStepCreate
    from .models import SequenceStepList as SequenceStepList
    from .models import SequenceStepReply as SequenceStepReply
    from .models import SequenceStepUpdate as SequenceStepUpdate
    from .models import Template as Template
    from .models import TemplateCategory as TemplateCategory
    from .models import TemplateCreate as TemplateCreate
    from .models import TemplatePage as TemplatePage
    from .models import TemplateReply as TemplateReply
    from .models import TemplateUpdate as TemplateUpdate
    from .models import Thread as Thread
    from .models import ThreadPage as ThreadPage
    from .models import ThreadReply as ThreadReply
    from .models import ThreadUpdate as ThreadUpdate
    from .models import ValidationBody as ValidationBody
    from .models import ValidationItem as ValidationItem
    from .models import Webhook as Webhook
    from .models import WebhookCreate as WebhookCreate
    from .models import WebhookEvent as WebhookEvent
    from .models import WebhookEventList as WebhookEventList
    from .models import WebhookPage as WebhookPage
    from .models import WebhookReply as WebhookReply
    from .models import WebhookUpdate as WebhookUpdate
    from .models import WritableReplyCategory as WritableReplyCategory
    from .spec import SPEC_SHA256 as SPEC_SHA256
    from .spec import SPEC_VERSION as SPEC_VERSION
    from .webhooks import ReceivedDelivery as ReceivedDelivery
    from .webhooks import parse_delivery as parse_delivery

_MODULES = {
    "AsyncFoxReach": ".client",
    "FoxReach": ".client",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "ConflictError": ".errors",
    "NotFoundError": ".errors",
    "PermissionDeniedError": ".errors",
    "PlanLimitError": ".errors",
    "RateLimitedError": ".errors",
    "UnprocessableError": ".errors",
    "ActivityEmailType": ".models",
    "ActivityEntry": ".models",
    "ActivityType": ".models",
    "Addition": ".models",
    "AdditionReply": ".models",
    "AnalyticsOverview": ".models",
    "AnalyticsOverviewReply": ".models",
    "BounceType": ".models",
    "Campaign": ".models",
    "CampaignAccounts": ".models",
    "CampaignAnalytics": ".models",
    "CampaignAnalyticsReply": ".models",
    "CampaignCompletedDelivery": ".models",
    "CampaignCreate": ".models",
    "CampaignLeads": ".models",
    "CampaignPage": ".models",
    "CampaignPausedDelivery": ".models",
    "CampaignReply": ".models",
    "CampaignStartedDelivery": ".models",
    "CampaignStatus": ".models",
    "CampaignUpdate": ".models",
    "Conversation": ".models",
    "ConversationCampaign": ".models",
    "ConversationLead": ".models",
    "ConversationReply": ".models",
    "CreatedWebhook": ".models",
    "CreatedWebhookReply": ".models",
    "DailyStats": ".models",
    "Deletion": ".models",
    "DeletionReply": ".models",
    "EmailAccount": ".models",
    "EmailAccountPage": ".models",
    "EmailAccountReply": ".models",
    "EmailBouncedData": ".models",
    "EmailBouncedDelivery": ".models",
    "EmailFailedData": ".models",
    "EmailFailedDelivery": ".models",
    "EmailOpenedData": ".models",
    "EmailOpenedDelivery": ".models",
    "EmailSentData": ".models",
    "EmailSentDelivery": ".models",
    "ErrorBody": ".models",
    "GatewayErrorBody": ".models",
    "InboxStats": ".models",
    "InboxStatsReply": ".models",
    "Lead": ".models",
    "LeadActivity": ".models",
    "LeadActivityReply": ".models",
    "LeadCreate": ".models",
    "LeadCreatedDelivery": ".models",
    "LeadImport": ".models",
    "LeadImportReply": ".models",
    "LeadImportReport": ".models",
    "LeadMembership": ".models",
    "LeadPage": ".models",
    "LeadReply": ".models",
    "LeadSource": ".models",
    "LeadStatus": ".models",
    "LeadUpdate": ".models",
    "LeadUpdatedDelivery": ".models",
    "Message": ".models",
    "MessageDirection": ".models",
    "PageMeta": ".models",
    "PlanLimitBody": ".models",
    "RateLimitBody": ".models",
    "RateLimitDetails": ".models",
    "RejectedLead": ".models",
    "Removal": ".models",
    "RemovalReply": ".models",
    "ReplyCategorizedData": ".models",
    "ReplyCategorizedDelivery": ".models",
    "ReplyCategory": ".models",
    "ReplyMessage": ".models",
    "ReplyReceivedData": ".models",
    "ReplyReceivedDelivery": ".models",
    "SendReceipt": ".models",
    "SendReceiptReply": ".models",
    "SequenceStep": ".models",
    "SequenceStepCreate": ".models",
    "SequenceStepList": ".models",
    "SequenceStepReply": ".models",
    "SequenceStepUpdate": ".models",
    "Template": ".models",
    "TemplateCategory": ".models",
    "TemplateCreate": ".models",
    "TemplatePage": ".models",
    "TemplateReply": ".models",
    "TemplateUpdate": ".models",
    "Thread": ".models",
    "ThreadPage": ".models",
    "ThreadReply": ".models",
    "ThreadUpdate": ".models",
    "ValidationBody": ".models",
    "ValidationItem": ".models",
    "Webhook": ".models",
    "WebhookCreate": ".models",
    "WebhookEvent": ".models",
    "WebhookEventList": ".models",
    "WebhookPage": ".models",
    "WebhookReply": ".models",
    "WebhookUpdate": ".models",
    "WritableReplyCategory": ".models",
    "CampaignAccountsDict": ".inputs",
    "CampaignCreateDict": ".inputs",
    "CampaignLeadsDict": ".inputs",
    "CampaignUpdateDict": ".inputs",
    "LeadCreateDict": ".inputs",
    "LeadImportDict": ".inputs",
    "LeadUpdateDict": ".inputs",
    "ReplyMessageDict": ".inputs",
    "SequenceStepCreateDict": ".inputs",
    "SequenceStepUpdateDict": ".inputs",
    "TemplateCreateDict": ".inputs",
    "TemplateUpdateDict": ".inputs",
    "ThreadUpdateDict": ".inputs",
    "WebhookCreateDict": ".inputs",
    "WebhookUpdateDict": ".inputs",
    "SPEC_SHA256": ".spec",
    "SPEC_VERSION": ".spec",
    "ReceivedDelivery": ".webhooks",
    "parse_delivery": ".webhooks",
    "SIGNATURE_HEADER": "foxreach_runtime.webhooks.delivery",
    "UnknownDelivery": "foxreach_runtime.webhooks.delivery",
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
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "NotFoundError",
    "PermissionDeniedError",
    "PlanLimitError",
    "RateLimitedError",
    "UnprocessableError",
    "ActivityEmailType",
    "ActivityEntry",
    "ActivityType",
    "Addition",
    "AdditionReply",
    "AnalyticsOverview",
    "AnalyticsOverviewReply",
    "BounceType",
    "Campaign",
    "CampaignAccounts",
    "CampaignAnalytics",
    "CampaignAnalyticsReply",
    "CampaignCompletedDelivery",
    "CampaignCreate",
    "CampaignLeads",
    "CampaignPage",
    "CampaignPausedDelivery",
    "CampaignReply",
    "CampaignStartedDelivery",
    "CampaignStatus",
    "CampaignUpdate",
    "Conversation",
    "ConversationCampaign",
    "ConversationLead",
    "ConversationReply",
    "CreatedWebhook",
    "CreatedWebhookReply",
    "DailyStats",
    "Deletion",
    "DeletionReply",
    "EmailAccount",
    "EmailAccountPage",
    "EmailAccountReply",
    "EmailBouncedData",
    "EmailBouncedDelivery",
    "EmailFailedData",
    "EmailFailedDelivery",
    "EmailOpenedData",
    "EmailOpenedDelivery",
    "EmailSentData",
    "EmailSentDelivery",
    "ErrorBody",
    "GatewayErrorBody",
    "InboxStats",
    "InboxStatsReply",
    "Lead",
    "LeadActivity",
    "LeadActivityReply",
    "LeadCreate",
    "LeadCreatedDelivery",
    "LeadImport",
    "LeadImportReply",
    "LeadImportReport",
    "LeadMembership",
    "LeadPage",
    "LeadReply",
    "LeadSource",
    "LeadStatus",
    "LeadUpdate",
    "LeadUpdatedDelivery",
    "Message",
    "MessageDirection",
    "PageMeta",
    "PlanLimitBody",
    "RateLimitBody",
    "RateLimitDetails",
    "RejectedLead",
    "Removal",
    "RemovalReply",
    "ReplyCategorizedData",
    "ReplyCategorizedDelivery",
    "ReplyCategory",
    "ReplyMessage",
    "ReplyReceivedData",
    "ReplyReceivedDelivery",
    "SendReceipt",
    "SendReceiptReply",
    "SequenceStep",
    "SequenceStepCreate",
    "SequenceStepList",
    "SequenceStepReply",
    "SequenceStepUpdate",
    "Template",
    "TemplateCategory",
    "TemplateCreate",
    "TemplatePage",
    "TemplateReply",
    "TemplateUpdate",
    "Thread",
    "ThreadPage",
    "ThreadReply",
    "ThreadUpdate",
    "ValidationBody",
    "ValidationItem",
    "Webhook",
    "WebhookCreate",
    "WebhookEvent",
    "WebhookEventList",
    "WebhookPage",
    "WebhookReply",
    "WebhookUpdate",
    "WritableReplyCategory",
    "CampaignAccountsDict",
    "CampaignCreateDict",
    "CampaignLeadsDict",
    "CampaignUpdateDict",
    "LeadCreateDict",
    "LeadImportDict",
    "LeadUpdateDict",
    "ReplyMessageDict",
    "SequenceStepCreateDict",
    "SequenceStepUpdateDict",
    "TemplateCreateDict",
    "TemplateUpdateDict",
    "ThreadUpdateDict",
    "WebhookCreateDict",
    "WebhookUpdateDict",
    "SPEC_SHA256",
    "SPEC_VERSION",
    "ReceivedDelivery",
    "parse_delivery",
    "SIGNATURE_HEADER",
    "UnknownDelivery",
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
