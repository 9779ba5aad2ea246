"""Whatever somebody types, in whatever field, shows as what they typed and does nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

import pytest

from tests.web.builders import NOON, Browser
from tests.web.crawler import Typist, Walk
from tests.web.holding import workshop_of
from tests.web.neighbours import Neighbours, neighbours
from tests.web.pages import Page
from tests.web.payloads import ODD, SQL, TEMPLATES, XSS
from toolkit.documents import scanfile
from toolkit.domain.plain_text import plain
from toolkit.storage import answers
from toolkit.storage.workshop_room import Agreement, put_agreement

pytestmark = pytest.mark.slow

HOSTILE = (*XSS, *TEMPLATES)
TYPISTS = {
    "hostile": Typist(HOSTILE, "\n".join(HOSTILE)),
    "odd": Typist(ODD, "\n".join(ODD)),
    "sql": Typist(SQL, "\n".join(SQL)),
}
ITEM = "gov.policy_adopted"
# Whose answer is what was asked for: a link that is shown once.
SHOWS_ONCE = {"readers.give", "team.invite"}


@dataclass(frozen=True)
class Typed:
    """What came of it when somebody typed in every place, and the pages after that."""

    both: Neighbours
    typist: Typist
    came: Mapping[str, Counter[int]]
    after: Mapping[str, Page]

    @property
    def text(self) -> str:
        """The text in the note of one answer."""
        shelf, ours = self.both.site.parts.shelf, self.both.ours
        with self.both.site.parts.database.reading() as connection:
            frame = ours.frame
            questionnaire = shelf.find(frame.questionnaire, frame.edition)
            return answers.all_of(connection, ours.assessment, questionnaire)[ITEM].answer.note


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Page]]:
    """Every page of an installation in which nobody typed anything odd."""
    both = neighbours(tmp_path_factory.mktemp("before"), "draft")
    agree(both)
    yield in_both_states(both, Walk.of(both))
    both.site.parts.database.close()


@pytest.fixture(scope="module", params=TYPISTS)
def typed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Typed]:
    """Every form is sent with such texts, then every page is opened, also those of the outcome."""
    both = neighbours(tmp_path_factory.mktemp("both"), "draft")
    walk, typist = Walk.of(both), TYPISTS[request.param]
    came = walk.fill_all(typist)
    yield Typed(both, typist, came, in_both_states(both, walk))
    both.site.parts.database.close()


def agree(both: Neighbours) -> None:
    """Agree something that a child will notice: its page has a button for that."""
    agreed = Agreement(1, "Een rooster voor de avond", child_notices="Er neemt iemand op")
    with both.site.parts.database.writing() as connection:
        workshop = workshop_of(connection, both.ours.municipality)
        assert put_agreement(connection, workshop.id, agreed, at=NOON)


def in_both_states(both: Neighbours, walk: Walk) -> dict[str, Page]:
    """Return every page while people answer, and every page of the outcome."""
    answering, once = walk.pages(), replace(walk, most=2)
    both.ours.set_state("in_review")
    outcome = once.pages(f"/scans/{both.ours.assessment}/outcome")
    report = once.pages(f"/scans/{both.ours.assessment}/report")
    both.ours.set_state("draft")
    return {**answering, **outcome, **report}


def shapes(pages: Mapping[str, Page]) -> set[tuple[str, str]]:
    """Return every kind of element with every attribute it has."""
    return {
        (element.name, name)
        for page in pages.values()
        for element in page.elements
        for name in ("", *element.attributes)
    }


def test_no_form_fails_over_any_text(typed: Typed) -> None:
    """T30, T32, T34, T35: kept, refused in words, or answered with a link that is shown once."""
    statuses = set(chain.from_iterable(typed.came.values()))

    assert len(typed.came) >= 9
    assert statuses <= {200, 303, 422}
    assert {endpoint for endpoint, came in typed.came.items() if came[200]} <= SHOWS_ONCE
    assert sum(came[303] for came in typed.came.values()) > 30


def test_a_text_brings_no_element_into_any_page(typed: Typed, before: Mapping[str, Page]) -> None:
    """T30, T31, R1: the same kinds of elements, with the same attributes, as before."""
    new = shapes(typed.after) - shapes(before)

    assert len(typed.after) > 40
    assert {shape for shape in new if shape not in REFUSED_OR_ADDED} == set()


# What pages show beside a text that is wrong, or of which there is more than before.
REFUSED_OR_ADDED = {("details", "open"), ("input", "aria-invalid"), ("textarea", "aria-invalid")}


# A picture that we draw of the secret of a second step: squares, no text.
THE_PICTURE_TO_SCAN = "data:image/svg+xml;charset=utf-8,%3Csvg%20"


def test_no_address_in_a_page_comes_from_a_text(typed: Typed) -> None:
    """T30, R2: links lead to pages of ours, by telephone or mail, or to an address over https."""
    addresses = {
        element.attributes[name]
        for page in typed.after.values()
        for element in page.elements
        for name in ("href", "src", "action", "formaction", "data-hx-get", "data-hx-post")
        if name in element.attributes
    }

    known = ("/", "#", "https://", "mailto:", "tel:", THE_PICTURE_TO_SCAN)
    odd = {one for one in addresses if not one.startswith(known)}
    assert len(addresses) > 50
    assert odd <= {"", "?form=work", "?form=publication"}
    assert not any(one.startswith("//") for one in addresses)


def test_every_text_shows_as_it_was_typed(typed: Typed) -> None:
    """T34, T30, R1: braces, percent signs and tags are only signs."""
    said = "\n".join(page.text for page in typed.after.values())

    expected = [" ".join(plain(line).split()) for line in typed.typist.text.splitlines()]

    assert [line for line in expected if line not in said] == []


def test_what_is_kept_is_the_plain_form(typed: Typed) -> None:
    """T32: composed, without what cannot be seen or turns text around."""
    assert typed.text == plain(typed.typist.text)


def test_a_file_takes_the_text_along_as_it_is(typed: Typed) -> None:
    """T34, T36: read in again, it is the same."""
    shelf, address = typed.both.site.parts.shelf, f"/scans/{typed.both.ours.assessment}/file"

    file = Browser(Walk.of(typed.both).client).post(address)

    assert scanfile.read_bytes(file.data, shelf, name="x.yaml").answers[ITEM].note == typed.text
    assert file.headers["Content-Disposition"].isprintable()


def test_nothing_else_was_changed(typed: Typed) -> None:
    """T35: the neighbours have what they had, and every table is there."""
    with typed.both.site.parts.database.reading() as connection:
        places = connection.exec_driver_sql("SELECT count(*) FROM municipalities").scalar()
        operators = connection.exec_driver_sql(
            "SELECT count(*) FROM accounts WHERE operator"
        ).scalar()
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar()

    assert (places, operators, sound) == (2, 2, "ok")
