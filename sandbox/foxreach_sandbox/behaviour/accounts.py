"""E-mail accounts, which only the seed and `World` can add: FoxReach adds them in its dashboard."""

from ..document import Json
from ..store import Row
from .call import Behaviour, Call
from .memberships import remove_from_all, sent_on, utc_day


def listed(call: Call) -> list[Json]:
    """Return the accounts."""
    return [_shown(call, row) for row in call.rows("accounts")]


def get(call: Call) -> Json:
    """Return the account."""
    return _shown(call, call.row("accounts", call.path["account_id"], "E-mail account"))


def _shown(call: Call, row: Row) -> Json:
    return {**row.data, "sentToday": sent_on(call, row, utc_day(call))}


def delete(call: Call) -> Json:
    """Delete the account and take it out of its campaigns."""
    row = call.row("accounts", call.path["account_id"], "E-mail account")
    remove_from_all(call, "assignments", "accountId", row.id)
    return call.delete(row)


BEHAVIOURS: dict[str, Behaviour] = {
    "email_accounts.list": listed,
    "email_accounts.get": get,
    "email_accounts.delete": delete,
}
