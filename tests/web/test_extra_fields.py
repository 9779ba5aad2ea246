"""Fields that no form has, and statements of SQL wherever somebody can put something."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import select

from tests.web.crawler import Form, Walk
from tests.web.neighbours import Neighbours
from tests.web.pages import looked_over
from tests.web.payloads import SQL
from toolkit.storage.tables import METADATA

pytestmark = pytest.mark.slow

COLUMNS = sorted({column.name for table in METADATA.sorted_tables for column in table.columns})
MARK = "kanarie-in-een-veld"
# Who may do what, and what belongs to whom.
GUARDED = {
    "accounts": ("id", "operator", "active", "email", "password"),
    "memberships": ("account_id", "municipality_id", "role"),
    "municipalities": ("id", "code", "fictional"),
    "assessments": ("id", "municipality_id", "state", "result", "adopted", "rectified"),
    "sessions": ("account_id", "ended"),
    "documents": ("id", "assessment_id", "state", "content_hash"),
}


@pytest.fixture(scope="module")
def walk(both: Neighbours) -> Walk:
    return Walk.of(both, 2)


def guarded(both: Neighbours) -> Mapping[str, list[tuple[object, ...]]]:
    """Return what no form may change."""
    with both.site.parts.database.reading() as connection:
        return {
            name: sorted(
                tuple(row)
                for row in connection.execute(
                    select(*(METADATA.tables[name].c[column] for column in columns))
                )
            )
            for name, columns in GUARDED.items()
        }


def forms(walk: Walk) -> list[Form]:
    """Return the forms in which something can be typed, as they are now."""
    pages = (walk.client.get(address, follow_redirects=True) for address in walk.pages())
    every = [form for page in pages for form in walk.forms(looked_over(page.text))]
    return [form for form in every if form.asks()]


def extra(form: Form, value: str) -> dict[str, str]:
    """Return every column of every table as a field, but for what the form asks itself."""
    own = {*form.values, *form.lines, *form.texts, *form.choices}
    return {name: value for name in COLUMNS if name not in own}


@pytest.mark.parametrize("value", [MARK, "1", "final", "coordinator"])
def test_a_field_that_no_form_has_changes_nothing(both: Neighbours, walk: Walk, value: str) -> None:
    """T5, R28: neither role, municipality, state nor score."""
    sent = forms(walk)
    before = guarded(both)

    statuses = {walk.send(form, extra(form, value)).status_code for form in sent}

    assert len(COLUMNS) > 60
    assert len({form.endpoint for form in sent}) >= 9
    assert statuses <= {303, 409, 422}
    assert guarded(both) == before


def test_a_field_that_no_form_has_is_kept_nowhere(both: Neighbours, walk: Walk) -> None:
    """T5, R28."""
    for_sure = {walk.send(form, extra(form, MARK)).status_code for form in forms(walk)}

    database = both.site.parts.settings.data.iterdir()

    assert 303 in for_sure
    assert not any(MARK.encode() in file.read_bytes() for file in database)


@pytest.mark.parametrize("place", ["scan_id", "theme", "item", "document_id", "action", "entry"])
def test_sql_in_an_address_finds_nothing(both: Neighbours, walk: Walk, place: str) -> None:
    """T35, C13: parameters only."""
    ids = both.ids(both.ours)
    knocks = [
        knock
        for statement in SQL
        for knock in both.knocks({**ids, place: statement}, "GET")
        if any(rule.endpoint == knock.endpoint and place in rule.arguments for rule in both.rules)
    ]

    statuses = {knock: walk.client.get(knock.path).status_code for knock in knocks}

    assert len(statuses) >= len(SQL)
    assert {knock for knock, status in statuses.items() if status not in (404, 409)} == set()


@pytest.mark.parametrize("statement", SQL)
def test_sql_behind_an_address_changes_no_page(
    both: Neighbours, walk: Walk, statement: str
) -> None:
    """T35: no page sorts or filters by what somebody typed."""
    names = ("sort", "order", "filter", "q", "form", "level", "to", "language", "page", "id")
    given = dict.fromkeys(names, statement)
    knocks = both.knocks(both.ids(both.ours), "GET")

    plain = [walk.client.get(knock.path).status_code for knock in knocks]
    asked = [walk.client.get(knock.path, query_string=given).status_code for knock in knocks]

    assert asked == plain


@pytest.mark.parametrize("statement", SQL)
def test_sql_in_what_a_form_hides_is_refused(both: Neighbours, walk: Walk, statement: str) -> None:
    """T35: also in the version, in the id of a request and in what was chosen."""
    before = guarded(both)

    statuses = {
        walk.send(
            form, dict.fromkeys([*form.values, *form.choices], statement) | token(form)
        ).status_code
        for form in forms(walk)[:20]
    }

    assert statuses <= {303, 400, 404, 409, 422}
    assert guarded(both) == before


def token(form: Form) -> dict[str, str]:
    return {"csrf_token": form.values["csrf_token"]}
