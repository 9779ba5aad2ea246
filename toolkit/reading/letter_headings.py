"""Reads a file with the headings of letters: ours, or that of a municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from toolkit.domain.fields import Model, Name, Text
from toolkit.domain.letter_headings import LETTERS, LONGEST_HEADING, Headings
from toolkit.domain.plain_text import NotPlainText, plain
from toolkit.domain.problems import Problem, Refused, dotted
from toolkit.paths import TEMPLATES
from toolkit.reading.pruning import fitting
from toolkit.reading.shape import Fault, nearest, quoted
from toolkit.reading.text_file import as_text, read_bytes
from toolkit.reading.yaml_text import Document, NotReadable, parse

LARGEST = 20_000
OUR_FILE = TEMPLATES / "report" / "headings.yaml"


@cache
def our_headings() -> Headings:
    """Return the headings that every letter has in a municipality without its own."""
    return read_headings(OUR_FILE)


def read_headings(file: Path) -> Headings:
    """Return the headings in a file, in its order; raise `Refused` with every problem in it."""
    return headings_in(read_bytes(file, name=str(file)), name=str(file))


def headings_in(content: bytes, *, name: str) -> Headings:
    """Return the headings in a file that was sent, as `read_headings` does."""
    if len(content) > LARGEST:
        raise Refused((Problem("headings_large", file=name),))
    text = as_text(content, name=name)
    try:
        document = parse(text)
    except NotReadable as refused:
        raise Refused(tuple(replace(part, file=name) for part in refused.problems)) from None
    if not isinstance(document.value, dict):
        raise Refused((Problem("headings_none", file=name),))
    rest = fitting(_File, document.value, instead={})
    found = rest.model or _File()
    letters = {"proposal": found.proposal, "letter": found.letter}
    faults = (*rest.faults, *(() if rest.faults else _wrong(letters)))
    if faults:
        raise Refused(tuple(_problem(fault, document, name) for fault in faults))
    return {letter: _plain(headings) for letter, headings in letters.items() if headings}


class _File(Model):
    proposal: Mapping[Name, Text] = {}
    letter: Mapping[Name, Text] = {}


def _wrong(letters: Headings) -> Iterator[Fault]:
    """Yield what is wrong with headings that are texts, each once."""
    if not any(letters.values()):
        yield Fault("headings_none")
    for letter, headings in letters.items():
        known = LETTERS[letter]
        missing = (name for name in known if headings and name not in headings)
        yield from (Fault("heading_missing", (letter, name), {"name": name}) for name in missing)
        for name, text in headings.items():
            if name not in known:
                details = {"name": quoted(name), "nearest": nearest(name, known)}
                yield Fault("key_unknown", (letter, name), details)
            elif not all(map(_is_heading, text.root.values())):
                yield Fault("heading_long", (letter, name), {"longest": str(LONGEST_HEADING)})


def _is_heading(said: str) -> bool:
    try:
        return bool(plain(said, longest=LONGEST_HEADING, one_line=True))
    except NotPlainText:
        return False


def _plain(headings: Mapping[str, Text]) -> Mapping[str, Text]:
    return {
        name: Text({one: plain(said, one_line=True) for one, said in text.root.items()})
        for name, text in headings.items()
    }


def _problem(fault: Fault, document: Document, name: str) -> Problem:
    line, key = document.line(fault.place), dotted(fault.place)
    return Problem(fault.code, name, line, key, details=fault.details)
