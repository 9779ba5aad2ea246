"""Writes everything of a municipality in one archive, and reads such an archive with bounds."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import BinaryIO

MANIFEST, FORMAT = "manifest.json", "kinderrechtenscan-alles-1"
MOST_MEMBERS = 20_000
LARGEST_MEMBER = 200 * 2**20
LARGEST = 4 * 2**30
_MANIFEST_SIZE = 20 * 2**20
_MOMENT = (1980, 1, 1, 0, 0, 0)


class BadBundle(Exception):
    """An archive that cannot be read in.

    ``reason`` is ``foreign`` for another file, ``altered`` when it is not as it was made,
    ``newer`` when a newer version of this program made it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write(out: BinaryIO, about: Mapping[str, object], members: Iterable[tuple[str, bytes]]) -> int:
    """Write the members, and last what they should be; return how many there are."""
    listed: list[dict[str, object]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            listed.append({"name": name, "size": len(content), "sha256": _hash(content)})
            archive.writestr(_named(name), content, zipfile.ZIP_DEFLATED)
        said = {"format": FORMAT, **about, "files": listed}
        text = json.dumps(said, ensure_ascii=False, indent=1)
        archive.writestr(_named(MANIFEST), text, zipfile.ZIP_DEFLATED)
    return len(listed)


def read(file: BinaryIO, wanted: Iterable[str]) -> Mapping[str, bytes]:
    """Return the members whose name begins with one of ``wanted``; raise `BadBundle`.

    Nothing is unpacked to a file, and every member must be what the manifest says, to the byte.
    """
    begins = tuple(wanted)
    try:
        with zipfile.ZipFile(file) as archive:
            members = {info.filename: info for info in archive.infolist()}
            _require_bounds(archive, members)
            listed = _listed(archive, members)
            if listed.keys() != members.keys() - {MANIFEST}:
                raise BadBundle("altered")
            found = {}
            for name, said in listed.items():
                content = _member(archive, members[name], said)
                if name.startswith(begins):
                    found[name] = content
            return found
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        raise BadBundle("altered") from None


def _require_bounds(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> None:
    if MANIFEST not in members:
        raise BadBundle("foreign")
    if len(archive.infolist()) != len(members) or len(members) > MOST_MEMBERS:
        raise BadBundle("altered")
    if sum(info.file_size for info in members.values()) > LARGEST:
        raise BadBundle("altered")


def _listed(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]
) -> Mapping[str, tuple[int, str]]:
    """Return the size and hash of every member, as the manifest says them."""
    said = json.loads(_content(archive, members[MANIFEST], _MANIFEST_SIZE))
    if not isinstance(said, dict) or not str(said.get("format")).startswith(FORMAT[:-1]):
        raise BadBundle("foreign")
    if said["format"] != FORMAT:
        raise BadBundle("newer")
    try:
        return {str(one["name"]): (int(one["size"]), str(one["sha256"])) for one in said["files"]}
    except (KeyError, TypeError):
        raise BadBundle("altered") from None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, said: tuple[int, str]) -> bytes:
    size, found = said
    content = _content(archive, info, min(size, LARGEST_MEMBER))
    if len(content) != size or _hash(content) != found:
        raise BadBundle("altered")
    return content


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise BadBundle("altered")
    return content


def _named(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _MOMENT)
    info.external_attr = 0o600 << 16
    return info


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
