"""Every route, by everybody, with ids of ours, of others and of nobody."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.web.neighbours import CANARY, MISSING, Caller, Knock, Neighbours, neighbours
from toolkit.domain.access import Action, Actor, Role, may
from toolkit.domain.scan import ScanState
from toolkit.storage.database import FILE
from toolkit.web.routes import DOORS, Door

pytestmark = pytest.mark.slow

TEAM = [
    f"team.{one}" for one in ("outcome_day", "invite", "link", "remind", "hand_out", "withdraw")
]
PLACE = [
    f"place.{one}"
    for one in (
        *("describe", "add_logo", "take_logo_away", "choose_colour", "read_tokens"),
        *("read_headings", "take_headings_away"),
    )
]
# What somebody wants who sends this form; the permission table says who may.
WANTS = {
    "scan.frame": Action.START,
    "answering.save_theme": Action.ANSWER,
    "answering.save_item": Action.ANSWER,
    "answering.save_meeting": Action.ANSWER,
    "disagreement.keep": Action.ANSWER,
    "disagreement.settle": Action.ANSWER,
    "outcome.to_outcome": Action.REVIEW,
    "outcome.reopen": Action.REOPEN,
    "outcome.choose": Action.PLAN,
    "outcome.make_final": Action.FINALISE,
    "documents.order": Action.MAKE_DOCUMENT,
    "files.take_along": Action.EXPORT,
    "sheets.take_along": Action.EXPORT,
    **dict.fromkeys(("sheets.look", "sheets.keep"), Action.ANSWER),
    "evidence.add": Action.REGISTER_EVIDENCE,
    "evidence.change": Action.REGISTER_EVIDENCE,
    "evidence.remove": Action.REGISTER_EVIDENCE,
    "evidence_files.add": Action.REGISTER_EVIDENCE,
    "evidence_files.remove": Action.REGISTER_EVIDENCE,
    "remarks.write": Action.REMARK,
    "known_cases.keep": Action.HOLD_WORKSHOP,
    "find_out.tick": Action.PASS_ON,
    **dict.fromkeys(TEAM, Action.INVITE),
    "mine.save_item": Action.ANSWER,
    **dict.fromkeys(("mine.done", "mine.no_reminders"), Action.SEE),
    "mine.decline": Action.PASS_ON,
    "region.offer": Action.OFFER,
    "region.withdraw": Action.OFFER,
    "offers.decide": Action.DECIDE_OFFER,
    "offers.adapt": Action.DECIDE_OFFER,
    **dict.fromkeys(PLACE, Action.SET_UP),
    "place.take_look_away": Action.SET_UP,
    "people.add": Action.MANAGE_MEMBERS,
    "people.change_role": Action.MANAGE_MEMBERS,
    "people.link": Action.MANAGE_MEMBERS,
    "people.remove": Action.MANAGE_MEMBERS,
    "people.rename": Action.MANAGE_MEMBERS,
    "sharing.share_scan": Action.SHARE,
    "sharing.to_municipality": Action.SHARE,
    "sharing.withdraw_scan": Action.SHARE,
    "sharing.share_place": Action.SHARE,
    "sharing.withdraw_place": Action.SHARE,
    "own_data.take": Action.TAKE_EVERYTHING,
    "own_data.erase_person": Action.ERASE,
    "own_data.erase_everything": Action.ERASE,
    "life.correct": Action.CORRECT,
    "life.begin_round": Action.BEGIN_ROUND,
    "life.adopt": Action.ADOPT,
    "publication.fill": Action.FILL_IN,
    "publication.decide": Action.PUBLISH,
    "publication.dossier": Action.PUBLISH,
    "life.remove": Action.REMOVE,
    "life.keep": Action.REMOVE,
    "rectification.seek": Action.RECTIFY,
    "rectification.strike": Action.RECTIFY,
    "readers.give": Action.SHARE,
    "readers.withdraw": Action.SHARE,
    "told_back.keep": Action.TELL_BACK,
    "actions.add": Action.PLAN,
    "actions.change": Action.PLAN,
    "actions.move": Action.PLAN,
    "actions.remove": Action.PLAN,
    "actions.remind": Action.PLAN,
    "actions.take_along": Action.EXPORT,
}
DISGUISES = (
    "{path}/",
    "{path}//",
    "//{path}",
    "/.{path}",
    "/x/..{path}",
    "/x/..;{path}",
    "{path};x=1",
    "{path}%00",
    "{path}.json",
    "{path}/.",
    "{path}%2f",
    "{path}%252f",
    "{upper}",
    "{encoded}",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Neighbours:
    """Two municipalities that nobody in these tests changes."""
    return neighbours(tmp_path_factory.mktemp("both"))


def closed(knocks: tuple[Knock, ...]) -> tuple[Knock, ...]:
    """Return the knocks at doors for who is signed in."""
    found = tuple(one for one in knocks if DOORS[one.endpoint] is Door.SIGNED_IN)
    assert len(found) > 20
    return found


def test_who_is_not_signed_in_gets_one_answer_everywhere(both: Neighbours) -> None:
    """T1, R27: ours, theirs or nobody's, it is all the same."""
    nobody = Caller.of(both.site.visitor())
    ids = (both.ids(both.ours), both.ids(both.theirs), MISSING)
    knocks = tuple(knock for known in ids for knock in closed(both.knocks(known)))

    seen = {knock: nobody.sees(knock) for knock in knocks}

    assert {one.status for one in seen.values()} == {401}
    assert len({(knock.method, one.page) for knock, one in seen.items()}) == 2


def test_what_belongs_to_others_is_as_missing_as_what_never_was(
    both: Neighbours, owner: Caller
) -> None:
    """T1, R27: 404, and the same page."""
    theirs = both.private(both.ids(both.theirs))
    missing = both.private(MISSING)

    seen = [
        (owner.sees(one), owner.sees(other)) for one, other in zip(theirs, missing, strict=True)
    ]

    assert len(seen) > 20
    assert [one for one, (found, other) in zip(theirs, seen, strict=True) if found != other] == []
    assert {found.status for found, _ in seen} == {404}


def test_our_own_pages_open(both: Neighbours, owner: Caller) -> None:
    """T1: the walk knocks at doors that are there."""
    seen = owner.statuses(both.private(both.ids(both.ours), "GET"))

    assert {knock: status for knock, status in seen.items() if status not in (200, 303)} == {}


@pytest.mark.parametrize("operator", [True, False])
def test_who_belongs_nowhere_sees_no_scan(both: Neighbours, *, operator: bool) -> None:
    """T1, R26: to run the program is no role in a municipality."""
    stranger = both.member(None, operator=operator)

    seen = stranger.statuses(both.private(both.ids(both.ours)))

    assert {knock: status for knock, status in seen.items() if status != 404} == {}


@pytest.mark.parametrize("role", Role)
def test_a_reader_reads_what_every_member_reads(both: Neighbours, role: Role) -> None:
    """T1, R26: a page of our own is there for every role, or refused in words."""
    seen = both.member(role).statuses(both.by_role(both.ids(both.ours), "GET"))

    assert set(seen.values()) <= {200, 303, 403}
    assert sum(status == 200 for status in seen.values()) > 5


def test_every_form_about_a_scan_says_what_it_wants(both: Neighbours) -> None:
    """T1: whoever adds a form adds a row above."""
    forms = {knock.endpoint for knock in both.by_role(MISSING, "POST")}

    assert forms == WANTS.keys()


@pytest.mark.parametrize("state", ["draft", "in_review", "final"])
@pytest.mark.parametrize("role", Role)
def test_a_form_is_refused_to_whom_the_table_refuses_it(
    tmp_path: Path, role: Role, state: ScanState
) -> None:
    """T1, R26: 403, or 409 when the scan is in another phase as well; and to nobody else."""
    both = neighbours(tmp_path, state)
    member = both.member(role)
    forms = both.by_role(both.ids(both.ours), "POST")

    seen = {knock.endpoint: status for knock, status in member.statuses(forms).items()}

    allowed = {name for name, wish in WANTS.items() if may_in_any_state(both, role, wish)}
    assert {name for name, status in seen.items() if status not in (403, 409)} <= allowed
    assert {name for name, status in seen.items() if status == 403}.isdisjoint(allowed)
    both.site.parts.database.close()


def may_in_any_state(both: Neighbours, role: Role, wish: Action) -> bool:
    place = both.ours.municipality
    return may(Actor("", {place: role}), wish, place)


def test_opening_a_page_writes_nothing(both: Neighbours, owner: Caller) -> None:
    """R15: walks every page there is."""
    knocks = both.knocks(both.ids(both.ours), "GET")
    file = both.site.parts.settings.data / FILE
    watching = sqlite3.connect(file)
    before = watching.execute("PRAGMA data_version").fetchone()

    owner.statuses(knocks)

    assert watching.execute("PRAGMA data_version").fetchone() == before
    watching.close()


@pytest.mark.parametrize("disguise", DISGUISES)
def test_an_address_in_disguise_opens_nothing_more(
    both: Neighbours, owner: Caller, disguise: str
) -> None:
    """T7: nobody gets in, and whoever is in sees nothing of others."""
    nobody = Caller.of(both.site.visitor())
    knocks = tuple(disguised(one, disguise) for one in both.private(both.ids(both.theirs)))

    outside, inside = nobody.statuses(knocks), [owner.sees(knock) for knock in knocks]

    assert set(outside.values()) <= {308, 401, 404, 405}
    assert {seen.status for seen in inside} <= {308, 404, 405, *HARMLESS}
    assert [seen for seen in inside if CANARY in seen.page] == []


def disguised(knock: Knock, disguise: str) -> Knock:
    encoded = "".join(f"%{ord(sign):02x}" if sign.isalpha() else sign for sign in knock.path)
    path = disguise.format(path=knock.path, upper=knock.path.upper(), encoded=encoded)
    return Knock(knock.endpoint, "GET", path)


HARMLESS = (200, 303)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method_opens_nothing_more(both: Neighbours, owner: Caller, method: str) -> None:
    """T7."""
    nobody = Caller.of(both.site.visitor())
    theirs = tuple(
        Knock(one.endpoint, method, one.path) for one in both.private(both.ids(both.theirs), "GET")
    )

    outside, inside = nobody.statuses(theirs), owner.statuses(theirs)

    assert set(outside.values()) <= {401, 405}
    assert set(inside.values()) <= REFUSALS.get(method, {405})


REFUSALS = {"HEAD": {404}, "OPTIONS": {200}}


def test_nothing_of_others_shows_on_any_page_of_ours(both: Neighbours, owner: Caller) -> None:
    """T2: no list, count, file or header of ours names them; the operator's pages name them all."""
    knocks = both.knocks(both.ids(both.ours), "GET")
    ordinary = [knock for knock in knocks if not knock.endpoint.startswith("operator.")]

    pages = [owner.sees(knock) for knock in ordinary]

    assert len(pages) > 20
    assert [seen for seen in pages if CANARY in seen.page or "kanarie" in seen.page] == []


@pytest.mark.parametrize("whose", ["nobody", "a stranger"])
def test_a_form_without_its_token_does_nothing(both: Neighbours, owner: Caller, whose: str) -> None:
    """T16, R15: also the forms to sign in and out with."""
    tokens = {"nobody": "", "a stranger": both.member(Role.COORDINATOR).token}
    forms = both.knocks(both.ids(both.ours), "POST")

    seen = Caller(owner.client, tokens[whose]).statuses(forms)

    assert len(seen) > 15
    assert set(seen.values()) == {400}
