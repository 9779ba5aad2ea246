"""Files: not for others, whatever became of them; and never with the words or names of others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import update

from tests.web.neighbours import CANARY, Caller, Knock, Neighbours, neighbours
from tests.web.visitors import EVERYBODY, Place, arrive
from tests.worker.queues import NOON, Town
from toolkit.catalogue import library, shipped
from toolkit.domain.access import Role
from toolkit.domain.report import Form, Kind
from toolkit.domain.scan import Evidence
from toolkit.services.make_document import Press, make_document
from toolkit.services.order_document import WantedDocument
from toolkit.storage import accounts, register
from toolkit.storage.register import KeptEvidence
from toolkit.storage.tables import answers

pytestmark = pytest.mark.slow

NAME, EMAIL = "Fatima Zeldzaam", "zeldzaam@voorbeeld.nl"
NOTE, UNNAMED, ITEM = "Onze zeldzame notitie", "Zeldzaam stuk in het register", "gov.policy_adopted"
# Who leads sees names here: that is what these are for.
WITH_NAMES = ("people.review", "team.dates")
# These, and what ends the walk.
NOT_ASKED = (*WITH_NAMES, "own_data.erase", "life.remove", "start.leave", "account.", "people.")


def waits(town: Town) -> str:
    return town.put("other answers")


def is_made(town: Town) -> str:
    return town.claim_of("other answers").document


def failed(town: Town) -> str:
    return town.fail(town.claim_of("other answers")).document


def ran_out(town: Town) -> str:
    job = town.claim_of("other answers")
    town.sweep(NOON + timedelta(days=1))
    return job.document


def is_ready(town: Town) -> str:
    job = town.claim_of("other answers")
    town.finish(job)
    return job.document


STAGES = (waits, is_made, failed, ran_out, is_ready)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Neighbours]:
    made = neighbours(tmp_path)
    yield made
    made.site.parts.database.close()


def of_document(both: Neighbours, document: str) -> tuple[Knock, ...]:
    """Return a knock at every address of a document, within our scan where there is one."""
    ids = {**both.ids(both.ours), "document_id": document}
    uses = {rule.endpoint for rule in both.rules if "document_id" in rule.arguments}
    return tuple(one for one in both.knocks(ids) if one.endpoint in uses)


@pytest.mark.parametrize("stage", STAGES)
def test_a_document_of_others_is_not_there_whatever_became_of_it(
    both: Neighbours, stage: Callable[[Town], str]
) -> None:
    """T6, C4: while it waits, is made, after it failed or ran out."""
    knocks = of_document(both, stage(both.theirs))
    owner = Caller.of(both.site.signed_in())

    seen = owner.statuses(knocks)

    assert seen
    assert set(seen.values()) == {404}


@pytest.mark.parametrize("stage", STAGES)
def test_an_advisor_loses_a_document_with_the_share(
    both: Neighbours, stage: Callable[[Town], str]
) -> None:
    """T4, T6: also one that was asked for before."""
    ours = both.ours
    shared = ((ours.municipality, ours.assessment), (ours.municipality, None))
    caller = arrive(Place(both, both.ours), {}, shared=shared, until=-1)

    seen = caller.statuses(of_document(both, stage(ours)))

    assert set(seen.values()) == {404}


@pytest.mark.parametrize("stage", [waits, is_made, failed, ran_out])
def test_a_file_is_there_only_once_it_is_ready(
    both: Neighbours, stage: Callable[[Town], str]
) -> None:
    """T6: in words, never half a file."""
    owner = Caller.of(both.site.signed_in())
    document = stage(both.ours)

    answer = owner.client.get(f"/documents/{document}/file")

    assert answer.status_code == 404


@pytest.mark.parametrize("stage", STAGES)
def test_documents_go_with_the_scan(both: Neighbours, stage: Callable[[Town], str]) -> None:
    """T6: also for whoever removed it."""
    owner, document = Caller.of(both.site.signed_in()), stage(both.ours)
    knocks = of_document(both, document)

    removal = f"/scans/{both.ours.assessment}/removal"
    gone = owner.client.post(removal, data={"csrf_token": owner.token})
    seen = owner.statuses(knocks)

    assert gone.status_code == 303
    assert set(seen.values()) == {404}


def words_in(data: bytes) -> str:
    """Return what can be read in a file: in a PDF and what it carries, in whatever is packed."""
    if data.startswith(b"%PDF"):
        pdf = PdfReader(io.BytesIO(data))
        carried = [words_in(one) for found in pdf.attachments.values() for one in found]
        about = str(dict(pdf.metadata or {}))
        return "\n".join([*(page.extract_text() for page in pdf.pages), *carried, about])
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = (words_in(packed.read(name)) for name in packed.namelist())
            return "\n".join([*packed.namelist(), *inside])
    return data.decode("utf-8", "replace")


def files(both: Neighbours, caller: Caller) -> dict[str, str]:
    """Return everything that does not come as a page, by the address that gives it."""
    found: dict[str, str] = {}
    for knock in both.knocks(both.ids(both.ours)):
        if not knock.endpoint.startswith(NOT_ASKED):
            data = {"csrf_token": caller.token} if knock.method == "POST" else None
            answer = caller.client.open(knock.path, method=knock.method, data=data)
            if "attachment" in answer.headers.get("Content-Disposition", ""):
                found[knock.endpoint] = words_in(answer.data)
    return found


def named(both: Neighbours) -> None:
    """Give a colleague in our municipality a name and an address."""
    with both.site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, email=EMAIL, at=NOON)
        accounts.join(connection, account, both.ours.municipality, Role.CONTRIBUTOR, NAME, at=NOON)


def ours_only(both: Neighbours) -> None:
    """Write a note with an answer of ours, and register what no answer names."""
    with both.site.parts.database.writing() as connection:
        entry = KeptEvidence(Evidence("ongenoemd", UNNAMED))
        register.put(connection, both.ours.municipality, entry, at=NOON)
        which = answers.c.assessment_id == both.ours.assessment, answers.c.item == ITEM
        connection.execute(update(answers).where(*which).values(note=NOTE))


def test_no_file_holds_words_of_others_or_a_name(both: Neighbours) -> None:
    """T2, T103: what can be taken along by whoever leads; a new file is in it by itself."""
    named(both)
    caller = arrive(Place(both, both.ours), {both.ours.municipality: Role.COORDINATOR})

    found = files(both, caller)

    assert {"own_data.take", "files.take_along", "log.place_file"} <= found.keys()
    assert [one for one, said in found.items() if CANARY in said] == []
    assert [one for one, said in found.items() if NAME in said or EMAIL in said] == []


@pytest.mark.parametrize(
    ("wanted", "carries"),
    [
        (WantedDocument(Form.PUBLICATION, "nl", kind=Kind.COUNCIL), 0),
        (WantedDocument(Form.PUBLICATION, "nl"), 0),
        (WantedDocument(Form.WORK, "nl", embed=True), 1),
    ],
    ids=["summary", "report", "report with the scan inside"],
)
def test_no_document_holds_words_of_others_or_a_name(
    both: Neighbours, wanted: WantedDocument, carries: int
) -> None:
    """T2, T49: functions only; in its pages, in what it carries, in what it says of itself.

    Notes of our own stand in a working version and in the scan that it carries, nowhere else;
    what stands in the register and no answer names is in none of them.
    """
    named(both)
    ours_only(both)
    document = both.ours.order(wanted)
    press = Press(both.site.parts.database, shipped(), library(), lambda: NOON)

    made = make_document(press, both.ours.claim())
    content = both.ours.content(document)
    said = words_in(content)

    assert made
    assert len(said) > 3_000
    assert len(PdfReader(io.BytesIO(content)).attachments) == carries
    assert (NOTE in said, said.count(f"note: {NOTE}")) == (bool(carries), carries)
    assert [one for one in (CANARY, NAME, EMAIL, UNNAMED) if one in said] == []


@pytest.mark.parametrize("who", ["contributor", "reader", "advisor of one scan"])
def test_a_report_with_the_scan_inside_is_for_whoever_may_take_the_scan(
    both: Neighbours, who: str
) -> None:
    """T2, T4, R26: neither asked for, nor seen, nor taken by anybody else."""
    document = both.ours.order(WantedDocument(Form.WORK, "nl", embed=True))
    _, caller = EVERYBODY[who](Place(both, both.ours))
    desk = f"/scans/{both.ours.assessment}/documents"
    form = {"form": "work", "language": "nl", "embed": "yes", "csrf_token": caller.token}

    asked = caller.client.post(desk, data=form).status_code
    seen = [caller.client.get(f"/documents/{document}{one}").status_code for one in ("", "/file")]

    page = caller.client.get(desk)
    assert (asked, seen, page.status_code) == (403, [403, 403], 200)
    assert document not in page.text
