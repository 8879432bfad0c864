"""A package that the lock does not have is never used in silence."""

import pytest

from tools.development.unlocked import unlocked

LOCK = """\
anyio==4.16.0 \\
    --hash=sha256:00
typing-extensions==4.16.0 ; python_version < '4' \\
    --hash=sha256:11
"""


def test_locked_packages_and_our_own_are_accepted() -> None:
    installed = [("anyio", "4.16.0"), ("typing_extensions", "4.16.0"), ("foxreach-client", "0.1.0"), ("pip", "26.0")]
    assert unlocked(installed, LOCK) == []


@pytest.mark.parametrize("package", [("anyio", "4.15.0"), ("stranger", "1.0")])
def test_another_package_or_version_is_reported(package: tuple[str, str]) -> None:
    assert unlocked([package], LOCK) == ["==".join(package)]
