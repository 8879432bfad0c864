"""Finds the changes of statuses: the replies of an operation, and the classes that the client raises. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.api.ir import Api, Operation, Reply
from generator.api.public import family

from .kinds import Change
from .pairs import paired
from .values import Found


def reply_changes(old: Operation, new: Operation) -> Found:
    """Yield the changes of replies. The class of an error depends on its status alone, its body on the operation."""
    pairs = paired(old.replies, new.replies, lambda reply: reply.status)
    for reply in pairs.gone:
        covered = not reply.succeeds and _body_of(new, reply) == reply.model
        kind = "success-status" if reply.succeeds else "status-in-family" if covered else "status-removed"
        yield kind, f"{_named(reply)} {f'is documented as {reply.status[0]}XX' if covered else 'removed'}", ""
    for reply in pairs.new:
        yield ("success-status" if reply.succeeds else "status-added"), f"{_named(reply)} added", ""
        if not reply.succeeds and _body_of(old, reply) not in ("", reply.model):
            yield "error-body", f"{_named(reply)} has the body {reply.model}, had {_body_of(old, reply)}", ""
    for before, after in pairs.kept:
        if before.model != after.model and not after.succeeds:
            yield "error-body", f"{_named(after)} has the body {after.model}, had {before.model}", ""
        if before.description != after.description:
            yield "status-words", f"{_named(after)} has another description", ""


def _body_of(operation: Operation, reply: Reply) -> str:
    """Return the body that the family of a reply has, "" if the operation does not document the family."""
    return next((each.model for each in operation.replies if each.status == f"{reply.status[0]}XX"), "")


def class_changes(old: Api, new: Api) -> Iterator[Change]:
    """Yield the statuses that raise another class. A status without a class raises that of its family."""
    before, after = ({error.status: error for error in api.errors} for api in (old, new))
    for status in sorted(before.keys() | after.keys()):
        above = family(str(status))
        was, now = ((found[status].name if status in found else above) for found in (before, after))
        derived = was == above and status in after and after[status].base == above
        kind = "status-class-derived" if derived else "status-class"
        if was != now:
            yield Change(kind, f"status {status}", f"raises {now}, raised {was}", "/components/responses")
        elif status in before and status in after and before[status].advice != after[status].advice:
            yield Change("advice", f"status {status}", f"{now} gives other advice", "/components/responses")


def _named(reply: Reply) -> str:
    return f"status {reply.status}" if reply.succeeds else f"status {reply.status} ({reply.exception})"
