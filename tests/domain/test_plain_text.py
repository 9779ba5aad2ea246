"""Any text that is kept is composed, printable and not too long."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.plain_text import NotPlainText, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Één  ", "Één"),
        ("Ee\u0301n", "Eén"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("ver\u202eborgen\u2066", "verborgen"),
        ("nul\x00bel\x07", "nulbel"),
        ("half \ud83d teken", "half  teken"),
        ("kolom\ttekst", "kolom\ttekst"),
        ("👧🏽 blijft", "👧🏽 blijft"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_only_what_can_be_printed_stays(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_one_line_has_no_breaks() -> None:
    assert plain("een\r\n\ttwee  drie", one_line=True) == "een twee drie"


def test_a_text_that_is_too_long_is_refused_with_the_limit() -> None:
    with pytest.raises(NotPlainText) as caught:
        plain("abcdef", longest=5)

    assert caught.value.longest == 5
    assert plain("abcde", longest=5) == "abcde"


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_text_is_safe_to_store_as_it_comes_out(text: str) -> None:
    found = plain(text)

    assert unicodedata.is_normalized("NFC", found)
    assert found.encode("utf-8").decode("utf-8") == found
    assert {unicodedata.category(sign) for sign in found} <= KEPT
    assert set(found) & CONTROL <= {"\n", "\t"}


@given(st.text(max_size=200))
def test_a_safe_text_stays_as_it_is(text: str) -> None:
    found, line = plain(text), plain(text, one_line=True)

    assert plain(found) == found
    assert plain(line, one_line=True) == line


CONTROL = {chr(code) for code in (*range(32), *range(127, 160))}
KEPT = {
    f"{kind}{detail}"
    for kind, details in {
        "L": "ulmot",
        "M": "nce",
        "N": "dlo",
        "P": "cdseifo",
        "S": "mcko",
        "Z": "slp",
        "C": "fc",
    }.items()
    for detail in details
}
