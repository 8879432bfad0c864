"""The pages of the classes that are written by hand, which Sphinx fills from their docstrings. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from .markup import fence, target

CLIENT, TESTING, SANDBOX = "foxreach_client", "foxreach_client.testing", "foxreach_sandbox"
RUNTIME = "foxreach_runtime"
WHOLE = "\n   :members:\n   :inherited-members: BaseException, tuple, object\n   :exclude-members: settled_by"


@dataclass(frozen=True)
class Page:
    """One page: *names* of what it is about, each with the module to import it from; lower case means a function."""

    title: str
    text: str
    names: dict[str, str]


PAGES: dict[str, Page] = {
    "client": Page(
        "Clients and options",
        "`FoxReach` and `AsyncFoxReach` take the same options, all of them keywords.",
        {
            **dict.fromkeys(("FoxReach", "AsyncFoxReach", "RetryPolicy", "Timeout", "RedisLimiter"), CLIENT),
            **dict.fromkeys(("LocalLimiter", "Limiter", "LimiterUnavailableError"), f"{RUNTIME}.rate_limit.limiter"),
            **dict.fromkeys(("AttemptEvent", "WaitEvent"), CLIENT),
        },
    ),
    "results": Page(
        "Results, lists and replies",
        "What calls return besides [models](index.md): lists of many pages, outcomes of imports, whole replies, files.",
        dict.fromkeys(
            (
                *("Pages", "AsyncPages", "Page", "AsyncPage", "Upserted", "ImportProgress", "RowOutcome", "RawReply"),
                *("Headers", "RateLimit", "Attempt", "FieldError", "Download", "Upload", "unsettled"),
            ),
            CLIENT,
        ),
    ),
    "webhook-deliveries": Page(
        "Verify webhook deliveries",
        "`parse_delivery` checks the signature of a webhook delivery and returns it as a typed object. "
        "[Webhook events](events.md) has the payload of each event, and a handler.",
        {"parse_delivery": CLIENT, "UnknownDelivery": CLIENT},
    ),
    "recording": Page(
        "Recordings and differences",
        "Record real exchanges without a person's data, and find out where replies differ from the spec.",
        {
            **dict.fromkeys(
                ("recorder", "Recorder", "Replay", "Recording", "Exchange", "differences_in"), f"{CLIENT}.recording"
            ),
            **dict.fromkeys(("NotRecordedError", "UnsafeRecordingError"), f"{CLIENT}.recording"),
            **dict.fromkeys(("Difference", "differences_of"), f"{CLIENT}.differences"),
        },
    ),
    "testing-kit": Page(
        "The testing kit",
        "Fixtures of pytest, mock routes, factories and signed deliveries, for tests of programs that use the client. "
        "[Testing code that uses the client](../testing.md) has examples.",
        {
            **dict.fromkeys(
                (
                    *("foxreach_sandbox", "foxreach", "foxreach_async", "foxreach_server", "foxreach_faults"),
                    *("foxreach_mock", "foxreach_replay", "foxreach_replay_async"),
                ),
                f"{TESTING}.fixtures",
            ),
            **dict.fromkeys(("several", "signed", "SignedDelivery", "RealHostWarning"), TESTING),
            **dict.fromkeys(("Route", "PageRoute"), "foxreach_testing.mock_routes"),
        },
    ),
    "sandbox-classes": Page(
        "The sandbox as a library",
        "The classes of `foxreach_sandbox`, with which a Python program starts a sandbox and controls it. "
        "[The sandbox](../sandbox.md) has examples.",
        {
            **dict.fromkeys(("Sandbox", "Fault", "Faults", "Clock", "Variants", "Serving"), SANDBOX),
            "World": f"{SANDBOX}.world",
            **dict.fromkeys(("Journal", "Received"), f"{SANDBOX}.journal"),
        },
    ),
}


# What users never make: the arguments of the class say nothing to them.
UNMADE = {f"{module}.{name}" for name, module in PAGES["results"].names.items() if name != "Upload"}


def names() -> list[str]:
    """Return the classes that have a section."""
    return [name for page in PAGES.values() for name in page.names if _kind(name) == "classes"]


def pages() -> dict[str, str]:
    """Return the page of each group of classes, by its path."""
    return {f"{file}.md": _page(each) for file, each in PAGES.items()}


def _page(page: Page) -> str:
    sections = [
        documented(name, f"{_kind(name)}.{name}", _directive(name), module) for name, module in page.names.items()
    ]
    return "\n\n".join([f"# {page.title}", page.text, *sections]) + "\n"


def _kind(name: str) -> str:
    return "classes" if name[0].isupper() else "functions"  # A target has no upper case: `recorder` makes a `Recorder`.


def _directive(name: str) -> str:
    if name.endswith("Error"):
        return "autoexception"
    return "autoclass" if name[0].isupper() else "autofunction"


def documented(name: str, anchor: str, directive: str, module: str = CLIENT) -> str:
    """Return the section about a name of *module*."""
    options = "" if directive == "autofunction" else WHOLE
    unmade = directive == "autoexception" or f"{module}.{name}" in UNMADE
    text = f".. {directive}:: {module}.{name}{'()' if unmade else ''}{options}"  # `processing` takes the brackets away.
    return "\n\n".join([target(anchor), f"## {name}", fence("{eval-rst}", text)])
