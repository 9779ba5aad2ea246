"""An id of others within an address of ours: the pair is looked up, never its parts."""

from __future__ import annotations

import pytest

from tests.web.neighbours import A_FORM, Caller, Knock, Neighbours

pytestmark = pytest.mark.slow

# What stands first in an address, and says within what the rest is looked up.
WITHIN = frozenset(("scan_id", "municipality_id"))
# What belongs to nobody: a second part of these is looked up in the questionnaire, or is a secret.
OF_NOBODY = {
    "theme": "no-such-theme",
    "item": "no.such_item",
    "place": "no-such-place",
    "questionnaire": "no-such-list",
    "edition": "no-such-edition",
    "secret": "no-such-link",
    "phase": "no-such-phase",
    "months": "7",
    "line": "6",
}


def crossed(both: Neighbours) -> dict[Knock, str]:
    """Return every address with ids of ours of which one is another's, with which one that is."""
    ours, theirs = both.ids(both.ours), {**both.ids(both.theirs), **OF_NOBODY}
    found: dict[Knock, str] = {}
    for rule in both.rules:
        for foreign in sorted(rule.arguments if len(rule.arguments) > 1 else ()):
            mixed = {**ours, foreign: theirs[foreign]}
            knocks = (one for one in both.knocks(mixed) if one.endpoint == rule.endpoint)
            found |= dict.fromkeys(knocks, foreign)
    return found


def answered(owner: Caller, knock: Knock) -> int:
    sent = {**A_FORM, "role": "reader", "csrf_token": owner.token}
    data = sent if knock.method == "POST" else None
    return owner.client.open(knock.path, method=knock.method, data=data).status_code


def test_no_address_of_two_ids_opens_with_one_of_others(both: Neighbours, owner: Caller) -> None:
    """T3, C7: ours with a part of theirs, and theirs with a part of ours; made from the routes."""
    knocks = crossed(both)

    seen = {knock: answered(owner, knock) for knock in knocks}

    assert len({knock.endpoint for knock in knocks}) > 40
    assert {knock: seen[knock] for knock in knocks if seen[knock] not in (404, 409)} == {}


def test_every_part_of_an_address_has_another_that_belongs_to_others(both: Neighbours) -> None:
    """T3: whoever adds a part to an address says whose it is."""
    parts = {name for rule in both.rules for name in rule.arguments if len(rule.arguments) > 1}
    ours, theirs = both.ids(both.ours), {**both.ids(both.theirs), **OF_NOBODY}

    same = {name for name in parts if ours[name] == theirs[name]}

    assert parts & WITHIN == WITHIN
    assert same == set()
