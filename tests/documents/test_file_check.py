"""What somebody sends is looked through: a table of files, each with what is to become of it."""

import io
import time
from collections.abc import Iterator

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.documents.upload_corpus import corpus
from tests.documents.uploads import docx, odt, pdf, picture, xlsx
from toolkit.documents.file_check import check, looked_at
from toolkit.documents.sandbox import Reason, Stopped
from toolkit.domain.file_types import FILE_TYPES, LARGEST_FILE, BadFile

CORPUS = corpus()


def verdict(content: bytes) -> str:
    """Return the kind of a file, or why it is refused."""
    reason, kind, *_ = looked_at(content)
    return (reason or kind).decode()


def checked(content: bytes) -> str:
    """Return the same, as the process says it that looks through files."""
    try:
        return check(content).kind.id
    except BadFile as refused:
        return refused.reason


@pytest.mark.parametrize(("content", "expected"), CORPUS.values(), ids=CORPUS.keys())
def test_every_file_gets_its_verdict(content: bytes, expected: str) -> None:
    """T50, T51, T52, T53, T55."""
    began = time.monotonic()

    found = verdict(content)

    assert found == expected
    assert time.monotonic() - began < 20


def test_there_are_at_least_a_hundred_and_fifty_files() -> None:
    """R18."""
    refused = {expected for _, expected in CORPUS.values()} - FILE_TYPES.keys()

    assert len(CORPUS) >= 150
    assert refused >= {"other_kind", "damaged", "locked", "program", "file_inside", "picture"}


@pytest.mark.parametrize(
    "name", ["pdf", "docx", "xlsx", "odt", "png RGB", "jpg RGB", "a program", "docx cut off at 9"]
)
def test_in_a_process_of_its_own_the_verdict_is_the_same(name: str) -> None:
    content, expected = CORPUS[name]

    assert checked(content) == expected


def test_a_document_stays_as_it_is_byte_for_byte() -> None:
    sent = docx()

    assert check(sent).content == sent


def test_of_a_picture_only_what_it_shows_is_left() -> None:
    """T53: where it was taken, by whom and with what goes."""
    about = PngInfo()
    about.add_text("Author", "Jan Jansen")
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(made, "PNG", pnginfo=about)

    kept = check(made.getvalue() + b"<script>alert(1)</script>").content

    assert b"Jan Jansen" in made.getvalue()
    assert b"Jan Jansen" not in kept
    assert b"script" not in kept
    assert Image.open(io.BytesIO(kept)).getpixel((5, 5)) == (0, 128, 0)


def test_a_photograph_is_kept_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    made = io.BytesIO()
    Image.new("RGB", (40, 30)).save(made, "JPEG", exif=turned)

    kept = Image.open(io.BytesIO(check(made.getvalue()).content))

    assert kept.size == (30, 40)
    assert dict(kept.getexif()) == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (docx("Bel jan@voorbeeld.nl"), "jan@voorbeeld.nl"),
        (odt({"content.xml": b"<a><p>jan&#64;voorbeeld.nl</p></a>"}), "jan@voorbeeld.nl"),
        (xlsx({"xl/sharedStrings.xml": b"<t>06</t><t>x</t>"}), "06"),
    ],
    ids=["docx", "odt", "xlsx"],
)
def test_the_words_of_a_document_can_be_looked_at(content: bytes, said: str) -> None:
    assert said in check(content).words


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (pdf() + bytes(LARGEST_FILE), "too_large")]
)
def test_nothing_and_too_much_are_not_even_opened(content: bytes, reason: str) -> None:
    with pytest.raises(BadFile) as caught:
        check(content)

    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("ended", "reason"),
    [
        (Reason.TOO_LONG, "too_much_inside"),
        (Reason.BROKEN, "damaged"),
        (Reason.HOST_REFUSED, "unlooked"),
    ],
)
def test_a_file_that_nobody_could_look_through_is_not_kept(
    ended: Reason, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R18, T72."""

    def stop(*_: object) -> Iterator[bytes]:
        raise Stopped(ended)

    monkeypatch.setattr("toolkit.documents.file_check.sandbox.run", stop)

    with pytest.raises(BadFile) as caught:
        check(picture("PNG"))

    assert caught.value.reason == reason
