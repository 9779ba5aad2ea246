"""Reads the library that comes with the program."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO
from pathlib import Path

from toolkit.catalogue.joined_files import JoinedFiles, Part
from toolkit.catalogue.placeholders import fill_in
from toolkit.domain.library import Library
from toolkit.domain.problems import Place
from toolkit.paths import LIBRARY
from toolkit.reading.pruning import fitting
from toolkit.reading.shape import Fault
from toolkit.reading.text_file import read_document, read_text
from toolkit.reading.yaml_text import NotReadable, Plain

FIGURES = "figures"


@cache
def library() -> Library:
    """Return the library that comes with the program."""
    return read_library(LIBRARY)


def read_library(folder: Path) -> Library:
    """Return the library in a folder, its own texts filled in; raise `NotReadable` otherwise."""
    files = _read(folder)
    first = fitting(Library, files.value, instead={})
    faults = [Fault("empty_value", place) for place in files.empty()]
    faults += (*first.faults, *fill_in(files.value, files.braced(), first.model))
    if faults:
        raise NotReadable(tuple(files.problem(fault) for fault in faults))
    return Library.model_validate(files.value)


def _read(folder: Path) -> JoinedFiles:
    names = [field.alias or name for name, field in Library.model_fields.items()]
    parts: dict[Place, Part] = {}
    value: dict[str, Plain] = {}
    for name in names:
        if name != FIGURES:
            file = f"{name}.yaml"
            document = read_document(folder / file, name=file)
            parts[name,], value[name] = Part(file, (name,), document), document.value
    value[FIGURES] = _rows(read_text(folder / f"{FIGURES}.csv", name=f"{FIGURES}.csv"))
    return JoinedFiles(value, parts)


def _rows(text: str) -> Plain:
    rows = csv.DictReader(StringIO(text))
    return tuple({key: cell for key, cell in row.items() if cell} for row in rows)
