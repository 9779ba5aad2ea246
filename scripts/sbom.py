"""Writes down every part that the program runs on, as a CycloneDX list of parts (SBOM).

``python -m scripts.sbom -o sbom.json``; without ``-o`` it is printed. The same lock gives the same list.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

from toolkit.documents.own_assets import ASSETS
from toolkit.documents.own_assets import LOCK as LOCK_OF_ASSETS

OURSELVES = "kinderrechtenscan"
LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
LOCKED = re.compile(r"^([\w.\-]+)==([\w.!+\-]+)(?= )( ;)?", re.MULTILINE)
FORMAT = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
LONGEST_NAME = 60
# One sign of a licence that a package names in its classifiers only.
CLASSIFIER = "License :: OSI Approved :: "

Component = TypedDict(
    "Component",
    {
        "type": str,
        "bom-ref": str,
        "name": str,
        "version": str,
        "purl": str,
        "licenses": list[dict[str, dict[str, str]]],
    },
)


def sbom() -> dict[str, object]:
    """Return the list: what the lock names for this machine, and what came along in templates/.

    Raises `PackageNotFoundError` when a locked package is not installed.
    """
    return {
        **FORMAT,
        "metadata": {"component": _component("application", "pypi", OURSELVES)},
        "components": [*_packages(LOCK.read_text("utf-8")), *_assets()],
    }


def _packages(lock: str) -> Iterator[Component]:
    """Yield each locked package; one for another kind of Python is left out."""
    for name, version, only_somewhere in LOCKED.findall(lock):
        try:
            found = _component("library", "pypi", name)
        except PackageNotFoundError:
            if only_somewhere:
                continue
            raise
        if found["version"] != version:
            raise PackageNotFoundError(f"{name}=={version}")
        yield found


def _assets() -> Iterator[Component]:
    """Yield each package of which files stand in templates/assets, once."""
    entries = json.loads((ASSETS / LOCK_OF_ASSETS).read_text("utf-8"))
    parts = {
        (one["source"].removeprefix("npm ").partition(":")[0], one["version"], one["licence"])
        for one in entries
        if one["source"].startswith("npm ")
    }
    for name, version, licence in sorted(parts):
        yield _described("library", "npm", name, version, licence)


def _component(kind: str, home: str, name: str) -> Component:
    told = metadata(name)
    return _described(kind, home, name.lower(), told["Version"], _licence(name))


def _described(kind: str, home: str, name: str, version: str, licence: str) -> Component:
    purl = f"pkg:{home}/{quote(name)}@{quote(version)}"
    return {
        "type": kind,
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{"license": {"name": licence}}],
    }


def _licence(name: str) -> str:
    """Return the licence as the package itself names it; some put the whole text in that field."""
    classifiers = [one for one in _told(name, "Classifier") if one.startswith(CLASSIFIER)]
    short = [one for one in _told(name, "License") if len(one) <= LONGEST_NAME]
    by_class = " OR ".join(one.removeprefix(CLASSIFIER) for one in classifiers)
    return "".join(_told(name, "License-Expression")[:1] or short[:1]) or by_class


def _told(name: str, field: str) -> list[str]:
    return metadata(name).get_all(field) or []


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the list to a file, or print it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.sbom", description=__doc__)
    parser.add_argument("-o", metavar="FILE", type=Path)
    target: Path | None = parser.parse_args(arguments).o
    text = json.dumps(sbom(), indent=2, sort_keys=True) + "\n"
    if target is None:
        sys.stdout.write(text)
    else:
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
