"""Any text that is kept is composed, printable and not too long."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.plain_text import MOST_MARKS, NotPlainText, plain, slug


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
        ("kin\u00adder\u200brech\u2060ten\ufeff", "kinderrechten"),
        ("a\u200db\u200cc\u034fd\ufe0fe\U000e0100f\U000e0061g", "abcdefg"),
        ("e\u200d\u0301", "é"),
    ],
)
def test_only_what_can_be_printed_stays(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष र\u200d्य",
        "👩\u200d👩\u200d👧\u200d👦",
        "🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 👩🏽\u200d⚕\ufe0f 🙂\u200d↔\ufe0f",
        "ཧྐྵྨླྺྼྻྂ",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می\u200c\u200d\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d \u200d👧\u200d", "👩 👧"),
        ("q" + "\u0323" * 500 + "r", "q" + "\u0323" * MOST_MARKS + "r"),
    ],
)
def test_what_is_more_than_a_text_needs_goes(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text", ["\u200b", "\u00ad\u2060", " \u3000\u00a0\n", "\u3164\u2800", "\u200e\u0301"]
)
def test_a_text_of_which_nothing_shows_is_empty(text: str) -> None:
    assert plain(text) == plain(text, one_line=True) == ""


def test_a_text_of_joiners_and_marks_only_takes_no_time() -> None:
    """T32: as long as a text may be, and still nothing beside a page of words."""
    began = time.process_time()

    found = [plain(sign * 5_000) for sign in ("a\u200d", "ب\u200c", "\u0323\u0301", "👩\u200d")]

    assert len(found) == 4
    assert time.process_time() - began < 1


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("  ’s-Hertogenbosch (2026)!", "s-hertogenbosch-2026"),
        ("../../etc\r\npasswd", "etc-passwd"),
        ("北京", ""),
    ],
)
def test_an_id_or_a_file_name_holds_plain_letters_only(text: str, expected: str) -> None:
    """T54."""
    found = slug(text)

    assert found == expected


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
