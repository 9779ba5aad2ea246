"""Reads questionnaires from files."""

from toolkit.catalogue.check import Checking, check
from toolkit.catalogue.library_files import library
from toolkit.catalogue.load import BadQuestionnaire, load
from toolkit.catalogue.shipped import Shelf, shelf_at, shipped
from toolkit.reading.yaml_text import NotReadable

__all__ = [
    "BadQuestionnaire",
    "Checking",
    "NotReadable",
    "Shelf",
    "check",
    "library",
    "load",
    "shelf_at",
    "shipped",
]
