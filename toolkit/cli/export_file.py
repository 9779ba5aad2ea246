"""The command that writes a scan of the database as a scan file."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import click

from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.making import making
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.output import require_writable, write_whole
from toolkit.services.own_scans import note_taken_out, own_scans, take_out
from toolkit.services.take_everything import (
    name_of,
    note_taken,
    on_the_server,
    take_everything,
)
from toolkit.storage.assessments import NotFound
from toolkit.web.parts import Parts
from toolkit.wording import Wording


def export_command(words: Wording) -> click.Command:
    """Return ``export``, in one language."""

    def run(scan: str | None, output: str | None, everything: str | None) -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            if everything is not None:
                _write_all(parts, everything, output, words)
            elif scan is None:
                _list(parts, words)
            else:
                _write(parts, scan, output, words)
        return 0

    return Command(
        "export",
        run,
        words,
        explained=words("Write a scan as a scan file; without a name, list the scans."),
        params=[
            click.Argument(["scan"], required=False, metavar=words("SCAN")),
            click.Option(["-o", "--output"], metavar="OUT.yaml", help=words("The file to write.")),
            click.Option(
                ["--all", "everything"],
                metavar=words("MUNICIPALITY"),
                help=words("Write everything of this municipality in one zip file."),
            ),
        ],
    )


def _write_all(parts: Parts, named: str, output: str | None, words: Wording) -> None:
    at = parts.now()
    with parts.database.reading() as connection:
        actor = on_the_server(connection, named)
    if actor is None:
        raise Refusal(
            words("There is no municipality “%(name)s”, or more than one.", name=named), WRONG
        )
    place, out = actor.municipalities[0], io.BytesIO()
    with parts.database.reading() as connection:
        count = take_everything(actor, connection, parts.shelf, place, out, at=at)
    path = Path(output or name_of(named, at))
    with making(words):
        require_writable(path)
        write_whole(path, out.getvalue())
    with parts.database.writing() as connection:
        note_taken(actor, connection, place, at=at)
    say(
        words(
            "Written: %(path)s. Files in it: %(count)s. It holds everything people wrote: keep it "
            "where only you can reach it.",
            path=path.resolve(),
            count=words.number(count),
        )
    )


def _list(parts: Parts, words: Wording) -> None:
    with parts.database.reading() as connection:
        scans = own_scans(connection, at=parts.now())
    if not scans:
        say(words("There are no scans yet. Start with: ./run"))
    for scan in scans:
        say(f"{scan.id}  {scan.municipality_name}  {scan.title or scan.questionnaire}")


def _write(parts: Parts, scan: str, output: str | None, words: Wording) -> None:
    try:
        with parts.database.reading() as connection:
            made = take_out(connection, parts.shelf, scan, at=parts.now())
    except NotFound:
        raise Refusal(
            words("There is no scan “%(name)s”. List them with: ./run export", name=scan), WRONG
        ) from None
    path = Path(output or made.name)
    with making(words):
        require_writable(path)
        write_whole(path, made.text.encode())
    with parts.database.writing() as connection:
        note_taken_out(connection, scan, at=parts.now())
    say(words("Written: %(path)s", path=path.resolve()))
