"""Colours and token files that cannot be used, each with the sentence it gets."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from toolkit.domain.look import FAMILIES, Part, Unfit
from toolkit.domain.problems import Refused
from toolkit.reading.design_tokens import LARGEST, design_tokens, problem_of
from toolkit.services.set_up_place import from_colour
from toolkit.web.look_words import refused_look
from toolkit.wording import wording

DUTCH = wording("nl")
NOT_A_COLOUR = "Schrijf een kleur als #"
BAD_COLOURS: Mapping[str, str] = {
    "": NOT_A_COLOUR,
    "red": NOT_A_COLOUR,
    "#12345": NOT_A_COLOUR,
    "#1234567": NOT_A_COLOUR,
    "#12345g": NOT_A_COLOUR,
    "#１２３４５６": NOT_A_COLOUR,
    "rgb(0,0,0)": NOT_A_COLOUR,
    "#000;} *{}": NOT_A_COLOUR,
    "url(#x)": NOT_A_COLOUR,
    "var(--x)": NOT_A_COLOUR,
    "#ffffff": "1,0 op 1",
    "#ffe600": "1,2 op 1",
    "#777777": "4,4 op 1",
    "#0099ff": "2,9 op 1",
}


def tree(name: str, value: object) -> dict[str, object]:
    """Return one token as a tree of its words."""
    inner: object = {"$value": value}
    for word in reversed(name.split(".")):
        inner = {word: inner}
    assert isinstance(inner, dict)
    return inner


def as_file(content: object) -> bytes:
    return content if isinstance(content, bytes) else json.dumps(content).encode()


BUTTON, LINK = "utrecht.button.primary-action", "utrecht.link.color"
BAD_FILES: Mapping[str, tuple[object, str]] = {
    "nothing in it": (b"", "geen JSON"),
    "a page": (b"<html>", "kijk naar regel 1"),
    "a style sheet": (b":root {\n--utrecht-link-color: red }", "kijk naar regel 1"),
    "a comma too many": (b'{\n"a": 1,\n}', "kijk naar regel 3"),
    "not UTF-8": (b"\xff\xfe\x00", "geen JSON"),
    "very deep": (b"[" * 200_000, "geen JSON"),
    "very large": (b" " * (LARGEST + 1), "groter dan 500 kB"),
    "an empty tree": ({}, "Geen van de tokens"),
    "a list": ([1, 2], "Geen van de tokens"),
    "a number": (3, "Geen van de tokens"),
    "only others": (tree("utrecht.page.color", "#000"), "Geen van de tokens"),
    "a number for a colour": (tree(LINK, 5), "Geen van de tokens"),
    "an address": (tree(LINK, "url(https://evil.example)"), f"utrecht-link-color: {NOT_A_COLOUR}"),
    "a script": (tree(LINK, "expression(alert(1))"), f"utrecht-link-color: {NOT_A_COLOUR}"),
    "the end of a rule": (tree(LINK, "#000}*{}"), f"utrecht-link-color: {NOT_A_COLOUR}"),
    "a colour by name": (tree(LINK, "navy"), NOT_A_COLOUR),
    "a faint link": (tree(LINK, "#ffcc00"), "1,5 op 1"),
    "a faint button": (tree(f"{BUTTON}.background-color", "#ff6600"), "2,9 op 1"),
    "a circle": (tree(LINK, "{utrecht.link.color}"), "naar zichzelf"),
    "to nowhere": (tree(LINK, "{brand.blue}"), "niet in het bestand"),
    "a size of words": (tree("utrecht.button.border-radius", "calc(1px*9)"), "Schrijf een maat"),
    "a size too large": (tree("utrecht.button.border-radius", "999px"), "Schrijf een maat"),
    "a size below zero": (tree("utrecht.button.border-radius", "-4px"), "Schrijf een maat"),
    "a typeface of their own": (tree("utrecht.document.font-family", "Eigen Sans"), "Arial"),
    "a typeface by address": (
        tree("utrecht.document.font-family", "url(https://evil.example/f.woff2)"),
        "Arial",
    ),
    "text that fades": (
        {**tree(f"{BUTTON}.background-color", "#000080"), "nl-button-primary-color": "#444444"},
        "op haar knop",
    ),
}


@pytest.mark.parametrize(("typed", "said"), BAD_COLOURS.items(), ids=BAD_COLOURS)
def test_a_colour_that_cannot_be_used_gets_a_sentence(typed: str, said: str) -> None:
    """R6; the ratio is never rounded up to what is needed."""
    with pytest.raises(Unfit) as unfit:
        from_colour(typed)

    (sentence,) = refused_look((problem_of(unfit.value),), DUTCH)
    assert said in sentence


@pytest.mark.parametrize(("content", "said"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_token_file_that_cannot_be_used_gets_a_sentence(content: object, said: str) -> None:
    """R6, R7."""
    with pytest.raises(Refused) as refused:
        design_tokens(as_file(content))

    assert said in " ".join(refused_look(refused.value.problems, DUTCH))


def test_every_wrong_token_is_named_at_once() -> None:
    content = {
        "utrecht-link-color": "x",
        "utrecht-heading-color": "y",
        "nl-button-border-radius": "z",
    }

    with pytest.raises(Refused) as refused:
        design_tokens(json.dumps(content).encode())

    assert [problem.key for problem in refused.value.problems] == list(content)


def test_tokens_are_read_nested_flat_and_pointing() -> None:
    """The forms in which NL Design System files come: DTCG, Style Dictionary, flat."""
    nested = {
        "Utrecht": {"Link": {"color": {"value": "{a.b.value}"}}},
        "a": {"b": {"value": "#024"}},
    }
    flat = {"nl-link-color": "#024", "nl-button-border-radius": "0.25rem"}

    pointed = design_tokens(json.dumps(nested).encode())
    found = design_tokens(json.dumps(flat).encode("utf-8-sig"))

    assert pointed == {Part.LINK: "#002244"}
    assert found == {Part.LINK: "#002244", Part.BUTTON_CORNER: "0.25rem"}


def test_no_typeface_could_end_a_rule() -> None:
    """R6: the closed list holds letters only."""
    names = "".join(FAMILIES.values())

    assert names.replace(" ", "").replace('"', "").replace("-", "").isalnum()
