"""A headless Chromium, driven over its debugging pipe: no other package, no port, and nothing but this machine."""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-quic --remote-debugging-pipe"
).split()
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # What a page wants from elsewhere fails.
READY = "document.body?.dataset.ready"
# Chromium reads its file descriptor 3 and writes 4.
START = """
import fcntl, os, sys
copies = [fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3]]
for copy, number in zip(copies, (3, 4)):
    os.dup2(copy, number)
os.execv(sys.argv[3], sys.argv[3:])
"""
UNTIL = """new Promise(done => {
    let left = 500;
    const look = () => %s ? done(true) : left-- ? setTimeout(look, 20) : done(false);
    look();
})"""


class Page:
    """One page of a browser.

    *asked* has the addresses of all its requests, *errors* what its scripts complained of, *console* every other error
    that its console shows: a request that failed, a message of a script.
    """

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back, self._rest, self._number = to, back, b"", 0
        target = self._browser("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._browser("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.console: list[str] = []
        self._loaded: set[str] = set()
        self._address = ("", "")  # and the number of its loading
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._ask(f"{domain}.enable")
        self._ask("Page.setLifecycleEventsEnabled", enabled=True)

    def open(self, url: str, *, width: int = 1200, height: int = 900, ready: str = READY) -> None:
        """Open *url* in a window of this size, and wait until the condition *ready* is true."""
        self.resize(width, height)
        loader = self._ask("Page.navigate", url=url).get("loaderId")
        if loader is None:  # Only the fragment of the address changed.
            self._ask("Page.navigate", url="about:blank")
            loader = self._ask("Page.navigate", url=url)["loaderId"]
        while loader not in self._loaded:
            self._notice(self._read())
        self.until(ready)

    def arrive(self, words: str) -> None:
        """Wait until a page whose address contains *words* is loaded, such as that of a clicked link."""
        while words not in self._address[0] or self._address[1] not in self._loaded:
            self._notice(self._read())

    def resize(self, width: int, height: int) -> None:
        """Give the window another size; one below 600 is that of a phone."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self._ask("Emulation.setDeviceMetricsOverride", **size)

    def colours(self, scheme: str) -> None:
        """Prefer the scheme of colours "light" or "dark"."""
        self._ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def medium(self, kind: str) -> None:
        """Lay the page out for "print" or "screen"."""
        self._ask("Emulation.setEmulatedMedia", media=kind)

    def forget(self) -> None:
        """Empty the lists of requests and errors."""
        for each in (self.asked, self.errors, self.console):
            each.clear()

    def run(self, script: str) -> Any:
        """Return the value of a JavaScript expression, awaited."""
        found = self._ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until the JavaScript *condition* is true, for at most 500 looks."""
        assert self.run(UNTIL % condition), f"never: {condition}; {self.text()}"

    def click(self, words: str) -> None:
        """Click the button with these words."""
        self.run(
            f"[...document.querySelectorAll('button')].find(each => each.textContent === {json.dumps(words)}).click()"
        )

    def point(self, selector: str) -> None:
        """Click with the mouse on the first element that *selector* finds; what covers it gets the click."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{found}.scrollIntoView({{block: 'center', behavior: 'instant'}})")
        box = self.run(f"{found}.getBoundingClientRect().toJSON()")
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def type(self, words: str) -> None:
        """Type words and Enter where the focus is."""
        self._ask("Input.insertText", text=words)
        for kind in ("keyDown", "keyUp"):
            key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
            self._ask("Input.dispatchKeyEvent", type=kind, **key)

    def text(self) -> str:
        """Return the visible text of the page."""
        return str(self.run("document.body.innerText"))

    def screenshot(self, file: Path, **how: Any) -> None:
        """Write a picture of the window, of the kind that the name of *file* ends in."""
        picture = self._ask("Page.captureScreenshot", format=file.suffix.removeprefix("."), **how)
        file.write_bytes(base64.b64decode(picture["data"]))

    def _ask(self, method: str, **params: Any) -> Any:
        return self._browser(method, self._session, **params)

    def _browser(self, method: str, session: str | None = None, **params: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        os.write(self._to, json.dumps({**message, "sessionId": session} if session else message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self._notice(answer)

    def _notice(self, event: Any) -> None:
        params = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        elif event.get("method") == "Page.frameNavigated" and "parentId" not in params["frame"]:
            self._address = params["frame"]["url"], params["frame"]["loaderId"]
        elif event.get("method") == "Page.lifecycleEvent" and params["name"] == "load":
            self._loaded.add(params["loaderId"])
        elif event.get("method") == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(params["exceptionDetails"]))
        elif event.get("method") == "Log.entryAdded" and params["entry"]["source"] == "security":
            self.errors.append(params["entry"]["text"])
        elif event.get("method") == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.console.append(f"{params['entry']['text']} {params['entry'].get('url')}")
        elif event.get("method") == "Runtime.consoleAPICalled" and params["type"] in {"error", "warning", "assert"}:
            self.console.append(json.dumps(params["args"]))

    def _read(self) -> Any:
        while b"\0" not in self._rest:
            assert select.select([self._back], [], [], 60)[0], "Chromium says nothing"
            more = os.read(self._back, 1 << 20)
            assert more, "Chromium ended"
            self._rest += more
        first, _, self._rest = self._rest.partition(b"\0")
        return json.loads(first)


@contextmanager
def chromium(folder: Path) -> Generator[Page]:
    """Give a page of a new browser, whose profile is in *folder*."""
    assert CHROMIUM is not None
    (theirs, to), (back, ours) = os.pipe(), os.pipe()
    command = [CHROMIUM, *FLAGS, OFFLINE, f"--user-data-dir={folder}", "about:blank"]
    start = [sys.executable, "-ISc", START, str(theirs), str(ours), *command]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(start, pass_fds=(theirs, ours), stdout=quiet, stderr=quiet) as running:
        os.close(theirs)
        os.close(ours)
        try:
            yield Page(to, back)
        finally:
            running.kill()
            os.close(to)
            os.close(back)
