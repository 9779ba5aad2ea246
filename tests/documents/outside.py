"""A loopback address and a file that notice it when somebody comes."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Outside:
    """Counts who came; ``urls`` are all the ways to get at one of the two."""

    port: int
    trap: Path
    visits: list[str] = field(default_factory=list)

    @property
    def urls(self) -> tuple[str, ...]:
        host = f"127.0.0.1:{self.port}"
        return (
            f"http://{host}/a.png",
            f"https://{host}/a.png",
            f"HTTP://{host}/redirect?to=file:///etc/passwd",
            f"//{host}/a.css",
            f"ftp://{host}/a",
            f"jar:http://{host}/a.jar!/b",
            f"file://{self.trap}",
            f"file://localhost{self.trap}",
            f"{self.trap}",
            "data:text/css,p%7Bbackground:url(http://" + host + "/nested)%7D",
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='http://"
            + host
            + "/in-svg'/%3E%3C/svg%3E",
        )


@contextmanager
def watched(folder: Path) -> Iterator[Outside]:
    """Listen on the loopback address, and at the far end of a pipe that looks like a file."""
    trap = folder / "secret.png"
    os.mkfifo(trap)
    with socket.create_server(("127.0.0.1", 0)) as server:
        outside = Outside(server.getsockname()[1], trap)
        threading.Thread(target=_welcome, args=(server, outside.visits), daemon=True).start()
        threading.Thread(target=_feed, args=(trap, outside.visits), daemon=True).start()
        yield outside


def _welcome(server: socket.socket, visits: list[str]) -> None:
    with suppress(OSError):
        while True:
            visitor, _ = server.accept()
            visits.append("address")
            answer = b"HTTP/1.0 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
            visitor.sendall(answer)
            visitor.close()


def _feed(trap: Path, visits: list[str]) -> None:
    """Opening a pipe for writing waits until somebody opens it for reading."""
    while True:
        with suppress(OSError), trap.open("wb") as pipe:
            visits.append("file")
            pipe.write(b"%PDF secret")
