"""The second step: who takes it, that a code counts once, that nothing goes around it."""

from __future__ import annotations

from pathlib import Path
from re import findall

import pytest
from sqlalchemy import update

from tests.web.builders import NOON, Browser, Site, a_site
from tests.web.pages import looked_over
from tests.web.people import ANOTHER, PASSWORD, App, Person, a_person, grant, with_an_app
from tests.web.test_sessions import cookie_of, replayed
from tests.worker.queues import Clock
from toolkit.domain.access import Role
from toolkit.services.welcome import make_welcome
from toolkit.storage import municipalities
from toolkit.storage.tables import accounts


def halfway(person: Person) -> Browser:
    """Return a browser in which the password was right, and a code is due."""
    browser = person.site.visitor()
    assert person.tries(browser=browser).headers["Location"].startswith("/sign-in/step")
    return browser


def step(browser: Browser, code: str) -> int:
    return browser.post("/sign-in/step", {"code": code, "next": "/more"}).status_code


def test_after_the_password_comes_the_code(person: Person, clock: Clock) -> None:
    """R22."""
    app = with_an_app(person)
    clock.later(minutes=1)
    browser = halfway(person)
    browser.page("/sign-in/step")

    answer = browser.post("/sign-in/step", {"code": app.code(clock.at), "next": "/more"})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/more")
    assert browser.client.get("/more").status_code == 200


CLOSED = ("/", "/more", "/account", "/account/second-step", "/account/password", "/account/prove")


@pytest.mark.parametrize("address", CLOSED)
def test_a_password_alone_opens_no_page(person: Person, address: str) -> None:
    """T20: who is halfway is nobody."""
    with_an_app(person)

    assert halfway(person).client.get(address).status_code == 401


def test_a_password_alone_does_not_replace_the_second_step(person: Person) -> None:
    """T20: the page to set one up is for who has none."""
    app = with_an_app(person)
    browser = halfway(person)

    shown = browser.client.get("/sign-in/set-up")
    sent = browser.post("/sign-in/set-up", {"code": app.code(steps=1)})

    assert (shown.status_code, sent.status_code) == (303, 303)
    assert shown.headers["Location"] == sent.headers["Location"] == "/sign-in?next=/"
    assert browser.client.get("/").status_code == 401


def test_a_code_counts_once(person: Person, clock: Clock) -> None:
    """T20, R22: in another browser it is worth nothing, nor is the one that set it up."""
    app = with_an_app(person)
    used = app.code(clock.at)
    clock.later(seconds=30)
    first, second = halfway(person), halfway(person)
    code = app.code(clock.at)

    statuses = [step(first, used), step(first, code), step(second, code)]

    assert statuses == [422, 303, 422]


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
def test_a_clock_may_be_one_step_off(person: Person, clock: Clock, steps: int, status: int) -> None:
    """T20."""
    app = with_an_app(person)
    clock.later(minutes=5)

    assert step(halfway(person), app.code(clock.at, steps=steps)) == status


@pytest.mark.parametrize("code", ["", "000000", "12345", "1234567", "abcdef", "x" * 900, "１２３"])
def test_what_is_no_code_is_refused(person: Person, code: str) -> None:
    with_an_app(person)

    assert step(halfway(person), code) == 422


def test_who_waits_too_long_gives_the_password_again(person: Person, clock: Clock) -> None:
    """T20."""
    app = with_an_app(person)
    browser = halfway(person)
    clock.later(minutes=11)

    answer = browser.post("/sign-in/step", {"code": app.code(clock.at)})

    assert answer.headers["Location"] == "/sign-in?next=/"
    assert browser.client.get("/").status_code == 401


def test_a_spare_code_counts_once(person: Person) -> None:
    """T20, R22: typed as people type; and none of them is kept as it was told."""
    browser = person.signed_in()
    app = App.reading(browser, "/account/second-step")
    told = looked_over(browser.post("/account/second-step", {"code": app.code()}).text)
    codes = findall(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", told.text)
    typed = codes[3].lower().replace("-", " ")

    statuses = [step(halfway(person), typed), step(halfway(person), typed)]

    assert (len(set(codes)), statuses) == (10, [303, 422])
    assert step(halfway(person), codes[4]) == 303
    assert b"".join(map(str.encode, codes[4].split("-"))) not in kept(person.site)


def kept(site: Site) -> bytes:
    """Return everything on disk."""
    return b"".join(file.read_bytes() for file in site.parts.settings.data.iterdir())


def test_the_key_of_the_app_is_not_readable_in_the_data(person: Person) -> None:
    """R22."""
    app = with_an_app(person)

    assert app.key.encode() not in kept(person.site)


def test_guessing_codes_is_slow(person: Person, clock: Clock) -> None:
    """T11, T20: and the right code waits too."""
    app = with_an_app(person)
    clock.later(minutes=1)
    browser = halfway(person)

    statuses = [step(browser, f"{number:06}") for number in range(8)]

    assert statuses == [422] * 5 + [429] * 3
    assert step(browser, app.code(clock.at)) == 429
    clock.later(seconds=30)
    assert step(browser, app.code(clock.at)) == 303


def test_setting_it_up_ends_every_other_session(person: Person) -> None:
    """T17, R25: and gives this browser a new id."""
    elsewhere, here = person.signed_in(), person.signed_in()
    copied = cookie_of(here)
    app = App.reading(here, "/account/second-step")

    here.post("/account/second-step", {"code": app.code()})

    assert elsewhere.client.get("/").status_code == 401
    assert (replayed(person.site, copied), here.client.get("/").status_code) == (401, 200)


def test_a_wrong_code_sets_nothing_up(person: Person) -> None:
    browser = person.signed_in()
    App.reading(browser, "/account/second-step")

    answer = browser.post("/account/second-step", {"code": "000000"})

    assert answer.status_code == 422
    looked_over(answer.text)
    assert person.tries().headers["Location"] == "/"


def test_taking_it_off_ends_every_other_session(person: Person, clock: Clock) -> None:
    """T17, R25."""
    app = with_an_app(person)
    clock.later(minutes=1)
    here, elsewhere = halfway(person), halfway(person)
    assert [step(here, app.code(clock.at)), step(elsewhere, app.code(clock.at, steps=1))] == [
        303
    ] * 2

    here.post("/account/second-step/off")

    assert (here.client.get("/").status_code, elsewhere.client.get("/").status_code) == (200, 401)
    assert person.tries().headers["Location"] == "/"


def test_a_new_password_does_not_go_around_it(person: Person, clock: Clock) -> None:
    """R23, T20."""
    with_an_app(person)
    with person.site.parts.database.writing() as connection:
        secret = make_welcome(connection, person.account, at=clock.at)
    browser = person.site.visitor()

    browser.post(f"/password/new/{secret}", {"password": ANOTHER, "again": ANOTHER})

    assert browser.client.get("/").status_code == 401
    assert person.tries(ANOTHER, browser).headers["Location"].startswith("/sign-in/step")
    assert person.tries(PASSWORD).status_code == 422


PUBLIC = "https://scan.example"


@pytest.mark.parametrize(
    ("role", "operator"), [(Role.ADVISOR, False), (Role.READER, True)], ids=["advisor", "operator"]
)
def test_who_must_have_one_sets_it_up_before_anything_else(
    tmp_path: Path, clock: Clock, role: Role, *, operator: bool
) -> None:
    """R22: and may not take it off."""
    site = a_site(tmp_path, clock, public_url=PUBLIC)
    site.app.config["SESSION_COOKIE_SECURE"] = False
    site.app.config["SERVER_NAME"] = "scan.example"
    person = a_person(site, role, operator=operator)
    browser = site.visitor()

    leads = person.tries(browser=browser).headers["Location"]
    closed = browser.client.get("/").status_code
    app = App.reading(browser, leads)
    codes = browser.post("/sign-in/set-up", {"code": app.code(clock.at), "next": "/more"})
    off = browser.post("/account/second-step/off")

    assert (leads, closed, codes.status_code) == ("/sign-in/set-up?next=/", 401, 200)
    assert 'href="/more"' in codes.text
    assert "blijft aan" in browser.page(off.headers["Location"]).text
    site.parts.database.close()


@pytest.mark.parametrize("operator", [False, True], ids=["advisor", "operator"])
def test_who_must_have_one_since_sets_it_up_at_the_next_request(
    tmp_path: Path, clock: Clock, *, operator: bool
) -> None:
    """R22, T20: also in a session that began before; a form is not lost, and nothing else opens."""
    site = a_site(tmp_path, clock, public_url=PUBLIC)
    site.app.config["SESSION_COOKIE_SECURE"] = False
    site.app.config["SERVER_NAME"] = "scan.example"
    person = a_person(site, Role.CONTRIBUTOR)
    browser = person.signed_in()
    before = browser.client.get("/").status_code
    becomes(person, operator=operator)

    led = browser.client.get("/more")
    sent = browser.post("/account", {"language": "en"})
    app = App.reading(browser, led.headers["Location"])
    browser.post("/account/second-step", {"code": app.code(clock.at)})

    assert (before, led.status_code, sent.status_code) == (200, 303, 403)
    assert led.headers["Location"] == "/account/second-step"
    assert "Stel eerst de tweede stap in" in looked_over(sent.text).text
    assert browser.client.get("/more").status_code == 200
    site.parts.database.close()


def becomes(person: Person, *, operator: bool) -> None:
    """Make somebody operator, or else advisor of a municipality."""
    with person.site.parts.database.writing() as connection:
        if operator:
            connection.execute(update(accounts).values(operator=True))
        else:
            place = municipalities.add(connection, name="Elders", at=NOON)
            grant(connection, person.account, place)
