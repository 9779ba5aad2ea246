"""What people write, send or know never stands in the log, across a whole walk (T75, R37)."""

import pytest
from sqlalchemy import select

from tests.documents.uploads import docx
from tests.web.answering import PLAN
from tests.web.builders import Browser, Site
from tests.web.people import PASSWORD as PASSWORD_OF
from tests.web.people import a_person, with_an_app
from tests.web.team import a_team, enter
from tests.web.test_evidence_files import an_entry, send
from toolkit.storage.tables import audit

SECRETS = (
    "kanarie-wachtwoord",
    "kanarie-code",
    "kanarie-antwoord",
    "kanarie-in-bestand",
    "kanarie-naam-van-bestand",
    "kanarie-gezocht",
)
PASSWORD, CODE, ANSWER, INSIDE, NAMED, SOUGHT = SECRETS


def test_no_secret_stands_in_the_log(
    site: Site, browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    """T75: a password, a code, an answer, a file and its name, a text that is struck."""
    entry = an_entry(site, browser)
    scan = entry.partition("/evidence")[0]
    stamps = {f"{PLAN}-version": "0", f"{PLAN}-request_id": "a" * 32}
    answer = {f"{PLAN}-state": "unknown", f"{PLAN}-note": f"{ANSWER}, bel 06-12345678", **stamps}
    stranger = site.visitor()

    browser.post(f"{scan}/items/{PLAN}", answer)
    browser.post(f"{scan}/items/{PLAN}", {**answer, f"{PLAN}-note": ANSWER})
    send(browser, entry, docx(INSIDE), f"{NAMED}.docx")
    send(browser, entry, docx(f"{INSIDE} jan@voorbeeld.nl"), f"{NAMED}-2.docx")
    send(browser, entry, b"MZ" + INSIDE.encode(), f"{NAMED}.exe")
    browser.post(f"{scan}/review")
    browser.post(f"{scan}/finalise")
    browser.post(f"{scan}/rectification/strike", {"text": SOUGHT})
    stranger.post("/sign-in", {"email": f"{PASSWORD}@x.nl", "password": PASSWORD})
    stranger.post("/code", {"code": CODE})
    stranger.client.get(f"/start/{CODE}")

    said = "".join(capfd.readouterr())
    assert "file_refused" in said
    assert [secret for secret in SECRETS if secret in said] == []


def test_what_opens_a_door_stands_in_neither_log(
    site: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    """T75: a right password, code and link, of the kind that still opened something."""
    team, person = a_team(site), a_person(site)
    app, handed, again = with_an_app(person), team.invites(), team.invites("Sam")
    codes, browser = (app.code(steps=1), app.code(steps=2)), person.signed_in()
    start = site.link()

    browser.post("/sign-in/step", {"code": codes[0]})
    browser.post("/account/prove", {"password": PASSWORD_OF, "code": codes[1]})
    enter(site.visitor(), handed.link)
    site.visitor().post("/code", {"code": again.code, "go_on": "yes"})
    site.visitor().post(start)
    cookie = browser.client.get_cookie("krs")

    with site.parts.database.reading() as connection:
        told = str(connection.execute(select(audit.c.what, audit.c.kind, audit.c.object)).all())
    said = "".join(capfd.readouterr()) + told
    assert cookie is not None
    assert told.count("signed_in") >= 4
    opened = (PASSWORD_OF, app.key, *codes, handed.link, again.code, start, cookie.value)
    assert [one for one in opened if one.rpartition("/")[2] in said] == []
