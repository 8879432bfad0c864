"""Planted changes of Python names: in the runtime, in what templates write, in the kit for tests, in the sandbox."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A kind, the words of the change, the end of a file's name, a text in it to replace once, and the text for it."""

    kind: str
    words: str
    file: str
    old: str
    new: str

    @property
    def edit(self) -> tuple[str, str, str]:
        """What to plant."""
        return self.file, self.old, self.new

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


FIRST = "    def first(self, name: str, fallback: str | None = None) -> str | None: ..."
HEAD = "    def first(self, "
CASES = (
    Case(
        "public-removed",
        "TakenError.maybe_ours: attribute removed",
        "runtime/errors",
        "    maybe_ours: bool = False",
        "    pass",
    ),
    Case(
        "public-removed",
        "StatusError.status: attribute removed",
        "runtime/errors",
        "        self.status = status",
        "        ...",
    ),
    Case(
        "public-removed", "FoxReach.close(): function removed", "runtime/client", "    def close(self) -> None: ...", ""
    ),
    Case(
        "public-added", "Headers.last(): function added", "headers", FIRST, f"{FIRST}\n    def last(self) -> str: ..."
    ),
    Case(
        "public-kind",
        "Headers.first(): is now an async function, was a function",
        "headers",
        "    def f",
        "    async def f",
    ),
    Case(
        "base-removed",
        "TakenError: is no longer a StatusError",
        "runtime/errors",
        "TakenError(StatusError)",
        "TakenError",
    ),
    Case("base-added", "Headers: is now a dict", "headers", "class Headers:", "class Headers(dict):"),
    Case(
        "public-type",
        "TakenError.maybe_ours: is bool | None, was bool",
        "runtime/errors",
        "ours: bool",
        "ours: bool | None",
    ),
    Case(
        "public-type",
        "Headers.first(): parameter 'fallback' accepts str, accepted str | None",
        "headers",
        "str | None =",
        "str =",
    ),
    Case("public-type-safe", "Headers.first(): returns str, returned str | None", "headers", "-> str | None", "-> str"),
    Case(
        "public-type-safe",
        "Headers.first(): parameter 'name' accepts str | int, accepted str",
        "headers",
        "name: str",
        "name: str | int",
    ),
    Case("parameter-removed", "Headers.first(): parameter 'name' removed", "headers", "name: str, ", ""),
    Case("parameter-required", "Headers.first(): required parameter 'at' added", "headers", HEAD, f"{HEAD}at: int, "),
    Case(
        "parameter-required",
        "Headers.first(): parameter 'fallback' is now required",
        "headers",
        "str | None = None",
        "str | None",
    ),
    Case(
        "parameter-added",
        "FoxReach(): optional parameter 'url' added",
        "runtime/client",
        "*, key",
        "*, url: str = '', key",
    ),
    Case("parameter-added", "Policy(): optional parameter 'budget' added", "retry", "= 4", "= 4\n    budget: int = 9"),
    Case(
        "parameter-moved",
        "Headers.first(): parameter 'fallback' is now keyword-only, was positional or keyword",
        "headers",
        "str, fallback",
        "str, *, fallback",
    ),
    Case(
        "parameter-moved",
        "Headers.first(): positional parameters are now (fallback, name), were (name, fallback)",
        "headers",
        "name: str, fallback: str | None = None",
        "fallback: str | None = None, name: str = ''",
    ),
    Case("default-changed", "Policy(): parameter 'attempts' is 5 by default, was 4", "retry", "= 4", "= 5"),
    Case("public-words", "StatusError: description changed", "runtime/errors", "An error status.", "A status."),
    # The client as templates write it.
    Case("parameter-removed", "parse_delivery(): parameter 'secret' removed", "/webhooks", ", secret: str", ""),
    Case(
        "parameter-moved",
        "parse_delivery(): parameter 'secret' is now keyword-only, was positional or keyword",
        "/webhooks",
        "bytes, secret",
        "bytes, *, secret",
    ),
    Case(
        "parameter-required",
        "parse_delivery(): required parameter 'at' added",
        "/webhooks",
        "secret: str",
        "secret: str, *, at: int",
    ),
    Case(
        "public-type",
        "parse_delivery(): returns dict[str, str | int] | None, returned dict[str, str] | None",
        "/webhooks",
        "dict[str, str]",
        "dict[str, str | int]",
    ),
    Case(
        "public-type",
        "parse_delivery(): parameter 'body' accepts bytearray, accepted bytes",
        "/webhooks",
        "body: bytes",
        "body: bytearray",
    ),
    Case(
        "public-kind",
        "parse_delivery(): is now an async function, was a function",
        "/webhooks",
        "def parse",
        "async def parse",
    ),
    Case("public-removed", "parse_delivery(): function removed", "client/__init__", ', "parse_delivery"]', "]"),
    Case("public-removed", "UNSET: name removed", "client/__init__", ', "UNSET"', ""),
    Case("public-removed", "Pet: class removed", "client/__init__", ', "Pet"', ""),
    Case(
        "public-added",
        "foxreach_client.webhooks.parse_later(): function added",
        "/webhooks",
        "def parse_d",
        "def parse_later() -> None: ...\ndef parse_d",
    ),
    Case("public-removed", "foxreach_client.models.Mood: class removed", "models", "class Mood", "class _Mood"),
    Case("constant-changed", "foxreach_client.models.Mood.SAD: is 'down', was 'sad'", "models", "'sad'", "'down'"),
    Case("trait-changed", "Pet: is no longer frozen=True", "models", "frozen=True, ", ""),
    Case("trait-changed", "Pet: is no longer kw_only=True", "models", ", kw_only=True", ""),
    Case("trait-changed", "Pet: is now tag='pet'", "models", "kw_only=True", "kw_only=True, tag='pet'"),
    Case("parameter-required", "Pet(): parameter 'name' is now required", "models", "name: str = ''", "name: str"),
    Case("default-changed", "Pet(): parameter 'name' is 'Tom' by default, was ''", "models", "= ''", "= 'Tom'"),
    Case("public-type", "Pet.name: is str | None, was str", "models", "name: str", "name: str | None"),
    Case("public-type", "Pet(): parameter 'id' accepts int, accepted str", "models", "id: str", "id: int"),
    Case(
        "public-removed",
        "FoxReach.pets: attribute removed",
        "/client",
        "    @lazy_property\n    def pets(self) -> Pets: ...",
        "    ...",
    ),
    Case("public-kind", "FoxReach.pets(): is now a function, was an attribute", "/client", "    @lazy_property\n", ""),
    Case(
        "public-removed",
        "Pets.create(): function removed",
        "resources",
        "def create(self, values: object",
        "def make(self, values: object",
    ),
    Case(
        "public-removed",
        "Pets.create(), way 2 to call it: overloaded function removed",
        "resources",
        "    @overload\n    def create(self, values: models.Pet) -> models.Pet: ...\n",
        "",
    ),
    Case(
        "parameter-required",
        "Pets.create(), way 1 to call it: required parameter 'at' added",
        "resources",
        "*, id: str) ",
        "*, id: str, at: int) ",
    ),
    Case(
        "public-type",
        "Pets.create(), way 2 to call it: returns Pet | None, returned Pet",
        "resources",
        "values: models.Pet) -> models.Pet:",
        "values: models.Pet) -> models.Pet | None:",
    ),
    Case("parameter-removed", "Pets.create(): parameter 'id' removed", "resources", ", *, id: str = ''", ""),
    # The kit for tests.
    Case(
        "public-removed",
        "foxreach_client.testing.foxreach_mock(): function removed",
        "testing/__init__",
        '"foxreach_mock", ',
        "",
    ),
    Case(
        "trait-changed",
        "foxreach_client.testing.foxreach_mock(): is no longer pytest.fixture",
        "fixtures",
        "@pytest.fixture\n",
        "",
    ),
    Case(
        "trait-changed",
        "foxreach_client.testing.foxreach_mock(): is now pytest.fixture(scope='session')",
        "fixtures",
        "pytest.fixture",
        "pytest.fixture(scope='session')",
    ),
    Case("public-type", "foxreach_client.testing.foxreach_mock(): returns str, returned int", "fixtures", "int", "str"),
    Case(
        "parameter-required",
        "foxreach_client.testing.signed(): required parameter 'at' added",
        "deliveries",
        "secret: str",
        "secret: str, at: int",
    ),
    Case(
        "parameter-removed",
        "foxreach_client.testing.signed(): parameter 'secret' removed",
        "deliveries",
        ", *, secret: str",
        "",
    ),
    Case(
        "public-removed",
        "foxreach_client.testing.factories.pet(): function removed",
        "factories",
        "def pet",
        "def _pet",
    ),
    # The sandbox.
    Case("public-removed", "foxreach_sandbox.Sandbox: class removed", "sandbox/__init__", '["Sandbox"]', "[]"),
    Case("public-removed", "foxreach_sandbox.Sandbox.key(): function removed", "box", "def key", "def _key"),
    Case(
        "parameter-removed", "foxreach_sandbox.Sandbox(): parameter 'seed' removed", "box", "seed: str = 'empty', ", ""
    ),
    Case(
        "default-changed",
        "foxreach_sandbox.Sandbox(): parameter 'seed' is 'demo' by default, was 'empty'",
        "box",
        "'empty'",
        "'demo'",
    ),
    Case(
        "parameter-required",
        "foxreach_sandbox.Sandbox.key(): parameter 'name' is now required",
        "box",
        "name: str = 'Default'",
        "name: str",
    ),
    Case(
        "public-type", "foxreach_sandbox.Sandbox.port: is int | None, was int", "box", "port: int", "port: int | None"
    ),
    Case(
        "public-added",
        "foxreach_sandbox.Sandbox.reset(): function added",
        "box",
        "    def key",
        "    def reset(self) -> None: ...\n    def key",
    ),
    Case("public-removed", "foxreach_sandbox.Clock.now(): function removed", "box", "def now", "def time"),
    # Aliases, constants and how classes are made.
    Case(
        "public-type", "Pacing: is Literal['interactive'], was Literal['interactive', 'bulk']", "retry", ", 'bulk'", ""
    ),
    Case(
        "public-type-safe",
        "Pacing: is Literal['interactive', 'bulk', 'even'], was Literal['interactive', 'bulk']",
        "retry",
        "'bulk'",
        "'bulk', 'even'",
    ),
    Case(
        "public-type",
        "State: is Literal['applied', 'unknown', 'lost'], was Literal['applied', 'unknown']",
        "retry",
        "'unknown'",
        "'unknown', 'lost'",
    ),
    Case(
        "public-type-safe",
        "State: is Literal['applied'], was Literal['applied', 'unknown']",
        "retry",
        ", 'unknown'",
        "",
    ),
    Case("constant-changed", "HEADER: is 'X-Signed', was 'X-Signature'", "retry", "X-Signature", "X-Signed"),
    Case("constant-changed", "HEADER: is computed, was 'X-Signature'", "retry", "'X-Signature'", "'X-'.join('ab')"),
    Case("trait-changed", "Policy: is no longer frozen=True", "retry", "frozen=True, ", ""),
    Case("trait-changed", "Policy: is now slots=True", "retry", "kw_only=True", "kw_only=True, slots=True"),
    Case("trait-changed", "Policy: is no longer dataclass", "retry", "@dataclass(frozen=True, kw_only=True)\n", ""),
    Case("trait-changed", "Policy: is now final", "retry", "@dataclass", "@final\n@dataclass"),
    Case("trait-safe", "Policy: is now order=True", "retry", "kw_only=True", "kw_only=True, order=True"),
    Case(
        "trait-safe",
        "FoxReach.close(): is now deprecated('no')",
        "runtime/client",
        "    def close",
        "    @deprecated('no')\n    def close",
    ),
    Case(
        "trait-changed",
        "FoxReach.limit: is no longer writable",
        "runtime/client",
        "    @limit.setter\n    def limit(self, value: int) -> None: ...\n",
        "",
    ),
    Case("public-words", "parse_delivery(): description changed", "/webhooks", "Return the", "Parse the"),
    Case("public-words", "StatusError.advice: text changed", "runtime/errors", "'Wait a while.'", "'Wait a bit.'"),
)
