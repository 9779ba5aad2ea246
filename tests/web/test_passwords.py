"""Choosing a password: by a link, or on the page of one's account."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.web.builders import Site, a_site
from tests.web.neighbours import Caller
from tests.web.pages import looked_over
from tests.web.people import ANOTHER, EMAIL, PASSWORD, Person, a_person
from tests.web.test_sessions import cookie_of, replayed
from tests.worker.queues import Clock
from toolkit.post import Mail
from toolkit.services.welcome import make_reset, make_welcome
from toolkit.settings import Settings
from toolkit.web.views import password

TWICE = {"password": ANOTHER, "again": ANOTHER}


def a_link(person: Person, *, reset: bool = False) -> str:
    at = person.site.parts.now()
    with person.site.parts.database.writing() as connection:
        if reset:
            return f"/password/new/{make_reset(connection, person.email, at=at)}"
        return f"/password/new/{make_welcome(connection, person.account, at=at)}"


@pytest.mark.parametrize("reset", [True, False])
def test_a_link_lets_somebody_choose_a_password_and_nothing_else(
    person: Person, *, reset: bool
) -> None:
    """R23, T107: a mail scanner looked before; every session ends, the new password is asked."""
    elsewhere, browser = person.signed_in(), person.site.visitor()
    link = a_link(person, reset=reset)
    person.site.visitor().page(link)
    shown = browser.page(link)

    answer = browser.post(link, TWICE)

    assert EMAIL in shown.text
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert "Meld u ermee aan" in browser.page("/sign-in").text
    assert [one.client.get("/").status_code for one in (elsewhere, browser)] == [401, 401]
    assert [person.tries(typed).status_code for typed in (PASSWORD, ANOTHER)] == [422, 303]


def test_a_link_works_once(person: Person) -> None:
    """R23, T12."""
    link = a_link(person)
    browser = person.site.visitor()
    browser.post(link, TWICE)

    assert browser.post(link, TWICE).status_code == 410
    browser.page(link, 410)


def test_of_thirty_two_at_once_exactly_one_chooses_the_password(person: Person) -> None:
    """T12."""
    link = a_link(person)
    tokens = [Caller.of(person.site.visitor()) for _ in range(32)]
    forms = [(one.client, {**TWICE, "csrf_token": one.token}) for one in tokens]

    with ThreadPoolExecutor(32) as many:
        sent = [many.submit(client.post, link, data=form) for client, form in forms]
        statuses = [one.result().status_code for one in sent]

    assert sorted(statuses) == [303] + [410] * 31


@pytest.mark.parametrize(
    ("reset", "hours", "status"),
    [(True, 0.49, 200), (True, 0.51, 410), (False, 71.9, 200), (False, 72.1, 410)],
)
def test_a_link_works_for_a_while(
    person: Person, clock: Clock, hours: float, status: int, *, reset: bool
) -> None:
    """R23."""
    link = a_link(person, reset=reset)
    clock.later(hours=hours)

    assert person.site.visitor().client.get(link).status_code == status


def test_a_new_link_ends_the_one_before(person: Person) -> None:
    """R23."""
    first = a_link(person)
    a_link(person)

    assert person.site.visitor().client.get(first).status_code == 410


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"password": "kort", "again": "kort"}, "minstens 12"),
        ({"password": "Welkom2026!!", "again": "Welkom2026!!"}, "makkelijk te raden"),
        ({"password": "Voorbeeldstad2026", "again": "Voorbeeldstad2026"}, "makkelijk te raden"),
        ({"password": ANOTHER, "again": PASSWORD}, "niet gelijk"),
        ({}, "minstens 12"),
    ],
)
def test_a_password_that_is_refused_uses_no_link(
    person: Person, sent: dict[str, str], said: str
) -> None:
    """R20: the page says what would be right, and never shows what was typed."""
    link = a_link(person)

    answer = person.site.visitor().post(link, sent)

    assert answer.status_code == 422
    assert said in looked_over(answer.text).text
    assert "Welkom2026" not in answer.text
    person.site.visitor().page(link)


def test_changing_the_password_asks_the_one_of_now(person: Person) -> None:
    """R20, R25, T17: every session ends, and this browser gets a new id."""
    here, elsewhere = person.signed_in(), person.signed_in()
    copied = cookie_of(here)

    wrong = here.post("/account/password", {"current": "iets heel anders", **TWICE})
    right = here.post("/account/password", {"current": PASSWORD, **TWICE})

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert (replayed(person.site, copied), elsewhere.client.get("/").status_code) == (401, 401)
    assert here.client.get("/account").status_code == 200
    assert person.tries(ANOTHER).status_code == 303


def test_who_came_by_a_link_of_the_server_chooses_an_address_and_a_password(site: Site) -> None:
    browser = site.signed_in()
    browser.page("/account/password")

    nothing = browser.post("/account/password", TWICE)
    kept = browser.post("/account/password", {"email": "Eva@Voorbeeldstad.nl", **TWICE})

    assert (nothing.status_code, kept.status_code) == (422, 303)
    sent = {"email": "eva@voorbeeldstad.nl", "password": ANOTHER}
    assert site.visitor().post("/sign-in", sent).status_code == 303


def test_an_address_of_somebody_else_cannot_be_taken(site: Site) -> None:
    browser = site.signed_in()
    person = a_person(site)

    answer = browser.post("/account/password", {"email": EMAIL.upper(), **TWICE})

    assert answer.status_code == 422
    assert "Iemand anders" in looked_over(answer.text).text
    assert person.tries().status_code == 303


def test_without_mail_the_page_says_whom_to_ask(person: Person) -> None:
    page = person.site.visitor().page("/password/forgotten")

    assert "coördinator" in page.text
    assert not [one for one in page.all("input") if one.attributes["name"] == "email"]


SENDER = "scan@voorbeeldstad.example"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Mail]:
    """What would have been mailed."""
    mails: list[Mail] = []

    def keep(_settings: Settings, mail: Mail) -> None:
        mails.append(mail)

    monkeypatch.setattr(password, "_send", keep)
    return mails


def test_who_forgot_gets_a_mail_and_nobody_learns_who_has_an_account(
    tmp_path: Path, sent: list[Mail]
) -> None:
    """T19, T15: the same page, and a link that the host of a request does not change."""
    site = a_site(
        tmp_path, public_url="http://localhost:8080", smtp_host="mail.example", smtp_from=SENDER
    )
    a_person(site)

    pages = [
        site.visitor().post("/password/forgotten", {"email": email}).text
        for email in (EMAIL, "niemand@voorbeeldstad.example")
    ]

    assert [one for one in pages[0].splitlines() if "csrf" not in one] == [
        one for one in pages[1].splitlines() if "csrf" not in one
    ]
    assert [mail.to for mail in sent] == [EMAIL]
    assert "http://localhost:8080/password/new/" in sent[0].text
    assert "rechten" not in sent[0].subject
    site.parts.database.close()
