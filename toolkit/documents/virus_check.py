"""Asks the virus scanner of the host whether a file is clean, over a socket (clamd, INSTREAM)."""

from __future__ import annotations

import socket
import struct

from toolkit.domain.file_types import BadFile

SECONDS = 30
_PIECE = 2**16
_LENGTH = struct.Struct("!L")
_CLEAN, _FOUND = b"OK", b"FOUND"


def require_clean(content: bytes, address: str) -> None:
    """Return when the scanner at ``address`` finds nothing: host:port, or the path of a socket.

    Raises `BadFile` with ``virus``, and with ``unlooked`` when the scanner does not answer: once
    there is one, nothing is kept that it has not seen (T56). Without an address nothing is asked.
    """
    if not address:
        return
    try:
        with _line(address) as line:
            said = _asked(line, content)
    except (OSError, ValueError):
        raise BadFile("unlooked") from None
    verdict = said.rstrip(b"\0\n ")
    if verdict.endswith(_FOUND):
        raise BadFile("virus")
    if not verdict.endswith(_CLEAN):
        raise BadFile("unlooked")


def _line(address: str) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(SECONDS)
        line.connect(address)
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), SECONDS)


def _asked(line: socket.socket, content: bytes) -> bytes:
    line.sendall(b"zINSTREAM\0")
    for at in range(0, len(content), _PIECE):
        piece = content[at : at + _PIECE]
        line.sendall(_LENGTH.pack(len(piece)) + piece)
    line.sendall(_LENGTH.pack(0))
    said = b""
    while len(said) < 1_000 and (some := line.recv(1_000)):
        said += some
    return said
