"""Getting in with a password: who does, who does not, and what is told to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.web.builders import Site, a_site
from tests.web.pages import looked_over
from tests.web.people import ANOTHER, EMAIL, PASSWORD, a_person
from tests.web.test_sessions import cookie_of, replayed
from toolkit.domain.access import Role
from toolkit.services import passwords
from toolkit.storage import credentials, tables

PUBLIC = "https://scan.example"


def test_the_right_password_lets_in_and_leads_to_where_somebody_was_going(site: Site) -> None:
    person = a_person(site)
    sent = {"email": f" {EMAIL.upper()} ", "password": PASSWORD, "next": "/more"}

    browser = site.visitor()
    answer = browser.post("/sign-in", sent)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/more")
    assert "coördinator" in browser.page("/account").text
    assert person.email in browser.page("/account").text


@pytest.mark.parametrize("email", [EMAIL, "niemand@voorbeeldstad.example", "", "x" * 5000])
def test_a_wrong_password_gives_one_answer_for_known_and_unknown_addresses(
    site: Site, email: str
) -> None:
    """T19: the page differs in nothing but the address that was typed."""
    a_person(site)
    browser = site.visitor()

    answer = browser.post("/sign-in", {"email": email, "password": "nooit geraden woorden"})

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "horen niet bij elkaar" in page.text
    assert browser.client.get("/").status_code == 401


def test_a_password_that_was_typed_with_other_keys_is_the_same(site: Site) -> None:
    """R20: a letter with its accent in one sign or in two."""
    person = a_person(site)
    with site.parts.database.writing() as connection:
        kept = passwords.hash_for(connection, person.account, "een cafe\u0301 aan het water")
        credentials.keep_password(connection, person.account, kept)

    assert person.tries("een caf\u00e9 aan het water").status_code == 303


@pytest.mark.parametrize("typed", ["", PASSWORD.upper(), f"{PASSWORD} ", PASSWORD[:-1], "x" * 9999])
def test_nothing_but_the_password_lets_in(site: Site, typed: str) -> None:
    assert a_person(site).tries(typed).status_code == 422


def test_who_may_no_longer_sign_in_gets_the_answer_of_a_wrong_password(site: Site) -> None:
    """T19, R25."""
    person = a_person(site)
    wrong = person.tries(ANOTHER).text
    with site.parts.database.writing() as connection:
        connection.execute(update(tables.accounts).values(active=False))

    answer = person.tries()

    assert answer.status_code == 422
    assert _without_token(answer.text) == _without_token(wrong)


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf_token" not in line]


def test_a_hash_of_before_is_made_anew_when_somebody_signs_in(site: Site) -> None:
    """R29: what was good enough once is not for ever."""
    person = a_person(site)
    old = passwords._hash().using(type="ID", memory_cost=16, rounds=2, parallelism=1)
    with site.parts.database.writing() as connection:
        credentials.keep_password(connection, person.account, str(old.hash(PASSWORD)))

    person.signed_in()

    with site.parts.database.reading() as connection:
        kept = connection.execute(select(tables.accounts.c.password)).scalar_one()
    assert kept.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert person.tries().status_code == 303


def test_the_id_of_the_session_is_another_after_signing_in(site: Site) -> None:
    """T17, R24: and the one of before opens nothing."""
    person = a_person(site)
    browser = person.signed_in()
    first = cookie_of(browser)

    person.signed_in(browser)

    assert cookie_of(browser) != first
    assert (replayed(site, first), replayed(site, cookie_of(browser))) == (401, 200)


HOSTILE_PATHS = (
    "//evil.example",
    "///evil.example",
    "https://evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\tevil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "/\u2024evil.example",
    "evil.example",
    "",
)


@pytest.mark.parametrize("target", HOSTILE_PATHS)
def test_nobody_is_led_to_another_site(site: Site, target: str) -> None:
    """T14, R2."""
    a_person(site)
    sent = {"email": EMAIL, "password": PASSWORD, "next": target}

    assert site.visitor().post("/sign-in", sent).headers["Location"] == "/"


def test_a_page_for_who_is_signed_in_leads_to_signing_in_and_back(site: Site) -> None:
    a_person(site)

    page = site.visitor().page("/more", 401)

    fields = {one.attributes.get("name"): one.attributes.get("value") for one in page.all("input")}
    assert fields["next"] == "/more"
    assert "Ik heb een code" in page.text


def test_a_form_to_sign_in_with_needs_a_token(site: Site) -> None:
    """T16: nobody is let into the account of somebody else."""
    a_person(site)

    answer = site.visitor().client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})

    assert answer.status_code == 400


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CONTRIBUTOR, Role.READER])
def test_who_must_not_have_a_second_step_gets_in_without(tmp_path: Path, role: Role) -> None:
    site = a_site(tmp_path, public_url=PUBLIC)
    person = a_person(site, role)
    client = site.app.test_client()
    page = client.get("/help-now", base_url=PUBLIC).text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]

    sent = {"email": EMAIL, "password": PASSWORD, "csrf_token": token}
    answer = client.post("/sign-in", data=sent, base_url=PUBLIC)

    assert (person.email, answer.headers["Location"]) == (EMAIL, "/")
    assert client.get("/", base_url=PUBLIC).status_code == 200
    site.parts.database.close()
