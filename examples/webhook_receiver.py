"""Receive FoxReach's webhooks: `python webhook_receiver.py`, with FOXREACH_WEBHOOK_SECRET set.

The secret is the one that `client.webhooks.create(url=..., events=[...])` returned. The program listens on 127.0.0.1,
port 8080 (--host, --port; 0 means any free port), and prints the address. FoxReach requires https: put a proxy in
front.

The program stores a delivery in deliveries.sqlite (--file FILE), answers it, and then handles it. Here, handling prints
the event and its ids, and no data of a lead. A delivery that was not handled when the program stopped is handled at the
next start. FoxReach may send a delivery twice, and anybody who has seen a delivery may send it again; a stored delivery
is not handled a second time.

The answer is 204 for a stored delivery, 401 without a valid signature, 400 for an invalid body, 411 without a length,
and 413 for more than a megabyte. Exit status: 0 the program was stopped by Ctrl-C or SIGTERM and has finished all
requests in progress; 2 the secret is missing, or the address or the file cannot be used.
"""

import argparse
import os
import signal
import sqlite3
import sys
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

from foxreach_client import (
    SIGNATURE_HEADER,
    ReceivedDelivery,
    WebhookPayloadError,
    WebhookSignatureError,
    models,
    parse_delivery,
)

MOST = 1 << 20  # bytes in a body


def story(delivery: ReceivedDelivery) -> str:
    """Return the line to print for a delivery. Put your own work here; deliveries arrive in any order."""
    match delivery:
        case models.ReplyReceivedDelivery():
            ids = f"{delivery.data.reply_id} in {delivery.data.campaign_id or 'no campaign'}"
        case models.ReplyCategorizedDelivery():
            ids = f"{delivery.data.reply_id} is {delivery.data.category}"
        case models.EmailSentDelivery() | models.EmailOpenedDelivery():
            ids = f"{delivery.data.email_log_id} to {delivery.data.lead_id}"
        case models.EmailFailedDelivery() | models.EmailBouncedDelivery():
            ids = f"{delivery.data.email_log_id}, {delivery.data.lead_id} was not reached"
        case models.CampaignStartedDelivery() | models.CampaignPausedDelivery() | models.CampaignCompletedDelivery():
            ids = f"{delivery.data.get('campaignId')}"
        case models.LeadCreatedDelivery() | models.LeadUpdatedDelivery():
            ids = f"{delivery.data.get('leadId')}"
        case _:  # An UnknownDelivery, or an event that a later version of the client knows and this program does not.
            ids = "unknown to this program, or with other data than the client knows"
    return f"{delivery.event}: {ids}"


def tell_failure() -> None:
    """Print only the class of the current exception: its message could quote the delivery."""
    print(f"Not handled: {type(sys.exception()).__name__}", file=sys.stderr, flush=True)


class Receiver(ThreadingHTTPServer):
    """The server, and the file that stores deliveries; a body is stored only until it was handled."""

    daemon_threads = False  # Closing the server waits for requests in progress.

    def __init__(self, address: tuple[str, int], secret: str, file: Path) -> None:
        self.secret, self._file = secret, file
        self._change("CREATE TABLE IF NOT EXISTS deliveries (signature TEXT PRIMARY KEY, body BLOB)")
        super().__init__(address, Handler)

    def _change(self, statement: str, *values: str | bytes) -> int:
        with closing(sqlite3.connect(self._file)) as base, base:
            return base.execute(statement, values).rowcount

    def keep(self, body: bytes, signature: str) -> bool:
        """Store a delivery and return whether it is new. A body has exactly one signature, so that identifies it."""
        return self._change("INSERT OR IGNORE INTO deliveries VALUES (?, ?)", signature, body) == 1

    def handle_kept(self, body: bytes, signature: str) -> None:
        """Handle a stored delivery."""
        print(story(parse_delivery(body, signature, self.secret)), flush=True)
        self._change("UPDATE deliveries SET body = NULL WHERE signature = ?", signature)

    def handle_left(self) -> None:
        """Handle the deliveries that were stored but not handled when the program stopped."""
        with closing(sqlite3.connect(self._file)) as base:
            left = base.execute("SELECT body, signature FROM deliveries WHERE body IS NOT NULL").fetchall()
        for body, signature in left:
            try:
                self.handle_kept(body, signature)
            except Exception:  # noqa: BLE001 - one that fails stays for the next start; the others are handled.
                tell_failure()

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - in place of a traceback
        """Report what failed."""
        tell_failure()


class Handler(BaseHTTPRequestHandler):
    """The handler of one request."""

    timeout = 5.0  # seconds to wait for more of the request

    def do_POST(self) -> None:
        """Store the delivery, answer, and handle it."""
        receiver = cast("Receiver", self.server)
        length, signature = self.headers.get("Content-Length", ""), self.headers.get(SIGNATURE_HEADER, "")
        if not (length.isascii() and length.isdigit()):
            return self.send_error(411)
        if len(length) > 7 or int(length) > MOST:
            return self.send_error(413)
        body = self.rfile.read(int(length))
        try:
            parse_delivery(body, signature, receiver.secret)
        except WebhookSignatureError:
            return self.send_error(401)
        except WebhookPayloadError:
            return self.send_error(400)
        new = receiver.keep(body, signature)
        self.send_response(204)
        self.end_headers()
        if new:
            receiver.handle_kept(body, signature)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Do not log each request."""


def main() -> int:
    """Receive deliveries until a signal arrives."""
    parser = argparse.ArgumentParser(description="Receive FoxReach's webhooks.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--file", type=Path, default=Path("deliveries.sqlite"))
    asked = parser.parse_args()
    secret = os.environ.get("FOXREACH_WEBHOOK_SECRET")
    if not secret:
        parser.error("FOXREACH_WEBHOOK_SECRET is not set")
    try:
        receiver = Receiver((asked.host, asked.port), secret, asked.file)
    except (OSError, OverflowError, sqlite3.Error) as error:
        parser.error(f"{asked.file} or {asked.host}:{asked.port} cannot be used: {error}")

    def stop(*_: object) -> None:
        threading.Thread(target=receiver.shutdown).start()  # In this thread, shutdown() would wait for itself.

    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, stop)
    with receiver:
        receiver.handle_left()
        print(f"Listening at http://{asked.host}:{receiver.server_port}/", flush=True)
        receiver.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
