"""The SBOM: its components, and which licences are accepted."""

import json
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.publish.files import make_wheel
from tools.publish.upload import sha256
from tools.release.build import ROOT
from tools.release.sbom import Sbom, allowed, extras, licence_faults, licences, normalized


def test_both_sboms_of_a_release_fulfil_the_schema(built: Path) -> None:
    [beside] = built.glob("*.cdx.json")
    for file in (beside, ROOT / "sbom.cdx.json"):
        assert json.loads(file.read_text("utf-8"))["specVersion"] == "1.6"
        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(file.read_text("utf-8")) is None


def component(name: str, *licence: str) -> Sbom:
    found = [{"name" if "::" in each else "expression" if " " in each else "id": each} for each in licence]
    return {
        "name": name,
        "version": "1",
        "licenses": [each if "expression" in each else {"license": each} for each in found],
        "externalReferences": [{"type": "distribution", "url": "file:///home/somebody/dist/x.whl"}],
    }


@pytest.fixture
def sbom(tmp_path: Path) -> Sbom:
    """Return the SBOM of a client that needs one package."""
    parts = [component("pip", "MIT"), component("foxreach-client", "MIT"), component("msgspec", "BSD-3-Clause")]
    return normalized({"metadata": {"tools": {}}, "components": parts}, make_wheel(tmp_path))


def test_the_client_is_identified_by_its_hash_without_a_path(sbom: Sbom, tmp_path: Path) -> None:
    [wheel] = tmp_path.glob("*.whl")
    assert sbom["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": sha256(wheel)}]
    assert "somebody" not in json.dumps(sbom["metadata"])
    assert [each["name"] for each in sbom["components"]] == ["msgspec"]


def test_licences_are_listed_and_accepted(sbom: Sbom) -> None:
    assert licences(sbom) == {"foxreach-client 1": {"MIT"}, "msgspec 1": {"BSD-3-Clause"}}
    assert licence_faults(sbom) == []


@pytest.mark.parametrize("licence", [("GPL-3.0-only",), (), ("MIT", "AGPL-3.0-only")])
def test_an_unknown_or_missing_licence_is_a_fault(sbom: Sbom, licence: tuple[str, ...]) -> None:
    sbom["components"].append(component("stranger", *licence))
    [fault] = licence_faults(sbom)
    assert fault.startswith("stranger 1 has the licence")


def test_a_classifier_counts_only_without_spdx(sbom: Sbom) -> None:
    classifier = "License :: OSI Approved :: BSD License"
    sbom["components"] += [component("old", classifier), component("both", classifier, "BSD-3-Clause")]
    assert licences(sbom)["old 1"] == {classifier}
    assert licences(sbom)["both 1"] == {"BSD-3-Clause"}
    assert licence_faults(sbom) == []


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("MIT OR GPL-2.0-only", True),
        ("(Apache-2.0 OR GPL-2.0-only)", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only AND (MIT OR Apache-2.0)", False),
        ("PSF-2.0 AND (MIT OR Apache-2.0)", True),
        ("GPL-2.0-only", False),
    ],
)
def test_an_expression_is_allowed_if_one_alternative_is(expression: str, fine: bool) -> None:
    assert allowed(expression) is fine


def test_extras_are_read_from_the_wheel(tmp_path: Path) -> None:
    assert extras(make_wheel(tmp_path)) == []
    wheel = make_wheel(tmp_path, requires=("redis; extra == 'redis'\nProvides-Extra: redis",))
    assert extras(wheel) == ["redis"]
