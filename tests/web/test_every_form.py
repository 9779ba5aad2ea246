"""Every form there is, with and without fields that it does not have: what is kept is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.web.crawler import Form, Walk
from tests.web.neighbours import A_FORM, Caller, Neighbours, neighbours
from tests.web.pages import looked_over
from tests.web.visitors import Place, arrive
from toolkit.domain.access import Role
from toolkit.domain.scan import ScanState
from toolkit.storage.tables import METADATA

pytestmark = pytest.mark.slow

COLUMNS = sorted({column.name for table in METADATA.sorted_tables for column in table.columns})
MARK = "kanarie-in-een-veld"
# The state of the scan, and of how many forms at least many are carried out.
STATES: Mapping[ScanState, tuple[int, int]] = {
    "draft": (80, 30),
    "in_review": (20, 10),
    "final": (20, 10),
}
# What would give somebody more than they have; every other column gets the mark.
TELLING = {"role": "coordinator", "state": "final", "operator": "1", "active": "0", "kind": "full"}
# What people type where not any text will do.
TYPED = {
    "email": "naam@gemeente.nl",
    "link": "https://example.nl/",
    "second_value": "none",
    **dict.fromkeys(("until", "place_until", "due", "dated", "day", "valid_until"), "2026-12-31"),
}
# What a form asks on another page than the first on which it was found.
ALSO_ASKS: Mapping[str, frozenset[str]] = {
    "workshops.begin": frozenset(("name", "scan")),  # two forms on one page
    "documents.order": frozenset(("embed", "form", "format", "kind", "language")),
    "scan.begin": frozenset(("selection",)),
}
RANDOM = re.compile(r"[\w+/=$,-]{20,}")


@dataclass(frozen=True)
class Sent:
    """What came of every form, and what is kept after the last."""

    statuses: Mapping[str, int]
    kept: Mapping[str, list[tuple[str, ...]]]
    files: bytes


def turn(endpoint: str) -> int:
    """Return when a form is sent: what takes away what others are about comes last."""
    ends = ("remove", "withdraw", "make_final", "reopen", "life.remove", "erase_everything")
    late = [number for number, end in enumerate(ends, 1) if endpoint.endswith(end)]
    return max(late, default=0) + len(ends) * endpoint.startswith("own_data.")


def sends(folder: Path, state: ScanState, extra: Mapping[str, str]) -> Sent:
    """Send every form in a new installation, with these fields beside its own."""
    both = neighbours(folder, state)
    place = Place(both, both.ours)
    shown = dict(pages_with_forms(place))
    known = {"municipality_id": both.theirs.municipality, "assessment_id": both.theirs.assessment}
    every = {knock.endpoint: knock.path for knock in both.knocks(both.ids(both.ours), "POST")}
    posts = every if state == "draft" else of_scan(both, every, shown)
    statuses: dict[str, int] = {}
    for endpoint in sorted(posts, key=lambda name: (turn(name), name)):
        caller = come(place, endpoint)
        form = form_of(both, caller, endpoint, shown.get(endpoint, ""))
        own = filled(form) if form else A_FORM
        action = form.action if form else posts[endpoint]
        asks = {*own, *ALSO_ASKS.get(endpoint, ()), "csrf_token"}
        beside = {**extra, **(known if extra else {})}
        data = {name: value for name, value in beside.items() if name not in asks}
        token = {"csrf_token": caller.token}
        statuses[endpoint] = caller.client.post(action, data={**data, **own, **token}).status_code
    database = both.site.parts.settings.data
    sent = Sent(statuses, kept(both), b"".join(f.read_bytes() for f in database.iterdir()))
    both.site.parts.database.close()
    return sent


def of_scan(both: Neighbours, posts: Mapping[str, str], shown: Mapping[str, str]) -> dict[str, str]:
    """Return the forms of a scan that somebody sees, for a state that others know nothing of."""
    known = {rule.endpoint for rule in both.rules if "scan_id" in rule.arguments}
    return {name: path for name, path in posts.items() if name in known and name in shown}


def come(place: Place, endpoint: str) -> Caller:
    """Return somebody new who may send this form."""
    role = Role.CONTRIBUTOR if endpoint.startswith(("mine.", "region.")) else Role.COORDINATOR
    member = {place.both.ours.municipality: role}
    return arrive(place, member, operator=endpoint.startswith("operator."))


def walk_of(both: Neighbours, caller: Caller) -> Walk:
    adapter = both.site.app.url_map.bind("localhost")
    return Walk(caller.client, lambda path, how: adapter.match(path, how)[0])


def pages_with_forms(place: Place) -> Iterator[tuple[str, str]]:
    """Give every form that somebody sees who opens every page, with the page on which it is."""
    both = place.both
    for kind in ("operator.", "mine.", ""):
        caller = come(place, kind)
        for knock in both.knocks(both.ids(both.ours), "GET"):
            answer = caller.client.get(knock.path)
            if answer.mimetype == "text/html" and answer.status_code == 200:
                page = looked_over(answer.text)
                yield from ((one.endpoint, knock.path) for one in walk_of(both, caller).forms(page))


def form_of(both: Neighbours, caller: Caller, endpoint: str, address: str) -> Form | None:
    """Return the form as it is now."""
    if not address:
        return None
    page = looked_over(caller.client.get(address, follow_redirects=True).text)
    found = (one for one in walk_of(both, caller).forms(page) if one.endpoint == endpoint)
    return next(found, None)


def filled(form: Form) -> dict[str, str]:
    """Return what somebody sends who fills in everything."""
    chosen = {
        name: form.values.get(name) or next(filter(None, options), "")
        for name, options in form.choices.items()
    }
    texts = dict.fromkeys((*form.lines, *form.texts), "Een zin.")
    sent = {**form.values, **texts, **chosen}
    return {**sent, **{name: text for name, text in TYPED.items() if name in sent}}


def kept(both: Neighbours) -> Mapping[str, list[tuple[str, ...]]]:
    """Return everything that is kept, but for what is made by chance."""
    names = {
        both.ours.municipality: "our municipality",
        both.ours.assessment: "our scan",
        both.theirs.municipality: "their municipality",
        both.theirs.assessment: "their scan",
    }

    def plain(value: object) -> str:
        text = "" if isinstance(value, bytes) else str(value)
        for name, said in names.items():
            text = text.replace(name, said)
        return RANDOM.sub("…", text)

    with both.site.parts.database.reading() as connection:
        return {
            table.name: sorted(
                tuple(plain(value) for value in row) for row in connection.execute(select(table))
            )
            for table in METADATA.sorted_tables
        }


@pytest.mark.parametrize("state", STATES)
def test_fields_that_no_form_has_change_nothing(tmp_path: Path, state: ScanState) -> None:
    """T5, R28: every column of every table, sent along with every form; made from the routes."""
    without = sends(tmp_path / "without", state, {})

    with_more = sends(tmp_path / "with", state, {**dict.fromkeys(COLUMNS, MARK), **TELLING})

    least, done = STATES[state]
    assert len(without.statuses) > least
    assert sum(status in (200, 303) for status in without.statuses.values()) > done
    assert with_more.statuses == without.statuses
    assert with_more.kept == without.kept
    assert MARK.encode() not in with_more.files
