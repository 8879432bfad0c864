"""Small packages with one name of each kind, into which the cases of `python_cases.py` are planted."""

from __future__ import annotations

from pathlib import Path

from tools.changes.names import Surface, surface

FILES = {
    "foxreach_client/__init__.py": """\
TYPE_CHECKING = False
if TYPE_CHECKING:
    from foxreach_runtime.errors import StatusError as StatusError
    from foxreach_runtime.errors import TakenError as TakenError
    from foxreach_runtime.retry import HEADER as HEADER
    from foxreach_runtime.retry import Policy as Policy
    from msgspec import UNSET as UNSET
    from .client import FoxReach as FoxReach
    from .errors import LostError as LostError
    from .models import Pet as Pet
    from .webhooks import parse_delivery as parse_delivery
__all__ = ["FoxReach", "HEADER", "LostError", "Pet", "Policy", "StatusError", "TakenError", "UNSET", "parse_delivery"]
""",
    "foxreach_client/client.py": """\
from __future__ import annotations
from foxreach_runtime.client import SyncClient, lazy_property
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .resources import Pets
class FoxReach(SyncClient):
    @lazy_property
    def pets(self) -> Pets: ...
""",
    "foxreach_client/errors.py": """\
from foxreach_runtime.errors import StatusError, TakenError
class LostError(StatusError):
    pass
""",
    "foxreach_client/models.py": """\
from msgspec import Struct
class Pet(Struct, frozen=True, kw_only=True):
    id: str
    name: str = ''
class Mood(str):
    SAD = 'sad'
""",
    "foxreach_client/resources.py": """\
from __future__ import annotations
from typing import overload
from . import models
class Pets:
    @overload
    def create(self, *, id: str) -> models.Pet: ...
    @overload
    def create(self, values: models.Pet) -> models.Pet: ...
    def create(self, values: object = None, *, id: str = '') -> models.Pet: ...
""",
    "foxreach_client/webhooks.py": """\
def parse_delivery(body: bytes, secret: str) -> dict[str, str] | None:
    '''Return the delivery.'''
""",
    "foxreach_client/testing/__init__.py": """\
from foxreach_testing.deliveries import signed
from . import factories
from .fixtures import foxreach_mock
__all__ = ["factories", "foxreach_mock", "signed"]
""",
    "foxreach_client/testing/factories.py": """\
from .. import models
def pet(**fields: object) -> models.Pet: ...
""",
    "foxreach_client/testing/fixtures.py": """\
import pytest
@pytest.fixture
def foxreach_mock() -> int: ...
""",
    "foxreach_testing/__init__.py": "",
    "foxreach_testing/deliveries.py": """\
def signed(delivery: object, *, secret: str) -> bytes: ...
""",
    "foxreach_sandbox/__init__.py": """\
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .box import Sandbox
__all__ = ["Sandbox"]
""",
    "foxreach_sandbox/box.py": """\
from __future__ import annotations
from typing import Protocol
class Clock(Protocol):
    def now(self) -> float: ...
class Sandbox:
    port: int = 0
    def __init__(self, *, seed: str = 'empty', clock: Clock | None = None) -> None: ...
    def key(self, name: str = 'Default') -> str: ...
""",
    "foxreach_runtime/__init__.py": "",
    "foxreach_runtime/errors.py": """\
from .headers import Headers
class StatusError(Exception):
    '''An error status.'''
    advice: str = 'Wait a while.'
    def __init__(self, status: int) -> None:
        self.status = status
    @property
    def headers(self) -> Headers: ...
class TakenError(StatusError):
    maybe_ours: bool = False
""",
    "foxreach_runtime/headers.py": """\
class Headers:
    def first(self, name: str, fallback: str | None = None) -> str | None: ...
    def _all(self) -> list[str]: ...
class Unseen:
    def method(self) -> None: ...
""",
    "foxreach_runtime/retry.py": """\
from __future__ import annotations
from dataclasses import dataclass
from typing import Final, Literal
HEADER: Final = 'X-Signature'
Pacing = Literal['interactive', 'bulk']
State = Literal['applied', 'unknown']
@dataclass(frozen=True, kw_only=True)
class Policy:
    attempts: int = 4
""",
    "foxreach_runtime/client.py": """\
from __future__ import annotations
from .retry import Pacing, State
class lazy_property: ...
class SyncClient:
    def __init__(self, *, key: str | None = None, pacing: Pacing = 'interactive') -> None: ...
    def close(self) -> None: ...
    def settle(self) -> State: ...
    @property
    def limit(self) -> int: ...
    @limit.setter
    def limit(self, value: int) -> None: ...
""",
}


def written(folder: Path, edit: tuple[str, str, str] | None = None) -> Surface:
    """Return the surface of the packages, written into *folder*; *edit* replaces a text in the file of that name."""
    edited = 0
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if edit and path.endswith(f"{edit[0]}.py") and edit[1] in text:
            edited += 1
            text = text.replace(*edit[1:], 1)  # noqa: PLW2901
        (folder / path).write_text(text, "utf-8")
    assert edited == (1 if edit else 0), f"{edit} fits {edited} files"
    return surface([folder])
