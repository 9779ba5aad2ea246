"""The page of one's own account, and what asks for the password once more."""

from __future__ import annotations

import pytest

from tests.web.builders import Browser, Site
from tests.web.people import ANOTHER, PASSWORD, Person, a_person, with_an_app
from tests.web.test_sessions import cookie_of, replayed
from tests.worker.queues import Clock
from toolkit.domain.access import Role
from toolkit.storage import sessions
from toolkit.web import visit

LANGUAGE = "language"


def ends(browser: Browser) -> list[str]:
    """Return the ids of the other sessions, as the page offers to end them."""
    fields = [one.attributes for one in browser.page("/account").all("input")]
    return [one["value"] for one in fields if one["name"] == "session"]


def test_the_page_tells_who_one_is_and_where_one_is_signed_in(person: Person) -> None:
    """R25."""
    here = person.signed_in()
    person.signed_in()

    page = here.page("/account")

    assert "Voorbeeldstad: coördinator · collega’s kennen u als Anna" in page.text
    assert "Het nummer van uw account is 1." in page.text
    assert page.text.count("20 november 2026 13:00") == 4
    assert len(ends(here)) == 1


def test_one_session_elsewhere_is_ended(person: Person) -> None:
    """R25, T17: at the next request of whoever copied it."""
    here, there = person.signed_in(), person.signed_in()
    copied = cookie_of(there)

    here.post("/account/sessions/end", {"session": ends(here)[0]})

    assert (replayed(person.site, copied), here.client.get("/").status_code) == (401, 200)


def test_every_session_elsewhere_is_ended(person: Person) -> None:
    """R25, T17."""
    here, others = person.signed_in(), [person.signed_in() for _ in range(3)]

    here.post("/account/sessions/end-others")

    assert [one.client.get("/").status_code for one in others] == [401] * 3
    assert here.client.get("/").status_code == 200


def test_nobody_ends_the_session_of_somebody_else(site: Site, person: Person) -> None:
    """T1."""
    there, also_there = person.signed_in(), person.signed_in()
    other = a_person(site, email="eva@voorbeeldstad.example").signed_in()

    other.post("/account/sessions/end", {"session": ends(there)[0]})

    assert [one.client.get("/").status_code for one in (there, also_there)] == [200, 200]


def test_function_and_language_are_chosen(person: Person) -> None:
    browser = person.signed_in()
    role = person.site.parts.library.roles[0]

    browser.post("/account", {"function": role.id, LANGUAGE: "en"})

    assert "Your account" in browser.page("/account").text
    with browser.client.session_transaction() as session:
        assert session[visit.LANGUAGE] == "en"


def test_after_ten_minutes_the_password_is_asked_once_more(person: Person, clock: Clock) -> None:
    """R25."""
    browser = person.signed_in()
    clock.later(minutes=9)
    early = browser.client.get("/account/second-step").status_code
    clock.later(minutes=2)

    late = browser.client.get("/account/second-step")
    sent = browser.post("/account/second-step", {"code": "123456"})

    assert (early, late.status_code, sent.status_code) == (200, 303, 303)
    assert late.headers["Location"] == "/account/prove?next=/account/second-step"
    browser.page(late.headers["Location"])


def test_who_shows_the_password_goes_on(person: Person, clock: Clock) -> None:
    """R25."""
    browser = person.signed_in()
    clock.later(minutes=11)
    asked = {"next": "/account/second-step"}

    wrong = browser.post("/account/prove", {"password": ANOTHER, **asked})
    right = browser.post("/account/prove", {"password": PASSWORD, **asked})

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert right.headers["Location"] == "/account/second-step"
    browser.page("/account/second-step")


def test_who_has_a_second_step_shows_that_too(person: Person, clock: Clock) -> None:
    """R25, T20."""
    app = with_an_app(person)
    clock.later(minutes=1)
    browser = person.site.visitor()
    person.tries(browser=browser)
    browser.post("/sign-in/step", {"code": app.code(clock.at)})
    clock.later(minutes=11)

    alone = browser.post("/account/prove", {"password": PASSWORD})
    both = browser.post("/account/prove", {"password": PASSWORD, "code": app.code(clock.at)})

    assert (alone.status_code, both.status_code) == (422, 303)


@pytest.mark.parametrize(
    "address", ["/account/password", "/account/second-step", "/account/second-step/off"]
)
def test_who_came_by_an_invitation_does_not_change_how_somebody_gets_in(
    site: Site, address: str
) -> None:
    """R23, R25: whoever made the link could."""
    person = a_person(site, Role.CONTRIBUTOR)
    with site.parts.database.writing() as connection:
        secret = sessions.begin(
            connection, person.account, sessions.LINK, places=frozenset(), at=site.parts.now()
        )
    browser = site.visitor()
    browser.page("/help-now")
    with browser.client.session_transaction() as session:
        session["id"] = secret

    answer = browser.post(address, {"password": ANOTHER, "again": ANOTHER, "code": "123456"})

    assert answer.status_code in (303, 403)
    assert person.tries().headers["Location"] == "/"
    assert "Tweede stap" not in browser.page("/account").text
