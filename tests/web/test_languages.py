"""The language of the pages: chosen or preferred, never more than a way of looking."""

import pytest

from tests.web.answering import a_sheet
from tests.web.builders import Browser, Site
from tests.web.pages import looked_over

TEXT = "Vastgesteld in 2024, geldt tot 2027."


def choose(browser: Browser, language: str, path: str = "/help-now") -> str:
    """Press the button of a language; return where that leads."""
    return str(browser.post("/language", {"language": language, "next": path}).location)


@pytest.mark.parametrize(
    ("prefers", "language"),
    [
        *(("nl", "nl"), ("nl-BE,nl;q=0.9", "nl"), ("en-GB,en;q=0.8", "en"), ("de,fr", "nl")),
        *(("", "nl"), ("*", "nl"), ("en;q=0", "nl"), ("\u00e9,;;q=x", "nl"), ("x" * 5000, "nl")),
    ],
)
def test_a_page_speaks_what_the_browser_prefers(site: Site, prefers: str, language: str) -> None:
    page = site.visitor().page("/help-now", language=prefers)

    assert page.all("html")[0].attributes["lang"] == language


def test_a_choice_goes_before_what_the_browser_prefers(site: Site) -> None:
    visitor = site.visitor()

    choose(visitor, "en")

    assert visitor.page("/help-now", language="nl").all("html")[0].attributes["lang"] == "en"


@pytest.mark.parametrize("language", ["de", "", "NL", "../nl", "nl\x00", "<b>", "x" * 1000])
def test_a_language_that_nobody_wrote_is_not_kept(site: Site, language: str) -> None:
    visitor = site.visitor()

    choose(visitor, language)

    assert visitor.page("/help-now", language="nl").all("html")[0].attributes["lang"] == "nl"


def test_a_choice_leads_back_to_the_same_page(browser: Browser) -> None:
    """T37."""
    page = browser.page("/more?x=1")

    back = next(one.attributes for one in page.all("input") if one.attributes["name"] == "next")

    assert choose(browser, "en", back["value"]) == "/more?x=1"


@pytest.mark.parametrize(
    ("sent", "leads"),
    [
        ("/more", "/more"),
        ("/sign-out/x", "/"),
        ("/scans/x/reopen", "/scans/x"),
        ("/scans/x/actions/y/remove", "/scans/x/actions/y"),
        ("/scans/x/rectification/strike", "/scans/x/rectification"),
    ],
)
def test_a_page_after_a_form_leads_to_one_that_can_be_opened(
    browser: Browser, sent: str, leads: str
) -> None:
    """T37: also the page that says what was wrong with the form."""
    page = looked_over(browser.post(sent).text)

    back = next(one.attributes for one in page.all("input") if one.attributes["name"] == "next")

    assert back["value"] == leads


def test_a_language_that_changes_half_way_loses_nothing(site: Site) -> None:
    """T37: the form was opened in one language and is sent in another."""
    sheet = a_sheet(site)
    opened = sheet.stamps()

    choose(sheet.browser, "en")
    sent = sheet.send({"value": "own_policy", "note": TEXT}, over=opened)

    assert sent.status_code == 303
    assert sheet.kept().answer.note == TEXT


def test_what_was_written_is_the_same_in_every_language(site: Site) -> None:
    """T37: only the words around it differ."""
    sheet = a_sheet(site)
    sheet.send({"value": "own_policy", "note": TEXT})
    address = f"/scans/{sheet.scan}/items/gov.policy_adopted"

    dutch = sheet.browser.page(address, language="nl").text
    english = sheet.browser.page(address, language="en").text

    assert TEXT in dutch
    assert TEXT in english
    assert dutch != english


def test_a_choice_lives_through_signing_in(site: Site) -> None:
    visitor = site.visitor()
    choose(visitor, "en")

    visitor.post(site.link())

    assert visitor.page("/", language="nl").all("html")[0].attributes["lang"] == "en"
