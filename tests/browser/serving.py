"""Serves a program on a port of its own, with the server of `serve`."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from wsgiref.types import WSGIApplication

from waitress.server import create_server
from waitress.wasyncore import close_all, loop


@contextmanager
def serving(program: WSGIApplication) -> Iterator[str]:
    """Serve while the block runs; give the address.

    The thread that serves closes what it opened itself; closed by another it would trip over it.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    opened: dict[int, socket.socket] = {}
    server = create_server(program, map=opened, sockets=[listening], threads=4)
    stop = Event()

    def serve() -> None:
        while not stop.is_set():
            loop(timeout=0.2, map=opened, count=1)
        close_all(opened)

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        stop.set()
        thread.join(10)
        server.task_dispatcher.shutdown()
