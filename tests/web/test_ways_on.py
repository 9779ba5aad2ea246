"""Where a page leads, there is something for whoever looks at it: no refusal, no empty page (R27)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.web.crawler import Walk
from tests.web.neighbours import Neighbours, neighbours
from tests.web.pages import Page
from tests.web.visitors import EVERYBODY, Place
from toolkit.domain.scan import ScanState

pytestmark = pytest.mark.slow

OUTSIDE = ("advisor of one scan", "advisor of all", "reader by a link")
GUESTS = (*OUTSIDE, "reader", "contributor", "by a link")
STATES: tuple[ScanState, ...] = ("draft", "in_review", "final")
ENDS = ("start.leave", "account.")


def seen(both: Neighbours, who: str) -> tuple[Walk, Mapping[str, Page]]:
    """Return the walk of somebody, and every page that a link led them to, each of them there."""
    _, caller = EVERYBODY[who](Place(both, both.ours))
    adapter = both.site.app.url_map.bind("localhost")
    walk = Walk(caller.client, lambda path, how: adapter.match(path, how)[0], 3)
    return walk, walk.pages()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", GUESTS)
def test_nobody_is_led_to_what_is_not_for_them(tmp_path: Path, who: str, state: ScanState) -> None:
    """R27, T4: neither by a link nor by a button."""
    both = neighbours(tmp_path, state)

    walk, pages = seen(both, who)

    forms = {form.endpoint: form for page in pages.values() for form in walk.forms(page)}
    sent = {name: form for name, form in forms.items() if not name.startswith(ENDS)}
    came = {name: walk.send(form, {}).status_code for name, form in sorted(sent.items())}
    both.site.parts.database.close()
    assert len(pages) > 12
    assert {name: status for name, status in came.items() if status in (403, 404)} == {}


@pytest.mark.parametrize("who", OUTSIDE)
def test_whoever_only_looks_sees_no_way_to_begin_or_to_go_on(tmp_path: Path, who: str) -> None:
    """T4: nor places in which nobody wrote anything."""
    both = neighbours(tmp_path)
    scan = f"/scans/{both.ours.assessment}"

    _, pages = seen(both, who)

    both.site.parts.database.close()
    assert {"/more", f"{scan}/life", f"{scan}/evidence"}.isdisjoint(pages)
    assert {f"{scan}/outcome", f"{scan}/actions", f"{scan}/team"} <= pages.keys()
    assert "Nog niets" not in pages[f"{scan}/remarks"].text


def test_whoever_leads_sees_both(tmp_path: Path) -> None:
    both = neighbours(tmp_path)

    _, pages = seen(both, "coordinator")

    both.site.parts.database.close()
    assert {"/more", f"/scans/{both.ours.assessment}/life"} <= pages.keys()
