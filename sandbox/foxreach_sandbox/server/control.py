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
from ..document import Json, is_object
from ..faults import ANY, Fault

HOME = "/_sandbox"
FAULTS = ("status", "answer", "html", "delayed", "silence", "close", "reset", "truncated", "hangup", "slow", "raw")
ACTIONS = ("account", "reply", "send", "open", "bounce", "complete")


class Control:
    """The requests of the control API; each method takes the parameters and returns the `data` of the answer."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def state(self, _: Json) -> Any:
        """GET /_sandbox/state."""
        return self._backend.summary()

    def rows(self, given: Json) -> Any:
        """GET /_sandbox/rows/{kind}: the rows of one kind."""
        kind = _one_of(KINDS, given["kind"], "kind of rows")
        return self._backend.state.rows(kind, given.get("workspace", "first"))

    def fault(self, given: Json) -> Any:
        """POST /_sandbox/faults {"fault", "operation", "count" | "share", ...}, with the arguments of the fault."""
        operation, count = given.pop("operation", ANY), given.pop("count", 1)
        share, seed = given.pop("share", None), given.pop("seed", 0)
        fault = getattr(Fault, _one_of(FAULTS, given.pop("fault"), "fault"))(**given)
        if share is not None:
            self._backend.faults.sometimes(operation, share, fault, seed=seed)
        elif count is None:
            self._backend.faults.always(operation, fault)
        else:
            self._backend.faults.next(operation, count, fault)
        return self._backend.faults.listed()

    def no_faults(self, _: Json) -> Any:
        """DELETE /_sandbox/faults."""
        self._backend.faults.clear()
        return []

    def clock(self, given: Json) -> Any:
        """POST /_sandbox/clock {"advance": seconds}."""
        self._backend.clock.advance(given["advance"])
        return {"time": self._backend.clock.stamp()}

    def key(self, given: Json) -> Any:
        """POST /_sandbox/keys {"key", "workspace", "scopes"}."""
        return {"key": self._backend.add_key(given.pop("key"), **given)}

    def world(self, given: Json) -> Any:
        """POST /_sandbox/world {"do": account | reply | send | open | bounce | complete, ...}: the result."""
        return getattr(self._backend.world, _one_of(ACTIONS, given.pop("do"), "action"))(**given)

    def deliveries(self, given: Json) -> Any:
        """POST /_sandbox/deliveries {"duplicate_next": count}: all deliveries so far; the field is optional."""
        self._backend.deliveries.duplicate_next(given.get("duplicate_next", 0))
        self._backend.deliveries.run_due()
        return self._backend.deliveries.log

    def reset(self, _: Json) -> Any:
        """POST /_sandbox/reset."""
        self._backend.reset()
        return self._backend.summary()

    def routes(self) -> list[Route]:
        """Return the routes of the control API."""
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
            return JSONResponse({"detail": f"missing field {error}"}, 400)
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"detail": str(error)}, 400)

    return answer


def _one_of(known: Collection[str], given: Any, what: str) -> str:
    if given not in known:
        raise ValueError(f"unknown {what} {given!r}; expected one of: {', '.join(known)}")
    return str(given)


async def _sent(request: Request) -> Json:
    if request.method != "POST":
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise ValueError("the Content-Type must be application/json")
    given: Any = await request.json()
    if not is_object(given):
        raise ValueError("the body must be an object")
    return given
