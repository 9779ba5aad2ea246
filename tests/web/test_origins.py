"""A form comes from a page of ours, with the token of this session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.web.builders import Browser, Site, a_site
from tests.web.neighbours import Caller

HERE = "http://localhost"
PUBLIC = "https://scan.example"


def sent(caller: Caller, path: str = "/language", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    data = {"csrf_token": caller.token, "language": "en", "next": "/help-now"}
    return caller.client.post(path, data=data, headers=named)


@pytest.fixture
def caller(browser: Browser) -> Caller:
    return Caller.of(browser)


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Caller]:
    """Somebody in front of an installation that everybody can reach."""
    site = a_site(tmp_path, public_url=PUBLIC)
    yield Caller(site.app.test_client(), "")
    site.parts.database.close()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": HERE},
        {"Origin": "null", "Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "none"},
    ],
)
def test_a_form_of_ours_is_taken(caller: Caller, headers: dict[str, str]) -> None:
    """T16: a page without a referrer sends the origin null."""
    assert sent(caller, **headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        *({"Origin": f"{HERE}{more}"} for more in (":8081", ".evil.nl", "@evil.nl", "/", "\\evil")),
        *({"Origin": other} for other in ("https://localhost", "https://evil.nl", "evil.nl", "")),
        *({"Origin": odd} for odd in ("http://[", "http://[::1", "://", "\u00ff", "file://")),
        *({"Sec_Fetch_Site": site} for site in ("cross-site", "same-site", "", "SAME-ORIGIN", "x")),
        {"Origin": "null", "Sec_Fetch_Site": "cross-site"},
    ],
)
def test_a_form_of_another_site_is_refused(caller: Caller, headers: dict[str, str]) -> None:
    """T16: whatever its token says, also when it is not even an origin."""
    assert sent(caller, **headers).status_code == 403


@pytest.mark.parametrize("path", ["/start/x", "/sign-out", "/scans/", "/more"])
def test_other_sites_sign_nobody_in_or_out(caller: Caller, path: str) -> None:
    """T16: also not into an account of theirs."""
    assert sent(caller, path, Sec_Fetch_Site="cross-site").status_code == 403


def test_a_public_site_takes_forms_over_https_only(public: Caller) -> None:
    """T16: what was altered on its way comes from another origin."""
    altered = sent(public, Host="scan.example", Origin="http://scan.example")
    own = sent(public, Host="scan.example", Origin=PUBLIC)

    assert altered.status_code == 403
    assert own.status_code == 400  # it has no token


@pytest.mark.parametrize("token", ["", "x", "é", "a.b.c", "\x00"])
def test_a_token_that_is_none_is_refused_in_words(caller: Caller, token: str) -> None:
    """T16: what was written is still in the browser."""
    answer = sent(Caller(caller.client, token))

    assert answer.status_code == 400
    assert "browser" in answer.text


def test_a_token_of_before_signing_in_is_worth_nothing_after(site: Site) -> None:
    """T16, T17."""
    visitor = site.visitor()
    before = Caller.of(visitor)
    visitor.post(site.link())

    answer = sent(before)

    assert answer.status_code == 400


def test_a_token_of_somebody_else_is_refused(site: Site, caller: Caller) -> None:
    """T16."""
    other = Caller.of(site.visitor())

    answer = sent(Caller(caller.client, other.token))

    assert answer.status_code == 400


def test_a_token_in_an_address_is_no_token(caller: Caller) -> None:
    """R17: addresses end up in histories and logs."""
    answer = caller.client.post(f"/language?csrf_token={caller.token}", data={"language": "en"})

    assert answer.status_code == 400
