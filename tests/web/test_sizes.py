"""Too much, too slow or too odd a request, in front of the server that people use."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from time import monotonic
from urllib.parse import urlencode

import pytest

from toolkit.cli.serve import LARGEST_REQUEST
from toolkit.web.security import LARGEST_FORM

pytestmark = pytest.mark.slow

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
TOO_MUCH = "Dit is te veel tegelijk"
MINUTE = 60


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    seconds: float


@dataclass(frozen=True)
class Server:
    """A server on a port of its own, with a token and the cookie that belongs to it."""

    port: int
    pid: int
    token: str
    cookie: str

    def sent(self, body: bytes, kind: str = FORM, **headers: str) -> Answer:
        """Send a form to choose a language with."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=MINUTE)
        begun = monotonic()
        given = {"Content-Type": kind, "Cookie": self.cookie, "Accept-Language": "nl", **headers}
        connection.request("POST", "/language", body, given)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, text, monotonic() - begun)

    @property
    def memory(self) -> int:
        """The memory it has taken, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1000

    def page(self) -> Answer:
        """Open a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=MINUTE)
        begun = monotonic()
        connection.request("GET", "/help-now")
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, text, monotonic() - begun)

    def raw(self, sent: bytes) -> socket.socket:
        """Send bytes, and leave the connection open."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=MINUTE)
        connection.sendall(sent)
        return connection

    def form(self, **fields: str) -> bytes:
        """Return a form with the token, then these fields."""
        return urlencode({"csrf_token": self.token, **fields}).encode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program as people start it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"KRS_DATA": str(tmp_path_factory.mktemp("site") / "data"), "KRS_PORT": str(port)}
    command = (sys.executable, "-m", "toolkit", "serve")
    program = Popen(command, env={**os.environ, **settings}, stdout=PIPE, stderr=DEVNULL)
    assert program.stdout
    assert any(b"/start/" in line for line in program.stdout)
    yield _known(port, program.pid)
    program.terminate()
    program.communicate(timeout=MINUTE)


def _known(port: int, pid: int) -> Server:
    connection = HTTPConnection("127.0.0.1", port, timeout=MINUTE)
    connection.request("GET", "/help-now")
    answer = connection.getresponse()
    cookie = str(answer.headers["Set-Cookie"]).partition(";")[0]
    token = re.search('name="csrf_token" value="([^"]+)"', answer.read().decode())
    connection.close()
    assert token
    return Server(port, pid, token[1], cookie)


def field(content: bytes, name: str = "text") -> bytes:
    """Return one field of a form in parts."""
    return b'--b\r\nContent-Disposition: form-data; name="' + name.encode() + b'"\r\n\r\n' + content


@pytest.mark.parametrize("kind", [FORM, MULTIPART, "application/json", "text/plain"])
def test_ten_megabytes_are_refused_in_words(server: Server, kind: str) -> None:
    """T33, R36, M15."""
    answer = server.sent(b"text=" + b"x" * 10_000_000, kind)

    assert answer.status == 413
    assert TOO_MUCH in answer.text
    assert answer.seconds < 5


def test_ten_megabytes_in_one_field_of_many_parts_are_refused_in_words(server: Server) -> None:
    """T33, M15."""
    answer = server.sent(field(b"x" * 10_000_000) + b"\r\n--b--\r\n", MULTIPART)

    assert (answer.status, TOO_MUCH in answer.text) == (413, True)


def test_what_comes_in_pieces_is_counted_too(server: Server) -> None:
    """T33: without saying beforehand how much it will be."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=MINUTE)
    given = {"Content-Type": FORM, "Transfer-Encoding": "chunked", "Accept-Language": "nl"}
    pieces = (b"x" * 100_000 for _ in range(30))

    connection.request("POST", "/language", pieces, given, encode_chunked=True)

    answer = connection.getresponse()
    said = answer.read().decode()
    connection.close()
    assert (answer.status, TOO_MUCH in said) == (413, True)


def test_more_than_any_form_is_refused_before_it_is_read(server: Server) -> None:
    """T33: the server does not wait for it."""
    head = f"POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Length: {LARGEST_REQUEST + 1}"

    with server.raw(f"{head}\r\n\r\n".encode()) as connection:
        said = connection.recv(1000)

    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"waitress" not in said


def test_a_form_as_large_as_may_be_is_taken(server: Server) -> None:
    """T33: a million in all."""
    form = server.form(language="en", text="")

    answer = server.sent(form + b"x" * (LARGEST_FORM - len(form)))

    assert answer.status == 303


@pytest.mark.parametrize("count", [1_500, 60_000])
def test_a_form_with_many_fields_is_read_in_no_time(server: Server, count: int) -> None:
    """T33, M15: no browser sends these, and nobody waits for them."""
    fields = b"".join(b"&f%d=1" % number for number in range(count))

    answer = server.sent(server.form(language="en") + fields)

    assert answer.status == 303
    assert answer.seconds < 5


def test_a_form_in_too_many_parts_is_refused_in_words(server: Server) -> None:
    """T33, M15."""
    parts = b"\r\n".join(field(b"1", f"f{number}") for number in range(2_001))

    answer = server.sent(parts + b"\r\n--b--\r\n", MULTIPART)

    assert (answer.status, TOO_MUCH in answer.text) == (413, True)


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00" * 1000, b"&" * 100_000, b"=" * 100_000, b"%" * 10_000, b"\xff" * 10_000],
)
@pytest.mark.parametrize("kind", [FORM, MULTIPART, "multipart/form-data", "", "x/" + "y" * 1000])
def test_a_form_that_is_none_is_refused_in_words(server: Server, body: bytes, kind: str) -> None:
    """T33, T71: 400, whatever it is."""
    answer = server.sent(body, kind)

    assert answer.status == 400
    assert "<h1>" in answer.text


def test_deep_json_is_read_by_nobody(server: Server) -> None:
    """T33."""
    answer = server.sent(b"[" * 900_000, "application/json")

    assert answer.status == 400


def test_slow_senders_keep_nobody_else_waiting(server: Server) -> None:
    """T33: thirty forms that never come to an end, and four hands."""
    head = b"POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nlanguage="
    slow = [server.raw(head) for _ in range(30)]

    answers = [server.page() for _ in range(10)]

    assert [answer.status for answer in answers] == [200] * 10
    assert sorted(answer.seconds for answer in answers)[8] < 2
    assert close(*slow) == 30


def close(*connections: socket.socket) -> int:
    for connection in connections:
        connection.close()
    return len(connections)


def test_what_is_too_large_is_not_kept_in_memory(server: Server) -> None:
    """T33: fifty megabytes more at most, for a hundred and fifty that were sent."""
    before = server.memory

    statuses = {server.sent(b"text=" + b"x" * 15_000_000).status for _ in range(10)}

    assert statuses == {413}
    assert server.memory - before < 50


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /help-now HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
        b"GET /" + b"x" * 300_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    ],
)
def test_bytes_that_are_no_request_end_in_a_refusal(server: Server, sent: bytes) -> None:
    """T33, T71: and the server goes on."""
    with server.raw(sent) as connection:
        said = connection.recv(100_000)

    assert re.match(rb"HTTP/1\.[01] [45]\d\d ", said)
    assert b"Traceback" not in said
    assert server.page().status == 200
