"""Planted changes of what an installer sees, and of the options of a command."""

from __future__ import annotations

from tests.tools.changes.python_cases import Case

PROJECT = """\
[project]
name = "foxreach-client"
description = "A client."
keywords = ["api"]
license = "MIT"
requires-python = ">=3.11"
classifiers = ["Typing :: Typed"]
dependencies = ["anyio>=4.5,<5", "httpx2>=2.16,<3"]
[project.optional-dependencies]
redis = ["redis>=5,<9"]
otel = ["opentelemetry-api>=1.20"]
testing = ["foxreach-client[redis]", "pytest>=8; python_version < '4'"]
[project.scripts]
foxreach-sandbox = "foxreach_sandbox.__main__:main"
[project.entry-points.pytest11]
foxreach = "foxreach_client.testing"
"""
COMMAND = """\
import argparse
def main():
    made = argparse.ArgumentParser()
    made.add_argument("folder", nargs="?", default=".")
    made.add_argument("--port", type=int, default=8000, help="port to listen on")
    made.add_argument("--seed", choices=("empty", "demo"), default="empty")
    for name in ("deletes", "duplicates"):
        made.add_argument(f"--{name}", type=int)
    made.parse_args()
"""
PACKAGE = (
    Case("python-raised", "requires Python >=3.12, required >=3.11", "", ">=3.11", ">=3.12"),
    Case("python-raised", "requires Python <3.14,>=3.11, required >=3.11", "", ">=3.11", ">=3.11,<3.14"),
    Case("python-lowered", "requires Python >=3.10, required >=3.11", "", ">=3.11", ">=3.10"),
    Case("extra-removed", "extra 'otel' removed", "", 'otel = ["opentelemetry-api>=1.20"]\n', ""),
    Case("extra-added", "extra 'docs' added", "", "testing = ", 'docs = ["pdoc"]\ntesting = '),
    Case("dependency-removed", "dependency 'anyio' removed", "", '"anyio>=4.5,<5", ', ""),
    Case(
        "dependency-removed",
        "dependency 'pytest' of the extra 'testing' removed",
        "",
        ", \"pytest>=8; python_version < '4'\"",
        "",
    ),
    Case(
        "dependency-removed",
        "dependency 'redis' of the extra 'testing' removed",
        "",
        '"foxreach-client[redis]", ',
        "",
    ),
    Case("dependency-added", "dependency 'msgspec' added", "", "dependencies = [", 'dependencies = ["msgspec>=0.22", '),
    Case("dependency-added", "dependency 'valkey' of the extra 'otel' added", "", "otel = [", 'otel = ["valkey", '),
    Case(
        "dependency-narrowed", "dependency 'anyio' is anyio<5,>=4.6, was anyio<5,>=4.5", "", "anyio>=4.5", "anyio>=4.6"
    ),
    Case(
        "dependency-narrowed",
        "dependency 'anyio' is anyio<5,>=4.5.1, was anyio<5,>=4.5",
        "",
        "anyio>=4.5",
        "anyio>=4.5.1",
    ),
    Case(
        "dependency-narrowed",
        "dependency 'httpx2' is httpx2<2.20,>=2.16, was httpx2<3,>=2.16",
        "",
        "2.16,<3",
        "2.16,<2.20",
    ),
    Case(
        "dependency-narrowed",
        "dependency 'httpx2' is httpx2!=2.17,<3,>=2.16, was httpx2<3,>=2.16",
        "",
        "2.16,<3",
        "2.16,!=2.17,<3",
    ),
    Case("dependency-narrowed", "dependency 'httpx2' is httpx2==2.16, was httpx2<3,>=2.16", "", ">=2.16,<3", "==2.16"),
    Case(
        "dependency-narrowed",
        "dependency 'opentelemetry-api' of the extra 'otel' is opentelemetry-api>=1.30, was opentelemetry-api>=1.20",
        "",
        ">=1.20",
        ">=1.30",
    ),
    Case(
        "dependency-narrowed",
        "dependency 'httpx2' is httpx2[http2]<3,>=2.16, was httpx2<3,>=2.16",
        "",
        "httpx2>",
        "httpx2[http2]>",
    ),
    Case(
        "dependency-narrowed",
        "dependency 'pytest' of the extra 'testing' is pytest>=8, was pytest>=8; python_version < \"4\"",
        "",
        "; python_version < '4'",
        "",
    ),
    Case("dependency-widened", "dependency 'anyio' is anyio<6,>=4.5, was anyio<5,>=4.5", "", "<5", "<6"),
    Case("dependency-widened", "dependency 'anyio' is anyio<5,>=4.4, was anyio<5,>=4.5", "", ">=4.5", ">=4.4"),
    Case("dependency-widened", "dependency 'anyio' is anyio>=4.5, was anyio<5,>=4.5", "", ",<5", ""),
    Case(
        "script-removed",
        "command 'foxreach-sandbox' removed",
        "",
        'foxreach-sandbox = "foxreach_sandbox.__main__:main"\n',
        "",
    ),
    Case(
        "script-added",
        "command 'foxreach' added",
        "",
        "foxreach-sandbox =",
        'foxreach = "foxreach_client:main"\nfoxreach-sandbox =',
    ),
    Case(
        "script-removed", "entry point 'foxreach' of pytest11 removed", "", 'foxreach = "foxreach_client.testing"\n', ""
    ),
    Case("licence-changed", "has the licence GPL-3.0-only, had MIT", "", "MIT", "GPL-3.0-only"),
    Case("package-words", "description changed", "", "A client.", "Another client."),
    Case("package-words", "description changed", "", '"Typing :: Typed"', ""),
)
OPTIONS = (
    Case(
        "option-removed",
        "--port removed",
        "",
        '    made.add_argument("--port", type=int, default=8000, help="port to listen on")\n',
        "",
    ),
    Case("option-removed", "--duplicates removed", "", ', "duplicates"', ","),
    Case("option-removed", "folder removed", "", '    made.add_argument("folder", nargs="?", default=".")\n', ""),
    Case("option-added", "--limits added", "", '"duplicates")', '"duplicates", "limits")'),
    Case(
        "option-required",
        "--key added and required",
        "",
        "    made.parse",
        '    made.add_argument("--key", required=True)\n    made.parse',
    ),
    Case("option-required", "--port is now required", "", "default=8000", "required=True"),
    Case("option-optional", "--seed is now required", "", 'default="empty"', 'default="empty", required=True'),
    Case("option-narrowed", "--seed takes empty, took empty, demo", "", ', "demo")', ",)"),
    Case("option-narrowed", "--port takes 8000, took any value", "", "default=8000", "default=8000, choices=[8000]"),
    Case(
        "option-narrowed",
        "--port is read as _StoreAction float None, was _StoreAction int None",
        "",
        "int, default",
        "float, default",
    ),
    Case(
        "option-narrowed", "folder is read as _StoreAction str +, was _StoreAction str ?", "", 'nargs="?"', 'nargs="+"'
    ),
    Case("option-widened", "--seed takes empty, demo, large, took empty, demo", "", '"demo")', '"demo", "large")'),
    Case("option-widened", "--seed takes any value, took empty, demo", "", 'choices=("empty", "demo"), ', ""),
    Case("option-default", "--port is 80 by default, was 8000", "", "8000", "80"),
    Case("option-words", "--port has another help text", "", "port to", "the port to"),
    Case(
        "command-unread",
        "does not start, so its options could not be read",
        "",
        "import argparse",
        "import argparse, nothing_of_that_name",
    ),
)
# Many commands, as `contract` of a package gives them. A fact of an option says what its parser does not.
CONTRACT = """\
import argparse
def parsers():
    for name in ("get", "list", "delete"):
        made = argparse.ArgumentParser()
        if name == "list":
            option = made.add_argument("--status")
            option.fact = {"kind": "enum", "values": ["active", "bounced"], "required": True}
        else:
            made.add_argument("arg.lead", metavar="LEAD")
            made.add_argument("arg.note", metavar="NOTE", nargs="?")
        made.add_argument("--profile", default="main")
        yield ("leads", name), made
def statuses():
    return {"done": 0, "conflict": 5}
"""
ALL = "`foxr leads get`, `foxr leads list`, `foxr leads delete`"
TREE = (
    Case("command-removed", "`foxr leads delete`: command removed", "", ', "delete"', ""),
    Case("command-added", "`foxr leads move`: command added", "", '"delete")', '"delete", "move")'),
    Case("option-narrowed", "`foxr leads list`: --status takes active, took active, bounced", "", ', "bounced"', ""),
    Case(
        "option-widened",
        "`foxr leads list`: --status takes active, bounced, new, took active, bounced",
        "",
        '"bounced"',
        '"bounced", "new"',
    ),
    Case(
        "option-narrowed",
        "`foxr leads list`: --status is read as _StoreAction integer None, was _StoreAction enum None",
        "",
        '"enum"',
        '"integer"',
    ),
    Case("option-optional", "`foxr leads list`: --status is now optional", "", "True", "False"),
    Case("option-removed", f"{ALL}: --profile removed", "", "--profile", "--account"),
    Case("option-default", f"{ALL}: --profile is other by default, was main", "", '"main"', '"other"'),
    Case(
        "option-removed",
        "`foxr leads get`, `foxr leads delete`: NOTE removed",
        "",
        '            made.add_argument("arg.note", metavar="NOTE", nargs="?")\n',
        "",
    ),
    Case(
        "option-moved",
        "`foxr leads get`, `foxr leads delete`: arguments are now (PLACE, LEAD, NOTE), were (LEAD, NOTE)",
        "",
        '            made.add_argument("arg.lead',
        '            made.add_argument("arg.place", metavar="PLACE")\n            made.add_argument("arg.lead',
    ),
    Case("exit-changed", "`foxr`: the exit status for conflict is 4, was 5", "", '"conflict": 5', '"conflict": 4'),
    Case("exit-changed", "`foxr`: exit status 5 (conflict) removed", "", ', "conflict": 5', ""),
    Case("exit-added", "`foxr`: exit status 7 (quota) added", "", "5}", '5, "quota": 7}'),
    Case(
        "command-unread",
        "`foxr`: does not start, so its options could not be read",
        "",
        "import argparse",
        "import argparse, nothing_of_that_name",
    ),
)
