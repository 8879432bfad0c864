"""Finds every change between two states of the document that callers see. Pure: two `Api` in, changes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.api.ir import Api, Argument, Enumeration, Field, Operation, Struct
from generator.source.document import child

from .kinds import WEIGHTS, Change
from .pairs import paired
from .statuses import class_changes, reply_changes
from .uses import Uses, call_of, uses
from .values import accepts, received_changes, sent_changes, spelled

PLACEHOLDER = re.compile(r"\{[^}]*\}")
REPEATS = ("never", "idempotent", "safe")
SCHEMAS = "/components/schemas"

Found = Iterator[tuple[str, str, str]]  # The kind, the words, and the pointer if it is not that of the operation.


def compare(old: Api, new: Api) -> list[Change]:
    """Return the changes from *old* to *new*, the most severe first."""
    found = [*_service(old, new), *class_changes(old, new), *_operations(old, new), *_models(old, new)]
    if not found and old.sha256 != new.sha256:
        found = [Change("other-words", "the document", "changed in what is not compared")]
    return in_order(found)


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Return each change once, sorted by class, subject and words."""
    return sorted(dict.fromkeys(changes), key=lambda change: (WEIGHTS.index(change.weight), str(change), change.kind))


def _service(old: Api, new: Api) -> Iterator[Change]:
    if old.server != new.server:
        yield Change("server", "FoxReach()", f"calls {new.server}, called {old.server}", "/servers/0/url")
    before, after = (f"{each.key_header}: {each.key_prefix}".rstrip(": ") for each in (old, new))
    if before != after:
        words = f"sends the key as {after}, sent it as {before}"
        yield Change("key-header", "FoxReach()", words, "/components/securitySchemes")
    if (old.title, old.version) != (new.title, new.version):
        words = f"is {new.title} {new.version}, was {old.title} {old.version}"
        yield Change("spec-version", "the document", words, "/info")


def _operations(old: Api, new: Api) -> Iterator[Change]:
    """Yield every change of resources and operations."""
    yield from _resources(old, new)
    pairs = paired(old.operations, new.operations, lambda operation: operation.id)
    now = {(operation.http_method, operation.path): operation for operation in pairs.new}
    renamed: set[str] = set()
    for gone in pairs.gone:
        other = now.get((gone.http_method, gone.path))
        if other:
            renamed.add(other.id)
            yield Change("operation-renamed", call_of(gone), f"is now {call_of(other)}", _pointer(other))
        else:
            yield Change("operation-removed", call_of(gone), "removed", _pointer(gone))
    for operation in pairs.new:
        if operation.id not in renamed:
            yield Change("operation-added", call_of(operation), "added", _pointer(operation))
    for before, after in pairs.kept:
        yield from _request_line(before, after, old)
        yield from _operation(before, after, new)


def _request_line(old: Operation, new: Operation, api: Api) -> Iterator[Change]:
    """Yield the change of method and path. What another call of the released *api* sent is another thing to do.

    The names of placeholders are not sent; the values of the arguments are, in the order of the path.
    """
    before, after = (_sent_line(each) for each in (old, new))
    other = {_sent_line(each): each for each in api.operations}.get(after)
    was, now = (f"{each.http_method} {each.path}" for each in (old, new))
    if other and (other.id != old.id or _positional(old, new) != _positional(new, old)):
        words = f"sends {now}, as {call_of(other)} did; sent {was}"
        yield Change("operation-exchanged", call_of(new), words, _pointer(new))
    elif before != after:
        yield Change("request-line", call_of(new), f"sends {now}, sent {was}", _pointer(new))


def _sent_line(operation: Operation) -> tuple[str, str]:
    return operation.http_method, PLACEHOLDER.sub("{}", operation.path)


def _resources(old: Api, new: Api) -> Iterator[Change]:
    pairs = paired(old.all_resources, new.all_resources, lambda resource: resource.path)
    for resource in pairs.gone:
        yield Change("resource-removed", f"client.{'.'.join(resource.path)}", "resource removed", "/tags")
    for resource in pairs.new:
        yield Change("resource-added", f"client.{'.'.join(resource.path)}", "resource added", "/tags")
    for before, after in pairs.kept:
        if before.description != after.description:
            yield Change("resource-words", f"client.{'.'.join(after.path)}", "description changed", "/tags")


def _operation(old: Operation, new: Operation, api: Api) -> Iterator[Change]:
    for found in (
        _call(old, new),
        _body(old, new),
        _arguments(old, new, api),
        _result(old, new),
        reply_changes(old, new),
        _wording(old, new),
    ):
        for kind, words, pointer in found:
            yield Change(kind, call_of(new), words, pointer or _pointer(new))


def _call(old: Operation, new: Operation) -> Found:
    if old.deprecated != new.deprecated:
        yield ("deprecated", "deprecated", "") if new.deprecated else ("not-deprecated", "no longer deprecated", "")
    if bool(old.idempotency) != bool(new.idempotency):
        key = (
            f"sends an idempotency key as {new.idempotency}" if new.idempotency else "sends no idempotency key any more"
        )
        yield f"idempotency-{'added' if new.idempotency else 'removed'}", key, ""
    elif old.repeat != new.repeat:
        kind = "repeat-widened" if REPEATS.index(new.repeat) > REPEATS.index(old.repeat) else "repeat-narrowed"
        yield kind, f"may be repeated: '{new.repeat}', was '{old.repeat}'", ""
    if old.settlement != new.settlement:
        kind = "added" if not old.settlement else "changed" if new.settlement else "removed"
        yield f"settling-{kind}", f"the way to settle an unknown outcome {kind}", ""


def _body(old: Operation, new: Operation) -> Found:
    """Yield the changes of a body as a whole. A file that is all of it is required or not as an argument."""
    if old.body and old.body != new.body:
        yield "body-model", f"{_taken(new)}, took {old.body}", ""
    elif old.form and new.body:
        yield "body-model-added", _taken(new), ""
    fields = all(each.body or each.placed("form") for each in (old, new))
    if fields and old.optional != new.optional:
        kind, words = ("optional", "may") if new.optional else ("required", "may no longer")
        yield f"body-now-{kind}", f"the body {words} be left out", ""
    if old.form and new.form and old.form != new.form:
        whole = old.placed("content") or new.placed("content")
        words = f"the body is {new.form}, was {old.form}"
        yield ("body-media" if whole else "argument-wire"), words, ""


def _taken(operation: Operation) -> str:
    return f"takes {operation.body or 'nothing'} as one object"


def _arguments(old: Operation, new: Operation, api: Api) -> Found:
    places = {argument.name: argument for argument in new.arguments}
    open_ = frozenset(each.name for each in api.enumerations if each.open)
    for kind, words, wire in sent_changes(old.arguments, new.arguments, "argument", open_):
        in_body = any(slot.wire == wire and slot.place == "body" for slot in new.arguments)
        yield kind, words, child(SCHEMAS, new.body, "properties", wire) if in_body else ""
    for before in old.arguments:
        after = places.get(before.name)
        if after and (before.place == "path") != (after.place == "path"):
            how = "positional" if after.place == "path" else "keyword-only"
            yield "argument-moved", f"argument '{before.name}' is now {how}", ""
        elif after and before.place != after.place:
            yield "argument-wire", f"argument '{before.name}' moved to the {after.place}", ""
        elif after and before.joined != after.joined:
            how = "as one value with commas" if after.joined else "one by one"
            yield "argument-wire", f"argument '{before.name}' is sent {how}", ""
    first, second = (_positional(a, b) for a, b in ((old, new), (new, old)))
    if first != second:
        yield "argument-moved", f"positional arguments are now ({', '.join(second)}), were ({', '.join(first)})", ""


def _positional(operation: Operation, other: Operation) -> list[str]:
    """Return the positional arguments of *operation* that *other* has too, in order."""

    def names(found: tuple[Argument, ...]) -> list[str]:
        return [argument.name for argument in found]

    return [name for name in names(operation.placed("path")) if name in names(other.placed("path"))]


def _result(old: Operation, new: Operation) -> Found:
    if (old.page is None) != (new.page is None):
        kind = "added" if new.page else "removed"
        yield f"paging-{kind}", f"returns {'Pages instead of a list' if new.page else 'a list instead of Pages'}", ""
    elif old.page and new.page and bool(old.page.cursor) is not bool(new.page.cursor):
        yield "paging-kind", f"is paged by {'cursor' if new.page.cursor else 'number'} now", ""
    elif old.page and new.page and old.page != new.page:
        if replace(old.page, most=new.page.most) != new.page:
            yield "page-keys", "names of the page keys changed", ""
        if old.page.most != new.page.most:
            yield "page-size", f"largest page is {new.page.most or 'unknown'}, was {old.page.most or 'unknown'}", ""
    if old.result != new.result:
        kind = "result-narrowed" if accepts(old.result, new.result) else "result-changed"
        yield kind, f"returns {spelled(new.result)}, returned {spelled(old.result)}", ""
    if old.media and new.media and old.media != new.media:
        yield "result-media", f"the file is {new.media}, was {old.media}", ""
    if old.empty and new.empty and old.empty != new.empty:
        yield "empty-result", "result of an empty reply changed", ""
    if (old.reply, old.take) != (new.reply, new.take):
        part = f"'{new.take}' of {new.reply}" if new.take else f"all of {new.reply or 'the reply'}"
        yield "envelope", f"the result comes as {part}", ""


def _wording(old: Operation, new: Operation) -> Found:
    if (old.summary, old.description) != (new.summary, new.description):
        yield "operation-words", "description changed", ""
    if old.evidence != new.evidence:
        yield "evidence", f"evidence is '{new.evidence}', was '{old.evidence}'", ""
    if old.examples != new.examples:
        yield "examples", "examples changed", ""


def _pointer(operation: Operation) -> str:
    return child("", "paths", operation.path, operation.http_method.lower())


def _models(old: Api, new: Api) -> Iterator[Change]:
    """Yield every change of models and of webhook events."""
    before, after = uses(old), uses(new)
    for models in (paired(old.structs, new.structs, _name), paired(old.enumerations, new.enumerations, _name)):
        for gone in models.gone:
            yield Change("name-removed", gone.name, "model removed", child(SCHEMAS, gone.name), before.calls_of(gone))
        for come in models.new:
            yield Change("name-added", come.name, "model added", child(SCHEMAS, come.name), after.calls_of(come))
        for pair in models.kept:
            yield from _model(pair, before, after)
    yield from _deliveries(old, new)


def _name(model: Struct | Enumeration) -> str:
    return model.name


def _model(pair: tuple[Struct | Enumeration, Struct | Enumeration], before: Uses, after: Uses) -> Iterator[Change]:
    old, new = pair
    pointer, calls = child(SCHEMAS, new.name), after.calls_of(new)
    if isinstance(old, Struct) and isinstance(new, Struct):
        for kind, words, wire in _struct(old, new, before, after):
            yield Change(kind, new.name, words, child(pointer, "properties", wire) if wire else pointer, calls)
    elif isinstance(old, Enumeration) and isinstance(new, Enumeration):
        sent = new.name in before.sent & after.sent
        for kind, words in _enumeration(old, new, sent):
            yield Change(kind, new.name, words, pointer, calls)


def _struct(old: Struct, new: Struct, before: Uses, after: Uses) -> Iterator[tuple[str, str, str]]:
    """Yield the changes of a struct, depending on whether callers send it, receive it, or both."""
    sent = new.name in before.sent & after.sent
    received = new.name in before.received & after.received
    if sent:
        yield from sent_changes(old.fields, new.fields, "sent field")
    yield from _defaults(old, new, before, after)
    for field, same in paired(old.fields, new.fields, _wire).kept:
        if field.tag != same.tag:
            yield "tag", f"tag '{same.name}' is {same.tag or 'any text'}, was {field.tag or 'any text'}", same.wire
        if field.personal != same.personal:
            yield (
                "field-personal",
                f"field '{same.name}' is {'hidden' if same.personal else 'shown'} in reprs",
                same.wire,
            )
    if received:
        yield from received_changes(old.fields, new.fields)
    elif new.name in after.envelopes:
        if _without_words(old) != _without_words(new):
            yield "envelope", "the envelope changed", ""
    elif not sent and new.name not in after.bodies:
        yield from received_changes(old.fields, new.fields)
    if old.description != new.description:
        yield "name-words", "description changed", ""


def _defaults(old: Struct, new: Struct, before: Uses, after: Uses) -> Iterator[tuple[str, str, str]]:
    """Yield what a struct loses that is also sent from now on: in one that is only received, None is the default."""
    was, now = ((new.name in each.received and new.name not in each.sent) for each in (before, after))
    for field, _ in paired(old.fields, new.fields, _wire).kept:
        if field.type.nullable and was != now and new.name in before.received | before.sent:
            words = f"field '{field.name}' {'has' if now else 'no longer has'} the default None"
            yield ("field-default-gained" if now else "field-default-lost"), words, field.wire


def _wire(field: Field) -> str:
    return field.wire


def _without_words(struct: Struct) -> list[Field]:
    return [replace(field, description="") for field in struct.fields]


def _enumeration(old: Enumeration, new: Enumeration, sent: bool) -> Iterator[tuple[str, str]]:
    pairs = paired(old.values, new.values, str)
    for value in pairs.gone:
        yield "member-removed", f"member '{value}' removed"
    for value in pairs.new:
        yield "member-added", f"member '{value}' added"
    before, after = (dict(zip(found.values, found.members, strict=True)) for found in (old, new))
    for value in before:
        if value in after and before[value] != after[value]:
            yield "member-renamed", f"member '{value}' is {after[value]}, was {before[value]}"
    if sent and old.open != new.open:
        yield (
            ("enum-opened", "accepts unlisted values")
            if new.open
            else ("enum-closed", "no longer accepts unlisted values")
        )


def _deliveries(old: Api, new: Api) -> Iterator[Change]:
    pairs = paired(old.deliveries, new.deliveries, lambda delivery: delivery.event)
    for gone in pairs.gone:
        yield Change("event-removed", f"event '{gone.event}'", "removed", child("", "webhooks", gone.event))
    for come in pairs.new:
        yield Change("event-added", f"event '{come.event}'", "added", child("", "webhooks", come.event))
    for before, after in pairs.kept:
        subject, pointer = f"event '{after.event}'", child("", "webhooks", after.event)
        if before.model != after.model:
            yield Change("event-payload", subject, f"is delivered as {after.model}, was {before.model}", pointer)
        if before.description != after.description:
            yield Change("event-words", subject, "description changed", pointer)
