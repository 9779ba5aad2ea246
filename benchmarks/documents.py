"""Somebody who has documents made, and takes them along."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.saving import Answerer
from benchmarks.visiting import Unexpected

WANTED = {"form": "work", "language": "nl", "embed": "no"}
FILE = re.compile(r'href="(/documents/[^"]+/file)"')
FINAL = 4
"""How many documents of a final scan are made beforehand."""
BETWEEN, LONGEST = 10, 180.0


@dataclass(frozen=True)
class Desk:
    """One scan whose documents are asked for, by its answerer."""

    answerer: Answerer

    def send(self, path: str, fields: dict[str, str] | None = None) -> str:
        """Send a form about the scan; return where that leads."""
        form = {"csrf_token": self.answerer.token, **(fields or {})}
        return self.answerer.visitor.post(f"/scans/{self.answerer.scan}/{path}", form).location

    def files(self, page: str) -> tuple[str, ...]:
        """Return where the files on a page are; none while they are made."""
        return tuple(FILE.findall(self.answerer.visitor.get(page).text))

    def order_anew(self) -> str:
        """Change an answer in a scan in review and have its report made; return its page."""
        self.send("reopen")
        self.answerer.save()
        self.send("review")
        return self.send("documents", WANTED)

    def while_made(self, page: str) -> Iterator[int]:
        """Yield until the document that this page follows is ready."""
        until = time.monotonic() + LONGEST
        while not self.files(page):
            if time.monotonic() > until:
                raise Unexpected(page)
            yield from range(BETWEEN)

    def made_final(self) -> tuple[str, ...]:
        """Make the scan final; return where its documents are, once all have been made."""
        self.send("review")
        self.send("finalise")
        page, until = f"/scans/{self.answerer.scan}/documents", time.monotonic() + LONGEST
        while len(found := self.files(page)) < FINAL:
            if time.monotonic() > until:
                raise Unexpected(page)
            time.sleep(1)
        return found

    def take(self, file: str) -> None:
        """Take a file along."""
        if not self.answerer.visitor.get(file).body.startswith(b"%PDF"):
            raise Unexpected(file)
