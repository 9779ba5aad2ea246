"""The list of parts names what is installed, no more and no less."""

import json
from importlib.metadata import distributions
from pathlib import Path

import pytest

from scripts import sbom
from tests.packaging.locks import locked, normal


def parts(home: str) -> dict[str, str]:
    """Return the parts from one home, by name, with their versions."""
    listed = json.loads(json.dumps(sbom.sbom()))["components"]
    ours = [one for one in listed if one["purl"].startswith(f"pkg:{home}/")]
    return {one["name"]: one["version"] for one in ours}


def test_the_list_equals_what_the_environment_runs_on() -> None:
    """T112, R35."""
    wanted = locked("requirements.lock")

    installed = {
        normal(one.name): one.version for one in distributions() if normal(one.name) in wanted
    }

    assert len(installed) > 20
    assert {normal(name): version for name, version in parts("pypi").items()} == installed


def test_the_list_names_what_came_along_for_the_pages() -> None:
    """T112."""
    found = parts("npm")

    assert "htmx.org" in found
    assert "source-sans" in found


def test_every_part_has_a_licence_and_a_reference_of_its_own() -> None:
    listed = json.loads(json.dumps(sbom.sbom()))["components"]

    assert len({one["bom-ref"] for one in listed}) == len(listed)
    assert [one["name"] for one in listed if not one["licenses"][0]["license"]["name"]] == []


def test_another_version_than_was_locked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T112."""
    other = tmp_path / "other.lock"
    other.write_text("flask==0.1 \\\n    --hash=sha256:0\n")
    monkeypatch.setattr(sbom, "LOCK", other)

    with pytest.raises(ModuleNotFoundError, match=r"flask==0\.1"):
        sbom.sbom()


def test_the_same_lock_gives_the_same_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"

    sbom.main(["-o", str(one)])
    sbom.main(["-o", str(other)])

    assert json.loads(one.read_text())["bomFormat"] == "CycloneDX"
    assert one.read_bytes() == other.read_bytes()
