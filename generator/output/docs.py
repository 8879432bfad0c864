"""Docstrings of methods and exceptions, composed from the texts of the document. Pure: values in, text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from ..api.ir import Api, Argument, Operation, Reply, StatusClass

# The statuses that the rule `documented-statuses` demands of every operation, apart from those of the server's errors.
USUAL = ("401", "403", "429")

# What `x-evidence` means to a caller. An operation whose page was read whole needs no note.
EVIDENCE = {
    "docs": "",
    "live": "",
    "partly": "Documented; the page was read only in part.",
    "sdk": "No page of the documentation describes this operation; it is known only from the vendor's own clients.",
    "guess": "Drafted from another document; not checked.",
}
IDEMPOTENT = "The call is idempotent: a repeat is safe."
REPEATED_BY_KEY = "A repeat with the same key is safe: all attempts of a call have one, and errors keep it."
ONE_CALL = "`first()`, `one()` and `first_page()` make one call."
# What a list promises while its items move between pages, and the keyword that every list method has for it.
MOVES = (
    "An item that is in the list from the first request to the last is yielded exactly once, even if the list changes. "
    "If others add and remove equally many items between two pages, this holds only with `strict`."
)
# What it promises if each page has the cursor of the next one.
BY_CURSOR = (
    "Pages are read by cursor, as the server chains them; an item of the last ten pages is not yielded again. "
    "`error.next_cursor` is where to continue. Nobody knows the number of items, and no page can be fetched ahead."
)
STRICT = "    strict: Check before every page whether items have moved, at twice the calls."


def usual_replies(api: Api) -> tuple[Reply, ...]:
    """Return the errors that every operation may have, each in the words that most operations have for it."""
    counted = Counter(reply for operation in api.operations for reply in operation.replies)
    everywhere = set[str].intersection(*({reply.status for reply in each.replies} for each in api.operations))
    usual: dict[str, Reply] = {}
    for reply, _ in counted.most_common():
        if reply.status in everywhere and (reply.status in USUAL or reply.status.startswith("5")):
            usual.setdefault(reply.status, reply)
    return tuple(usual[status] for status in sorted(usual))


def raised(replies: Iterable[Reply]) -> str:
    """Return the lines of a Raises section for *replies*: one per exception, with its statuses."""
    found: dict[str, list[str]] = {}
    for reply in replies:
        found.setdefault(reply.exception, []).append(_when(reply))
    return "".join(f"    {name}: {' '.join(words)}\n" for name, words in found.items())


def method_words(operation: Operation, usual: Collection[Reply], prefix: str) -> str:
    """Return the docstring of the operation's method: summary, description, Args, Returns, Raises.

    Raises omits the *usual* errors, which the docstring of the client lists. *prefix* is that of the client's class.
    """
    arguments = _arguments(operation).splitlines()
    if operation.page and not operation.page.cursor:
        arguments.append(STRICT)
    sections = [
        f"{operation.summary}.",
        _paragraphs(" ".join([operation.description, *_notes(operation)])),
        "\n".join(["Args:", *arguments]) if arguments else "",
        f"Returns:\n    {_returned(operation)}" if operation.reply or operation.media else "",
        f"Raises:\n{_raises(operation, usual, prefix)}",
    ]
    return "\n\n".join(section for section in sections if section)


UPSERT = """{summary}, or update the one with the same {keys}.

If the {keys} is taken, finds the object with {find} and changes the fields that are given with {update}; \
custom fields are merged by name, and without a difference there is no call. {created_only}An outcome in doubt is \
looked up, so there are never two objects, and the call is safe to repeat. After such a doubt, `created` is True for \
an object that appeared meanwhile with exactly these fields, even if another program created it.

Args:
{arguments}

Returns:
    The object and whether this call created it: `value, created`.

Raises:
{raises}"""

BULK = """Import any number of rows, in calls of up to {limit:,}.

Every row is checked before it is sent. A row that cannot be sent, or that the server refuses, does not stop the others.

If the import stops, the same call with the same *checkpoint* resumes it: rows with a recorded answer are not sent \
again, rows in doubt are.

Args:
    rows: {rows}, each an object or a mapping, taken as they are needed. {again}
{arguments}
    checkpoint: File that holds the progress after each call, without data of the rows. A finished import leaves it: \
delete it to import the same rows again.
    outcomes: File for the outcome of each row, as JSON lines with row number, result and reason. Outcomes of an \
earlier import are replaced; any other file is refused.
    on_progress: Called with the progress after each call, or once if there is nothing to send.
    on_outcome: Called with the outcome of each row. After a resumption it may be called again for the rows in doubt.
    batch_size: Rows in a call, 1 to {limit}.

Returns:
    The progress at the end, including the rows of earlier runs, which *skipped* counts.

Raises:
    BadCheckpointError: The checkpoint is about other rows, another server or API key, is no checkpoint, or is in use; \
or *outcomes* has something else.
    ValueError: *batch_size* is out of range.
{raises}"""
VALUES = "The fields below as one `{0}`, or as a mapping such as `{0}Dict`, in place of keywords."
AGAIN = "To resume, pass the same rows again."


def upsert_words(operation: Operation, prefix: str) -> str:
    """Return the docstring of the method that creates or updates."""
    upsert = operation.upsert
    assert upsert is not None, "the template asks for operations with an upsert"  # noqa: S101
    keys = " and ".join(name for _, name in upsert.arguments)
    only = f"On an update, {' and '.join(f'*{name}*' for name in upsert.created_only)} has no effect. "
    return UPSERT.format(
        summary=operation.summary,
        keys=keys,
        find=upsert.find,
        update=upsert.update,
        created_only=only if upsert.created_only else "",
        arguments=_arguments(operation),
        raises=_raised_by_compound(operation, prefix, {"409"}),
    )


def bulk_words(operation: Operation, prefix: str) -> str:
    """Return the docstring of the method that imports any number of rows."""
    bulk = operation.bulk
    assert bulk is not None, "the template asks for operations with a bulk import"  # noqa: S101
    return BULK.format(
        limit=bulk.limit,
        rows=f"The {bulk.rows.replace('_', ' ')}",
        again=AGAIN,
        arguments=_arguments(operation, without=bulk.rows),
        raises=_raised_by_compound(operation, prefix, {"400", "422"}),
    )


def _arguments(operation: Operation, without: str = "") -> str:
    """Return the lines of Args, *without* an argument and the body as one object if one is named."""
    described = [(each.name, f"{_flat(each.description)}{_default(operation, each)}") for each in operation.arguments]
    if operation.body and not without:
        described.insert(len(operation.placed("path")), ("values", VALUES.format(operation.body)))
    return "\n".join(f"    {name}: {words}" for name, words in described if name != without)


def _default(operation: Operation, argument: Argument) -> str:
    """Return what the client sends for an argument that is not given, or ""."""
    if "file" in (argument.type.kind, *(item.kind for item in argument.type.items)):
        return " A path, bytes, a file opened in binary mode, or an `Upload` with name and content type."
    page = operation.page
    return f" This client asks for {page.most} by default." if page and argument.wire == page.size else ""


def _raised_by_compound(operation: Operation, prefix: str, handled: Collection[str]) -> str:
    """Return the lines of Raises, without the usual errors and those that do not reach callers."""
    usual = {*USUAL, *handled}
    own = [reply for reply in operation.replies if reply.status[0] == "4" and reply.status not in usual]
    return f"{raised(own)}    FoxReachError: `foxreach_client.{prefix}FoxReach` lists what every call may raise."


def exception_words(error: StatusClass, errors: Iterable[StatusClass]) -> str:
    """Return the docstring of an exception: its statuses, its meaning, and where its attributes are described."""
    statuses = (str(each.status) for each in errors if each.name == error.name)
    words = f"{', '.join(statuses)}: {_flat(error.description)}"
    if error.base == "StatusError":
        return words
    return f"{words}\n\nIts attributes are described in `foxreach_runtime.errors.{error.base}`."


def _notes(operation: Operation) -> tuple[str, ...]:
    return (
        "Deprecated by the API; it may go away." if operation.deprecated else "",
        REPEATED_BY_KEY if operation.idempotency else IDEMPOTENT if operation.repeat == "idempotent" else "",
        EVIDENCE[operation.evidence],
    )


def _returned(operation: Operation) -> str:
    if not operation.page:
        return _flat(operation.returns)
    item = operation.result.items[0].name or "item"
    promised = BY_CURSOR if operation.page.cursor else MOVES
    return f"Iterates over every `{item}` and requests pages as needed. {ONE_CALL} {promised}"


def _raises(operation: Operation, usual: Collection[Reply], prefix: str) -> str:
    own = raised(reply for reply in operation.replies if not reply.succeeds and reply not in usual)
    doubtful = operation.repeat == "never" or operation.idempotency
    doubt = f"    OutcomeUnknownError: {_doubt(operation, prefix)}\n" if doubtful else ""
    return f"{own}{doubt}    FoxReachError: `foxreach_client.{prefix}FoxReach` lists what every call may raise."


def _doubt(operation: Operation, prefix: str) -> str:
    """Return what to do if nobody knows whether a call that must not be repeated took effect."""
    if operation.idempotency:
        return "The call may have taken effect; repeat it with the same key, `error.idempotency_key`."
    if operation.settlement is None:
        return "The call may have taken effect; check before you repeat it."
    settle = "await error.settle_async()" if prefix else "error.settle()"
    return f"The call may have taken effect; `{settle}` checks it with {operation.settlement.call}."


def _when(reply: Reply) -> str:
    status = f"{reply.status} without a class of its own" if reply.status == "4XX" else reply.status
    return f"{status}. {_flat(reply.description).rstrip('.')}."


def _flat(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    """Return *text* with each paragraph on one line; `docstring` wraps it."""
    return "\n\n".join(_flat(paragraph) for paragraph in text.split("\n\n")).strip()
