"""Puts https before a program, as the proxy of an organisation does."""

from __future__ import annotations

import asyncio
import ssl
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import socket
from threading import Event, Thread
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PIECE = 2**16


@dataclass
class Proxy:
    """Listens, and passes everything on; it runs in a thread with a loop of its own."""

    listening: socket
    port: int
    context: ssl.SSLContext
    ready: Event = field(default_factory=Event)
    writers: list[StreamWriter] = field(default_factory=list)
    passing: list[asyncio.Task[None]] = field(default_factory=list)

    def run(self) -> None:
        """Serve until it is stopped."""
        asyncio.run(self._serve())

    def stop(self) -> None:
        """End it, from another thread."""
        self.loop.call_soon_threadsafe(self.ended.set)

    async def _serve(self) -> None:
        self.loop, self.ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._pass_on, sock=self.listening, ssl=self.context)
        self.ready.set()
        async with server:
            await self.ended.wait()
        for writer in self.writers:
            writer.close()
        await asyncio.gather(*self.passing, return_exceptions=True)

    async def _pass_on(self, reader: StreamReader, writer: StreamWriter) -> None:
        behind, to_program = await asyncio.open_connection("127.0.0.1", self.port)
        both = (_copy(reader, to_program), _copy(behind, writer))
        self.passing += (asyncio.create_task(one) for one in both)
        self.writers += (writer, to_program)


@contextmanager
def over_https(listening: socket, program: str, folder: Path) -> Iterator[None]:
    """Pass everything that comes in here on to the program at that address, while the block runs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder))
    proxy = Proxy(listening, urlsplit(program).port or 0, context)
    thread = Thread(target=proxy.run)
    thread.start()
    proxy.ready.wait(10)
    try:
        yield
    finally:
        proxy.stop()
        thread.join(10)


async def _copy(source: StreamReader, target: StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(PIECE):
            target.write(piece)
            await target.drain()
    target.close()


def _certificate(folder: Path) -> Path:
    """Write a key with a certificate that it signed itself; return the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now, day = datetime.now(tz=UTC), timedelta(days=1)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .sign(key, hashes.SHA256())
    )
    file = folder / "https.pem"
    form, style = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(form, style, serialization.NoEncryption())
    file.write_bytes(private + signed.public_bytes(form))
    return file
