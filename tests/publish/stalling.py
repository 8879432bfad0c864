"""A door before an index that lets the beginning of an upload through and then nothing more: time to kill somebody."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Door:
    """An address before the index; *stalled* is set once the *number*th upload has begun and got stuck."""

    target: tuple[str, int]
    number: int
    listener: socket.socket
    stalled: threading.Event = field(default_factory=threading.Event)
    uploads: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/"

    def serve(self) -> None:
        """Pass connections on until the listener is closed."""
        while True:
            try:
                inner, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(inner,), daemon=True).start()

    def carry(self, inner: socket.socket) -> None:
        """Pass one connection on, its first 2,000 bytes only where it is the upload to stall."""
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
    """Pass bytes on until one side ends."""
    try:
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


@contextmanager
def stalling(index: str, number: int) -> Generator[Door]:
    """Open a door before *index* that lets the *number*th upload begin and not end."""
    parts = urlsplit(index)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = Door((parts.hostname or "", parts.port or 80), number, listener)
        thread = threading.Thread(target=door.serve, daemon=True)
        thread.start()
        yield door
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
