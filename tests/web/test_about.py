"""What everybody may read about privacy and accessibility, signed in or not."""

from pathlib import Path

import pytest

from tests.web.builders import Site, a_site

PAGES = ("/privacy", "/accessibility")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_anybody_can_read_it_in_both_languages(site: Site, path: str, language: str) -> None:
    page = site.visitor().page(path, language=language)

    assert page.all("html")[0].attributes["lang"] == language
    assert len(page.all("h2")) >= 3


@pytest.mark.parametrize("path", PAGES)
def test_it_names_whom_the_host_chose_to_be_asked(tmp_path: Path, path: str) -> None:
    site = a_site(tmp_path, contact="privacy@voorbeeldstad.example")

    page = site.visitor().page(path)

    assert "privacy@voorbeeldstad.example" in page.text


@pytest.mark.parametrize("path", PAGES)
def test_without_a_choice_it_names_the_coordinator(site: Site, path: str) -> None:
    page = site.visitor().page(path)

    assert "coördinator" in page.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_leads_there(site: Site, path: str) -> None:
    page = site.visitor().page("/help-now")

    assert path in page.links()
