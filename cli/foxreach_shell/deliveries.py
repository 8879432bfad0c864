"""The commands that verify a webhook delivery, and that receive deliveries on this machine."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import output, tree
from .calls import plain
from .failures import say
from .parser import Parser
from .session import Session, on_terminal, typed
from .usage import DONE, UsageError
from .values import natural, port

if TYPE_CHECKING:
    from .listening import Listener

SECRET = "FOXREACH_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    about = (
        f"{tree.OWN[words][1]}.\n\nThe secret comes from {SECRET}, from a file, or from a prompt; never an argument."
    )
    found = Parser(words, about)
    if words[-1] == "verify":
        found.add_argument("file", metavar="FILE", help="the raw body of the request; - for stdin")
        found.add_argument("--signature", required=True, metavar="HEX", help="the header X-Webhook-Signature")
    else:
        found.add_argument(
            "--port", type=port, default=8787, metavar="PORT", help="port on 127.0.0.1 (8787); 0 takes a free one"
        )
        found.add_argument(
            "--count", type=natural, metavar="N", help="end after so many deliveries; refused ones do not count"
        )
    found.add_argument("--secret-file", metavar="FILE", help="file with the secret")
    found.set_defaults(action=words[-1])
    return found


def run(_call: str, given: Namespace, _session: Session) -> int:
    """Run the command."""
    secret = _secret(given)
    if given.action == "listen":
        return _listen(given, secret)
    body = sys.stdin.buffer.read() if given.file == "-" else Path(given.file).read_bytes()
    output.put(output.pretty(plain(_parsed(body, given.signature, secret))) + "\n")
    return DONE


def _secret(given: Namespace) -> str:
    if given.secret_file:
        try:
            secret = Path(given.secret_file).read_text("utf-8-sig").strip()
        except UnicodeDecodeError:
            raise UsageError(f"{given.secret_file} is not UTF-8.") from None
    else:
        secret = os.environ.get(SECRET) or (typed("Secret of the webhook (not shown): ") if on_terminal() else "")
    if not secret:
        raise UsageError(f"There is no secret: set {SECRET}, or name a file with --secret-file.")
    return secret


def _parsed(body: bytes, signature: str | None, secret: str) -> Any:
    from foxreach_client import parse_delivery  # noqa: PLC0415 - loads the models

    return parse_delivery(body, signature, secret)


def _listen(given: Namespace, secret: str) -> int:
    from .listening import Listener  # noqa: PLC0415 - this command alone serves

    try:
        server = Listener(given.port, given.count, lambda body, signature: _parsed(body, signature, secret))
    except OSError as error:
        raise UsageError(f"127.0.0.1:{given.port}: {error.strerror or error}. --port takes another one.") from None
    with server:
        say(f"listening on http://127.0.0.1:{server.server_port}/ ; end with Ctrl-C")
        return _served(server)


def _served(server: Listener) -> int:
    server.serve_forever(poll_interval=0.1)
    return DONE
