"""The way in: the link, the doors, a scan, a theme."""

from tests.web.builders import Browser, Site


def test_opening_a_link_does_not_use_it(site: Site) -> None:
    """R23, T107: mail scanners open links."""
    link, visitor = site.link(), site.visitor()

    visitor.page(link)
    visitor.page(link)

    assert visitor.post(link).status_code == 303


def test_a_link_works_once(site: Site) -> None:
    """T12."""
    link = site.link()
    site.visitor().post(link)

    late = site.visitor().post(link)

    assert late.status_code == 410


def test_the_first_page_shows_three_doors(browser: Browser) -> None:
    page = browser.page("/")

    assert len(page.all("h2")) >= 3
    assert "23" in page.text


def test_nobody_gets_in_without_a_session(site: Site) -> None:
    """R27."""
    page = site.visitor().page("/", 401)

    assert "user link" in page.text


def test_a_scan_begins_and_shows_its_plan(browser: Browser) -> None:
    answer = browser.post(
        "/scans/", {"questionnaire": "kinderrechten-mensenhandel", "selection": "core"}
    )

    page = browser.page(answer.headers["Location"])

    assert "zorgcoördinator" in page.text


def test_every_theme_of_a_short_round_can_be_opened(site: Site, browser: Browser) -> None:
    scan = site.a_scan()

    page = browser.page(f"/scans/{scan}/themes/gov")

    assert len([one for one in page.all("section") if "data-item" in one.attributes]) == 3


def test_a_questionnaire_that_is_not_for_officials_cannot_be_begun(browser: Browser) -> None:
    answer = browser.post("/scans/", {"questionnaire": "youth-voice"})

    assert answer.status_code == 400


def test_the_example_opens_at_its_outcome(browser: Browser) -> None:
    answer = browser.post("/scans/example")

    page = browser.page(answer.headers["Location"])

    assert "Voorbeeldstad" in page.text
