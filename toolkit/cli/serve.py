"""The command that starts the scan in the browser, on this computer."""

from __future__ import annotations

import errno
import gc
from importlib.metadata import version

import click
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from toolkit.bootstrap import background, example_link, is_new, known_address, sign_in_link
from toolkit.cli.endings import Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.settings import Settings
from toolkit.storage import facts
from toolkit.web.app import create_app, load_pages
from toolkit.web.parts import Parts
from toolkit.wording import N_, Wording

WIDTH = 40
# Larger than any form, so that a page can say in words that something was too large.
LARGEST_REQUEST = 24 * 2**20
# A browser keeps up to six connections open; beyond this many, others wait at the door.
MOST_CONNECTIONS = 800
IN_USE = N_(
    "Port %(port)s is in use already, probably by another Child Rights Scan. Nothing has changed. "
    "Choose another port:  ./run serve --port %(other)s"
)
NOT_HERE = N_(
    "This computer cannot listen on %(host)s, port %(port)s (%(cause)s). Nothing has changed. "
    "Choose another address with --host, or another port with --port."
)


def serve_command(words: Wording) -> click.Command:
    """Return ``serve``, in one language."""

    def run(host: str | None, port: int | None) -> int:
        serve(settings_for(words, host=host, port=port), words)
        return 0

    return Command(
        "serve",
        run,
        words,
        explained=words("Start the scan in the browser."),
        params=address_options(words),
    )


def address_options(words: Wording) -> list[click.Parameter]:
    """Return the options that say where to listen."""
    host = words("The address to listen on; without it, only here.")
    port = words("The port to listen on; 8080 without it.")
    return [click.Option(["--host"], help=host), click.Option(["--port"], type=int, help=port)]


def serve(settings: Settings, words: Wording, *, example: bool = False) -> None:
    """Serve until somebody stops it; raise `Refusal` when that cannot begin."""
    new = is_new(settings)
    parts = parts_for(settings, words)
    server = _listening(parts, words)
    _greet(parts, words, new=new, example=example)
    load_pages()
    gc.freeze()  # what is loaded now stays; nobody need look through it again and again
    with known_address(parts), background(parts):
        server.run()
    parts.database.close()


def _listening(parts: Parts, words: Wording) -> BaseWSGIServer | MultiSocketServer:
    settings = parts.settings
    try:
        return create_server(
            create_app(parts),
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            ident=None,
            channel_timeout=60,
            connection_limit=MOST_CONNECTIONS,
            asyncore_use_poll=True,
            max_request_body_size=LARGEST_REQUEST,
            clear_untrusted_proxy_headers=not settings.trusted_proxies,
        )
    except OSError as error:
        message = IN_USE if error.errno == errno.EADDRINUSE else NOT_HERE
        values = {"host": settings.host, "port": settings.port, "other": settings.port + 1}
        raise Refusal(words(message, **values, cause=error.strerror or "")) from None


def _greet(parts: Parts, words: Wording, *, new: bool, example: bool) -> None:
    link = example_link(parts) if example else sign_in_link(parts)
    name = words("Child Rights Scan") + " " + version("kinderrechtenscan")
    say(*(_first_words(parts, name, words) if new else (_words_again(parts, name, words),)))
    if link is None:
        say("", words("Somebody is signed in already. A new link: ./run user link"), "")
    else:
        say("", words("The scan is running. Open this address in your browser."))
        say(words("The link works once, for 30 minutes:"), "", f"    {link}", "")
    say(
        "  " + words("Only this computer can reach it. To stop: Ctrl+C")
        if parts.settings.local
        else ""
    )
    if new:
        say("  " + words("Look around first: ./run demo"))
        say("  " + words("Something does not work: ./run doctor"))


def _first_words(parts: Parts, name: str, words: Wording) -> tuple[str, ...]:
    count = words.number(len(parts.shelf.ids()))
    return (
        name,
        "",
        _row(words("Data"), words("%(folder)s (new)", folder=parts.settings.data)),
        _row(words("Questionnaires"), words("%(count)s read, no errors", count=count)),
    )


def _words_again(parts: Parts, name: str, words: Wording) -> str:
    place = words("data in %(folder)s", folder=parts.settings.data)
    return f"{name} · {place} · {copied(parts, words)}"


def copied(parts: Parts, words: Wording) -> str:
    """Return how old the last copy is; a clock that was set back makes none younger than today."""
    with parts.database.reading() as connection:
        made = facts.last_backup(connection)
    if made is None:
        return words("no copy yet: ./run backup")
    days = max((parts.now() - made).days, 0)
    return words.plural("last copied %(count)s day ago", "last copied %(count)s days ago", days)


def _row(label: str, value: str) -> str:
    return f"  {(label + ' ').ljust(WIDTH, '.')} {value}"
