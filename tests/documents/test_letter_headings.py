"""The headings of letters come from a file, and a municipality may hand in its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.documents.kinds import facts_of, scan_of
from tests.documents.test_letters import text_of
from toolkit.catalogue.library_files import library
from toolkit.documents.report_html import report_html
from toolkit.domain.letter_headings import LETTERS, Headings
from toolkit.domain.look import Look
from toolkit.domain.problems import Refused
from toolkit.domain.report import Kind
from toolkit.reading.letter_headings import OUR_FILE, headings_in, our_headings
from toolkit.services.explain import explained
from toolkit.wording import wording

OURS = OUR_FILE.read_text("utf-8")
LETTER_ONLY = "letter:" + OURS.partition("letter:")[2]
OWN = """\
letter:
  title: {nl: Raadsbrief}
  why: {nl: Aanleiding}
  message: {nl: Kern van de boodschap}
  meaning: {nl: Gevolgen}
  decided: {nl: Ons besluit}
  outcome: {nl: Uitkomst van de scan}
  next: {nl: Hoe nu verder}
  annexes: {nl: Bijgevoegd}
"""


def html_with(headings: Headings, kind: Kind, language: str = "nl") -> str:
    said = facts_of(kind, scan_of("example")).dressed(Look(headings=headings))
    return report_html(said, library(), language)


def headings_of(html: str) -> list[str]:
    return [text_of(found).strip() for found in re.findall(r"<h[12]>(.*?)</h[12]>", html)]


def refused(content: bytes) -> list[str]:
    with pytest.raises(Refused) as caught:
        headings_in(content, name="koppen.yaml")
    return list(explained(caught.value.problems, wording("nl")))


def test_our_file_has_every_heading_in_dutch_and_english() -> None:
    letters = our_headings()

    languages = {text.languages for headings in letters.values() for text in headings.values()}

    assert {name: tuple(headings) for name, headings in letters.items()} == LETTERS
    assert languages == {("nl", "en")}


def test_a_letter_has_the_headings_of_the_municipality_in_its_order() -> None:
    html = html_with(headings_in(OWN.encode(), name=""), Kind.LETTER)

    assert headings_of(html) == [
        *("Raadsbrief", "Aanleiding", "Kern van de boodschap", "Gevolgen", "Ons besluit"),
        *("Uitkomst van de scan", "Hoe nu verder", "Bijgevoegd"),
    ]


def test_the_letter_that_is_not_in_the_file_keeps_ours() -> None:
    own = html_with(headings_in(OWN.encode(), name=""), Kind.PROPOSAL)

    assert own == html_with({}, Kind.PROPOSAL)
    assert headings_of(own)[:3] == ["Collegevoorstel", "Voorgesteld besluit", "Aanleiding"]


def test_a_heading_in_one_language_serves_the_others() -> None:
    html = html_with(headings_in(OWN.encode(), name=""), Kind.LETTER, "en")

    assert headings_of(html)[0] == "Raadsbrief"


def test_what_stands_under_the_headings_is_the_same_in_another_order() -> None:
    """The greeting and the annexes keep their place at the end."""
    ours, own = (
        html_with({}, Kind.LETTER),
        html_with(headings_in(OWN.encode(), name=""), Kind.LETTER),
    )

    paragraphs = [re.findall(r"<p>.*?</p>|<li>.*?</li>", html) for html in (ours, own)]

    assert sorted(paragraphs[0]) == sorted(paragraphs[1])
    assert paragraphs[0][-5:] == paragraphs[1][-5:]


def test_a_heading_is_never_markup() -> None:
    """T31."""
    file = OWN.replace("Ons besluit", "'<b>Ons</b> {{ 7*7 }}'")

    html = html_with(headings_in(file.encode(), name=""), Kind.LETTER)

    assert "&lt;b&gt;Ons&lt;/b&gt; {{ 7*7 }}" in html


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "niets in dit bestand"),
        (b"- een lijst\n", "geen koppen"),
        (b"letter:\n", "geen koppen"),
        (b"\xff\xfe", "UTF-8"),
        (b"#" * 30_000, "groter dan 20 kB"),
        (OWN.replace("  why: {nl: Aanleiding}\n", "").encode(), "koppen.yaml:1: letter.why: De kop ‘why’ ontbreekt"),
        (OWN.replace("why", "whys").encode(), "Bedoelt u ‘why’?"),
        (OWN.replace("letter", "brief").encode(), "koppen.yaml:1: brief: "),
        (OWN.replace("{nl: Aanleiding}", "Aanleiding").encode(), "koppen.yaml:3: letter.why: Schrijf"),
        (OWN.replace("Aanleiding", "a" * 81).encode(), "één tot 80 tekens"),
        (OWN.replace("Aanleiding", "'\u200b'").encode(), "één tot 80 tekens"),
        (OWN.replace("{nl: Aanleiding}", "{nl: [Aan, leiding]}").encode(), "geen lijst"),
        (OWN.replace("{nl: Aanleiding}", "*a").encode(), "koppen.yaml:3"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_where_and_what_now(content: bytes, line: str) -> None:
    assert any(line in said for said in refused(content))


def test_only_what_is_seen_of_a_heading_is_kept() -> None:
    """T32."""
    file = OWN.replace("Ons besluit", '"Ons\\u202e  besluit"')

    headings = headings_in(file.encode(), name="")

    assert headings["letter"]["decided"].within("nl") == "Ons besluit"


def test_the_look_without_headings_says_what_ours_says() -> None:
    said = facts_of(Kind.LETTER, scan_of("example"))
    handed_in = headings_in(LETTER_ONLY.encode(), name="")

    ours = report_html(said, library(), "nl")
    same = report_html(replace(said, look=Look(headings=handed_in)), library(), "nl")

    assert same == ours
