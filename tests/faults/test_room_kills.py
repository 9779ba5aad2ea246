"""The program is killed in the middle of a workshop, and the room goes on where it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from urllib.request import urlopen

import pytest

from benchmarks.serving import HOST, Server, served
from benchmarks.visiting import Visitor, signed_in
from toolkit.bootstrap import utc_now
from toolkit.catalogue import library, shipped
from toolkit.services.plan_workshop import FromName, begin_workshop
from toolkit.storage import accounts
from toolkit.storage.database import FILE, Database

pytestmark = pytest.mark.slow
ITEM = "gov.policy_adopted"
NOTE = "Na de pauze hier verder."
_VERSION = re.compile(r'name="room_version" value="([0-9]+)"')


def begun(server: Server) -> str:
    """Begin a workshop from a name; return its address."""
    with closing(Database.at(server.folder / FILE)) as database, database.writing() as connection:
        actor = accounts.actor(connection, accounts.first(connection) or "", at=utc_now())
        assert actor is not None
        known = connection, shipped(), library()
        return f"/workshops/{begin_workshop(actor, *known, FromName('Hier'), at=utc_now())}"


def killed(server: Server) -> Server:
    """Kill the program, as a computer that falls out does, and start it on the same data."""
    server.process.send_signal(signal.SIGKILL)
    server.process.wait(20)
    settings = {**os.environ, "KRS_DATA": str(server.folder), "KRS_LANG": "nl"}
    process = subprocess.Popen(server.process.args, env=settings, stdout=subprocess.DEVNULL)
    while not _answers(server.port):
        time.sleep(0.1)
    return replace(server, process=process)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://{HOST}:{port}/health") as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def goes(somebody: Visitor, room: str, **fields: str) -> None:
    page = somebody.get(room)
    found = _VERSION.search(page.text)
    assert found is not None
    somebody.post(room, {"csrf_token": page.token, "room_version": found[1], **fields})


def test_after_a_kill_the_room_has_its_place_its_counts_and_its_notes() -> None:
    server = served()
    (somebody,) = signed_in(server, 1)
    address = begun(server)
    room = f"{address}/room"
    goes(somebody, room, place=f"opening.cards.{ITEM}")
    six = {f"{ITEM}-{place}": number for place, number in enumerate("134203")}
    token = somebody.get(room).token
    somebody.post(f"{room}/counts/{ITEM}", {"csrf_token": token, **six})
    goes(somebody, room, way="show", note=NOTE, note_place="opening", note_version="0")
    somebody.close()

    server = killed(server)
    after, projector = somebody.get(room).text, somebody.get(f"{address}/projector").text
    somebody.close()
    server.stop()

    assert f'value="opening.cards.{ITEM}" aria-current="step"' in after
    assert NOTE in after
    assert "Van 0 tot 3. Drie mensen weten het niet." in projector
