"""Hostile texts in front of a real browser: nothing runs, nothing is fetched, nothing is added."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import Running
from tests.web.builders import Site
from tests.web.crawler import Typist, Walk
from tests.web.neighbours import Neighbours, neighbours
from tests.web.payloads import TEMPLATES, XSS

pytestmark = pytest.mark.slow

HOSTILE = (*XSS, *TEMPLATES)
SIGN = "onerror=alert(1)"
# What a text of somebody could bring into a page; our own scripts come from our own files.
BROUGHT = """[...document.querySelectorAll(`img:not(.qr, .place-logo, .own-logo), iframe, object,
  embed, base, style, video, audio, math, marquee, template, meta[http-equiv],
  script:not([src^="/assets/"]), [onerror], [onload], [onclick], [onfocus], [onmouseover], [style],
  [formaction], [srcdoc], [hx-get], a:not([href]), a[href^="javascript" i], a[href^="data" i],
  link:not([href^="/assets/"], [href^="/municipalities/"]), [href^="//"], [data-hx-get^="//"],
  form:not([action^="/"])`)].map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture
def both(tmp_path: Path) -> Neighbours:
    """An installation in which somebody typed hostile texts in every place."""
    made = neighbours(tmp_path, "draft")
    Walk.of(made).fill_all(Typist(HOSTILE, "\n".join(HOSTILE)))
    return made


@pytest.fixture
def site(both: Neighbours) -> Site:
    return both.site


def test_no_page_does_what_a_text_says(
    both: Neighbours, running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    """T30, T31: no dialog, no element, no request, nothing that the policy had to block."""
    draft = tuple(Walk.of(both, 2).pages())
    page = arrive().new_page()
    dialogs, requests = list[str](), list[str]()
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.on("request", lambda request: requests.append(request.url))

    def brought(address: str) -> list[str]:
        page.goto(address)
        found: list[str] = page.evaluate(BROUGHT)
        return found

    while_answering = [brought(address) for address in draft]
    both.ours.set_state("in_review")
    scan = f"/scans/{both.ours.assessment}"
    afterwards = [brought(f"{scan}/{place}") for place in ("outcome", "outcome/gov", "report")]

    assert [found for found in (*while_answering, *afterwards) if found] == []
    assert SIGN in page.inner_text("main")
    assert dialogs == []
    assert len(requests) > len(draft)
    assert [url for url in requests if not url.startswith(running.url)] == []
