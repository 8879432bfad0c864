"""The command that asks the API itself where the spec is wrong. Its exit status is 0, 1 or 2, and nothing else."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from .. import failures, tree
from ..parser import OUTPUTS, Parser, options_of_all
from ..session import Session
from ..usage import StoppedError
from ..values import natural

INCOMPLETE = 2
HOW = """\
It only reads, prints its plan first, and compares each reply with the spec. What was not asked, or had no answer, never
counts as agreeing."""
STATUSES = """\
exit status:
  0 no difference   1 differences, also if it is incomplete
  2 incomplete: not asked or not answered, as without a key
    or quota, or after Ctrl-C; or wrong usage
"""


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}.\n\n{HOW}")
    found.epilog = STATUSES
    found.add_argument("--plan", "--dry-run", action="store_true", help="print the plan; send nothing")
    found.add_argument("--ids", type=natural, default=1, metavar="N", help="objects to read of each list (1)")
    found.add_argument(
        "--write-scratch",
        action="store_true",
        help="also create and remove a lead at example.invalid, a template and a draft campaign; no mail is sent",
    )
    found.add_argument("--spec", type=Path, metavar="FILE", help="spec to patch (spec/foxreach.yaml of a checkout)")
    group = found.add_argument_group("output")
    group.add_argument(
        "--to", type=_folder, default=Path("probe"), metavar="FOLDER", help="where to write files (probe)"
    )
    group.add_argument("-o", "--output", choices=OUTPUTS[:2], help="table (default) or json")
    options_of_all(found)
    return found


def _folder(text: str) -> Path:
    if not text:
        raise ArgumentTypeError("must be the name of a folder")
    return Path(text)


def run(_call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    from .running import ignore_interrupts, probe  # noqa: PLC0415 - loads the client, which help does without

    as_json = given.output == "json"
    try:
        return probe(given, session)
    except KeyboardInterrupt:
        ignore_interrupts(session)
        failures.say("interrupted")
    except StoppedError:
        raise
    except Exception as error:  # noqa: BLE001 - of the probe, status 1 says that there are differences
        if failures.is_ours(error):
            failures.report(error, as_json=as_json)
        else:
            failures.report_other(error, as_json=as_json, status=INCOMPLETE)
    return INCOMPLETE
