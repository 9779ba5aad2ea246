"""The sentences that the privacy guard is measured with, and texts made to keep it busy."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, cycle, islice
from pathlib import Path
from types import ModuleType

import yaml
from pydantic import TypeAdapter

from toolkit.domain.pattern import Pattern

CORPORA = Path(__file__).parents[1] / "content" / "privacy"
PARTS = TypeAdapter(dict[str, dict[str, list[str]]])
Sentences = list[tuple[str, str]]
REPEATED = (
    *(
        "a",
        "1",
        "é",
        "'",
        "\u00a0",
        "a.",
        "a@",
        "1.",
        "K.",
        "z/",
        "a-",
        "1-1-",
        "12 ",
        "0 ",
        "+31(0) ",
    ),
    *("Kevin ", "Kevin is ", "kevin van ", "De de van der ", "heet Kevin ", "veertienjarige "),
    *("een meisje van 14 jaar ", "op 1 mei is a a ", "geboren is op ", "geboortedatum a ", "2024-"),
    *(
        "9999 AB ",
        "woont aa ",
        "Laan van ",
        "Abcdefghijklmnopqrstuvwx",
        "dossier van a ",
        "bsn van a is ",
    ),
    *("ik ", "ik durf ", "mijn vriendin ", "een jongen ", "bij ons in ", "i am ", "he made "),
    *("een meisje wordt ", "Kevin (14) ", "moet geld "),
)


@cache
def _parts(name: str) -> dict[str, dict[str, list[str]]]:
    return PARTS.validate_python(yaml.safe_load((CORPORA / f"{name}.yaml").read_text("utf-8")))


def corpus(name: str, part: str) -> Sentences:
    """Return every sentence of this part, with what it stands for."""
    return [(kind, text) for kind, texts in _parts(name)[part].items() for text in texts]


def share(some: Sequence[object], of: Sequence[object]) -> float:
    """Return how many there are in a hundred."""
    return round(100 * len(some) / len(of), 1)


def adversaries() -> list[str]:
    """Return texts of 100 kB that make a pattern begin everywhere and end nowhere."""
    return ["".join(islice(chain.from_iterable(cycle((part,))), 100_000)) for part in REPEATED]


def patterns(*modules: ModuleType) -> Iterator[Pattern]:
    """Return every pattern that stands in these modules, also inside a tuple or a table."""
    for module in modules:
        for value in vars(module).values():
            members = value.values() if isinstance(value, dict) else value
            found = members if isinstance(value, tuple | dict) else (value,)
            yield from (one for one in found if isinstance(one, Pattern))


def endless(pattern: Pattern) -> bool:
    """Return whether a repetition in the pattern has no upper bound."""
    bare = re.sub(r"\\.|\[\^?\]?[^\]]*\]", "", pattern.text)
    return re.search(r"[*+]|\{\d*,\}", bare) is not None
