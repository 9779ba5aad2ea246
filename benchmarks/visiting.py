"""A browser as far as a server notices: one connection, cookies, forms with their token."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.serving import HOST, Server

PATIENCE = 60.0
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_SCRIPT = {"HX-Request": "true"}
_EDGE = "an-edge-that-no-file-holds"
_PART = f'--{_EDGE}\r\nContent-Disposition: form-data; name="{{}}"{{}}\r\n\r\n{{}}\r\n'


class Unexpected(Exception):
    """A server answered something else than what was asked for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    body: bytes
    location: str

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()

    @property
    def token(self) -> str:
        """The token that the forms of the page carry."""
        found = _TOKEN.search(self.text)
        if found is None:
            raise Unexpected("no token")
        return found[1]


@dataclass
class Visitor:
    """Somebody's browser, on one connection."""

    server: Server
    _cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._line = HTTPConnection(HOST, self.server.port, timeout=PATIENCE)

    def get(self, address: str) -> Reply:
        """Open a page; raise `Unexpected` when there is none."""
        return self._asked("GET", address, None, {}, (200,))

    def post(self, address: str, fields: Mapping[str, str], *, script: bool = False) -> Reply:
        """Send a form as a page does, or as its script does; raise `Unexpected` when refused."""
        headers = {**_FORM, **(_SCRIPT if script else {})}
        return self._asked("POST", address, urlencode(fields), headers, (200, 204, 303))

    def send(self, address: str, fields: Mapping[str, str], file: Path) -> Reply:
        """Send a form with a file in it."""
        parts = [_PART.format(name, "", value) for name, value in fields.items()]
        parts.append(_PART.format("file", '; filename="file.yaml"', file.read_text("utf-8")))
        body = "".join((*parts, f"--{_EDGE}--\r\n"))
        kind = {"Content-Type": f"multipart/form-data; boundary={_EDGE}"}
        return self._asked("POST", address, body, kind, (303,))

    def close(self) -> None:
        """Hang up, as browsers do after a while; the next request calls again."""
        self._line.close()

    def _asked(
        self,
        method: str,
        address: str,
        body: str | None,
        headers: Mapping[str, str],
        wanted: tuple[int, ...],
    ) -> Reply:
        kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        sent = {"Accept-Language": "nl", **headers, **({"Cookie": kept} if kept else {})}
        self._line.request(method, address, body and body.encode(), sent)
        answer = self._line.getresponse()
        content = answer.read()
        self._keep(answer)
        if answer.status not in wanted:
            raise Unexpected(f"{method} {address}: {answer.status}")
        return Reply(answer.status, content, answer.headers["Location"] or "")

    def _keep(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", ()):
            self._cookies.update({name: one.value for name, one in SimpleCookie(line).items()})


def signed_in(server: Server, count: int) -> tuple[Visitor, ...]:
    """Return so many browsers, each with a session of its own."""
    return tuple(_arrived(server, link) for link in server.links(count))


def _arrived(server: Server, link: str) -> Visitor:
    visitor = Visitor(server)
    visitor.post(link, {"csrf_token": visitor.get(link).token})
    visitor.close()
    return visitor
