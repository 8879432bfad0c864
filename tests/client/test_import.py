"""The package as it is imported: lazily, with every public name, and the document it was made from."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib import import_module, metadata, resources
from types import ModuleType

import foxreach_client
import pytest

from tests.client.cases import SCHEMAS, SPEC

NAMES = foxreach_client.__all__


def printed_by(program: str) -> set[str]:
    """Return the words that *program* prints in an interpreter of its own."""
    command = [sys.executable, "-c", program]
    return set(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())


def loaded_after(statement: str) -> set[str]:
    """Return the modules that *statement* loads in a bare interpreter."""
    return printed_by(f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)")


def test_the_import_loads_nothing_but_the_package_itself() -> None:
    assert loaded_after("import foxreach_client") == {"foxreach_client"}


def test_looking_around_loads_nothing_either() -> None:
    assert loaded_after("import foxreach_client; dir(foxreach_client); foxreach_client.__all__") == {"foxreach_client"}


def test_a_version_or_an_exception_loads_neither_http_nor_models() -> None:
    loaded = loaded_after("from foxreach_client import __version__, SPEC_VERSION, ConflictError, RetryPolicy")
    assert not loaded & {"httpx2", "httpcore2", "foxreach_client.models", "foxreach_client.client"}


def test_a_model_loads_no_http() -> None:
    assert not loaded_after("from foxreach_client import Lead") & {"httpx2", "httpcore2", "foxreach_client.client"}


def test_a_client_loads_no_resource_before_it_is_used() -> None:
    loaded = loaded_after("from foxreach_client import FoxReach; FoxReach(api_key='otr_x')")
    assert not {name for name in loaded if name.startswith("foxreach_client.resources.")}


def test_a_sync_client_loads_no_event_loop_and_nothing_that_few_calls_need() -> None:
    loaded = loaded_after("from foxreach_client import FoxReach; FoxReach(api_key='otr_x').leads")
    rare = "keys.rotation settling.settle paging.pages untyped.request telemetry.spans large_bodies.decoding"
    rooms = {f"foxreach_runtime.{name}" for name in rare.split()}
    assert not loaded & {"asyncio", "foxreach_client.inputs", *rooms}


def test_the_first_use_of_a_resource_loads_no_models_and_operations_of_others() -> None:
    loaded = loaded_after("from foxreach_client import FoxReach; FoxReach(api_key='otr_x').leads")
    rooms = ("models", "operations", "resources")
    packages = {f"foxreach_client.{room}" for room in rooms}
    assert {name for name in loaded if name.startswith(tuple(packages))} == {
        *packages,
        *(f"foxreach_client.{room}.leads" for room in rooms),
        "foxreach_client.models._shared",
    }


def test_models_load_by_module_and_list_every_name() -> None:
    assert "foxreach_client.models.leads" not in loaded_after("from foxreach_client.models import PageMeta, Campaign")
    assert set(SCHEMAS) <= printed_by("from foxreach_client import models; print(*dir(models))")


def test_a_model_is_found_where_an_older_pickle_expects_it() -> None:
    assert getattr(import_module("foxreach_client.models.leads"), "Campaign") is foxreach_client.Campaign  # noqa: B009
    with pytest.raises(AttributeError, match=r"'foxreach_client\.models' has no attribute 'Nothing'"):
        getattr(import_module("foxreach_client.models.leads"), "Nothing")  # noqa: B009


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_can_be_used(name: str) -> None:
    assert getattr(foxreach_client, name) is not None


def test_the_listing_has_every_public_name_once() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert set(NAMES) <= set(dir(foxreach_client))
    public = {name for name in dir(foxreach_client) if not name.startswith("_")}
    modules = {name for name in public if isinstance(getattr(foxreach_client, name), ModuleType)}
    assert public - modules - {"TYPE_CHECKING"} == set(NAMES) - {"__version__"}


def test_every_schema_is_a_public_name() -> None:
    assert set(SCHEMAS) - set(NAMES) == {"Delivery"}  # ReceivedDelivery is that, and UnknownDelivery


def test_a_star_import_gives_every_public_name() -> None:
    found = printed_by("from foxreach_client import *; print(*globals())")
    assert set(NAMES) <= set(found)


@pytest.mark.parametrize("name", ["Nothing", "leads", "_private", "httpx2"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=rf"'foxreach_client' has no attribute '{name}'"):
        getattr(foxreach_client, name)
    with pytest.raises(ImportError):
        exec(f"from foxreach_client import {name}")  # noqa: S102


def test_the_package_has_the_document_it_was_made_from() -> None:
    content = resources.files("foxreach_client").joinpath("openapi.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() == foxreach_client.SPEC_SHA256
    assert SPEC["info"]["version"] == foxreach_client.SPEC_VERSION
    assert resources.files("foxreach_client").joinpath("py.typed").is_file()
    assert resources.files("foxreach_runtime").joinpath("py.typed").is_file()


def test_the_version_is_that_of_the_distribution() -> None:
    try:
        installed = metadata.version("foxreach-client")
    except metadata.PackageNotFoundError:
        installed = foxreach_client.__version__  # the checkout is on the path and nothing is installed
    assert foxreach_client.__version__ == installed
