"""Files with the register: looked through, kept, handed out as files only (R16, R18)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from werkzeug.datastructures import Headers
from werkzeug.sansio.multipart import Data, Epilogue, Field, File, MultipartEncoder, Preamble
from werkzeug.test import TestResponse

from tests.documents.uploads import EICAR, docx, odt, pdf, picture, xlsx
from tests.web.builders import Browser, Site, a_site
from tests.web.pages import looked_over
from tests.web.scanner import Scanner
from toolkit.domain.file_types import FILE_TYPES, clean_name
from toolkit.services.verify import verify
from toolkit.storage.soundness import Fault, Flaw
from toolkit.storage.tables import evidence_files

TAKEN = {"pdf": pdf(), "docx": docx(), "xlsx": xlsx(), "odt": odt(), "png": picture("PNG"), "jpg": picture("JPEG")}  # fmt: skip
NAMES: Mapping[str, str] = {
    "../../etc/passwd.pdf": "passwd.pdf",
    "C:\\plannen\\plan.pdf": "plan.pdf",
    "plan\0.exe.pdf": "plan.exe.pdf",
    "CON.pdf": "_CON.pdf",
    "com1": "_com1.pdf",
    "a" * 300 + ".pdf": "a" * 100 + ".pdf",
    "\u202efdp.exe": "fdp.exe.pdf",
    "plan.pdf\r\nSet-Cookie: a=b": "plan.pdf Set-Cookie a=b.pdf",
    "plan.html": "plan.html.pdf",
    "plan.PDF": "plan.pdf",
    "...": "document.pdf",
    "": "document.pdf",
    "\u200b.pdf": "document.pdf",
    'a"; filename="b.exe': "a; filename=b.exe.pdf",
    "e\u0301e\u0301n plan.pdf": "\xe9\xe9n plan.pdf",
    " plan . pdf. ": "plan . pdf.pdf",
    "plan<script>.pdf": "planscript.pdf",
}


@pytest.fixture
def entry(site: Site, browser: Browser) -> str:
    """The address of an entry of the register."""
    return an_entry(site, browser)


def an_entry(site: Site, browser: Browser) -> str:
    """Add a document to the register of a new scan; return its address."""
    register = f"/scans/{site.a_scan()}/evidence"
    assert browser.post(f"{register}/add", {"title": "Plan", "kind": "plan"}).status_code == 303
    return f"{register}/entries/plan"


def send(
    browser: Browser, entry: str, content: bytes, name: str = "plan.pdf", **more: str
) -> TestResponse:
    """Send a file."""
    fields = [field.attributes for field in browser.page(entry).all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    body, kind = as_form({"csrf_token": token, **more}, content, name)
    return browser.client.post(f"{entry}/files", data=body, content_type=kind)


def as_form(fields: Mapping[str, str], content: bytes, name: str = "a.yaml") -> tuple[bytes, str]:
    """Return what a browser sends for a form with a file, and how it names that."""
    sender = MultipartEncoder(b"a-line-between")
    said = [sender.send_event(Preamble(data=b""))]
    for field, value in fields.items():
        said += [sender.send_event(Field(name=field, headers=Headers()))]
        said += [sender.send_event(Data(data=value.encode(), more_data=False))]
    said += [sender.send_event(File(name="file", filename=name, headers=Headers()))]
    said += [sender.send_event(Data(data=content, more_data=False))]
    said += [sender.send_event(Epilogue(data=b""))]
    return b"".join(said), "multipart/form-data; boundary=a-line-between"


def links(browser: Browser, entry: str) -> list[str]:
    """Return where the files of an entry are taken along."""
    return [link for link in browser.page(entry).links() if "/files/" in link]


@pytest.mark.parametrize("kind", TAKEN)
def test_a_file_of_each_kind_is_kept_and_given_back_as_a_file(
    kind: str, entry: str, browser: Browser
) -> None:
    """R16, R18, T50."""
    sent = send(browser, entry, TAKEN[kind], "Éen plan.html")

    answer = browser.client.get(links(browser, entry)[0])

    assert sent.status_code == 303
    assert answer.content_type == FILE_TYPES[kind].media
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert f"plan.html.{kind}" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_register_leads_to_its_files(entry: str, browser: Browser) -> None:
    send(browser, entry, pdf())

    page = browser.page(entry.removesuffix("/entries/plan"))

    assert "plan.pdf" in page.text
    assert links(browser, entry)[0] in page.links()


def test_a_file_is_given_at_its_own_entry_only(entry: str, browser: Browser) -> None:
    """T3: the entry and the file are looked up together."""
    send(browser, entry, pdf())
    own = links(browser, entry)[0]
    added = {"title": "Ander stuk", "kind": "plan"}
    browser.post(f"{entry.removesuffix('/entries/plan')}/add", added)
    other = own.replace("/entries/plan/", "/entries/ander-stuk/")

    seen = [browser.client.get(address).status_code for address in (own, other)]

    assert browser.client.get(other.partition("/files/")[0]).status_code == 200
    assert seen == [200, 404]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Kies eerst"),
        (b"MZ" + bytes(50), "niet bewaard"),
        (pdf()[:200], "niet heel"),
        (docx(members={"word/vbaProject.bin": b"x"}), "macro"),
        (docx(members={"a": docx()}), "andere bestanden"),
    ],
)
def test_what_is_refused_says_what_to_do_and_leaves_nothing(
    entry: str, site: Site, browser: Browser, content: bytes, said: str
) -> None:
    """T50, T51, T55."""
    answer = send(browser, entry, content)

    assert answer.status_code == 422
    assert said in looked_over(answer.text).text
    assert rows(site) == 0


@pytest.mark.parametrize(("given", "kept"), NAMES.items())
def test_a_name_is_made_safe(given: str, kept: str) -> None:
    """T54."""
    assert clean_name(given, FILE_TYPES["pdf"]) == kept


def test_twenty_megabytes_pass_this_door_and_no_other(entry: str, browser: Browser) -> None:
    """T33: a form without a file stays at one megabyte, also for whoever is signed in."""
    large = bytes(19 * 2**20)
    body, kind = as_form({}, large)

    here = send(browser, entry, large)
    too_large = send(browser, entry, bytes(22 * 2**20))
    elsewhere = browser.client.post("/scans/", data=body, content_type=kind)

    assert (here.status_code, too_large.status_code, elsewhere.status_code) == (422, 413, 413)


def test_a_stranger_cannot_send_much(entry: str, site: Site) -> None:
    """T33."""
    body, kind = as_form({}, bytes(2**21))

    answer = site.visitor().client.post(f"{entry}/files", data=body, content_type=kind)

    assert answer.status_code == 401


def test_a_municipality_keeps_no_more_than_it_may(tmp_path: Path) -> None:
    """R18."""
    site = a_site(tmp_path, quota_mb=1)
    browser = site.signed_in()
    entry = an_entry(site, browser)
    assert send(browser, entry, picture("PNG", (500, 400))).status_code == 303

    answer = send(browser, entry, picture("PNG", (600, 500)))

    assert answer.status_code == 422
    assert "1 MB" in looked_over(answer.text).text
    assert rows(site) == 1
    site.parts.database.close()


def test_the_same_file_is_there_once(entry: str, site: Site, browser: Browser) -> None:
    send(browser, entry, docx())
    send(browser, entry, docx())

    assert rows(site) == 1


def test_a_file_is_taken_away_for_good(entry: str, site: Site, browser: Browser) -> None:
    send(browser, entry, docx("KANARIE"))
    address = links(browser, entry)[0]

    answer = browser.post(f"{address}/remove")

    assert answer.status_code == 303
    assert browser.client.get(address).status_code == 404
    assert b"KANARIE" not in b"".join(
        one.read_bytes() for one in site.parts.settings.data.iterdir() if one.is_file()
    )


def test_what_points_at_somebody_is_said_before_anything_is_kept(
    entry: str, site: Site, browser: Browser
) -> None:
    """T29: it warns, and does not stop anybody."""
    content = docx("Bel jan@voorbeeld.nl over de zaak.")
    asked = send(browser, entry, content)
    before = rows(site)
    page = looked_over(asked.text)
    seal = next(
        one.attributes["value"]
        for one in page.all("button")
        if one.attributes.get("name") == "sure"
    )

    sure = send(browser, entry, content, sure=seal)

    assert (asked.status_code, before) == (422, 0)
    assert "jan@voorbeeld.nl" in page.text
    assert (sure.status_code, rows(site)) == (303, 1)


def test_the_name_of_a_file_is_looked_at_too(entry: str, browser: Browser) -> None:
    """T29."""
    answer = send(browser, entry, pdf(), "brief aan jan@voorbeeld.nl.pdf")

    assert answer.status_code == 422


def test_a_file_with_other_bytes_is_found(entry: str, site: Site, browser: Browser) -> None:
    """T57."""
    send(browser, entry, pdf())
    with site.parts.database.writing() as connection:
        connection.execute(evidence_files.update().values(content=b"other"))

    assert verify(site.parts.database).faults == (Fault(Flaw.FILES, 1),)


@pytest.mark.parametrize(
    ("answer", "status", "kept"),
    [
        ("stream: OK", 303, 1),
        ("stream: Eicar-Test-Signature FOUND", 422, 0),
        ("ERROR", 422, 0),
        ("", 422, 0),
    ],
)
def test_with_a_virus_scanner_only_what_it_finds_clean_is_kept(
    answer: str, status: int, kept: int, tmp_path: Path
) -> None:
    """T56: it fails closed."""
    scanner = Scanner(answer)
    site = a_site(tmp_path, clamd=scanner.address)
    browser = site.signed_in()
    entry = an_entry(site, browser)

    sent = send(browser, entry, docx(EICAR.decode().replace("<", "")))

    scanner.close()
    assert (sent.status_code, rows(site)) == (status, kept)
    assert scanner.seen.startswith(b"zINSTREAM\0")
    site.parts.database.close()


def test_without_an_answer_of_the_scanner_nothing_is_kept(tmp_path: Path) -> None:
    """T56, T72."""
    scanner = Scanner("stream: OK")
    scanner.close()
    site = a_site(tmp_path, clamd=scanner.address)
    browser = site.signed_in()
    entry = an_entry(site, browser)

    sent = send(browser, entry, pdf())

    assert (sent.status_code, rows(site)) == (422, 0)
    assert "later" in looked_over(sent.text).text
    site.parts.database.close()


def rows(site: Site) -> int:
    """Return how many files there are."""
    with site.parts.database.reading() as connection:
        return len(connection.execute(evidence_files.select()).all())
