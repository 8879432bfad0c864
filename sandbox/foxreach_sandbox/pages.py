"""Cut a list into pages, by number or by cursor, as `x-page` of the operation says. Pure."""

from typing import Any, cast

from .document import Json, Operation, is_list, is_object
from .listing import Listing

SIZE = 20


def page(operation: Operation, whole: Json, query: Json) -> Json:
    """Return the page that *query* names of a reply with *whole* lists; without `x-page`, the reply itself."""
    rule: Json = operation.page or {}
    rows: Any = whole.get(rule.get("items", ""))
    if not is_list(rows) and not isinstance(rows, Listing):
        return {name: list(value) if isinstance(value, Listing) else value for name, value in whole.items()}
    if "cursor" not in rule:
        number, size = query.get(rule["number"], 1), query.get(rule.get("size", ""), SIZE)
        meta = {"page": number, "pageSize": size, "total": len(rows), "totalPages": -(-len(rows) // size)}
        return {**whole, rule["items"]: rows[(number - 1) * size : number * size], rule["meta"]: meta}
    begin = _whole(query.get(rule["cursor"]))
    end = begin + query.get(rule.get("size", ""), SIZE)
    found = {**whole, rule["items"]: rows[begin:end]}
    more = end if len(rows) > end else None
    _place(found, operation.schemas[str(operation.success)] or {}, rule["next"].split("."), more)
    return found


def _whole(cursor: Any) -> int:
    """Return where a page begins; a cursor that no page had begins the list."""
    return int(cursor) if str(cursor).isdecimal() else 0


def _place(reply: Json, schema: Json, names: list[str], cursor: int | None) -> None:
    """Write the cursor of the next page where *names* lead to, as its schema has it; the last page has none."""
    for name in names[:-1]:
        reply[name] = reply = dict(reply.get(name) or {})
        schema = _object_in(schema["properties"][name])
    kinds = schema["properties"][names[-1]].get("type", ())
    if cursor is not None:
        reply[names[-1]] = str(cursor) if "string" in kinds else cursor
    elif "null" in kinds:
        reply[names[-1]] = None
    else:
        reply.pop(names[-1], None)


def _object_in(schema: Json) -> Json:
    """Return the object of a schema that may be null too."""
    options = cast("list[Any]", schema.get("anyOf", [schema]))
    return next(option for option in options if is_object(option) and "properties" in option)
