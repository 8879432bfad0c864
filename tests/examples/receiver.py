"""A receiver of webhooks on a free port, and deliveries for it."""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2

from tests.examples.running import loaded

receiving = loaded("webhook_receiver")
SECRET = "a-secret-of-the-tests"


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    """Return the header that FoxReach would send with *body*."""
    return {"X-Webhook-Signature": hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


def delivery(event: str = "lead.created", **data: Any) -> bytes:
    """Return the body of a delivery."""
    return json.dumps({"event": event, "timestamp": "2026-01-15T10:30:00Z", "data": data}).encode()


class Running:
    """A receiver on a free port of loopback, in a thread."""

    def __init__(self, file: Path, secret: str = SECRET) -> None:
        self.server = receiving.Receiver(("127.0.0.1", 0), secret, file)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.01])
        self.thread.start()

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        return httpx2.post(self.url, content=body, headers=headers, trust_env=False).status_code

    def stop(self) -> None:
        """Stop once: every delivery that was answered has been handled then."""
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()


def kept(file: Path) -> list[bytes | None]:
    """Return the bodies that are kept; None for one that was handled."""
    with closing(sqlite3.connect(file)) as base:
        return [body for (body,) in base.execute("SELECT body FROM deliveries")]
