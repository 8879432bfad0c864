"""Implements what the spec cannot express, one module per resource.

An operation that is missing here is served from its examples.
"""

from ..call import Behaviour
from . import accounts, analytics, campaigns, inbox, leads, memberships, sequences, templates, webhooks

BEHAVIOURS: dict[str, Behaviour] = {
    name: behaviour
    for module in (leads, campaigns, memberships, sequences, templates, accounts, inbox, analytics, webhooks)
    for name, behaviour in module.BEHAVIOURS.items()
}
# Before the body is compared with the spec: refusals that have a status of their own in FoxReach's documentation.
EARLY: dict[str, Behaviour] = {"leads.import_leads": leads.refuse_size, "inbox.send_reply": inbox.refuse_empty}
