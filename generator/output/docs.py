"""Docstrings of the client's methods, put together from the document's words. Pure: text in, text out."""

from __future__ import annotations

from ..api.ir import Operation, Reply, StatusClass

# What `x-evidence` means to a caller; an operation whose page was read whole needs no word.
EVIDENCE = {
    "docs": "",
    "partly": "Its page in the documentation was read in part only.",
    "sdk": "No page of the documentation describes it; it is known from the vendor's own clients alone.",
}


def method_words(operation: Operation) -> str:
    """Return what the docstring of the operation's method says: summary, Args, Returns, Raises."""
    arguments = [f"    {argument.name}: {_flat(argument.description)}" for argument in operation.arguments]
    sections = [
        f"{operation.summary}.",
        _paragraphs(operation.description),
        "Deprecated by the API; it may go away." if operation.deprecated else "",
        EVIDENCE[operation.evidence],
        "\n".join(["Args:", *arguments]) if arguments else "",
        f"Returns:\n    {_returned(operation)}",
        "\n".join(["Raises:", *_raises(operation)]),
    ]
    return "\n\n".join(section for section in sections if section)


def exception_words(error: StatusClass) -> str:
    """Return what the docstring of an exception says: its status, its meaning, where its attributes are described."""
    words = f"{error.status}: {_flat(error.description)}"
    if error.base == "StatusError":
        return words
    return f"{words}\n\nIts attributes are described in `foxreach_runtime.errors.{error.base}`."


def _returned(operation: Operation) -> str:
    good = next(reply for reply in operation.replies if reply.succeeds)
    lazy = " Nothing is fetched before you iterate over all items or ask for `first_page()`." if operation.page else ""
    return _flat(good.description) + lazy


def _raises(operation: Operation) -> list[str]:
    found: dict[str, list[Reply]] = {}
    for reply in operation.replies:
        if not reply.succeeds:
            found.setdefault(reply.exception, []).append(reply)
    return [f"    {name}: {' '.join(map(_when, replies))}" for name, replies in found.items()]


def _when(reply: Reply) -> str:
    return f"{reply.status}. {_flat(reply.description).rstrip('.')}."


def _flat(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    """Return *text* with each paragraph on one line, ready to be folded."""
    return "\n\n".join(_flat(paragraph) for paragraph in text.split("\n\n")).strip()
