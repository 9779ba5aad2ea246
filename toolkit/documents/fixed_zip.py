"""Writes a package of files again, so that the same parts give the same bytes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one file, in this order, all of one day."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, data)
    return target.getvalue()


def unpacked(package: bytes) -> Mapping[str, bytes]:
    """Return the parts of a file that we made, in its order."""
    with ZipFile(io.BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}
