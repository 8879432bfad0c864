"""The control API beside the API of the spec: state, faults, clock, keys, world, deliveries, reset.

It needs no key. A body must have the Content-Type of JSON, which a page in a browser cannot send without permission.
"""

from collections.abc import Callable, Collection
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..backend import KINDS, Backend
from ..clock import stamp
from ..document import Json, is_object
from ..faults import ANY, Fault, Where
from ..http_messages import BASE, decoded
from ..keys import BOTH
from .arguments import checked

HOME = "/_sandbox"
FIRST_WORKSPACE = "first"
PLAN = ("operation", "count", "share", "seed", "where")
MOST_SHOWN = 1000
FAULTS = ("status", "answer", "html", "delayed", "silence", "close", "reset", "truncated", "hangup", "slow", "raw")
ACTIONS = ("account", "reply", "send", "fail", "open", "click", "bounce", "complete", "recipients")


class Control:
    """The requests of the control API; each method takes the fields and returns the `data` of the answer."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def state(self, workspace: str = FIRST_WORKSPACE) -> Any:
        """GET /_sandbox/state: the rows are counted in one workspace, all else in all of them."""
        _one_of(self._backend.workspaces, workspace, "workspace")
        return self._backend.summary(workspace)

    def about(self) -> Any:
        """GET /_sandbox/about: what does not change."""
        return {"base": BASE, "key": self._backend.key, "operations": list(self._backend.engine.document.operations)}

    def rows(self, kind: str, workspace: str = FIRST_WORKSPACE, limit: str = "") -> Any:
        """GET /_sandbox/rows/{kind}: the rows of one kind, oldest first; with `?limit=`, the newest, newest first."""
        _one_of(self._backend.workspaces, workspace, "workspace")
        _one_of(KINDS, kind, "kind of rows")
        if not limit:
            return self._backend.state.rows(kind, workspace)
        return self._backend.state.newest(kind, workspace, _limit(limit))

    def requests(self, operation: str = ANY, limit: str = "100") -> Any:
        """GET /_sandbox/requests: the requests with their bodies, newest first; `?operation=` selects, `?limit=`."""
        most = _limit(limit)
        return [each.shown() for each in reversed(self._backend.requests.all(operation)[-most:])]

    def fault(self, fault: str, **given: Any) -> Any:
        """POST /_sandbox/faults {"fault", "operation", "count" | "share", ...}, with the arguments of the fault."""
        make = getattr(Fault, _one_of(FAULTS, fault, "fault"))
        plan = {name: given.pop(name) for name in PLAN if name in given}
        if plan.get("share") is not None and plan.get("count") is not None:
            raise ValueError("give count or share, not both: a share of the calls has no number")
        planned = make(**checked(make, given))
        self._plan(**checked(self._plan, {"fault": planned, **plan}))
        return self._backend.faults.listed()

    def _plan(
        self,
        fault: Any,
        operation: str = ANY,
        *,
        count: int | None = 1,
        share: float | None = None,
        seed: int = 0,
        where: Where | None = None,
    ) -> None:
        matched: Where = where or {}
        if share is not None:
            self._backend.faults.sometimes(operation, share, fault, seed=seed, **matched)
        elif count is None:
            self._backend.faults.always(operation, fault, **matched)
        else:
            self._backend.faults.next(operation, count, fault, **matched)

    def no_faults(self) -> Any:
        """DELETE /_sandbox/faults."""
        self._backend.faults.clear()
        return []

    def clock(self, advance: float) -> Any:
        """POST /_sandbox/clock {"advance": seconds}."""
        self._backend.clock.advance(advance)
        return {"time": self._backend.clock.stamp()}

    def key(self, key: str, workspace: str = FIRST_WORKSPACE, scopes: list[str] | None = None) -> Any:
        """POST /_sandbox/keys {"key", "workspace", "scopes"}."""
        if not key or not key.isascii() or not key.isprintable():
            raise ValueError("key must be printable ASCII text")
        return {"key": self._backend.add_key(key, workspace=workspace, scopes=BOTH if scopes is None else scopes)}

    def world(self, do: str, **given: Any) -> Any:
        """POST /_sandbox/world {"do": account | reply | send | open | bounce | complete, ...}: the result."""
        work = getattr(self._backend.world, _one_of(ACTIONS, do, "action"))
        return work(**checked(work, given))

    def attempts(self) -> Any:
        """GET /_sandbox/deliveries: the latest attempts to deliver, newest first, and what waits."""
        waiting = [
            {"due": stamp(each.due), "webhook": each.webhook, "url": each.url, "attempt": each.attempt}
            for each in list(self._backend.deliveries.waiting)[:MOST_SHOWN]
        ]
        return {"waiting": waiting, "attempts": list(self._backend.deliveries.log)[: -MOST_SHOWN - 1 : -1]}

    def deliveries(self, duplicate_next: int = 0) -> Any:
        """POST /_sandbox/deliveries {"duplicate_next": count}: all deliveries so far; the field is optional."""
        if duplicate_next < 0:
            raise ValueError("duplicate_next must be zero or more")
        self._backend.deliveries.duplicate_next(duplicate_next)
        self._backend.deliveries.run_due()
        return list(self._backend.deliveries.log)

    def snapshot(self) -> Any:
        """GET /_sandbox/snapshot: all rows, for POST /_sandbox/restore or the option --seed."""
        return self._backend.snapshot()

    def restore(self, snapshot: Any) -> Any:
        """POST /_sandbox/restore {"snapshot"}."""
        self._backend.restore(snapshot)
        return self._backend.summary()

    def reset(self) -> Any:
        """POST /_sandbox/reset."""
        self._backend.reset()
        return self._backend.summary()

    def routes(self) -> list[Route]:
        """Return the routes of the control API; the last one answers all other paths and methods."""
        work = (
            ("GET", "about", self.about),
            ("GET", "state", self.state),
            ("GET", "rows/{kind}", self.rows),
            ("GET", "requests", self.requests),
            ("POST", "faults", self.fault),
            ("DELETE", "faults", self.no_faults),
            ("POST", "clock", self.clock),
            ("POST", "keys", self.key),
            ("POST", "world", self.world),
            ("GET", "deliveries", self.attempts),
            ("POST", "deliveries", self.deliveries),
            ("GET", "snapshot", self.snapshot),
            ("POST", "restore", self.restore),
            ("POST", "reset", self.reset),
        )
        known = ", ".join(f"{method} {HOME}/{path}" for method, path, _ in work)

        async def unknown(request: Request) -> Response:
            what = f"{request.method} {request.url.path}"
            return JSONResponse({"detail": f"unknown request {what!r}; expected one of: {known}"}, 404)

        routes = [Route(f"{HOME}/{path}", _endpoint(each), methods=[method]) for method, path, each in work]
        every = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        return [*routes, *(Route(path, unknown, methods=every) for path in (HOME, f"{HOME}/{{rest:path}}"))]


def _endpoint(work: Callable[..., Any]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        try:
            given = {**request.query_params, **request.path_params, **await _sent(request)}
            return JSONResponse({"data": await run_in_threadpool(_worked, work, given)})
        except (LookupError, ValueError) as error:
            return JSONResponse({"detail": str(error.args[0] if error.args else error)}, 400)

    return answer


def _worked(work: Callable[..., Any], given: Json) -> Any:
    return work(**checked(work, given))


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_SHOWN):
        raise ValueError(f"limit must be an integer from 1 to {MOST_SHOWN}")
    return int(text)


def _one_of(known: Collection[str], given: str, what: str) -> str:
    if given not in known:
        raise ValueError(f"unknown {what} {given!r}; expected one of: {', '.join(known)}")
    return given


async def _sent(request: Request) -> Json:
    if request.method != "POST":
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise ValueError("the Content-Type must be application/json")
    try:
        given: Any = decoded(await request.body())
    except ValueError:
        raise ValueError("the body must be JSON") from None
    if not is_object(given):
        raise ValueError("the body must be an object")
    return given
