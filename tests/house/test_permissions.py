"""Who may do what, written down a second time: a table that lets somebody in by mistake is seen."""

from toolkit.domain.access import PERMISSIONS, Action, Role, Rule
from toolkit.domain.scan import ScanState

ROLES = {
    "c": Role.COORDINATOR,
    "d": Role.DEPUTY,
    "w": Role.CONTRIBUTOR,
    "r": Role.READER,
    "a": Role.ADVISOR,
    "o": Role.ONLOOKER,
    "-": None,
}
STATES: dict[str, ScanState] = {"d": "draft", "r": "in_review", "f": "final"}
# Coordinator, deputy, contributor (works), reader, advisor, onlooker; draft, in review, final; operators.
DECIDED = """
adopt              cd     f
agree              cda    drf
answer             cdw    d
begin_round        cd     f
correct            cd     f
decide_offer       cd     d
erase              c      drf
export             cd     drf
fill_in            cd     rf
finalise           cd     r
hold_workshop      cda    drf
import             cd     drf
invite             cd     dr
make_document      cdwrao rf
manage_members     cd     drf
offer              cdw    d
operate            -      drf  operators
pass_on            cdw    dr
plan               cd     drf
publish            cd     f
rectify            cd     f
register_evidence  cdw    drf
remark             cd     dr
remove             cd     dr
reopen             cd     r
review             cd     d
see                cdwrao drf
see_log            cd     drf
see_names          cd     drf
see_outcome        cdwrao rf
see_register       cdwr   drf
set_up             cd     drf
share              cd     drf
start              cd     drf
take_everything    cd     drf
tell_back          cd     f
"""


def rule(roles: str, states: str, operators: str = "") -> Rule:
    return Rule(
        frozenset(role for letter in roles if (role := ROLES[letter]) is not None),
        frozenset(STATES[letter] for letter in states),
        operators=bool(operators),
    )


def test_the_table_of_permissions_is_as_it_was_decided() -> None:
    """R26: the walks over all doors go by the table itself, so only this sees it grow."""
    rows = [line.split() for line in DECIDED.split("\n") if line]

    decided = {Action(name): rule(*allowed) for name, *allowed in rows}

    assert len(decided) > 30
    assert decided == PERMISSIONS
