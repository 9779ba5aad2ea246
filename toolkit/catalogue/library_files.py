"""Reads the library that comes with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from toolkit.catalogue.joined_files import JoinedFiles, Part
from toolkit.catalogue.prepared import prepared
from toolkit.domain.library import Library
from toolkit.paths import LIBRARY
from toolkit.reading.pruning import fitting
from toolkit.reading.table_text import parse_table
from toolkit.reading.text_file import read_document, read_text
from toolkit.reading.yaml_text import NotReadable

FIGURES = "figures"


@cache
def library() -> Library:
    """Return the library that comes with the program."""
    return read_library(LIBRARY)


def read_library(folder: Path) -> Library:
    """Return the library in a folder, its own texts filled in; raise `NotReadable` otherwise."""
    files = _read(folder)
    first = fitting(Library, files.value, instead={})
    faults = (*first.faults, *prepared(files, first.model))
    if faults:
        raise NotReadable(tuple(files.problem(fault) for fault in faults))
    return Library.model_validate(files.value)


def _read(folder: Path) -> JoinedFiles:
    names = [field.alias or name for name, field in Library.model_fields.items()]
    parts = {name: _part(folder, name) for name in names}
    value = {name: part.document.value for name, part in parts.items()}
    return JoinedFiles(value, {part.place: part for part in parts.values()})


def _part(folder: Path, name: str) -> Part:
    if name == FIGURES:
        file = f"{name}.csv"
        return Part(file, (name,), parse_table(read_text(folder / file, name=file)))
    file = f"{name}.yaml"
    return Part(file, (name,), read_document(folder / file, name=file))
