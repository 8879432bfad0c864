"""A server on loopback that does to each connection what a script says, and keeps every request that came whole.

A stall ends when the block around the server ends, never by the clock.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

Script = Callable[["Connection"], None]
PATIENCE = 10.0  # Seconds after which a script that waits for its client is a fault of the test.
BEAT = 0.01  # Seconds between two pieces of a trickle.


class Connection:
    """One connection as its script sees it; whatever the client does to it ends the script quietly."""

    def __init__(self, end: socket.socket, server: Server) -> None:
        self._end = end
        self._server = server
        self._unread = b""
        end.settimeout(PATIENCE)

    def head(self) -> bytes:
        """Read a request up to its empty line, without counting it."""
        while b"\r\n\r\n" not in self._unread:
            self._more()
        head, _, self._unread = self._unread.partition(b"\r\n\r\n")
        return head + b"\r\n\r\n"

    def request(self) -> bytes:
        """Read a whole request; it counts as one that the server has received."""
        head = self.head()
        lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
        length = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
        while len(self._unread) < length:
            self._more()
        body, self._unread = self._unread[:length], self._unread[length:]
        self._server.received.append(head + body)
        return head + body

    def byte(self) -> None:
        """Wait for the first byte of something."""
        if not self._unread:
            self._more(1)

    def send(self, content: bytes) -> None:
        """Send *content*."""
        self._end.sendall(content)

    def trickle(self, piece: bytes) -> None:
        """Send *piece* again and again, with a beat in between, until the test lets it end."""
        while not self._server.over.wait(BEAT):
            self.send(piece)

    def stall(self) -> None:
        """Do nothing until the test lets it end."""
        self._server.over.wait()

    def finish(self) -> None:
        """Say that nothing more will be sent, and read what the client still has to say."""
        self._end.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while True:
                self._more()

    def secure(self, context: ssl.SSLContext) -> None:
        """Shake hands."""
        self._end = context.wrap_socket(self._end, server_side=True)

    def reset(self) -> None:
        """Break the connection off with a reset instead of a close."""
        self._end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._end.close()

    def close(self) -> None:
        """Close the connection."""
        self._end.close()

    def _more(self, most: int = 2**16) -> None:
        part = self._end.recv(most)
        if not part:
            raise ConnectionResetError("the client is gone")
        self._unread += part


class Server:
    """Plays the n-th script to the n-th connection, and the last one to all that follow."""

    def __init__(self, *scripts: Script) -> None:
        self._scripts = scripts
        self._threads: list[threading.Thread] = []
        self._faults: list[BaseException] = []
        self.received: list[bytes] = []
        self.connections = 0
        self.over = threading.Event()
        self._last: object = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def port(self) -> int:
        """The port that the server listens on."""
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}"

    def forget(self, *, closed: bool) -> None:
        """Forget what was received; with *closed* only after every connection was closed from here."""
        for thread in self._threads if closed else ():
            thread.join(PATIENCE)
        self.received.clear()

    def close(self) -> None:
        """Let every stall end; what was received is complete then. Raises what a script stumbled over."""
        if self.over.is_set():
            return
        self.over.set()
        with socket.socket() as last:  # comes after all that wait to be accepted
            last.bind(("127.0.0.1", 0))
            self._last = last.getsockname()
            last.connect(("127.0.0.1", self.port))
            self._accepting.join(PATIENCE)
        self._listener.close()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a script does not end"
        for fault in self._faults:
            raise fault

    def _accept(self) -> None:
        while True:
            end, peer = self._listener.accept()
            if peer == self._last:
                return end.close()
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            self.connections += 1
            thread = threading.Thread(target=self._play, args=(script, Connection(end, self)), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _play(self, script: Script, connection: Connection) -> None:
        try:
            script(connection)
        except OSError:  # The client went away, which is what many faults make it do.
            pass
        except BaseException as fault:  # noqa: BLE001 - raised where the server is closed
            self._faults.append(fault)
        finally:
            connection.close()


@contextmanager
def serving(*scripts: Script) -> Generator[Server]:
    """Serve for as long as the block lasts."""
    server = Server(*scripts)
    try:
        yield server
    finally:
        server.close()
