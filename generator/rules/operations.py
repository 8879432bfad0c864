"""Rules on the names of operations and resources, and on the facts that each operation states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..api.naming import ON_CLIENTS, fault_of_call, function_name
from ..source.document import child
from .registry import Finding, rule
from .spec import Operation, Spec

EVIDENCE = ("docs", "partly", "sdk", "live", "guess")
DETERMINERS = ("A", "All", "An", "Every", "The", "This")


def _resource(operation: Operation) -> str:
    return operation.id.rpartition(".")[0]


@rule("operation-id")
def operation_id(spec: Spec) -> Iterator[Finding]:
    """An operationId is the call (`campaigns.sequences.update`): lower snake_case parts, no Python keyword.

    The last part names the method; one or two parts before it name the resource.
    """
    for operation in spec.operations:
        pointer = child(operation.pointer, "operationId")
        parts = operation.id.split(".")
        if operation.id and len(parts) not in (2, 3):
            message = f"`{operation.id}` has {len(parts)} part(s)."
            yield Finding(pointer, message, "Write `resource.method` or `resource.part.method`.")
            continue
        for part in parts if operation.id else ():
            if fault := fault_of_call(part):
                message = f"`{part}` in `{operation.id}` {fault}."
                yield Finding(pointer, message, "Choose a lower snake_case name that Python allows.")


@rule("distinct-operations")
def distinct_operations(spec: Spec) -> Iterator[Finding]:
    """Operations have distinct calls, and distinct functions in `operations/`, where dots become underscores."""
    seen: dict[str, Operation] = {}
    for operation in spec.operations:
        function = function_name(operation.id)
        if function and function in seen:
            first = seen[function]
            line = spec.copy.at(child(first.pointer, "operationId")).line
            message = f"`{operation.id}` and `{first.id}` on line {line} would be one function, `{function}`."
            yield Finding(child(operation.pointer, "operationId"), message, "Rename one of the two.")
        seen.setdefault(function, operation)


@rule("one-tag")
def one_tag(spec: Spec) -> Iterator[Finding]:
    """An operation has one tag, its resource: the operationId without the last part."""
    for operation in spec.operations:
        tags, resource = operation.value.get("tags"), _resource(operation)
        if tags is not None and resource and tags != [resource]:
            message = f"the tags of `{operation.id}` are not exactly `{resource}`."
            yield Finding(child(operation.pointer, "tags"), message, f"Write `tags: [{resource}]`.")


@rule("declared-tags")
def declared_tags(spec: Spec) -> Iterator[Finding]:
    """Each resource is a declared tag, declared once and used. A tag of two parts needs the first one declared too.

    The description of the tag becomes the docstring of the resource.
    """
    names = [tag.get("name", "") for tag in spec.data.get("tags", [])]
    used = {_resource(operation): operation for operation in reversed(spec.operations)}
    listed = {tag for operation in spec.operations for tag in operation.value.get("tags", [])}
    for resource, first in used.items():
        if resource and resource not in names and "tags" in spec.data:
            message = f"the resource `{resource}` is not declared."
            yield Finding(child(first.pointer, "tags"), message, "Declare the tag at the top, with a description.")
    for index, name in enumerate(names):
        pointer = child("/tags", index)
        if name and names.index(name) < index:
            yield Finding(pointer, f"the tag `{name}` is declared twice.", "Keep one.")
        elif name and name not in used and name not in listed:
            yield Finding(pointer, f"no operation has the tag `{name}`.", "Remove it, or add its operations.")
        elif "." in name and name.rpartition(".")[0] not in names:
            yield Finding(pointer, f"the parent of `{name}` is not declared.", "Declare the tag of its first part.")


@rule("resource-names")
def resource_names(spec: Spec) -> Iterator[Finding]:
    """The name of a resource is no method of its parent and no attribute that every client has.

    Its module is its tag with underscores, so these names are distinct too.
    """
    calls = {operation.id for operation in spec.operations}
    tags = [tag.get("name", "") for tag in spec.data.get("tags", [])]
    modules = Counter(function_name(tag) for tag in dict.fromkeys(tags))
    for index, tag in enumerate(tags):
        pointer = child("/tags", index, "name")
        if tag and tag in calls:
            yield Finding(pointer, f"`{tag}` is a resource and an operation.", "Rename one of the two.")
        if tag in ON_CLIENTS:
            yield Finding(pointer, f"every client has another attribute `{tag}`.", "Rename the resource.")
        if tag and modules[function_name(tag)] > 1 and "." in tag:
            yield Finding(pointer, f"another tag has the module `{function_name(tag)}` too.", "Rename one of the two.")


@rule("evidence")
def evidence(spec: Spec) -> Iterator[Finding]:
    """`x-evidence` is `docs`, `partly`, `sdk` or `live`: how well the operation is known; `guess` only in a draft."""
    for operation in spec.operations:
        known = operation.value.get("x-evidence")
        if known and known not in EVIDENCE:
            pointer = child(operation.pointer, "x-evidence")
            message = f"`{known}` is not a value of `x-evidence`."
            yield Finding(pointer, message, "Write `docs`, `partly`, `sdk`, `live` or `guess`.")


@rule("some-operation")
def some_operation(spec: Spec) -> Iterator[Finding]:
    """There is at least one operation, and each path has one: the client would contain nothing of an empty path."""
    for path, item in spec.data.get("paths", {}).items():
        if not (item.keys() - {"parameters"}):
            yield Finding(child("/paths", path), f"`{path}` has no operation.", "Describe one, or remove the path.")
    if spec.data.get("paths") == {}:
        yield Finding("/paths", "the document has no operation.", "Describe one.")


@rule("summary")
def summary(spec: Spec) -> Iterator[Finding]:
    """A summary is a title, `Create a lead`: it begins with a capital and no article, and ends without a full stop.

    It heads the operation in every reference, and becomes the first line of the method's docstring.
    """
    for node in spec.nodes("operation", "webhook operation"):
        words = node.value.get("summary", "").strip()
        if words and (not words[0].isupper() or words.endswith(".") or words.split()[0] in DETERMINERS):
            pointer = child(node.pointer, "summary")
            message = f"`{words}` is not a title."
            yield Finding(pointer, message, "Write an imperative such as `Create a lead`, or an event, `Lead created`.")
