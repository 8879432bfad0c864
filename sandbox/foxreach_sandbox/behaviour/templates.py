"""Templates."""

from ..document import Json
from ..listing import Listing
from .call import Behaviour, Call


def listed(call: Call) -> Listing:
    """List the templates, optionally of one category."""
    wanted = {"category": call.query["category"]} if "category" in call.query else {}
    return call.listing("templates", lambda row: row.data, wanted)


def create(call: Call) -> Json:
    """Create a template."""
    html = {"sendAsHtml": False} if call.variants.template_html == "kept" else {}
    return call.make("templates", "ctm", {"subject": None, "category": "email", **html, **call.body}).data


def get(call: Call) -> Json:
    """Return the template."""
    return call.row("templates", call.path["template_id"], "Template").data


def update(call: Call) -> Json:
    """Update the template."""
    return call.change(call.row("templates", call.path["template_id"], "Template"), call.body)


def delete(call: Call) -> Json:
    """Delete the template."""
    return call.delete(call.row("templates", call.path["template_id"], "Template"))


BEHAVIOURS: dict[str, Behaviour] = {
    "templates.list": listed,
    "templates.create": create,
    "templates.get": get,
    "templates.update": update,
    "templates.delete": delete,
}
