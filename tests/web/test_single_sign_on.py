"""Signing in with the account of one's organisation, and everything that is no proof."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.an_issuer import AT, CLIENT, OTHER_KEY, Issuer, an_issuer
from tests.web.builders import Site, a_site
from tests.web.pages import looked_over
from tests.web.people import EMAIL, a_person, with_an_app

VERIFIED = {"sub": "anna-1", "email": EMAIL, "email_verified": True}


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with an_issuer() as answers:
        answers.claims = dict(VERIFIED)
        yield answers


@pytest.fixture
def site(tmp_path: Path, issuer: Issuer) -> Iterator[Site]:
    made = a_site_with(tmp_path, issuer)
    yield made
    made.parts.database.close()


def a_site_with(folder: Path, issuer: Issuer, *, asks: bool = False) -> Site:
    return a_site(
        folder,
        oidc_issuer=issuer.address,
        oidc_client_id=CLIENT,
        oidc_name="Voorbeeldstad",
        oidc_second_step=asks,
    )


def test_who_has_an_account_here_gets_in_by_the_organisation(site: Site, issuer: Issuer) -> None:
    a_person(site)
    browser = site.visitor()
    assert "Aanmelden met Voorbeeldstad" in browser.page("/sign-in").text

    answer = browser.client.get(issuer.back(browser))

    assert (answer.status_code, answer.headers["Location"]) == (303, "/more")
    assert EMAIL in browser.page("/account").text


def test_afterwards_it_is_the_subject_that_counts_not_the_address(
    site: Site, issuer: Issuer
) -> None:
    """The address of somebody who left is given to somebody else."""
    a_person(site)
    first, other, again = site.visitor(), site.visitor(), site.visitor()
    first.client.get(issuer.back(first))

    issuer.claims = {**VERIFIED, "sub": "eva-2"}
    theirs = other.client.get(issuer.back(other, "second"))
    issuer.claims = {"sub": "anna-1", "email": "nieuw@voorbeeldstad.example"}
    hers = again.client.get(issuer.back(again, "third"))

    assert (theirs.status_code, hers.status_code) == (403, 303)
    assert EMAIL in again.page("/account").text


@pytest.mark.parametrize(
    "changed",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": "niemand@voorbeeldstad.example"},
        {"email": ""},
    ],
    ids=str,
)
def test_who_has_no_account_is_told_whom_to_ask(
    site: Site, issuer: Issuer, changed: dict[str, object]
) -> None:
    """Never by an address that was not verified."""
    a_person(site)
    browser = site.visitor()
    issuer.claims |= changed

    answer = browser.client.get(issuer.back(browser))

    assert answer.status_code == 403
    assert "coördinator" in looked_over(answer.text).text
    assert browser.client.get("/more").status_code == 401


@pytest.mark.parametrize(
    "changed",
    [
        {"nonce": "of-another-browser"},
        {"aud": "another-program"},
        {"iss": "https://another.example"},
        {"exp": AT - 600, "iat": AT - 900},
        {"sub": None},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_browser_now_is_no_proof(
    site: Site, issuer: Issuer, changed: dict[str, object]
) -> None:
    """Wrong nonce, audience, issuer, time."""
    a_person(site)
    browser = site.visitor()
    issuer.claims |= changed

    answer = browser.client.get(issuer.back(browser))

    assert (answer.status_code, browser.client.get("/more").status_code) == (403, 401)


def test_a_token_that_somebody_else_signed_is_no_proof(site: Site, issuer: Issuer) -> None:
    a_person(site)
    browser = site.visitor()
    issuer.key = OTHER_KEY

    assert browser.client.get(issuer.back(browser)).status_code == 403


def test_a_token_that_nobody_signed_is_no_proof(
    site: Site, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The algorithm ``none``."""
    a_person(site)
    browser = site.visitor()
    back = issuer.back(browser)
    unsigned = {"access_token": "a", "token_type": "Bearer", "id_token": "eyJhbGciOiJub25lIn0.e30."}
    monkeypatch.setattr(issuer, "token", lambda _form: (200, unsigned))

    assert browser.client.get(back).status_code == 403


def test_coming_back_works_once(site: Site, issuer: Issuer) -> None:
    a_person(site)
    browser, thief = site.visitor(), site.visitor()
    back = issuer.back(browser)

    statuses = [one.client.get(back).status_code for one in (thief, browser, browser)]

    assert statuses == [403, 303, 403]


def test_a_code_that_was_used_is_worth_nothing_in_another_browser(
    site: Site, issuer: Issuer
) -> None:
    a_person(site)
    first, second = site.visitor(), site.visitor()
    first.client.get(issuer.back(first, "stolen"))

    assert second.client.get(issuer.back(second, "stolen")).status_code == 403


def test_another_state_is_of_another_browser(site: Site, issuer: Issuer) -> None:
    a_person(site)
    browser = site.visitor()
    back = issuer.back(browser)

    assert browser.client.get(f"{back}x").status_code == 403


@pytest.mark.parametrize(("asks", "leads"), [(False, "/sign-in/step?next=/more"), (True, "/more")])
def test_the_second_step_of_the_organisation_counts_where_the_settings_say_so(
    tmp_path: Path, issuer: Issuer, leads: str, *, asks: bool
) -> None:
    """R22."""
    site = a_site_with(tmp_path, issuer, asks=asks)
    with_an_app(a_person(site))
    browser = site.visitor()

    answer = browser.client.get(issuer.back(browser))

    assert answer.headers["Location"] == leads
    site.parts.database.close()


def test_an_organisation_that_does_not_answer_is_said_so(tmp_path: Path) -> None:
    site = a_site_with(tmp_path, Issuer("http://127.0.0.1:9"))

    page = site.visitor().page("/sign-in/organisation", 503)

    assert "Probeer" in page.text
    site.parts.database.close()


def test_without_settings_there_is_no_such_page(tmp_path: Path) -> None:
    site = a_site(tmp_path)

    assert site.visitor().client.get("/sign-in/organisation").status_code == 404
    assert site.visitor().client.get("/sign-in/organisation/back").status_code == 404
    site.parts.database.close()
