"""Answers that cannot all be right are pointed out, once they are certain."""

import pytest

from tests.builders import Given, a_questionnaire, an_item, disagreement, scored
from toolkit.domain.answers import OPEN, UNKNOWN, not_applicable

BOTH = {
    "all": [{"item": "policy", "at_most": "0"}, {"item": "practice", "at_least": "3"}],
}
QUESTIONNAIRE = a_questionnaire(
    an_item("policy"),
    an_item("practice"),
    contradictions=[{"id": "no_policy_yet", "when": BOTH, "text": {"nl": "Klopt dit?"}}],
)


@pytest.mark.parametrize(
    ("policy", "practice", "found"),
    [
        (0, 3, ("no_policy_yet",)),
        (1, 3, ()),
        (0, 2, ()),
        (0, UNKNOWN, ()),
        (OPEN, 4, ()),
        (not_applicable("none"), 4, ()),
        (0, disagreement(3, 4), ()),
    ],
)
def test_a_contradiction_shows_only_when_it_is_certain(
    policy: Given, practice: Given, found: tuple[str, ...]
) -> None:
    assert scored(QUESTIONNAIRE, policy=policy, practice=practice).contradictions == found
