"""The page that W3 measures ours against is the same page."""

import re

import pytest

from benchmarks.w3_page import both_pages

pytestmark = pytest.mark.slow


def said(page: str) -> list[str]:
    """Return the words of a page, without its elements."""
    return re.sub(r"<[^>]*>", " ", page).split()


def test_the_page_by_hand_says_what_ours_says() -> None:
    ours, by_hand = both_pages()

    assert len(said(ours)) > 2_000
    assert said(by_hand) == said(ours)


def test_the_page_by_hand_has_the_same_controls() -> None:
    ours, by_hand = (
        sorted(re.findall(r'<(?:input|select|textarea|button)[^>]* name="([^"]*)"', page))
        for page in both_pages()
    )

    assert len(ours) > 100
    assert by_hand == ours
