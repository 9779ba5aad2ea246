"""An installation with answers, a copy of it, and ways to spoil a copy."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from tests.storage.kept import NOON, Kept
from toolkit.services.back_up import back_up
from toolkit.storage.backup import LENGTH, SEAL

Spoil = Callable[[bytes], bytes]


def a_copy_of(kept: Kept, place: Path) -> Path:
    """Return a copy of everything, in a file."""
    back_up(kept.database, place, at=NOON)
    return place


def spoiled(copy: Path, how: Spoil, name: str = "spoiled") -> Path:
    """Return another file, that differs from the copy in one way."""
    place = copy.parent / name
    place.write_bytes(how(copy.read_bytes()))
    return place


def flipped(part: float) -> Spoil:
    """Change one bit, this far into the file."""
    return lambda whole: _flip(whole, int(part * (len(whole) - 1)))


def cut(part: float) -> Spoil:
    """Leave out what comes after this part of the file."""
    return lambda whole: whole[: int(part * len(whole))]


def resealed(how: Spoil) -> Spoil:
    """Spoil what is below the seal, and put a seal on it that is right."""

    def seal(whole: bytes) -> bytes:
        inside = how(whole[:-LENGTH])
        return inside + SEAL % sha256(inside).hexdigest().encode()

    return seal


def _flip(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes((whole[place] ^ 0x10,)) + whole[place + 1 :]
