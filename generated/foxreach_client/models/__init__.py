# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs. The models of a resource load when one of them is first used."""

TYPE_CHECKING = False  # Type checkers take it for True.

if TYPE_CHECKING:
    from foxreach_runtime.webhooks.delivery import UnknownDelivery as UnknownDelivery

    from ._deliveries import BounceType as BounceType
    from ._deliveries import CampaignCompletedDelivery as CampaignCompletedDelivery
    from ._deliveries import CampaignPausedDelivery as CampaignPausedDelivery
    from ._deliveries import CampaignStartedDelivery as CampaignStartedDelivery
    from ._deliveries import Delivery as Delivery
    from ._deliveries import EmailBouncedData as EmailBouncedData
    from ._deliveries import EmailBouncedDelivery as EmailBouncedDelivery
    from ._deliveries import EmailFailedData as EmailFailedData
    from ._deliveries import EmailFailedDelivery as EmailFailedDelivery
    from ._deliveries import EmailOpenedData as EmailOpenedData
    from ._deliveries import EmailOpenedDelivery as EmailOpenedDelivery
    from ._deliveries import EmailSentData as EmailSentData
    from ._deliveries import EmailSentDelivery as EmailSentDelivery
    from ._deliveries import LeadCreatedDelivery as LeadCreatedDelivery
    from ._deliveries import LeadUpdatedDelivery as LeadUpdatedDelivery
    from ._deliveries import ReplyCategorizedData as ReplyCategorizedData
    from ._deliveries import ReplyCategorizedDelivery as ReplyCategorizedDelivery
    from ._deliveries import ReplyReceivedData as ReplyReceivedData
    from ._deliveries import ReplyReceivedDelivery as ReplyReceivedDelivery
    from ._shared import Deletion as Deletion
    from ._shared import DeletionReply as DeletionReply
    from ._shared import ErrorBody as ErrorBody
    from ._shared import GatewayErrorBody as GatewayErrorBody
    from ._shared import PageMeta as PageMeta
    from ._shared import RateLimitBody as RateLimitBody
    from ._shared import RateLimitDetails as RateLimitDetails
    from ._shared import ReplyCategory as ReplyCategory
    from ._shared import SendingDay as SendingDay
    from ._shared import ValidationBody as ValidationBody
    from ._shared import ValidationItem as ValidationItem
    from .analytics import AnalyticsOverview as AnalyticsOverview
    from .analytics import AnalyticsOverviewReply as AnalyticsOverviewReply
    from .analytics import CampaignAnalytics as CampaignAnalytics
    from .analytics import CampaignAnalyticsReply as CampaignAnalyticsReply
    from .analytics import DailyStats as DailyStats
    from .campaigns import Addition as Addition
    from .campaigns import AdditionReply as AdditionReply
    from .campaigns import Campaign as Campaign
    from .campaigns import CampaignAccounts as CampaignAccounts
    from .campaigns import CampaignCreate as CampaignCreate
    from .campaigns import CampaignLeads as CampaignLeads
    from .campaigns import CampaignPage as CampaignPage
    from .campaigns import CampaignReply as CampaignReply
    from .campaigns import CampaignStatus as CampaignStatus
    from .campaigns import CampaignUpdate as CampaignUpdate
    from .campaigns import Removal as Removal
    from .campaigns import RemovalReply as RemovalReply
    from .campaigns_sequences import SequenceStep as SequenceStep
    from .campaigns_sequences import SequenceStepCreate as SequenceStepCreate
    from .campaigns_sequences import SequenceStepList as SequenceStepList
    from .campaigns_sequences import SequenceStepReply as SequenceStepReply
    from .campaigns_sequences import SequenceStepUpdate as SequenceStepUpdate
    from .email_accounts import EmailAccount as EmailAccount
    from .email_accounts import EmailAccountPage as EmailAccountPage
    from .email_accounts import EmailAccountReply as EmailAccountReply
    from .inbox import Conversation as Conversation
    from .inbox import ConversationCampaign as ConversationCampaign
    from .inbox import ConversationLead as ConversationLead
    from .inbox import ConversationReply as ConversationReply
    from .inbox import InboxStats as InboxStats
    from .inbox import InboxStatsReply as InboxStatsReply
    from .inbox import Message as Message
    from .inbox import MessageDirection as MessageDirection
    from .inbox import ReplyMessage as ReplyMessage
    from .inbox import SendReceipt as SendReceipt
    from .inbox import SendReceiptReply as SendReceiptReply
    from .inbox import Thread as Thread
    from .inbox import ThreadPage as ThreadPage
    from .inbox import ThreadReply as ThreadReply
    from .inbox import ThreadUpdate as ThreadUpdate
    from .inbox import WritableReplyCategory as WritableReplyCategory
    from .leads import ActivityEmailType as ActivityEmailType
    from .leads import ActivityEntry as ActivityEntry
    from .leads import ActivityType as ActivityType
    from .leads import Lead as Lead
    from .leads import LeadActivity as LeadActivity
    from .leads import LeadActivityReply as LeadActivityReply
    from .leads import LeadCreate as LeadCreate
    from .leads import LeadImport as LeadImport
    from .leads import LeadImportReply as LeadImportReply
    from .leads import LeadImportReport as LeadImportReport
    from .leads import LeadMembership as LeadMembership
    from .leads import LeadPage as LeadPage
    from .leads import LeadReply as LeadReply
    from .leads import LeadSource as LeadSource
    from .leads import LeadStatus as LeadStatus
    from .leads import LeadUpdate as LeadUpdate
    from .leads import PlanLimitBody as PlanLimitBody
    from .leads import RejectedLead as RejectedLead
    from .templates import Template as Template
    from .templates import TemplateCategory as TemplateCategory
    from .templates import TemplateCreate as TemplateCreate
    from .templates import TemplatePage as TemplatePage
    from .templates import TemplateReply as TemplateReply
    from .templates import TemplateUpdate as TemplateUpdate
    from .webhooks import CreatedWebhook as CreatedWebhook
    from .webhooks import CreatedWebhookReply as CreatedWebhookReply
    from .webhooks import Webhook as Webhook
    from .webhooks import WebhookCreate as WebhookCreate
    from .webhooks import WebhookEvent as WebhookEvent
    from .webhooks import WebhookEventList as WebhookEventList
    from .webhooks import WebhookPage as WebhookPage
    from .webhooks import WebhookReply as WebhookReply
    from .webhooks import WebhookUpdate as WebhookUpdate
else:

    def _modules():
        return {
            "ErrorBody": "._shared",
            "ValidationItem": "._shared",
            "RateLimitDetails": "._shared",
            "GatewayErrorBody": "._shared",
            "PageMeta": "._shared",
            "Deletion": "._shared",
            "SendingDay": "._shared",
            "ReplyCategory": "._shared",
            "ValidationBody": "._shared",
            "RateLimitBody": "._shared",
            "DeletionReply": "._shared",
            "PlanLimitBody": ".leads",
            "LeadStatus": ".leads",
            "LeadSource": ".leads",
            "Lead": ".leads",
            "LeadReply": ".leads",
            "LeadPage": ".leads",
            "LeadCreate": ".leads",
            "LeadUpdate": ".leads",
            "LeadImport": ".leads",
            "RejectedLead": ".leads",
            "ActivityType": ".leads",
            "ActivityEmailType": ".leads",
            "LeadMembership": ".leads",
            "LeadImportReport": ".leads",
            "ActivityEntry": ".leads",
            "LeadImportReply": ".leads",
            "LeadActivity": ".leads",
            "LeadActivityReply": ".leads",
            "Removal": ".campaigns",
            "Addition": ".campaigns",
            "CampaignStatus": ".campaigns",
            "Campaign": ".campaigns",
            "CampaignReply": ".campaigns",
            "CampaignPage": ".campaigns",
            "CampaignCreate": ".campaigns",
            "CampaignUpdate": ".campaigns",
            "CampaignLeads": ".campaigns",
            "CampaignAccounts": ".campaigns",
            "RemovalReply": ".campaigns",
            "AdditionReply": ".campaigns",
            "SequenceStep": ".campaigns_sequences",
            "SequenceStepReply": ".campaigns_sequences",
            "SequenceStepList": ".campaigns_sequences",
            "SequenceStepCreate": ".campaigns_sequences",
            "SequenceStepUpdate": ".campaigns_sequences",
            "TemplateCategory": ".templates",
            "Template": ".templates",
            "TemplateReply": ".templates",
            "TemplatePage": ".templates",
            "TemplateCreate": ".templates",
            "TemplateUpdate": ".templates",
            "EmailAccount": ".email_accounts",
            "EmailAccountReply": ".email_accounts",
            "EmailAccountPage": ".email_accounts",
            "WritableReplyCategory": ".inbox",
            "Thread": ".inbox",
            "ThreadReply": ".inbox",
            "ThreadPage": ".inbox",
            "ThreadUpdate": ".inbox",
            "MessageDirection": ".inbox",
            "Message": ".inbox",
            "ConversationLead": ".inbox",
            "ConversationCampaign": ".inbox",
            "ReplyMessage": ".inbox",
            "SendReceipt": ".inbox",
            "InboxStats": ".inbox",
            "Conversation": ".inbox",
            "SendReceiptReply": ".inbox",
            "InboxStatsReply": ".inbox",
            "ConversationReply": ".inbox",
            "AnalyticsOverview": ".analytics",
            "DailyStats": ".analytics",
            "AnalyticsOverviewReply": ".analytics",
            "CampaignAnalytics": ".analytics",
            "CampaignAnalyticsReply": ".analytics",
            "WebhookEvent": ".webhooks",
            "WebhookEventList": ".webhooks",
            "Webhook": ".webhooks",
            "WebhookReply": ".webhooks",
            "WebhookPage": ".webhooks",
            "CreatedWebhook": ".webhooks",
            "CreatedWebhookReply": ".webhooks",
            "WebhookCreate": ".webhooks",
            "WebhookUpdate": ".webhooks",
            "EmailSentData": "._deliveries",
            "EmailFailedData": "._deliveries",
            "BounceType": "._deliveries",
            "EmailBouncedData": "._deliveries",
            "EmailOpenedData": "._deliveries",
            "ReplyReceivedData": "._deliveries",
            "ReplyCategorizedData": "._deliveries",
            "CampaignStartedDelivery": "._deliveries",
            "CampaignPausedDelivery": "._deliveries",
            "CampaignCompletedDelivery": "._deliveries",
            "LeadCreatedDelivery": "._deliveries",
            "LeadUpdatedDelivery": "._deliveries",
            "EmailSentDelivery": "._deliveries",
            "EmailFailedDelivery": "._deliveries",
            "EmailBouncedDelivery": "._deliveries",
            "EmailOpenedDelivery": "._deliveries",
            "ReplyReceivedDelivery": "._deliveries",
            "ReplyCategorizedDelivery": "._deliveries",
            "Delivery": "._deliveries",
            "UnknownDelivery": "foxreach_runtime.webhooks.delivery",
        }

    def __getattr__(name):
        """Return the model, loading its module the first time."""
        module = _modules().get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        from foxreach_runtime.fork import importing

        with importing():
            value = globals()[name] = getattr(import_module(module, __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *_modules()})
