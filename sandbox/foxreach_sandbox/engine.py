"""Answer a request: route, key, rate limit, fault, scope, validation, behaviour. Uses no socket and never waits."""

import sqlite3
from dataclasses import replace
from typing import Any, cast

from .behaviour import BEHAVIOURS, CHECKS, EARLY
from .behaviour.call import Call, Emit, RefusedError
from .clock import Clock
from .document import Document, Json, Operation, is_object
from .faults import Fault, Faults
from .http_messages import BASE, Reply, Request, decoded, reply_of
from .journal import UNKNOWN, Journal, Received
from .keys import Key, Keys
from .pages import page
from .store import Store
from .validation import invalid_json, missing, parameter_values, read_body
from .variants import DEFAULT, Variants, optional, with_minutes, without

MISSING: Json = {}  # Stands for a body that is required and was not sent.


class Engine:
    """Answers requests, one at a time; thread-safe."""

    def __init__(
        self,
        *,
        document: Document,
        store: Store,
        clock: Clock,
        keys: Keys,
        faults: Faults,
        emit: Emit,
        contacts: int | None = None,
        variants: Variants = DEFAULT,
    ) -> None:
        self.document, self.store, self.clock, self.keys = document, store, clock, keys
        self.faults, self.log, self.contacts = faults, Journal(document.operations), contacts
        self.variants = variants
        self.accepted: dict[tuple[str, str, str], tuple[object, Reply]] = {}
        self.lock = store.lock
        self.emit = emit

    def call_at(self, workspace: str, clock: Clock) -> Call:
        """Return a call that no caller made, at the time of *clock*: what people and mail servers do."""
        operation = next(iter(self.document.operations.values()))
        return Call(operation, workspace, {}, {}, {}, self.store, clock, self.emit)

    def handle(self, request: Request) -> Reply:
        """Return the reply to *request*, with the fault to inject while it is sent."""
        with self.lock:
            headers = self.document.with_key(request.headers)
            request = request if headers is request.headers else replace(request, headers=headers)
            operation, path, allowed = None, dict[str, str](), list[str]()
            if request.path.startswith(f"{BASE}/"):
                operation, path, allowed = self._matched(request.method, request.path.removeprefix(BASE))
            received = Received(request, self.clock.stamp(), operation.name if operation else UNKNOWN, path)
            key = self.keys.get(request.headers.get("x-api-key", ""))
            reply = self._kept(operation, received, key) if operation else _no_route(allowed)
            received.status, received.connection = reply.status, reply.fault.then if reply.fault else None
            self.log.add(received)
            reply = reply.with_headers({**self.keys.headers(key), "Date": self.clock.date()})
            return reply if reply.fault is None else reply.overlaid(reply.fault.headers)

    def _matched(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], list[str]]:
        found = self.document.match(method, path)
        if found[0] is None and method == "PATCH" and self.variants.thread_path == "inbox":
            return self.document.match(method, path.replace("/inbox/", "/inbox/threads/", 1))
        return found

    def _kept(self, operation: Operation, received: Received, key: Key | None) -> Reply:
        """Return a reply whose rows are in the database; a 500 if they cannot be, as on a full disk."""
        try:
            with self.store.transaction():
                self.store.keep_time(self.clock.now(), self.clock.speed)
                return self._authenticated(operation, received, key)
        except sqlite3.Error:
            return reply_of(500, operation.example(500))

    def _authenticated(self, operation: Operation, received: Received, key: Key | None) -> Reply:
        if key is None:
            detail = "API key is missing" if received.key is None else "Invalid API key"
            return reply_of(self.variants.bad_key, {"detail": detail})
        if not self.keys.accept(key):
            return reply_of(429, self.keys.refusal(key), {"Retry-After": str(self.keys.retry_after(key))})
        return self._with_fault(operation, received, key)

    def _with_fault(self, operation: Operation, received: Received, key: Key) -> Reply:
        path, request = dict(received.ids), received.request
        fault = self.faults.take(received)
        if fault is None:
            return self._once(operation, path, request, key)
        reply = Reply(0) if not fault.after_work else self._once(operation, path, request, key)
        if fault.code is not None:
            reply = self._replaced(operation, key, fault)
        elif fault.body is not None:
            reply = reply_of(reply.status, fault.body)
        return replace(reply, fault=fault)

    def _replaced(self, operation: Operation, key: Key, fault: Fault) -> Reply:
        """Return the answer with the status of *fault*."""
        status, body, headers = cast("int", fault.code), fault.body, dict[str, str]()
        if status == 429:
            headers = {"Retry-After": "1"}
            body = self.keys.refusal(key) if body is None else body
        return reply_of(status, operation.example(status) if body is None else body, headers)

    def _once(self, operation: Operation, path: dict[str, str], request: Request, key: Key) -> Reply:
        """Answer a repeat, with an idempotency key that was accepted before, as the first; another request with 422."""
        given = request.headers.get(operation.idempotency.lower())
        if not operation.idempotency or given is None:
            return self._answered(operation, path, request, key)
        place = key.workspace, operation.name, given
        asked = request.path, request.query, request.body
        before, reply = self.accepted.get(place, (asked, None))
        if before != asked:
            return reply_of(422, {"detail": "The idempotency key was used for another request"})
        if reply is None:
            reply = self._answered(operation, path, request, key)
            kept = {place: (asked, reply)} if reply.status < 300 else {}
            self.store.later(lambda: self.accepted.update(kept))
        return reply

    def _answered(self, operation: Operation, path: dict[str, str], request: Request, key: Key) -> Reply:
        needed = "read" if operation.method == "GET" else "write"
        try:
            if needed not in key.scopes:
                raise RefusedError(403, "API key lacks the required scope")
            return self._performed(operation, path, request, key)
        except RefusedError as refusal:
            self.store.undo()
            detail = refusal.detail
            body = operation.example(refusal.status) if detail is None else {"detail": detail}
            return reply_of(refusal.status, body)

    def _read(self, operation: Operation, path: dict[str, str], request: Request, key: Key) -> Call:
        """Return the call with its values converted, or refuse it with all its faults."""
        query, faults = parameter_values("query", operation.query, request.values)
        faults += _header_faults(operation, request) if operation.headers else []
        faults += parameter_values("body", operation.form, request.fields)[1] if operation.form else []
        if operation.optional and not request.body.strip():
            operation = replace(operation, body=None)
        body = _body(operation, request)
        context = (self.store, self.clock, self.emit, self.contacts, self.variants)
        call = Call(operation, key.workspace, path, query, body, *context)
        if operation.name in EARLY:
            EARLY[operation.name](call)
        if body is MISSING:
            faults.append(missing("body"))
        elif operation.body is not None:
            body, wrong = read_body(self._body_schema(operation), body)
            check = CHECKS.get(operation.name)
            faults += [*(check(body) if check and is_object(body) else ()), *wrong]
        if faults:
            raise RefusedError(422, faults)
        return call if body is call.body else replace(call, body=body)

    def _body_schema(self, operation: Operation) -> Json:
        """Return the schema of the body, as the variants have it."""
        schema = operation.body or {}
        if operation.name in ("campaigns.create", "campaigns.update"):
            return with_minutes(schema)
        if operation.name == "campaigns.sequences.create" and self.variants.step_subject == "optional":
            return optional(schema, "subject")
        if operation.name.startswith("templates.") and self.variants.template_html == "ignored":
            return without(schema, "sendAsHtml")
        return schema

    def _performed(self, operation: Operation, path: dict[str, str], request: Request, key: Key) -> Reply:
        call = self._read(operation, path, request, key)
        behaviour = BEHAVIOURS.get(operation.name)
        if behaviour is None and operation.media:
            return Reply(operation.success, operation.file.encode(), {"Content-Type": operation.media})
        if behaviour is None:
            example = operation.example(operation.success)
            return reply_of(operation.success, page(operation, example, call.query) if operation.page else example)
        given = behaviour(call)
        deleted = operation.method == "DELETE" and operation.documents(self.variants.deletes)
        status = self.variants.deletes if deleted else operation.success
        return reply_of(status, page(operation, {"data": given}, call.query))


def _no_route(allowed: list[str]) -> Reply:
    if allowed:
        return reply_of(405, {"detail": "Method Not Allowed"}, {"Allow": ", ".join(sorted(allowed))})
    return reply_of(404, {"detail": "Not Found"})


def _header_faults(operation: Operation, request: Request) -> list[Json]:
    lowered = [replace(each, name=each.name.lower()) for each in operation.headers]
    return parameter_values("header", lowered, {name: [value] for name, value in request.headers.items()})[1]


def _body(operation: Operation, request: Request) -> Any:
    if operation.body is None:
        return {}
    if not request.body.strip():
        return MISSING
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind != "application/json" and not kind.endswith("+json"):
            raise ValueError("the Content-Type is not JSON")
        return decoded(request.body)
    except ValueError:
        if operation.documents(400):
            raise RefusedError(400, "Invalid JSON body") from None
        raise RefusedError(422, [invalid_json(request.body)]) from None
