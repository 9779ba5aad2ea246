"""Reads questionnaires from files."""

from toolkit.catalogue.library_files import library
from toolkit.catalogue.load import BadQuestionnaire, load
from toolkit.catalogue.shipped import Shelf, find, shipped

__all__ = ["BadQuestionnaire", "Shelf", "find", "library", "load", "shipped"]
