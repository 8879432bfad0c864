"""What the spec says about finding out the outcome of a call in doubt. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec


class SettledBy(msgspec.Struct, frozen=True):
    """How to find out the outcome of a call in doubt: by the read *call*, with arguments of the call in doubt.

    *arguments* maps an argument of *call* to one of the call in doubt. *applied_when* is the evidence in its
    result: an item with all sent fields, one of the states in *state*, or a sent message with the sent body. *since*
    is the field of that item, result or message, by its name on the wire, that says when it came to be, or "".
    *module* has the function that makes *call*: ``leads_list`` for "leads.list"; it is loaded when it is needed.
    """

    call: str
    arguments: Mapping[str, str]
    applied_when: Literal["sent-fields", "state", "sent-message"]
    state: Mapping[str, tuple[str, ...]] = {}
    since: str = ""
    module: str = ""
