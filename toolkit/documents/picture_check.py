"""Draws a picture that somebody sent again, so that nothing is left but what it shows (T53)."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from toolkit.domain.file_types import MOST_DOTS, BadFile

_ENDS = {"PNG": b"IEND\xaeB`\x82", "JPEG": b"\xff\xd9"}
_MODES = {"PNG": ("1", "L", "LA", "RGB", "RGBA"), "JPEG": ("L", "RGB")}
_QUALITY = 90


def anew(content: bytes, kind: str) -> bytes:
    """Return the picture upright, without whatever is not seen; raise `BadFile`."""
    if _ENDS[kind] not in content:
        raise BadFile("damaged")
    try:
        with Image.open(io.BytesIO(content), formats=(kind,)) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise BadFile("picture")
            upright = ImageOps.exif_transpose(picture)
            upright.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadFile("picture") from None
    seen = upright if upright.mode in _MODES[kind] else upright.convert(_instead(upright))
    clean = Image.new(seen.mode, seen.size)
    clean.paste(seen)
    made = io.BytesIO()
    if kind == "JPEG":
        clean.save(made, kind, quality=_QUALITY)
    else:
        clean.save(made, kind)
    return made.getvalue()


def at_most(content: bytes, kind: str, size: tuple[int, int]) -> bytes:
    """Return a picture that was drawn anew as a PNG that fits within this width and height."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=(kind,)) as picture:
        whole = picture.convert("RGBA" if picture.mode in ("LA", "RGBA") else "RGB")
        whole.thumbnail(size)
        whole.save(made, "PNG")
    return made.getvalue()


def _instead(picture: Image.Image) -> str:
    """Return how the colours are kept of a picture that has them in another way."""
    return "RGBA" if picture.format != "JPEG" and "transparency" in picture.info else "RGB"
