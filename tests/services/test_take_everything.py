"""Everything of a municipality goes along, and can be read in elsewhere (T103)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from tests.documents.uploads import docx
from tests.services.rounds import NOON, Rounds, rounds_in
from tests.storage.kept import a_database
from toolkit.documents.bundle import BadBundle
from toolkit.domain.access import NotAllowed, Role
from toolkit.domain.answers import UNKNOWN, answered
from toolkit.domain.scan import Evidence, PlannedAction, Remark
from toolkit.services.read_everything import NotEmpty, looked_through, read_everything
from toolkit.services.take_everything import take_everything
from toolkit.storage import accounts, everything, files, publishing, surroundings
from toolkit.storage.files import NewFile
from toolkit.storage.surroundings import FOREWORD

Spoil = Callable[[dict[str, bytes]], object]
PLACES = ("eerder", "notitie", "voorwoord", "actie", "register", "bestand", "plek", "naam")


def canaries(whose: str) -> dict[str, str]:
    """Return a word for each place in which people write."""
    return {place: f"kanarie-{whose}-{place}" for place in PLACES}


def filled(rounds: Rounds, whose: str) -> str:
    """Return a final scan with a word of its own in each place; a draft corrects it."""
    said = canaries(whose)
    rounds.register(Evidence("plan", said["register"]))
    scan = rounds.fill(rounds.begin(), {"beleid.plan": replace(UNKNOWN, note=said["eerder"])})
    noted = replace(answered(Decimal(2)), note=said["notitie"], evidence=("plan",))
    rounds.fill(scan, {"beleid.plan": noted})
    file = NewFile("plan.docx", "docx", docx(said["bestand"]))
    with rounds.database.writing() as connection:
        remark = Remark(said["voorwoord"])
        surroundings.put_remark(connection, scan, FOREWORD, remark, seen=0, account=None, at=NOON)
        surroundings.add_action(connection, scan, PlannedAction(said["actie"]), at=NOON)
        publishing.fill_in(connection, scan, {"local_help": said["plek"]}, None, at=NOON)
        files.add(connection, rounds.place, "plan", file, rounds.actor.account, at=NOON)
        member = accounts.add(connection, operator=False, at=NOON)
        accounts.choose(connection, member, function="zorgcoordinator")
        accounts.join(connection, member, rounds.place, Role.READER, said["naam"], at=NOON)
    rounds.finish(scan)
    rounds.correction(scan)
    return scan


def taken(rounds: Rounds) -> bytes:
    """Return everything of a municipality."""
    out = io.BytesIO()
    with rounds.database.reading() as connection:
        take_everything(rounds.actor, connection, rounds.shelf, rounds.place, out, at=NOON)
    return out.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the members of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def read_in(rounds: Rounds, archive: bytes) -> int:
    """Read an archive in, as somebody would."""
    rows, contents = looked_through(io.BytesIO(archive))
    with rounds.database.writing() as connection:
        return read_everything(connection, rounds.shelf, rows, contents, at=NOON)


@pytest.fixture
def elsewhere(tmp_path: Path, rounds: Rounds) -> Iterator[Rounds]:
    """An installation in which nothing is kept, but for a municipality without a name."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    database = a_database(folder)
    yield replace(rounds_in(database, rounds.shelf), actor=rounds.actor, place=rounds.place)
    database.close()


def test_everything_of_one_and_nothing_of_another_goes_along(rounds: Rounds) -> None:
    """T103, T2: every canary of A, none of B; names of people stay behind."""
    filled(rounds, "a")
    other = rounds_in(rounds.database, rounds.shelf)
    filled(other, "b")

    members = unpacked(taken(rounds))

    whole = b"".join(members.values()) + b"".join(
        b"".join(unpacked(one).values()) for name, one in members.items() if name.endswith("docx")
    )
    own = {word for word in canaries("a").values() if word.encode() in whole}
    assert own == set(canaries("a").values()) - {"kanarie-a-naam"}
    assert b"kanarie-b" not in whole
    assert rounds.actor.account.encode() not in whole
    assert json.loads(members["members.json"])[-1] == {
        "function": "zorgcoordinator",
        "role": "reader",
    }


def test_read_in_elsewhere_it_amounts_to_the_same(rounds: Rounds, elsewhere: Rounds) -> None:
    """T103: answers, history, scores, what a report says, the file."""
    scan = filled(rounds, "a")

    count = read_in(elsewhere, taken(rounds))

    mine, theirs = rounds.source(scan), elsewhere.source(scan)
    assert count == 2
    assert replace(mine.scan, unconfirmed=theirs.scan.unconfirmed) == theirs.scan
    assert mine.life == theirs.life
    with rounds.database.reading() as here, elsewhere.database.reading() as there:
        assert everything.rows_of(here, rounds.place) == everything.rows_of(there, rounds.place)
        assert list(everything.bytes_of(here, rounds.place)) == list(
            everything.bytes_of(there, rounds.place)
        )


def test_who_reads_it_in_leads_it_and_nothing_empty_stays(
    rounds: Rounds, elsewhere: Rounds
) -> None:
    filled(rounds, "a")

    read_in(elsewhere, taken(rounds))

    with elsewhere.database.reading() as connection:
        first = accounts.first(connection)
        found = accounts.actor(connection, first or "", at=NOON)
    assert found is not None
    assert found.roles.get(rounds.place) is Role.COORDINATOR


def test_it_is_read_in_only_where_no_scan_is_kept(rounds: Rounds) -> None:
    filled(rounds, "a")

    with pytest.raises(NotEmpty):
        read_in(rounds, taken(rounds))


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER, Role.ADVISOR])
def test_only_who_leads_takes_everything_along(rounds: Rounds, role: Role) -> None:
    """T1, R25."""
    with pytest.raises(NotAllowed):
        taken(replace(rounds, actor=rounds.as_a(role)))


def resealed(members: dict[str, bytes], name: str, old: bytes, new: bytes) -> None:
    """Replace something in a member, and have the manifest say that it is so."""
    assert old in members[name]
    members[name] = members[name].replace(old, new, 1)
    said = json.loads(members["manifest.json"])
    for one in said["files"]:
        one["size"] = len(members[one["name"]])
        one["sha256"] = sha256(members[one["name"]]).hexdigest()
    members["manifest.json"] = json.dumps(said).encode()


SPOILT: Mapping[str, Spoil] = {
    "no manifest": lambda it: it.pop("manifest.json"),
    "no rows": lambda it: it.pop("data.json"),
    "a file more": lambda it: it.update({"more.txt": b"x"}),
    "a file less": lambda it: it.pop("members.json"),
    "a file altered": lambda it: it.update({"members.json": b"[]"}),
    "another format": lambda it: it.update({"manifest.json": b'{"format": "x", "files": []}'}),
    "a manifest that is none": lambda it: it.update({"manifest.json": b"{"}),
    "another note": lambda it: resealed(it, "data.json", b"kanarie-a-notitie", b"iets anders"),
    "another state": lambda it: resealed(it, "data.json", b'"state": "final"', b'"state": "x"'),
    "a number for a text": lambda it: resealed(it, "data.json", b'"kanarie-a-actie"', b"1"),
    "another questionnaire": lambda it: resealed(it, "data.json", b'"edition": "1"', b'"edition": "9"'),
    "a column more": lambda it: resealed(it, "data.json", b'"what":', b'"who": 1, "what":'),
    "a column less": lambda it: resealed(it, "data.json", b'"what":', b'"who":'),
    "rows of nobody": lambda it: resealed(it, "data.json", b'"municipality_id": "', b'"municipality_id": "x'),
    "not even rows": lambda it: resealed(it, "data.json", b"{", b"["),
}  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_what_is_not_as_it_was_made_is_refused_whole(
    rounds: Rounds, elsewhere: Rounds, spoil: Spoil
) -> None:
    """T52, T90: nothing of it is kept."""
    filled(rounds, "a")
    members = unpacked(taken(rounds))
    spoil(members)

    with pytest.raises(BadBundle):
        read_in(elsewhere, packed(members))

    with elsewhere.database.reading() as connection:
        assert everything.rows_of(connection, rounds.place)["assessments"] == ()


@pytest.mark.parametrize("part", [1, 5, 9])
def test_an_archive_that_was_cut_off_is_refused(
    rounds: Rounds, elsewhere: Rounds, part: int
) -> None:
    """T55."""
    filled(rounds, "a")
    archive = taken(rounds)

    with pytest.raises(BadBundle):
        read_in(elsewhere, archive[: len(archive) * part // 10])
