"""A proxy of an index that stalls in the middle of an upload, so that a test can kill the publisher."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Door:
    """The proxy; *stalled* is set once the *number*th upload stalls."""

    target: tuple[str, int]
    number: int
    listener: socket.socket
    stalled: threading.Event = field(default_factory=threading.Event)
    uploads: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/"

    def serve(self) -> None:
        """Forward connections until the listener is closed."""
        while True:
            try:
                inner, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(inner,), daemon=True).start()

    def carry(self, inner: socket.socket) -> None:
        """Forward one connection; of the upload to stall, only the first 2,000 bytes."""
        with inner, socket.create_connection(self.target) as outer:
            begun = inner.recv(2000)
            if begun.startswith(b"POST"):
                self.uploads += 1
                if self.uploads == self.number:
                    outer.sendall(begun)
                    self.stalled.set()
                    while inner.recv(65536):  # Ends when the client is killed; nothing of it goes on.
                        pass
                    return
            outer.sendall(begun)
            back = threading.Thread(target=pump, args=(outer, inner), daemon=True)
            back.start()
            pump(inner, outer)
            back.join()


def pump(source: socket.socket, sink: socket.socket) -> None:
    """Forward bytes until one side closes."""
    try:
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


@contextmanager
def stalling(index: str, number: int) -> Generator[Door]:
    """Run a proxy of *index* in which the *number*th upload never ends."""
    parts = urlsplit(index)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = Door((parts.hostname or "", parts.port or 80), number, listener)
        thread = threading.Thread(target=door.serve, daemon=True)
        thread.start()
        yield door
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
