"""The packages that an environment may contain."""

from tools.rehearsal.consumer import undeclared

CLIENT = ("0.1.0", ["httpx2<3,>=2", "msgspec", "trio; extra == 'bench'"])
INSTALLED = {
    "foxreach-client": CLIENT,
    "httpx2": ("2.16", ["anyio", "h2; extra == 'http2'", "colorama; sys_platform == 'none'"]),
    "anyio": ("4", ["httpx2"]),
    "msgspec": ("0.22", list[str]()),
}


def test_direct_and_indirect_requirements_are_declared() -> None:
    assert undeclared(INSTALLED, "foxreach-client") == set()


def test_the_installer_is_permitted() -> None:
    assert undeclared({**INSTALLED, "pip": ("24", list[str]())}, "foxreach-client") == set()


def test_other_packages_are_undeclared() -> None:
    strangers = {"attrs": ("26", list[str]()), "trio": ("1", list[str]())}
    assert undeclared({**INSTALLED, **strangers}, "foxreach-client") == {"attrs", "trio"}


def test_requirements_of_an_extra_are_declared_only_if_it_is_requested() -> None:
    installed = {**INSTALLED, "h2": ("4", list[str]())}
    assert undeclared(installed, "foxreach-client") == {"h2"}
    installed["foxreach-client"] = ("0.1.0", ["httpx2[http2]", "msgspec"])
    assert undeclared(installed, "foxreach-client") == set()


def test_requirements_of_an_extra_of_the_root_are_declared_only_if_it_is_requested() -> None:
    asked = {"foxreach-client": ("0.1.0", ["msgspec", "starlette; extra == 'sandbox'", "redis; extra == 'redis'"])}
    installed = {**asked, "msgspec": ("0.22", list[str]()), "starlette": ("1", ["anyio"]), "anyio": ("4", list[str]())}
    assert undeclared(installed, "foxreach-client[sandbox]==0.1.0") == set()
    assert undeclared(installed, "foxreach-client==0.1.0") == {"starlette", "anyio"}
