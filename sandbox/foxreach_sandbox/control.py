"""The control API, outside the API of the spec: faults, clock, state, keys, what the world does, reset.

It has no key of its own. A body has to be announced as JSON, so that no page in a browser can post to it unasked.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .document import Json, is_object
from .faults import ANY, Fault

if TYPE_CHECKING:
    from .sandbox import Sandbox

HOME = "/_sandbox"
FAULTS: dict[str, Callable[..., Fault]] = {
    "status": Fault.status,
    "answer": Fault.answer,
    "html": Fault.html,
    "delayed": Fault.delayed,
    "silence": Fault.silence,
    "close": Fault.close,
    "reset": Fault.reset,
    "truncated": Fault.truncated,
    "hangup": Fault.hangup,
    "slow": Fault.slow,
    "raw": Fault.raw,
}
DEEDS = ("account", "reply", "send", "open", "bounce", "complete")
KINDS = ("leads", "campaigns", "sequences", "templates", "accounts", "threads", "messages", "webhooks")


def state_of(sandbox: "Sandbox") -> Json:
    """Return what the page shows, and what GET /_sandbox/state answers."""
    with sandbox.engine.lock:
        return {
            "time": sandbox.clock.stamp(),
            "rows": {kind: len(sandbox.state.rows(kind)) for kind in KINDS},
            "statuses": {str(status): count for status, count in sorted(sandbox.state.statuses.items())},
            "faults": sandbox.faults.listed(),
            "deliveries": {"waiting": len(sandbox.deliveries.waiting), "posted": len(sandbox.deliveries.log)},
            "connections": {"open": sandbox.sockets.open, "most": sandbox.sockets.most},
            "requests": sandbox.state.requests,
        }


class Control:
    """What can be asked of a sandbox; each answers with the state afterwards, unless it says otherwise."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    def state(self, _: Json) -> Any:
        """GET /_sandbox/state."""
        return state_of(self._sandbox)

    def rows(self, given: Json) -> Any:
        """GET /_sandbox/rows/{kind}: the rows of one kind."""
        kind = _one_of(KINDS, given["kind"], "kind of rows")
        return self._sandbox.state.rows(kind, given.get("workspace", "first"))

    def fault(self, given: Json) -> Any:
        """POST /_sandbox/faults {"fault", "operation", "count" | "share", ...}: the rest are the fault's arguments."""
        operation, count = given.pop("operation", ANY), given.pop("count", 1)
        share, seed = given.pop("share", None), given.pop("seed", 0)
        fault = FAULTS[_one_of(FAULTS, given.pop("fault"), "fault")](**given)
        if share is not None:
            self._sandbox.faults.sometimes(operation, share, fault, seed=seed)
        elif count is None:
            self._sandbox.faults.always(operation, fault)
        else:
            self._sandbox.faults.next(operation, count, fault)
        return self._sandbox.faults.listed()

    def no_faults(self, _: Json) -> Any:
        """DELETE /_sandbox/faults."""
        self._sandbox.faults.clear()
        return []

    def clock(self, given: Json) -> Any:
        """POST /_sandbox/clock {"advance": seconds}."""
        self._sandbox.clock.advance(given["advance"])
        return {"time": self._sandbox.clock.stamp()}

    def key(self, given: Json) -> Any:
        """POST /_sandbox/keys {"key", "workspace", "scopes"}."""
        return {"key": self._sandbox.add_key(given.pop("key"), **given)}

    def world(self, given: Json) -> Any:
        """POST /_sandbox/world {"do": account | reply | send | open | bounce | complete, ...}: its result."""
        return getattr(self._sandbox.world, _one_of(DEEDS, given.pop("do"), "deed of the world"))(**given)

    def deliveries(self, given: Json) -> Any:
        """POST /_sandbox/deliveries {"duplicate_next": count}: what was delivered; the body may be empty."""
        self._sandbox.deliveries.duplicate_next(given.get("duplicate_next", 0))
        self._sandbox.deliveries.run_due()
        return self._sandbox.deliveries.log

    def reset(self, _: Json) -> Any:
        """POST /_sandbox/reset."""
        self._sandbox.reset()
        return state_of(self._sandbox)

    def routes(self) -> list[Route]:
        """Return where all this is found."""
        return [
            Route(f"{HOME}/{path}", _endpoint(work), methods=[method])
            for method, path, work in (
                ("GET", "state", self.state),
                ("GET", "rows/{kind}", self.rows),
                ("POST", "faults", self.fault),
                ("DELETE", "faults", self.no_faults),
                ("POST", "clock", self.clock),
                ("POST", "keys", self.key),
                ("POST", "world", self.world),
                ("POST", "deliveries", self.deliveries),
                ("POST", "reset", self.reset),
            )
        ]


def _endpoint(work: Callable[[Json], Any]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        try:
            given = {**request.query_params, **request.path_params, **await _sent(request)}
            return JSONResponse({"data": await run_in_threadpool(work, given)})
        except KeyError as error:
            return JSONResponse({"detail": f"the body lacks {error}"}, 400)
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"detail": str(error)}, 400)

    return answer


def _one_of(known: Collection[str], given: Any, what: str) -> str:
    if given not in known:
        raise ValueError(f"{given!r} is no {what}; there are {', '.join(known)}")
    return str(given)


async def _sent(request: Request) -> Json:
    if request.method != "POST":
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise ValueError("the body has to be announced as application/json")
    given: Any = await request.json()
    if not is_object(given):
        raise ValueError("the body has to be an object")
    return given
