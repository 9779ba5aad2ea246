"""Prints lines, so that a terminal shows them and nothing in them steers it."""

import errno
import sys
import unicodedata

# Control, format and surrogate characters, and what ends a line.
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


class Unheard(Exception):
    """What was said reached nobody; ``number`` is that of the system for why."""

    def __init__(self, number: int | None) -> None:
        super().__init__(number)
        self.number = number


def say(*lines: str, err: bool = False) -> None:
    """Print each line; raise `Unheard` when that cannot be done.

    Everything that a command says goes through here.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        raise Unheard(errno.EBADF)
    try:
        stream.write("".join(_printable(line, stream.encoding) + "\n" for line in lines))
        stream.flush()
    except OSError as problem:
        raise Unheard(problem.errno) from None


def _printable(line: str, encoding: str | None) -> str:
    known = encoding or "utf-8"
    return visible(line).encode(known, "backslashreplace").decode(known)


def visible(line: str) -> str:
    r"""Return one line with a code for every character that cannot be seen: ``\x1b``."""
    return "".join(
        sign.encode("unicode_escape").decode() if unicodedata.category(sign) in UNSEEN else sign
        for sign in line
    )
