"""Sixty people come in by a link and answer within half a minute, each counted once (T99)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

import pytest
from sqlalchemy import Connection, select

from benchmarks.saving import in_turn
from benchmarks.serving import Server, served
from benchmarks.visiting import Visitor, signed_in
from toolkit.bootstrap import utc_now
from toolkit.catalogue import shipped
from toolkit.domain.access import Role
from toolkit.storage import accounts, invitations, tokens
from toolkit.storage.database import FILE, Database
from toolkit.storage.ids import digest, new_secret
from toolkit.storage.tables import answer_changes, answers, assessments

pytestmark = pytest.mark.slow
PEOPLE, WITHIN = 60, 30.0
ROUND = "kinderrechten-mensenhandel"
ITEMS = tuple(one.id for one in shipped().newest(ROUND).questions.values() if one.scored)[:PEOPLE]


@dataclass(frozen=True)
class Phone:
    """Somebody who was invited, with the one question that they answer."""

    visitor: Visitor
    link: str
    address: str
    item: str

    def come_in(self) -> None:
        """Use the link."""
        token = self.visitor.get(self.link).token
        self.visitor.post(self.link, {"csrf_token": token, "go_on": "yes"})
        self.visitor.close()

    def answer(self) -> None:
        """Answer, and send the same once more, as a phone does that heard nothing back."""
        sent = {"state": "unknown", "version": "0", "request_id": uuid4().hex}
        fields = {f"{self.item}-{name}": value for name, value in sent.items()}
        token = self.visitor.get(self.address).token
        for _ in range(2):
            self.visitor.post(self.address, {"csrf_token": token, **fields})
        self.visitor.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """Return the program as people start it."""
    made = served()
    yield made
    made.stop()


def phones(server: Server) -> tuple[Phone, ...]:
    """Return as many people as there are questions, all asked for one scan."""
    (lead,) = signed_in(server, 1)
    fields = {"csrf_token": lead.get("/").token, "questionnaire": ROUND}
    begun = lead.post("/scans/", fields).location
    lead.close()
    with closing(Database.at(server.folder / FILE)) as database, database.writing() as connection:
        links = [invited(connection, begun.split("/")[2], utc_now()) for _ in ITEMS]
    return tuple(
        Phone(Visitor(server), link, f"{begun}items/{item}", item)
        for link, item in zip(links, ITEMS, strict=True)
    )


def invited(connection: Connection, scan: str, at: datetime) -> str:
    """Ask somebody to contribute; return their link."""
    secret = new_secret()
    place = connection.execute(select(assessments.c.municipality_id)).scalars().first() or ""
    account = accounts.add(connection, operator=False, at=at)
    accounts.join(connection, account, place, Role.CONTRIBUTOR, at=at)
    made = invitations.add(connection, scan, account, "adv_youth", None, account, at=at)
    tokens.invite(connection, account, made, (digest(secret),), at=at)
    return f"/in/{secret}"


def kept(server: Server) -> tuple[Counter[str], Counter[str]]:
    """Return how often each question was answered, now and in the history."""
    with closing(Database.at(server.folder / FILE)) as database, database.reading() as connection:
        current = connection.execute(select(answers.c.item)).scalars()
        steps = connection.execute(select(answer_changes.c.item)).scalars()
        return Counter(current), Counter(steps)


def test_sixty_phones_join_and_answer_at_once(server: Server) -> None:
    """T99, T97, T12: every answer is there exactly once."""
    crowd = phones(server)

    in_turn(server, [one.come_in for one in crowd], 1, every=WITHIN / 3)
    in_turn(server, [one.answer for one in crowd], 1, every=WITHIN / 3)

    assert len(ITEMS) == PEOPLE
    assert kept(server) == (Counter(ITEMS), Counter(ITEMS))


@pytest.mark.long
def test_sixty_phones_wait_less_than_a_second(server: Server) -> None:
    """T99: 95 of 100 of them, on a machine that does nothing else, and all within half a minute."""
    crowd = phones(server)
    begun = time.monotonic()

    joined = in_turn(server, [one.come_in for one in crowd], 1, every=WITHIN / 3)
    answered = in_turn(server, [one.answer for one in crowd], 1, every=WITHIN / 3)

    assert time.monotonic() - begun < WITHIN
    assert max(joined.within(95), answered.within(95)) < 1
