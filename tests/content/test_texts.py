"""Every sentence is there in every language, plain, without facts that stand elsewhere."""

import re

import pytest

from tests.content.shipped import LANGUAGES, TELEPHONE, Said, library, name_of, texts
from toolkit.paths import QUESTIONNAIRES

MARKUP = re.compile(r"</?[a-zA-Z!]|&[a-z]+;|[*`_]|\]\(|^#", re.MULTILINE)
BRACES = re.compile(r"[{}]")
PLACEHOLDER = re.compile(r"\{([a-z]+)\.([a-z0-9_]+)\}")
ABOUT_THE_FILES = re.compile(r"\b(?:schema|yaml|json|msgid|placeholder)\b", re.IGNORECASE)


def wrong(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{said.where}.{language}: {words}"
        for said in texts()
        for language, words in said.words.items()
        if pattern.search(PLACEHOLDER.sub("", words))
    ]


def unknown(said: Said) -> list[str]:
    return [
        f"{said.where}.{language}: {kind}.{key}"
        for language, words in said.words.items()
        for kind, key in PLACEHOLDER.findall(words)
        if library().fact(kind, key, language) is None
    ]


def test_every_text_is_there_in_both_languages() -> None:
    incomplete = [said.where for said in texts() if set(said.words) != set(LANGUAGES)]

    assert len(texts()) > 2000
    assert incomplete == []


def test_no_text_is_empty_or_has_space_around_it() -> None:
    untidy = [
        s.where for s in texts() for w in s.words.values() if not w or w != " ".join(w.split())
    ]

    assert texts()
    assert untidy == []


def test_no_text_has_markup() -> None:
    assert MARKUP.search("<b>")
    assert MARKUP.search("**vet**")
    assert wrong(MARKUP) == []


def test_no_text_has_braces_but_those_of_facts() -> None:
    assert wrong(BRACES) == []


def test_every_fact_in_a_text_is_in_the_library() -> None:
    used = [said for said in texts() if any(PLACEHOLDER.search(w) for w in said.words.values())]

    assert len(used) > 10
    assert [missing for said in used for missing in unknown(said)] == []


def test_both_languages_use_the_same_facts() -> None:
    facts = [[set(PLACEHOLDER.findall(words)) for words in said.words.values()] for said in texts()]

    assert facts
    assert [pair for pair in facts if pair[0] != pair[-1]] == []


@pytest.mark.parametrize(
    "number",
    ["0800-0000", "0800 000 00 00", "020-000 00 00", "+31 200 000 000", "112", "0600000000"],
)
def test_a_telephone_number_is_seen(number: str) -> None:
    assert TELEPHONE.search(f"Bel {number}.")


def test_telephone_numbers_stand_in_the_contacts_only() -> None:
    paths = [p for p in QUESTIONNAIRES.rglob("*") if p.suffix in (".yaml", ".csv", ".txt")]

    found = {name_of(path) for path in paths if TELEPHONE.search(path.read_text())}

    assert len(paths) > 30
    assert found == {"library/contacts.yaml"}


def test_no_text_speaks_of_the_files_it_stands_in() -> None:
    assert wrong(ABOUT_THE_FILES) == []
