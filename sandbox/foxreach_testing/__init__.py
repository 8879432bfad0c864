"""Contains the handwritten part of `foxreach_client.testing`, the kit for users' tests."""

from importlib.util import find_spec
from typing import Final

EXTRA: Final = ("pytest", "respx", "pytest_httpx2")

for _module in EXTRA:  # Every module of the kit passes here: one sentence instead of a deep traceback.
    if find_spec(_module) is None:
        raise ModuleNotFoundError(
            f"foxreach_client.testing needs {_module}: install foxreach-client[testing]", name=_module
        )
