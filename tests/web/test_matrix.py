"""Every route, by everybody there is, for what is theirs, beside theirs, of others and of nobody."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.neighbours import (
    CANARY,
    MINE,
    PRIVATE,
    Caller,
    Knock,
    neighbours,
    sibling,
)
from tests.web.test_routes import WANTS
from tests.web.visitors import EVERYBODY, Place, Somebody, an_operator
from toolkit.domain.access import Action, may
from toolkit.storage import municipalities
from toolkit.web.routes import DOORS, Door

pytestmark = pytest.mark.slow

# What somebody wants who opens these pages; every other page of a scan is for whoever sees it.
LOOKS = {
    "disagreement.show": Action.ANSWER,
    "evidence.index": Action.SEE_REGISTER,
    "evidence.new": Action.REGISTER_EVIDENCE,
    "evidence.show": Action.REGISTER_EVIDENCE,
    "evidence_files.take": Action.SEE_REGISTER,
    "actions.new": Action.PLAN,
    "outcome.before_final": Action.FINALISE,
    "offers.index": Action.DECIDE_OFFER,
    "offers.show": Action.DECIDE_OFFER,
    "life.before_correction": Action.CORRECT,
    "life.before_round": Action.BEGIN_ROUND,
    "life.before_adoption": Action.ADOPT,
    "publication.blanks": Action.FILL_IN,
    "publication.check": Action.PUBLISH,
    "life.before_removal": Action.REMOVE,
    "rectification.begin": Action.RECTIFY,
    "sheets.show": Action.ANSWER,
    "remarks.show": Action.REMARK,
    "known_cases.show": Action.HOLD_WORKSHOP,
    "team.before": Action.INVITE,
    "team.asked": Action.INVITE,
    "team.dates": Action.SEE_NAMES,
    "place.show": Action.SET_UP,
    "place.headings": Action.SET_UP,
    "people.index": Action.MANAGE_MEMBERS,
    "people.show": Action.MANAGE_MEMBERS,
    "people.review": Action.MANAGE_MEMBERS,
    "sharing.scan": Action.SHARE,
    "sharing.place": Action.SHARE,
    "readers.index": Action.SHARE,
    "told_back.show": Action.TELL_BACK,
    "own_data.show": Action.TAKE_EVERYTHING,
    "own_data.person": Action.ERASE,
    "log.place": Action.SEE_LOG,
    "log.place_file": Action.SEE_LOG,
}
# What changes who is asking, or takes away what later knocks are about, comes last.
LAST = ("evidence", "actions.remove", "people.", "life.remove", "own_data.")
VERY_LAST = ("account.", "sign_in.", "password.", "arriving.", "mine.done", "start.")
"""After one of these whoever asks may be nobody, or have to begin anew."""
FOR_OPERATORS = ("operator.", "log.installation")
AWAY = 401
WRONG = (500, 503)
"""What no door may ever answer."""
LEAST = 5_000


@pytest.fixture
def place(tmp_path: Path) -> Place:
    both = neighbours(tmp_path)
    return Place(both, sibling(both))


@pytest.mark.parametrize("come", EVERYBODY.values(), ids=EVERYBODY.keys())
def test_every_door_answers_as_the_table_says(
    place: Place, come: Callable[[Place], tuple[Somebody, Caller]]
) -> None:
    """T1, T6, R26, R27: own, beside it, of others, of nobody."""
    who, caller = come(place)
    knocks = walk(place)

    seen = [(which, knock, caller.sees(knock)) for which, knock in knocks]

    wrong = [
        (which, knock.method, knock.endpoint, one.status)
        for which, knock, one in seen
        if not fits(place, who, which, knock, one.status)
    ]
    assert wrong == []
    assert [knock for _, knock, one in seen if leaks(who, place, knock, one.page)] == []


def test_an_operator_sees_no_word_of_any_scan(place: Place) -> None:
    """T2: no answer, note, remark, title or action on any page, in any file or header."""
    _, caller = an_operator(place)
    with place.both.site.parts.database.writing() as connection:
        municipalities.rename(connection, place.both.theirs.municipality, "Elders")
    doors = [knock for _, knock in walk(place) if knock.endpoint.startswith(FOR_OPERATORS)]

    seen = [caller.sees(knock) for knock in doors]

    assert len(seen) > 40
    assert {one.status for one in seen} & {200}
    assert [one for one in seen if CANARY in one.page] == []


def test_the_walk_is_long_enough(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """T1: so many answers were compared with the table."""
    count = len(walk(place)) * len(EVERYBODY)

    with capsys.disabled():
        sys.stdout.write(f"\nchecks of the access matrix: {count}\n")

    assert count >= LEAST


def walk(place: Place) -> list[tuple[str, Knock]]:
    """Return every knock at every door with every kind of id, in an order that lets all be made."""
    every = [(which, knock) for which, ids in place.ids.items() for knock in place.both.knocks(ids)]
    return sorted(every, key=lambda one: (one[1].method, _turn(one[1].endpoint)))


def _turn(endpoint: str) -> tuple[bool, bool]:
    return endpoint.startswith(VERY_LAST), endpoint.startswith(LAST)


def fits(place: Place, who: Somebody, which: str, knock: Knock, status: int) -> bool:
    """Return whether this is an answer that the table of permissions allows."""
    if status in WRONG:
        return False
    if DOORS[knock.endpoint] is Door.OPEN:
        return True
    if not who.here:
        return status == AWAY
    if knock.endpoint.startswith(VERY_LAST) and status in (400, AWAY):
        return True
    if knock.endpoint.startswith(FOR_OPERATORS):
        return (status == 403) != who.operator
    arguments = {rule.endpoint: rule.arguments for rule in place.both.rules}[knock.endpoint]
    if arguments & MINE:
        return status == 404  # Of whoever made it, who is none of these.
    if not arguments & PRIVATE:
        return status != AWAY
    return _fits_private(place, who, which, knock, status)


def _fits_private(place: Place, who: Somebody, which: str, knock: Knock, status: int) -> bool:
    towns = {"own": place.both.ours, "sibling": place.beside, "foreign": place.both.theirs}
    town = towns.get(which)
    about_place = knock.path.startswith("/municipalities/")
    scan = None if town is None or about_place else town.assessment
    role = who.actor.role_in(town.municipality, scan) if town is not None else None
    if town is None or role is None:
        return status == 404
    if knock.endpoint.startswith("documents.") and scan in who.shared and status == 404:
        return True  # What was made for members tells of other scans.
    wish = WANTS.get(knock.endpoint) or LOOKS.get(knock.endpoint, Action.SEE)
    if may(who.actor, wish, town.municipality, scan=scan):
        return status not in (AWAY, 403)
    return status in (403, 409)


def leaks(who: Somebody, place: Place, knock: Knock, page: str) -> bool:
    """Return whether a page tells something of the others to who may not know it (T2)."""
    if who.operator and knock.endpoint.startswith(FOR_OPERATORS):
        return (
            False  # There stands how a municipality is called; the test below looks for the rest.
        )
    return CANARY in page and place.both.theirs.municipality not in who.roles
