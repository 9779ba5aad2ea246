"""A mail server on this computer that keeps what it gets, and can be told to refuse."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from threading import Thread


@dataclass
class Postbox:
    """What was delivered, and every line that was said to the server."""

    refuses: bool = False
    delivered: list[Message] = field(default_factory=list)
    said: list[bytes] = field(default_factory=list)
    port: int = 0

    @property
    def text(self) -> str:
        """The text of the only mail."""
        (mail,) = self.delivered
        sent = mail.get_payload(decode=True)
        assert isinstance(sent, bytes)
        return sent.decode()


@contextmanager
def a_postbox(*, refuses: bool = False) -> Iterator[Postbox]:
    """Run the server as long as the block does."""
    box = Postbox(refuses)

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            for line in self.rfile:
                box.said.append(line)
                word = line[:4].upper().strip()
                if word == b"DATA":
                    self.wfile.write(b"354 go\r\n")
                    lines = list(iter(self.rfile.readline, b".\r\n"))
                    box.delivered.append(message_from_bytes(b"".join(lines), policy=default))
                refused = box.refuses and word == b"RCPT"
                says = {b"QUIT": b"221 bye\r\n"}.get(word, b"250 fine\r\n")
                self.wfile.write(b"550 no\r\n" if refused else says)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
