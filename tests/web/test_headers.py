"""The headers of every answer, whoever made it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from werkzeug.datastructures import Headers
from werkzeug.test import TestResponse

from tests.web.builders import Browser, Site
from tests.web.neighbours import Caller, Neighbours, neighbours
from toolkit.bootstrap import assemble
from toolkit.settings import Settings
from toolkit.web import assets
from toolkit.web.app import create_app
from toolkit.web.headers import FOR_EVERYTHING, NEVER_KEPT, POLICY, POLICY_OF_FILES

PUBLIC = "https://scan.example"
# Stays a while in the browser of a member: its address changes with what it gives.
KEPT = ("place.sheet", "place.logo")
ASSET = assets.address("css/screen/base.css")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Neighbours:
    return neighbours(tmp_path_factory.mktemp("both"))


@pytest.fixture
def public(tmp_path: Path) -> Browser:
    """A browser at an installation that everybody can reach."""
    settings = Settings(data=tmp_path / "public", host="0.0.0.0", public_url=PUBLIC)  # noqa: S104 (behind a proxy)
    return Browser(create_app(assemble(settings)).test_client())


def missing(headers: Headers, wanted: Mapping[str, str]) -> dict[str, str | None]:
    """Return what a header says instead of what it should."""
    return {name: headers.get(name) for name, value in wanted.items() if headers.get(name) != value}


def test_every_page_carries_every_header(both: Neighbours) -> None:
    """R14, R17, R34, T18, C19: kept by nobody, framed by nobody, with no script but ours."""
    owner = Caller.of(both.site.signed_in())
    every = both.knocks(both.ids(both.ours), "GET")
    knocks = [one for one in every if one.endpoint not in KEPT]

    answers = [owner.client.get(knock.path) for knock in knocks]

    wanted = {**FOR_EVERYTHING, "Cache-Control": NEVER_KEPT}
    assert len(answers) > 20
    assert [faults for one in answers if (faults := missing(one.headers, wanted))] == []
    assert {one.headers["Vary"] for one in answers} == {"Cookie, Accept-Language, HX-Request"}
    assert {one.headers["Content-Security-Policy"] for one in answers} == {POLICY, POLICY_OF_FILES}


def test_a_page_takes_scripts_and_styles_from_us_only(browser: Browser) -> None:
    """R14, R34: said a second time, because the other tests go by the policy itself."""
    policy = browser.client.get("/").headers["Content-Security-Policy"]

    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    nothing = ("default-src", "object-src", "base-uri", "frame-ancestors")
    assert {rules[name] for name in nothing} == {"'none'"}
    assert {rules[name] for name in ("script-src", "style-src", "form-action")} == {"'self'"}
    assert "unsafe" not in policy


def test_whatever_is_taken_along_is_no_page_of_ours(both: Neighbours) -> None:
    """R16: attachment, sandbox."""
    owner = Caller.of(both.site.signed_in())
    every = both.knocks(both.ids(both.ours), "GET")
    knocks = [one for one in every if one.endpoint not in KEPT]

    headers = [owner.client.get(knock.path).headers for knock in knocks]

    pages = ("text/", "application/json")
    files = [one for one in headers if not one["Content-Type"].startswith(pages)]
    assert len(files) >= 2
    assert {one["Content-Disposition"][:20] for one in files} == {"attachment; filename"}
    assert {one["Content-Security-Policy"] for one in files} == {POLICY_OF_FILES}


ODD: Mapping[str, tuple[int, Callable[[Browser], TestResponse]]] = {
    "not signed in": (401, lambda browser: browser.client.get("/more")),
    "no such page": (404, lambda browser: browser.client.get("/no-such-page")),
    "no such method": (405, lambda browser: browser.client.delete("/")),
    "no token": (400, lambda browser: browser.client.post("/language")),
    "link used": (410, lambda browser: browser.client.get("/start/used")),
    "too large": (413, lambda browser: browser.post("/language", {"next": "x" * 1_000_001})),
    "another host": (400, lambda browser: browser.client.get("/", headers={"Host": "evil.nl"})),
    "another site": (
        403,
        lambda browser: browser.client.post("/language", headers={"Sec-Fetch-Site": "cross-site"}),
    ),
    "redirect": (303, lambda browser: browser.post("/language", {"language": "en"})),
    "redirect of a slash": (308, lambda browser: browser.client.get("/scans/x")),
    "asset with another method": (405, lambda browser: browser.client.post(ASSET)),
    "old asset": (404, lambda browser: browser.client.get("/assets/0000/css/screen/base.css")),
    "options": (200, lambda browser: browser.client.options("/help-now")),
    "head": (200, lambda browser: browser.client.head("/help-now")),
}


@pytest.mark.parametrize("kind", ODD)
def test_every_refusal_carries_every_header(site: Site, kind: str) -> None:
    """R14, T18."""
    status, ask = ODD[kind]

    answer = ask(site.visitor())

    wanted = {**FOR_EVERYTHING, "Cache-Control": NEVER_KEPT, "Content-Security-Policy": POLICY}
    assert answer.status_code == status
    assert missing(answer.headers, wanted) == {}


def test_a_fault_carries_every_header(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """R14, R39."""
    monkeypatch.setitem(site.app.view_functions, "help.now", broken)

    answer = site.visitor().client.get("/help-now")

    wanted = {**FOR_EVERYTHING, "Cache-Control": NEVER_KEPT, "Content-Security-Policy": POLICY}
    assert answer.status_code == 500
    assert missing(answer.headers, wanted) == {}


def broken() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("given", [{}, {"Range": "bytes=0-9"}, {"Range": "bytes=99999999-"}])
def test_an_asset_is_guarded_as_well(site: Site, given: dict[str, str]) -> None:
    """R14."""
    answer = site.visitor().client.get(ASSET, headers=given, buffered=True)

    assert missing(answer.headers, {**FOR_EVERYTHING, "Content-Security-Policy": POLICY}) == {}
    assert "Set-Cookie" not in answer.headers


def test_an_asset_is_kept_for_ever(site: Site) -> None:
    """R14: one hash in the address, so that a copy never ages."""
    answer = site.visitor().client.get(ASSET, buffered=True)

    assert "immutable" in answer.headers["Cache-Control"]


def test_nothing_beside_the_assets_is_served(site: Site) -> None:
    """R31: no source, no lock, no list of files, no way up."""
    folder = ASSET.removesuffix("css/screen/base.css")
    names = ("assets.lock", "", "css", "../layout/page.html", "..%2flayout%2fpage.html", "%2e%2e/x")

    answers = [site.visitor().client.get(folder + name, buffered=True) for name in names]

    assert {answer.status_code for answer in answers} == {404}


def test_every_page_names_an_icon_of_ours(site: Site) -> None:
    """A browser that finds none asks for one that is not there, and says so in its console."""
    page = site.visitor().page("/help-now")

    icon = next(link for link in page.all("link") if link.attributes["rel"] == "icon")

    answer = site.visitor().client.get(icon.attributes["href"], buffered=True)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"


def test_a_local_cookie_is_for_this_site_and_no_script(site: Site) -> None:
    """R13."""
    cookie = site.visitor().client.get("/help-now").headers["Set-Cookie"]

    assert cookie.startswith("krs=")
    assert cookie.endswith("; HttpOnly; Path=/; SameSite=Lax")


def test_a_public_cookie_travels_over_https_only(public: Browser) -> None:
    """R13: the prefix keeps another host of the same domain from setting it."""
    cookie = public.client.get("/help-now", base_url=PUBLIC).headers["Set-Cookie"]

    assert cookie.startswith("__Host-krs=")
    assert cookie.endswith("; Secure; HttpOnly; Path=/; SameSite=Lax")


@pytest.mark.parametrize("path", ["/help-now", "/no-such-page", ASSET])
def test_a_public_site_is_https_for_two_years(public: Browser, path: str) -> None:
    """R14."""
    answer = public.client.get(path, base_url=PUBLIC, buffered=True)

    assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_a_local_site_asks_for_no_https(site: Site) -> None:
    answer = site.visitor().client.get("/help-now")

    assert "Strict-Transport-Security" not in answer.headers


def test_signing_out_leaves_nothing_in_the_browser(browser: Browser) -> None:
    """R17."""
    answer = browser.post("/sign-out")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "krs=;" in answer.headers["Set-Cookie"]


def test_no_answer_says_what_it_is_made_with(site: Site) -> None:
    """R31."""
    headers = site.visitor().client.get("/no-such-page").headers

    assert {"Server", "X-Powered-By", "Via"}.isdisjoint(headers.keys())
