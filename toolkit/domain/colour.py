"""Reckons with colours as eyes see them: how light one is, and how far two stand apart (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

ENOUGH = 4.5
"""How far text stands apart from its ground at least; 21 is black on white."""
WHITE = "#ffffff"
_COLOUR = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.ASCII | re.IGNORECASE)
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_STEP = 0.0005


def colour(text: str) -> str:
    """Return a colour as ``#rrggbb`` in small letters; raise `ValueError` for anything else."""
    found = _COLOUR.fullmatch(text.strip())
    if found is None:
        raise ValueError(text[:20])
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * sign for sign in digits))


def lightness(known: str) -> float:
    """Return how light a colour is, from 0 (black) to 1 (white)."""
    return sum(weight * part for weight, part in zip(_WEIGHTS, _parts(known), strict=True))


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 (not at all) to 21."""
    dark, light = sorted((lightness(one), lightness(other)))
    return (light + 0.05) / (dark + 0.05)


def as_light_as(known: str, wanted: float) -> str:
    """Return the same colour made so light: mixed with white, or with black."""
    now = lightness(known)
    if wanted > now:
        mixed = (wanted - now) / (1 - now)
        return _made(part + mixed * (1 - part) for part in _parts(known))
    return _made(part * wanted / now if now else 0.0 for part in _parts(known))


def readable(known: str) -> str:
    """Return the nearest colour, the same or darker, that can be read on white and under it."""
    found, wanted = known, lightness(known)
    while contrast(found, WHITE) < ENOUGH:
        wanted -= _STEP
        found = as_light_as(known, wanted)
    return found


def _parts(known: str) -> tuple[float, ...]:
    return tuple(_linear(int(known[place : place + 2], 16) / 255) for place in (1, 3, 5))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _made(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * min(_bent(part), 1.0)):02x}" for part in parts)


def _bent(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
