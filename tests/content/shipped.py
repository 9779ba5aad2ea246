"""All content files as the content tests look at them."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from toolkit.catalogue import library_files
from toolkit.catalogue.shipped import shipped
from toolkit.domain.items import Item
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.workshop import Scenario
from toolkit.paths import LIBRARY, QUESTIONNAIRES
from toolkit.reading.text_file import read_document, read_text
from toolkit.reading.yaml_text import Plain

MAIN = "kinderrechten-mensenhandel"
LANGUAGES = ("nl", "en")
TELEPHONE = re.compile(
    r"(?<![\w,.-])(?:\+31[\d ]+|0\d{1,3}[- ]\d[\d -]{3,}|0\d{8,9}|11[23](?![\d%]|[.,-]\w))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One text of the content in its languages, with where it stands."""

    where: str
    words: Mapping[str, str]


def library() -> Library:
    return library_files.library()


@cache
def figures() -> tuple[Mapping[str, str], ...]:
    lines = read_text(LIBRARY / "figures.csv", name="figures.csv").splitlines()
    return tuple({key: cell for key, cell in row.items() if cell} for row in csv.DictReader(lines))


@cache
def editions() -> Mapping[str, Questionnaire]:
    shelf = shipped()
    return {name: shelf.find(name, shelf.editions(name)[-1]) for name in shelf.ids()}


@cache
def scenarios() -> tuple[Scenario, ...]:
    paths = sorted(QUESTIONNAIRES.glob("*/*/scenarios/*.yaml"))
    return tuple(Scenario.model_validate(read(path)) for path in paths)


def main() -> Questionnaire:
    return editions()[MAIN]


def items(questionnaire: str = MAIN) -> tuple[Item, ...]:
    return tuple(editions()[questionnaire].all_items())


def everywhere() -> tuple[Item, ...]:
    """Every question of every questionnaire, the intake too."""
    return tuple(
        chain.from_iterable(
            (*edition.intake, *edition.all_items()) for edition in editions().values()
        )
    )


def files() -> tuple[Path, ...]:
    """The files of the questionnaires and the library, without the examples."""
    found = (*QUESTIONNAIRES.glob("*/*/**/*.yaml"), *LIBRARY.glob("*.yaml"))
    return tuple(sorted(found))


@cache
def texts() -> tuple[Said, ...]:
    """Every text that comes in languages, as written."""
    return (*chain.from_iterable(_texts(read(path), path.stem) for path in files()), *_figures())


def name_of(path: Path) -> str:
    return path.relative_to(QUESTIONNAIRES).as_posix()


def read(path: Path) -> Plain:
    return read_document(path, name=name_of(path)).value


def _texts(value: Plain, where: str) -> Iterator[Said]:
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _texts(part, f"{where}[{number}]")
    elif isinstance(value, dict) and value.keys() & set(LANGUAGES):
        yield Said(where, {key: words for key, words in value.items() if isinstance(words, str)})
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, f"{where}.{key}")


def _figures() -> Iterator[Said]:
    for row in figures():
        for column in ("value", "what", "source"):
            words = {language: row[f"{column}_{language}"] for language in LANGUAGES}
            yield Said(f"figures.{row['key']}.{column}", words)
