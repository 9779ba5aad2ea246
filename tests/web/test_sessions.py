"""A session: how it begins, how long it lives, and that it is really over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.web.builders import Browser, Site, a_site
from tests.worker.queues import Clock
from toolkit.services.back_up import back_up
from toolkit.services.restore import restore
from toolkit.settings import Settings
from toolkit.storage import sessions, tables
from toolkit.storage.sessions import Limits

PUBLIC = "https://scan.example"


@pytest.fixture
def settings() -> Mapping[str, object]:
    """A session ends after half an hour without use."""
    return {"idle_minutes": 30}


def cookie_of(browser: Browser) -> str:
    """Return what the browser sends along, as somebody who copied it would send it."""
    cookie = browser.client.get_cookie("krs")
    assert cookie is not None
    return f"krs={cookie.value}"


def replayed(site: Site, cookie: str) -> int:
    """Return what a copied cookie opens, without a jar that obeys what the server says."""
    raw = site.app.test_client(use_cookies=False)
    return raw.get("/", headers={"Cookie": cookie}).status_code


def last_seen(site: Site) -> list[datetime]:
    with site.parts.database.reading() as connection:
        return list(connection.execute(select(tables.sessions.c.last_seen)).scalars())


def test_a_copied_cookie_is_worth_nothing_after_signing_out(site: Site) -> None:
    """T17, M14, R25."""
    browser = site.signed_in()
    copied = cookie_of(browser)

    before = replayed(site, copied)
    browser.post("/sign-out")

    assert (before, replayed(site, copied)) == (200, 401)


def test_signing_out_ends_one_session_and_no_other(site: Site) -> None:
    """R25."""
    here, elsewhere = site.signed_in(), site.signed_in()

    here.post("/sign-out")

    assert elsewhere.client.get("/").status_code == 200
    assert here.client.get("/").status_code == 401


def test_a_cookie_of_before_signing_in_opens_nothing_after(site: Site) -> None:
    """T17: whoever planted it gets nowhere."""
    visitor = site.visitor()
    visitor.page("/help-now")
    planted = cookie_of(visitor)

    visitor.post(site.link())

    assert cookie_of(visitor) != planted
    assert replayed(site, planted) == 401


def test_signing_in_again_ends_the_session_before(site: Site) -> None:
    """T17, R24: a copy of it is worth nothing any more."""
    browser = site.signed_in()
    first = cookie_of(browser)

    browser.post(site.link())

    assert replayed(site, first) == 401
    assert replayed(site, cookie_of(browser)) == 200


def test_a_session_that_nobody_uses_ends_after_half_an_hour(site: Site, clock: Clock) -> None:
    """R24, T38."""
    browser = site.signed_in()

    clock.later(minutes=29, seconds=59)
    early = browser.client.get("/").status_code
    clock.later(minutes=30)

    assert (early, browser.client.get("/").status_code) == (200, 401)


def test_a_session_that_is_used_ends_after_twelve_hours(site: Site, clock: Clock) -> None:
    """R24."""
    browser = site.signed_in()

    statuses = [used_at(browser, clock, minutes=20) for _ in range(36)]

    assert statuses == [200] * 35 + [401]


def used_at(browser: Browser, clock: Clock, **later: float) -> int:
    clock.later(**later)
    return browser.client.get("/").status_code


def test_on_ones_own_computer_a_session_lasts_a_working_day(tmp_path: Path, clock: Clock) -> None:
    site = a_site(tmp_path, clock)
    browser = site.signed_in()

    statuses = [used_at(browser, clock, hours=hours) for hours in (11, 0.9, 0.2)]

    assert statuses == [200, 200, 401]
    site.parts.database.close()


def test_behind_a_proxy_nobody_has_a_whole_working_day() -> None:
    """R24: the program listens to this computer only, and yet others are there."""
    assert Limits.of(Settings(public_url=PUBLIC)) == Limits()
    assert Limits.of(Settings()) == Limits(idle=timedelta(hours=12))


def test_a_session_is_written_down_once_in_five_minutes(site: Site, clock: Clock) -> None:
    """R15: the one exception to pages that write nothing."""
    browser = site.signed_in()
    begun = clock.at

    early = (used_at(browser, clock, minutes=4), last_seen(site))
    late = (used_at(browser, clock, minutes=2), last_seen(site))

    assert early == (200, [begun])
    assert late == (200, [clock.at])


@pytest.mark.parametrize("back", [{"hours": 1}, {"days": 1}, {"days": 365}])
def test_a_clock_that_was_set_back_keeps_no_session_alive(
    site: Site, clock: Clock, back: dict[str, float]
) -> None:
    """T38: a session from the future is none."""
    browser = site.signed_in()

    clock.later(**{unit: -number for unit, number in back.items()})

    assert browser.client.get("/").status_code == 401


def test_a_clock_that_jumps_ahead_ends_every_session(site: Site, clock: Clock) -> None:
    """T38, T94."""
    browser = site.signed_in()

    clock.later(days=365)

    assert browser.client.get("/").status_code == 401


def test_who_may_no_longer_sign_in_is_out_at_once(site: Site) -> None:
    """R25, T17."""
    browser = site.signed_in()

    with site.parts.database.writing() as connection:
        connection.execute(update(tables.accounts).values(active=False))

    assert browser.client.get("/").status_code == 401


def test_every_session_of_an_account_can_be_ended(site: Site) -> None:
    """R25."""
    browsers = (site.signed_in(), site.signed_in())

    with site.parts.database.writing() as connection:
        account = connection.execute(select(tables.accounts.c.id)).scalar_one()
        sessions.end_all_of(connection, account, at=site.parts.now())

    assert [browser.client.get("/").status_code for browser in browsers] == [401, 401]


def test_a_copy_that_is_put_back_lets_nobody_in(tmp_path: Path, clock: Clock) -> None:
    """T89: neither by a session nor by a link from before."""
    site = a_site(tmp_path, clock)
    cookie, link = cookie_of(site.signed_in()), site.link()
    file, data = tmp_path / "copy.krs", site.parts.settings.data
    back_up(site.parts.database, file, at=clock.at)
    site.parts.database.close()

    restore(file, data, at=clock.at)

    again = a_site(tmp_path, clock)
    assert replayed(again, cookie) == 401
    assert again.visitor().client.get(link).status_code == 410
    again.parts.database.close()


@pytest.mark.parametrize("change", ["", "x", ".", "=", "\u00e9"])
def test_a_cookie_that_was_altered_is_no_cookie(site: Site, change: str) -> None:
    """T17: its signature no longer fits."""
    cookie = cookie_of(site.signed_in())

    altered = f"krs={change}{cookie.removeprefix('krs=')[len(change) or 1 :]}"

    assert replayed(site, altered) == 401


def test_the_cookie_holds_no_more_than_it_needs(site: Site) -> None:
    """R17: language, token, and a secret of which only the hash is kept."""
    browser = site.signed_in()
    browser.page("/")

    with browser.client.session_transaction() as session:
        held = dict(session)

    assert set(held) == {"id", "csrf_token", "_permanent"}
    assert str(held["id"]).encode() not in kept(site)


def kept(site: Site) -> bytes:
    """Return everything on disk."""
    return b"".join(file.read_bytes() for file in site.parts.settings.data.iterdir())
