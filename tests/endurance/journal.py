"""A sandbox that writes each change that it makes into a file, by the name of the call."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from foxreach_sandbox.__main__ import main
from foxreach_sandbox.engine import Engine

NAME = "X-Call"  # the header with the name of a call

if __name__ == "__main__":
    answered = Engine._answered  # pyright: ignore[reportPrivateUsage]
    with Path(sys.argv[1]).open("a", encoding="utf-8") as journal:

        def noted(self: Engine, operation: Any, path: Any, request: Any, key: Any) -> Any:
            reply = answered(self, operation, path, request, key)
            name = request.headers.get(NAME.lower())
            if name is not None and reply.status < 300:
                journal.write(f"{name}\n")
                journal.flush()
            return reply

        Engine._answered = noted  # type: ignore[method-assign]  # pyright: ignore[reportPrivateUsage]
        main(sys.argv[2:])
