"""Implements what the spec cannot express, one module per resource.

An operation that is missing here is served from its examples.
"""

from collections.abc import Callable

from ..document import Json
from . import accounts, analytics, campaigns, inbox, leads, memberships, sequences, templates, webhooks
from .addresses import wrong_address
from .call import Behaviour
from .urls import wrong_url

BEHAVIOURS: dict[str, Behaviour] = {
    name: behaviour
    for module in (leads, campaigns, memberships, sequences, templates, accounts, inbox, analytics, webhooks)
    for name, behaviour in module.BEHAVIOURS.items()
}
# Run before validation: FoxReach documents another status than 422 for these faults.
EARLY: dict[str, Behaviour] = {"leads.import_leads": leads.before_import, "inbox.send_reply": inbox.refuse_empty}
# Faults of a body that its schema cannot express, of the field that comes first in it.
CHECKS: dict[str, Callable[[Json], list[Json]]] = {
    "leads.create": wrong_address,
    "leads.update": wrong_address,
    "webhooks.create": wrong_url,
    "webhooks.update": wrong_url,
}
