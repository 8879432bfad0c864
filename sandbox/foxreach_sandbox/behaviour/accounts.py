"""E-mail accounts: they come with the seed, as they are added in the dashboard only."""

from ..call import Behaviour, Call
from ..document import Json
from .memberships import leave_all


def listed(call: Call) -> list[Json]:
    """Return the accounts."""
    return [row.data for row in call.rows("accounts")]


def get(call: Call) -> Json:
    """Return the account."""
    return call.row("accounts", call.path["account_id"], "E-mail account").data


def delete(call: Call) -> Json:
    """Return the deletion; the account leaves its campaigns."""
    row = call.row("accounts", call.path["account_id"], "E-mail account")
    leave_all(call, "assignments", "accountId", row.id)
    return call.delete(row)


BEHAVIOURS: dict[str, Behaviour] = {
    "email_accounts.list": listed,
    "email_accounts.get": get,
    "email_accounts.delete": delete,
}
