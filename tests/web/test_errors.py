"""What went wrong is said in words, without anything of the inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from tests.web.builders import Browser, Site
from tests.web.neighbours import Caller, Neighbours, neighbours
from toolkit.storage.database import Database, NotWritten

CANARY = "kanarie-in-een-fout"
INSIDE = re.compile(
    r"traceback|\.py\b|sqlite|select |zerodiv|operational|site-packages|toolkit", re.IGNORECASE
)
REASONS = {
    "full": "De schijf is vol",
    "busy": "Een ander programma houdt de gegevens vast",
    "damaged": "De gegevens zijn beschadigd",
    "closed": "De gegevens kunnen niet worden weggeschreven",
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    made = neighbours(tmp_path_factory.mktemp("both"))
    yield made
    made.site.parts.database.close()


@pytest.fixture
def broken(both: Neighbours, owner: Caller, monkeypatch: pytest.MonkeyPatch) -> Caller:
    """Somebody who finds a mistake of ours on every page, with a text of theirs in it."""
    views = both.site.app.view_functions
    monkeypatch.setattr(both.site.app, "view_functions", dict.fromkeys(views, breaks))
    return owner


def breaks(**_values: str) -> None:
    raise OperationalError(f"SELECT '{CANARY}'", {"note": CANARY}, ZeroDivisionError(CANARY))


def refuses(reason: str) -> type[Database]:
    """Return what a database does that cannot be used."""

    def refused(_database: Database) -> AbstractContextManager[Connection]:
        raise NotWritten(reason)

    return refused  # type: ignore[return-value]


def test_a_fault_in_any_page_is_said_in_words(both: Neighbours, broken: Caller) -> None:
    """R39, T71: nothing of the inside."""
    knocks = both.knocks(both.ids(both.ours))

    seen = [broken.sees(knock) for knock in knocks]

    assert len(seen) > 30
    assert {one.status for one in seen} == {500}
    assert [one.page for one in seen if INSIDE.search(one.page) or CANARY in one.page] == []


def test_after_a_fault_the_text_is_still_in_the_browser(broken: Caller) -> None:
    """R39, T71: the page says so, in both languages."""
    form = {"csrf_token": broken.token}

    dutch = broken.client.post("/scans/", data=form, headers={"Accept-Language": "nl"})
    english = broken.client.post("/scans/", data=form, headers={"Accept-Language": "en"})

    assert "staat nog in uw browser" in dutch.text
    assert "still in your browser" in english.text


def test_the_log_says_where_a_fault_is_and_not_what_was_written(
    both: Neighbours, broken: Caller
) -> None:
    """R37, T75."""
    address = f"/scans/{both.ours.assessment}/?note={CANARY}"

    with capture_logs() as lines:
        broken.client.get(address)

    assert [(line["event"], line["kind"], line["endpoint"]) for line in lines] == [
        ("fault", "OperationalError", "scan.show")
    ]
    assert CANARY not in str(lines)
    assert both.ours.assessment not in str(lines)


@pytest.mark.parametrize("path", ["/", "/help-now", "/start/x", "/no-such-page", "/scans/x/report"])
def test_data_that_cannot_be_read_is_said_on_every_page(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """T72: the page that says so needs no data itself."""
    monkeypatch.setattr(Database, "reading", refuses("closed"))

    answer = browser.client.get(path)

    assert answer.status_code in (500, 503)
    assert "<h1>" in answer.text
    assert not INSIDE.search(answer.text)


@pytest.mark.parametrize("reason", REASONS)
def test_what_could_not_be_kept_is_said_with_its_reason(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """T72, T81, T83: and that the text is still in the browser."""
    monkeypatch.setattr(Database, "writing", refuses(reason))

    answer = browser.post("/scans/", {"questionnaire": "kinderrechten-mensenhandel"})

    assert answer.status_code == 503
    assert REASONS[reason] in answer.text
    assert "staat nog in uw browser" in answer.text


def test_a_session_that_cannot_be_written_down_opens_no_page(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T72: it fails closed."""
    link, visitor = site.link(), site.visitor()
    token = Caller.of(visitor).token
    monkeypatch.setattr(Database, "writing", refuses("full"))

    answer = visitor.client.post(link, data={"csrf_token": token})

    assert answer.status_code == 503
    assert visitor.client.get("/").status_code == 401


def test_health_says_one_word(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """T70: no version, no folder, no count, no cookie; why not is for the log."""
    client = site.visitor().client
    well = client.get("/health")
    monkeypatch.setattr(Database, "reading", refuses("damaged"))
    ill = client.get("/health")

    assert (well.status_code, well.text) == (200, "ok\n")
    assert (ill.status_code, ill.text) == (503, "not ok\n")
    assert "Set-Cookie" not in well.headers


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/scans/a%2fb%2fc", "/%00", "/\u202e", "/%ff%fe"]
)
def test_an_address_that_is_none_is_said_in_words(site: Site, path: str) -> None:
    page = site.visitor().page(path, 404)

    assert "Deze pagina is er niet" in page.text
