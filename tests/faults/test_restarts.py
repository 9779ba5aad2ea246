"""The program is restarted under people who save, and nobody loses what was acknowledged (T95)."""

from __future__ import annotations

import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from http.client import HTTPException
from pathlib import Path
from threading import Event
from urllib.request import urlopen
from uuid import uuid4

import pytest
from sqlalchemy import select

from benchmarks.saving import ITEM, VALUES, Answerer, answerers
from benchmarks.serving import HOST, Server, served
from toolkit.storage.database import FILE, Database
from toolkit.storage.tables import answer_changes

pytestmark = pytest.mark.slow
PEOPLE, RESTARTS, BETWEEN = 6, 4, 1.5
LONGEST_DRAIN = 30.0


def save_on(one: Answerer, over: Event) -> list[str]:
    """Save answer after answer, each as often as it takes; return what was acknowledged.

    An answer of the program that is no acknowledgement raises `Unexpected`.
    """
    acknowledged = []
    while not over.is_set():
        note = f"{one.scan} {one.version}"
        said = {"value": VALUES[one.version % 2], "note": note, "version": str(one.version)}
        fields = {f"{ITEM}-{name}": text for name, text in said.items()}
        fields |= {"csrf_token": one.token, f"{ITEM}-request_id": uuid4().hex}
        while not sent(one, fields):
            time.sleep(0.05)
        acknowledged.append(note)
        one.version += 1
    one.visitor.close()
    return acknowledged


def sent(one: Answerer, fields: dict[str, str]) -> bool:
    """Send a form; return whether anything was heard of it."""
    try:
        one.visitor.post(one.address, fields, script=True)
    except (OSError, HTTPException):
        one.visitor.close()
        return False
    return True


def restarted(server: Server) -> tuple[Server, float]:
    """Stop a program as a system does, start it again on the same data; return how long it drained."""
    begun = time.monotonic()
    server.process.terminate()
    server.process.wait(LONGEST_DRAIN)
    took = time.monotonic() - begun
    typed, settings = server.process.args, {"KRS_DATA": str(server.folder), "KRS_LANG": "nl"}
    process = subprocess.Popen(typed, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
    while not answers_at(server.port):
        time.sleep(0.1)
    return replace(server, process=process), took


def answers_at(port: int) -> bool:
    """Return whether a program says that it is well."""
    try:
        with urlopen(f"http://{HOST}:{port}/health") as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def restarts(server: Server) -> Iterator[tuple[Server, float]]:
    """Yield the program after each restart, with how long it took to stop."""
    for _ in range(RESTARTS):
        time.sleep(BETWEEN)
        server, took = restarted(server)
        yield server, took


def kept(folder: Path) -> Counter[str]:
    """Return how often each note was kept."""
    with closing(Database.at(folder / FILE)) as database, database.reading() as connection:
        steps = connection.execute(select(answer_changes.c.after)).scalars()
        return Counter(step["note"] for step in steps)


def test_no_acknowledged_answer_is_lost_in_a_restart() -> None:
    """T95, T97: whatever was answered is kept, once; what was not is sent again, and kept once."""
    over, first = Event(), served()
    people = answerers(first, PEOPLE)

    with ThreadPoolExecutor(PEOPLE) as hands:
        saving = [hands.submit(save_on, one, over) for one in people]
        turns = list(restarts(first))
        over.set()
    acknowledged = [note for one in saving for note in one.result()]
    history = kept(first.folder)
    turns[-1][0].stop()

    assert len(acknowledged) > 10 * RESTARTS
    assert {history[note] for note in acknowledged} == {1}
    assert max(took for _, took in turns) < LONGEST_DRAIN
