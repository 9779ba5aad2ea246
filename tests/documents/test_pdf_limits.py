"""Every text ends in a PDF or in a reason, and the next report is made."""

import time
from collections.abc import Callable

import pytest

from tests.documents.pages import printed, text_of
from toolkit.documents.pdf import LARGEST_HTML, RenderFailed
from toolkit.documents.sandbox import Reason

LAYERS = "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 10))
BOMB = f"<svg viewBox='0 0 9 9'><title>t</title><g id='a0'><path d='M0 0h1'/></g>{LAYERS}<use href='#a9'/></svg>"


def outcome(body: str) -> Reason | None:
    """Print the page and then another one; return why the first was refused, if it was."""
    began = time.monotonic()
    try:
        printed(body)
        reason = None
    except RenderFailed as failed:
        reason = failed.reason
    assert time.monotonic() - began < 65
    assert "de volgende" in text_of(printed("<p>de volgende"))
    return reason


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>" + "woord " * 1_600, id="the longest answer"),
        pytest.param("<p>" + "a" * 10_000, id="the longest answer in one word"),
        pytest.param("<p>a" + "\u0301" * 10_000, id="the longest answer in accents"),
        pytest.param("<p>" + "a\u0301" * 200_000, id="200 000 accents"),
        pytest.param("<p>" + "👩🏽\u200d🦰" * 2_500, id="joined emoji"),
        pytest.param("<p>" + "\u202e\u2066a" * 3_000, id="direction marks"),
        pytest.param("<table><tr><td rowspan='100000000'>x</table>", id="a cell of many rows"),
        pytest.param("<svg viewBox='0 0 9 9'><title>t</title><g id='a'><use href='#a'/></g></svg>", id="svg in itself"),
        pytest.param("<div style='height: 1e7px'>x</div>", id="very high"),
        pytest.param("<p style='font-size: 100000px'>a b", id="large letters"),
    ],
)  # fmt: skip
def test_what_can_be_printed_is_printed(body: str) -> None:
    """T45."""
    assert outcome(body) is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p style='font-size: 1e30px'>a", id="huge letters"),
        pytest.param("<div>" * 3_000, id="3 000 blocks in each other"),
        pytest.param("<table><tr><td>" * 60, id="60 tables in each other"),
    ],
)
def test_what_breaks_the_layout_is_refused(body: str) -> None:
    """M4."""
    assert outcome(body) is Reason.BROKEN


def test_a_page_beyond_measure_is_refused_before_it_is_read() -> None:
    assert outcome("x" * LARGEST_HTML) is Reason.TOO_LARGE


@pytest.mark.slow
def test_what_takes_all_memory_is_refused() -> None:
    """T45."""
    assert outcome("<table><tr><td colspan='100000000'>x</table>") is Reason.OUT_OF_MEMORY


@pytest.mark.long
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(lambda: "<p>" + "woord " * 17_000, id="100 kB of words"),
        pytest.param(lambda: "<p>" + "a" * 1_000_000, id="one word of 1 MB"),
        pytest.param(lambda: "<p>" + "woord " * 170_000, id="1 MB of words"),
        pytest.param(lambda: "<p>" + "a<br>" * 50_000, id="50 000 breaks"),
        pytest.param(lambda: "<p>a" + "\u0301" * 200_000, id="200 000 accents on one letter"),
        pytest.param(lambda: BOMB, id="svg that repeats itself"),
    ],
)
def test_what_takes_long_ends(body: Callable[[], str]) -> None:
    """T43, T45, M3, M5."""
    assert outcome(body()) in (None, Reason.TOO_LONG, Reason.OUT_OF_MEMORY)
