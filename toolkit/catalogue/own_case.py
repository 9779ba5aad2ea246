"""Reads a workshop case that somebody wrote, by the rules of ours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from toolkit.catalogue.scenarios import understood
from toolkit.domain.library import Library
from toolkit.domain.problems import Refused
from toolkit.domain.workshop import Scenario
from toolkit.reading.yaml_text import NotReadable, parse


class BadCase(Refused):
    """A case that cannot be used, with every problem in it."""


def read_case(text: str, items: Collection[str], library: Library, *, name: str = "") -> Scenario:
    """Return the case that a text in YAML is; raise `BadCase`. ``name`` is that of its file."""
    try:
        document = parse(text)
    except NotReadable as refused:
        raise BadCase(tuple(replace(one, file=name) for one in refused.problems)) from None
    found = understood(document, name, items, library)
    problems = found.unread
    if found.files is not None:
        problems += tuple(map(found.files.problem, found.faults))
    if problems or found.scenario is None:
        raise BadCase(problems)
    return found.scenario
