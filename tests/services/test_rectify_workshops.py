"""What people wrote in the workshops of a municipality is struck with the rest."""

from __future__ import annotations

from tests.services.rounds import DAY, NOON, Rounds
from toolkit.catalogue import library
from toolkit.domain.striking import STRUCK
from toolkit.services.rectify import Sought, rectify
from toolkit.storage import documents, workshop_room, workshops
from toolkit.storage.documents import WORKSHOP, What
from toolkit.storage.workshop_room import Agreement
from toolkit.storage.workshops import KeptWorkshop, NewWorkshop

NAME = "Zoë Kanarie"
PLAN = {
    "municipality": NAME,
    "phases": [{"id": "signal", "story": {"nl": f"{NAME} belt.", "en": f"{NAME} calls."}}],
    "route": [{"line": 3, "words": f"via {NAME}"}],
}
REPORT = What("workshop_outcome", "work", "nl", DAY)


def a_workshop(rounds: Rounds, scan: str, municipality: str) -> str:
    """Return a workshop with the name in every place where people write."""
    new = NewWorkshop(rounds.actor.account, {}, PLAN, municipality, scan, DAY)
    line = Agreement(1, f"Bel {NAME}", NAME, None, "beleid.plan", f"{NAME} merkt het")
    with rounds.database.writing() as connection:
        name = workshops.add(connection, new, at=NOON)
        workshop_room.put_words(connection, name, "learned", f"Van {NAME}", seen=0, at=NOON)
        workshop_room.put_note(connection, name, "signal", f"Let op {NAME}", seen=0, at=NOON)
        workshop_room.park(connection, name, "break", f"Waar is {NAME}?", at=NOON)
        workshop_room.put_agreement(connection, name, line, at=NOON)
        documents.order(connection, name, REPORT, "these", of=WORKSHOP, at=NOON)
    return name


def struck(rounds: Rounds, scan: str) -> Sought:
    with rounds.database.writing() as connection:
        return rectify(rounds.actor, connection, rounds.shelf, library(), scan, NAME, at=NOON)


def kept(rounds: Rounds, name: str) -> KeptWorkshop:
    with rounds.database.reading() as connection:
        found = workshops.by_id(connection, name)
    assert found is not None
    return found


def test_words_questions_agreements_and_the_plan_lose_the_text(rounds: Rounds) -> None:
    scan = rounds.final()
    name = a_workshop(rounds, scan, rounds.place)

    places = struck(rounds, scan).places

    with rounds.database.reading() as connection:
        words = workshop_room.words_of(connection, name)
        parked = workshop_room.parked_in(connection, name)
        (line,) = workshop_room.agreements_of(connection, name)
    assert {one.kind for one in places} == {
        "workshop_plan",
        "workshop_words",
        "parked",
        "agreement",
    }
    assert (words["learned"].text, words["learned"].version) == (f"Van {STRUCK}", 2)
    assert parked[0].text == f"Waar is {STRUCK}?"
    assert (line.what, line.who, line.child_notices) == (
        f"Bel {STRUCK}",
        STRUCK,
        f"{STRUCK} merkt het",
    )


def test_what_was_chosen_in_a_plan_stays(rounds: Rounds) -> None:
    scan = rounds.final()
    name = a_workshop(rounds, scan, rounds.place)

    struck(rounds, scan)

    found = kept(rounds, name)
    assert found.plan == {
        "municipality": NAME,
        "phases": [{"id": "signal", "story": {"nl": f"{STRUCK} belt.", "en": f"{STRUCK} calls."}}],
        "route": [{"line": 3, "words": f"via {STRUCK}"}],
    }
    assert found.version == 2


def test_the_papers_of_the_workshop_go_and_nothing_else_does(rounds: Rounds) -> None:
    scan, other = rounds.final(), rounds.begin()
    name = a_workshop(rounds, scan, rounds.place)
    with rounds.database.writing() as connection:
        paper = documents.order(connection, other, REPORT, "those", at=NOON)

    struck(rounds, scan)

    with rounds.database.reading() as connection:
        visible = documents.visible_to(rounds.actor, connection)
        assert visible.of_workshop(name) == ()
        assert [one.id for one in visible.of(other)] == [paper]


def test_the_notebook_of_the_advisor_is_not_looked_through(rounds: Rounds) -> None:
    scan = rounds.final()
    name = a_workshop(rounds, scan, rounds.place)

    struck(rounds, scan)

    with rounds.database.reading() as connection:
        assert workshop_room.notes_of(connection, name)["signal"].text == f"Let op {NAME}"


def test_a_workshop_of_a_name_only_is_of_no_municipality(rounds: Rounds) -> None:
    scan = rounds.final()
    bare = a_workshop(rounds, "", "")
    a_workshop(rounds, scan, rounds.place)

    struck(rounds, scan)

    with rounds.database.reading() as connection:
        assert workshop_room.words_of(connection, bare)["learned"].text == f"Van {NAME}"
