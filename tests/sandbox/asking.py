"""Requests to a sandbox without a client, whose answers are checked against the spec."""

from typing import Any, NamedTuple

from foxreach_sandbox import Sandbox
from foxreach_sandbox.http_messages import BASE, Request, decoded, encoded
from jsonschema import Draft202012Validator


class Answer(NamedTuple):
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def data(self) -> Any:
        return self.body["data"]


def ask(sandbox: Sandbox, method: str, path: str, body: object = None, *, key: str | None = None) -> Answer:
    """Return the answer, after checking that the spec documents it for the operation."""
    headers = {"x-api-key": sandbox.key if key is None else key, "content-type": "application/json"}
    target, _, query = path.partition("?")
    sent = b"" if body is None else body if isinstance(body, bytes) else encoded(body)
    reply = sandbox.engine.handle(Request(method, BASE + target, query, headers, sent))
    answer = Answer(reply.status, decoded(reply.body) if reply.body else None, dict(reply.headers))
    operation, _, _ = sandbox.engine.document.match(method, target)
    if operation is not None:
        assert operation.documents(answer.status), f"{operation.name} does not document {answer.status}"
        schema = operation.schemas.get(str(answer.status))
        validator: Any = Draft202012Validator(schema or {})
        faults = [error.message for error in validator.iter_errors(answer.body)]
        assert not faults, f"{operation.name} {answer.status}: {faults}"
    return answer


def made(sandbox: Sandbox, path: str, **body: object) -> str:
    """Create an object and return its id."""
    answer = ask(sandbox, "POST", path, body)
    assert answer.status == 201, answer
    return str(answer.data["id"])
