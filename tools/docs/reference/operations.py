"""The page of a resource: a section for each operation and each method that makes several calls. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.api.ir import Argument, Operation, Resource
from tools.docs.failure import SiteError

from . import behaviour
from .facts import Facts
from .markup import Links, body, code, definitions, directive, fence, label, rubric, target
from .models import bounds_of, fields
from .package import Method
from .samples import LANGUAGES, TABS, Sample, bulk_samples, samples, upsert_samples


def page(facts: Facts, links: Links, resource: Resource) -> str:
    """Return the page of *resource*."""
    name = ".".join(resource.path)
    sections = [section for operation in resource.operations for section in _sections(facts, links, operation)]
    below = [f"- [{'.'.join(child.path)}]({'-'.join(child.path)}.md)" for child in resource.children]
    table = "\n".join(
        f"- {links.name(f'{name}.{method.name}')} – {method.doc.summary.rstrip('.')}"
        for method in facts.methods[name].values()
    )
    return "\n\n".join([target(name), f"# {name}", links.prose(resource.description), table, *below, *sections]) + "\n"


@dataclass(frozen=True)
class _Shown:
    """What a section is about: a method, its samples, and what is known besides."""

    method: Method
    samples: Iterable[Sample]
    request: str
    about: dict[str, str]


def _sections(facts: Facts, links: Links, operation: Operation) -> Iterator[str]:
    resource, _, name = operation.id.rpartition(".")
    methods = facts.methods[resource]
    request = f"`{operation.http_method} {operation.path}`"
    about = behaviour.behaviour(facts, operation)
    yield _section(facts, links, operation, _Shown(methods[name], samples(facts, operation), request, about))
    if upsert := operation.upsert:
        requests, about = f"{operation.id}, {upsert.find}, {upsert.update}", behaviour.upsert(operation, upsert)
        shown = _Shown(methods["upsert"], upsert_samples(facts, operation), requests, about)
        yield _section(facts, links, operation, shown)
    if bulk := operation.bulk:
        shown = _Shown(methods[bulk.name], bulk_samples(facts, operation, bulk), operation.id, behaviour.bulk(bulk))
        yield _section(facts, links, operation, shown)


def _section(facts: Facts, links: Links, operation: Operation, shown: _Shown) -> str:
    method = shown.method
    call = f"{operation.id.rpartition('.')[0]}.{method.name}"
    own = method.name == operation.name
    parts = [
        target(call),
        f"## {call}",
        f"**{method.doc.summary}** {links.prose(method.doc.text)}".strip(),
        f"Request: {links.prose(shown.request)}",
        _tabs(shown.samples),
        rubric("Signature"),
        fence("python", method.signatures(f"client.{call}")),
        *_arguments(links, operation, method),
        rubric("Result"),
        *_result(facts, links, operation, method),
        rubric("Statuses and exceptions" if own else "Exceptions"),
        *(_statuses(facts, links, operation) if own else [_raises(links, method)]),
        rubric("Good to know"),
        definitions({f"**{title}**": links.prose(words) for title, words in shown.about.items()}),
    ]
    return "\n\n".join(part for part in parts if part)


def _tabs(shown: Iterable[Sample]) -> str:
    items = [
        directive("tab-item", fence(LANGUAGES[each.tab], each.text), TABS[each.tab], sync=each.tab) for each in shown
    ]
    return directive("tab-set", "\n\n".join(items), depth=4, sync_group="flavour")


def _arguments(links: Links, operation: Operation, method: Method) -> list[str]:
    """Return the arguments as a list of definitions; nothing if there are none."""
    known = {argument.name: argument for argument in operation.arguments}
    types = {each.name: each for each in method.whole}
    if missing := types.keys() - method.doc.arguments.keys():
        raise SiteError(f"{operation.id}: {method.name}: its docstring has no words about {', '.join(sorted(missing))}")
    entries: dict[str, str] = {}
    for name, words in method.doc.arguments.items():
        annotation = types[name].annotation.replace(" | UnsetType", "")
        notes = [label("required", "required")] if method.required(name) else []
        notes += _notes(known[name]) if name in known else []
        entries[f"`{name}` {links.type(annotation)} {' '.join(notes)}".rstrip()] = links.prose(words)
    return [rubric("Arguments"), definitions(entries)] if entries else []


def _notes(argument: Argument) -> list[str]:
    """Return the notes beside an argument: where it is sent, by which name, and its bounds."""
    place = {"body": "", "content": "body"}.get(argument.place, argument.place)
    wire = argument.wire if argument.wire != argument.name else ""
    sent = " ".join(word for word in (place, f"sent as {code(wire)}" if wire else "") if word)
    return [
        *([label(sent)] if sent else []),
        *(label(each) for each in bounds_of(argument.bounds)),
        *([label("deprecated")] if argument.deprecated else []),
    ]


def _result(facts: Facts, links: Links, operation: Operation, method: Method) -> Iterator[str]:
    more = links.class_of(method.returns)
    words = links.prose(method.doc.returns or "Nothing.") + (f" See {more}." if more else "")
    yield f"{links.type(method.returns)} – {words}"
    model = operation.result.items[0] if operation.result.kind == "array" else operation.result
    own = method.name == operation.name
    if own and model.name in facts.structs:
        content = definitions(fields(links, facts.structs[model.name]))
        yield directive("dropdown", content, f"Fields of {model.name}", depth=4)
    status, example = facts.success(operation)
    if own and example is not None:
        yield directive("dropdown", body(example), f"Example of the reply: {status}", depth=4)


def _statuses(facts: Facts, links: Links, operation: Operation) -> Iterator[str]:
    """Yield every documented status, with its exception, its meaning and an example of its body."""
    entries: dict[str, str] = {}
    for reply in operation.replies:
        raised = f"raises {links.name(reply.exception)}" if reply.exception else "returns the result"
        words = [links.prose(reply.description)]
        if not reply.succeeds:
            words += [code(_line(example)) for example in [facts.example(operation, reply.status)] if example]
        entries[f"`{reply.status}` {raised}"] = "\n\n".join(words)
    yield definitions(entries)
    yield (
        "Any call may also raise the errors that need no status, such as "
        f"{links.name('NotSentError')} and {links.name('OutcomeUnknownError')}: see [Exceptions](exceptions.md)."
    )


def _line(example: Any) -> str:
    return json.dumps(example, ensure_ascii=False)


def _raises(links: Links, method: Method) -> str:
    return definitions({links.name(name): links.prose(words) for name, words in method.doc.raises.items()})
