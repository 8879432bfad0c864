"""`python -m tools.docs FOLDER [--archive DIST] [--serve [--port PORT]]`: build the site below FOLDER.

Exit status: 0 for success, 1 for a fault in a page or a folder, 2 for wrong usage, 130 if it was interrupted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tools.docs import archive, building, serving
from tools.docs.failure import SiteError

ROOT = Path(__file__).resolve().parents[2]
LAST_PORT = 65_535  # RFC 9293, 3.1: a port has 16 bits.


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Build the site; return the exit status."""
    given = _parsed(arguments)
    folder, state = given.folder.resolve(), "the site was not built"
    try:
        if given.serve:
            serving.serve(root, folder / "live" / "site", given.port, partial(serving.build_in_a_process, root, folder))
        site = building.update(root, folder) if given.live else building.build(root, folder)
        state = "the site was built, and its archive was not written"
        if given.archive and not given.live:
            print(f"The archive: {archive.write(site, given.archive, root)}")
    except SiteError as error:
        return _refused(str(error), f"{state.capitalize()}.")
    except OSError as error:
        return _refused(f"{error.filename or given.folder}: {error.strerror or error}. T{state[1:]}.")
    except KeyboardInterrupt:
        return _refused("ended" if given.serve else f"interrupted: {state}", status=130)
    print(f"The site: {(site / 'index.html').as_uri()}")
    return 0


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("nox -s docs --", description="Build the documentation site.", allow_abbrev=False)
    parser.add_argument("folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--archive", type=Path, metavar="DIST", help=argparse.SUPPRESS)
    parser.add_argument("--live", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--serve", action="store_true", help="show the site, and build it again after each change")
    parser.add_argument("--port", type=_port, metavar="PORT", help=f"where to show it; by default {serving.PORT}")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is not a port: name one from 0 to {LAST_PORT}")
    return int(text)


def _refused(*lines: str, status: int = 1) -> int:
    print(*(f"docs: {line}" for text in lines for line in text.splitlines()), sep="\n", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
