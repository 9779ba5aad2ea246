"""The register of evidence: ids, colleagues, answers that name an entry."""

from dataclasses import replace

import pytest

from tests.storage.kept import ITEM, NOON, SHELF, Kept, kept_in
from toolkit.domain.access import NotAllowed, Role
from toolkit.domain.answers import UNKNOWN
from toolkit.domain.scan import Evidence
from toolkit.services.open_scan import as_scan, open_scan
from toolkit.services.register_evidence import (
    EntryChanged,
    Register,
    StillNamed,
    add_entry,
    change_entry,
    evidence_suggestions,
    open_register,
    remove_entry,
)
from toolkit.services.save_answer import Given, save_answer
from toolkit.storage.assessments import NotFound
from toolkit.storage.register import KeptEvidence, take_in

PLAN = Evidence(id="", title="Uitvoeringsplan 2025", kind="plan")


def add(kept: Kept, entry: Evidence = PLAN) -> str:
    with kept.database.writing() as connection:
        return add_entry(kept.actor, connection, SHELF, kept.scan, entry, at=NOON)


def change(kept: Kept, entry: Evidence, seen: int) -> None:
    with kept.database.writing() as connection:
        changed = KeptEvidence(entry, seen)
        change_entry(kept.actor, connection, SHELF, kept.scan, changed, at=NOON)


def remove(kept: Kept, name: str, seen: int = 1) -> None:
    with kept.database.writing() as connection:
        remove_entry(kept.actor, connection, SHELF, kept.scan, name, seen=seen, at=NOON)


def name_it(kept: Kept, line: str) -> None:
    given = Given(ITEM, replace(UNKNOWN, evidence=(line,)), 0, "named-in-an-answer")
    with kept.database.writing() as connection:
        save_answer(kept.actor, connection, SHELF, kept.scan, given, at=NOON)


def register_of(kept: Kept) -> Register:
    with kept.database.reading() as connection:
        return open_register(kept.actor, connection, SHELF, kept.scan)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Uitvoeringsplan 2025-2028", "uitvoeringsplan-2025-2028"),
        ("  Zó wegen wij: één signaal! ", "zo-wegen-wij-een-signaal"),
        ("計画", "document"),
        ("a" * 300, "a" * 55),
    ],
)
def test_an_entry_gets_an_id_of_small_plain_letters(kept: Kept, title: str, name: str) -> None:
    assert add(kept, replace(PLAN, title=title)) == name


def test_two_documents_with_one_title_are_told_apart(kept: Kept) -> None:
    first, second = add(kept), add(kept, replace(PLAN, citation="de tweede druk"))

    assert (first, second) == ("uitvoeringsplan-2025", "uitvoeringsplan-2025-2")


def test_the_same_document_sent_twice_is_kept_once(kept: Kept) -> None:
    """T97."""
    assert add(kept) == add(kept)
    assert len(register_of(kept).entries) == 1


def test_a_change_over_an_older_version_keeps_neither_out_of_sight(kept: Kept) -> None:
    """T24."""
    name = add(kept)
    change(kept, replace(PLAN, id=name, title="Van een collega"), 1)

    with pytest.raises(EntryChanged) as caught:
        change(kept, replace(PLAN, id=name, title="Van mij"), 1)

    assert caught.value.theirs == KeptEvidence(replace(PLAN, id=name, title="Van een collega"), 2)


def test_the_same_change_twice_is_one_change(kept: Kept) -> None:
    """T97."""
    name = add(kept)
    change(kept, replace(PLAN, id=name, title="Nieuw"), 1)

    change(kept, replace(PLAN, id=name, title="Nieuw"), 1)

    assert register_of(kept).entry(name).version == 2


def test_what_an_answer_names_stays_and_says_which(kept: Kept) -> None:
    name = add(kept)
    name_it(kept, f"{name}, p. 3")

    with pytest.raises(StillNamed):
        remove(kept, name)

    assert [use.question.id for use in register_of(kept).uses[name]] == [ITEM]


def test_what_no_answer_names_can_go(kept: Kept) -> None:
    name = add(kept)
    name_it(kept, f"{name}-anders, p. 3")

    remove(kept, name)

    assert register_of(kept).entries == ()


def test_what_a_colleague_changed_is_not_removed_unseen(kept: Kept) -> None:
    """T24."""
    name = add(kept)
    change(kept, replace(PLAN, id=name, title="Van een collega"), 1)

    with pytest.raises(EntryChanged):
        remove(kept, name)


def test_the_register_of_another_municipality_is_out_of_reach(kept: Kept) -> None:
    """T3, R27."""
    other = kept_in(kept.database)
    name = add(other)

    with pytest.raises(NotFound):
        change(kept, replace(PLAN, id=name), 1)
    assert register_of(kept).entries == ()


def test_a_reader_registers_nothing(kept: Kept) -> None:
    """R26."""
    roles = dict.fromkeys(kept.actor.municipalities, Role.READER)

    with pytest.raises(NotAllowed):
        add(replace(kept, actor=replace(kept.actor, roles=roles)))


def test_a_file_that_is_read_in_shows_as_a_change(kept: Kept) -> None:
    """T24: an import writes over an entry, so whoever had it open is told."""
    name, place = add(kept), kept.actor.municipalities[0]
    with kept.database.writing() as connection:
        take_in(connection, place, [replace(PLAN, id=name, title="Uit een bestand")], at=NOON)

    with pytest.raises(EntryChanged):
        change(kept, replace(PLAN, id=name, title="Van mij"), 1)


def test_the_register_travels_with_the_scan_and_is_suggested_beside_answers(kept: Kept) -> None:
    name = add(kept)

    with kept.database.reading() as connection:
        scan = open_scan(kept.actor, connection, SHELF, kept.scan)
        travelling = as_scan(connection, scan).evidence
        suggested = evidence_suggestions(connection, scan)

    assert travelling == (replace(PLAN, id=name),)
    assert suggested == ((name, PLAN.title),)
