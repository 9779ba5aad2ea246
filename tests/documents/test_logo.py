"""A logo is drawn anew, small, as PNG; anything else is refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.documents.uploads import large_picture, pdf, picture
from toolkit.documents.file_check import PNG, check_logo
from toolkit.domain.file_types import LARGEST_LOGO, LOGO_SIZE, BadFile

BAD = {
    "nothing": (b"", "empty"),
    "too large": (PNG + bytes(LARGEST_LOGO), "too_large"),
    "a document": (pdf(), "other_kind"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "other_kind"),
    "another kind": (b"GIF89a" + bytes(40), "other_kind"),
    "cut off": (picture("PNG")[:60], "damaged"),
    "half a photograph": (picture("JPEG")[:200], "damaged"),
    "a bomb": (large_picture(), "picture"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_what_is_no_logo_is_refused(content: bytes, reason: str) -> None:
    """T50, T53, T55."""
    with pytest.raises(BadFile) as refused:
        check_logo(content)

    assert refused.value.reason == reason


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_sound_picture_becomes_one_kind_of_png(mode: str) -> None:
    """T51: pages and documents know two ways to keep colours."""
    made = check_logo(picture("PNG", (1_600, 40), mode))

    with Image.open(io.BytesIO(made)) as drawn:
        kept = drawn.format, drawn.mode in ("RGB", "RGBA"), drawn.width
    assert kept == ("PNG", True, LOGO_SIZE[0])


def test_the_same_picture_gives_the_same_logo() -> None:
    content = picture("JPEG")

    assert check_logo(content) == check_logo(content)


def test_a_logo_that_was_drawn_stays_as_it_is() -> None:
    """So that it may come along to another installation."""
    once = check_logo(picture("PNG", (1_000, 700), "RGBA"))

    assert check_logo(once) == once
