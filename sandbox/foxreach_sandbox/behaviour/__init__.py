"""Implements what the spec cannot express, one module per resource.

An operation that is missing here is served from its examples.
"""

from . import accounts, analytics, campaigns, inbox, leads, memberships, sequences, templates, webhooks
from .call import Behaviour

BEHAVIOURS: dict[str, Behaviour] = {
    name: behaviour
    for module in (leads, campaigns, memberships, sequences, templates, accounts, inbox, analytics, webhooks)
    for name, behaviour in module.BEHAVIOURS.items()
}
# Run before validation: FoxReach documents another status than 422 for these faults.
EARLY: dict[str, Behaviour] = {"leads.import_leads": leads.before_import, "inbox.send_reply": inbox.refuse_empty}
