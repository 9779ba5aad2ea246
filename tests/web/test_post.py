"""Mail: only when there is a server for it, never in the open, and nothing is lost without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.web.builders import NOON, Browser, a_site
from tests.web.postbox import Postbox, a_postbox
from tests.web.team import FIRST, FUNCTION, Team, a_team, answer
from toolkit.bootstrap import Unsafe, assemble
from toolkit.post import Mail, NotSent, send
from toolkit.settings import Settings

ADDRESS = "fatima@gemeente.nl"
WITH_ADDRESS = {"name": "Fatima", "function": FUNCTION, "email": ADDRESS}


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with a_postbox() as box:
        yield box


def mailing(folder: Path, box: Postbox, moments: list[datetime]) -> Team:
    server = {"smtp_host": "127.0.0.1", "smtp_port": box.port, "smtp_tls": "none"}
    site = a_site(folder, lambda: moments[-1], smtp_from="scan@gemeente.nl", **server)
    return a_team(site)


@pytest.fixture
def team(tmp_path: Path, postbox: Postbox) -> Iterator[Team]:
    made = mailing(tmp_path, postbox, [NOON])
    yield made
    made.site.parts.database.close()


def test_the_program_mails_a_link_that_works(team: Team, postbox: Postbox) -> None:
    team.invites(email=ADDRESS)

    sent = team.lead.post(f"{team.asked()}/link", {"by": "mail"})

    link = next(word for word in postbox.text.split() if "/in/" in word)
    assert sent.status_code == 303
    assert postbox.delivered[0]["To"] == ADDRESS
    assert "2 vragen voor u" in team.site.visitor().page(f"/in/{link.partition('/in/')[2]}").text


def test_a_mail_tells_nothing_of_what_it_is_about(team: Team, postbox: Postbox) -> None:
    """No answer, no theme, in the subject not even why."""
    fatima = Browser(team.site.app.test_client())
    fatima.post(team.invites(email=ADDRESS).link, {"go_on": "yes"})
    answer(fatima, f"{team.scan}/mine/questions/{FIRST}", value="2", note="kanarie")

    team.lead.post(f"{team.asked()}/link", {"by": "mail"})

    assert postbox.delivered[0]["Subject"] == "Vraagje: 1 vraag over jeugd"
    assert "kanarie" not in postbox.text
    assert "mensenhandel" not in postbox.text.lower()


def test_a_mail_names_the_address_of_the_settings_whatever_a_browser_says(
    team: Team, postbox: Postbox
) -> None:
    """T15."""
    team.invites(email=ADDRESS)
    fields = [field.attributes for field in team.lead.page("/help-now").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    sent = {"csrf_token": token, "by": "mail"}
    hostile = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}

    refused = team.lead.client.post(
        f"{team.asked()}/link", data=sent, headers={"Host": "evil.example"}
    )
    team.lead.client.post(f"{team.asked()}/link", data=sent, headers=hostile)

    assert refused.status_code == 400
    assert "evil.example" not in postbox.text
    assert "http://127.0.0.1:8080/in/" in postbox.text


@pytest.mark.parametrize("name", ["{{7*7}}", "{x.__class__}", "%(link)s", "Fatima\r\nBcc: a@b.nl"])
def test_a_name_in_a_mail_is_a_name(team: Team, postbox: Postbox, name: str) -> None:
    """T34."""
    team.invites(name, email=ADDRESS)

    team.lead.post(f"{team.asked()}/link", {"by": "mail"})

    assert f"Dag {' '.join(name.split())}," in postbox.text
    assert postbox.delivered[0]["Bcc"] is None
    assert sum(line.lower().startswith(b"rcpt") for line in postbox.said) == 1


def test_a_line_break_in_what_stands_above_a_mail_sends_nothing(postbox: Postbox) -> None:
    """T34."""
    settings = Settings(
        smtp_host="127.0.0.1", smtp_port=postbox.port, smtp_tls="none", smtp_from="a@b.nl"
    )

    with pytest.raises(NotSent):
        send(settings, Mail("a@b.nl\r\nBcc: c@d.nl", "subject", "text"))

    assert postbox.delivered == []


def test_a_mail_that_is_refused_becomes_a_text_to_copy(team: Team, postbox: Postbox) -> None:
    """T72: nothing is lost without mail."""
    postbox.refuses = True
    team.invites(email=ADDRESS)

    shown = team.lead.post(f"{team.asked()}/link", {"by": "mail"})

    assert shown.status_code == 200
    assert "De mail kon niet worden verstuurd" in shown.text
    assert "/in/" in shown.text


def test_whoever_asks_for_a_new_link_gets_it_by_mail_once(tmp_path: Path, postbox: Postbox) -> None:
    """Nobody fills somebody's mailbox with an old link, or asks for one that never was."""
    moments = [NOON]
    team = mailing(tmp_path, postbox, moments)
    handed = team.invites(email=ADDRESS)
    moments.append(NOON + timedelta(minutes=11))

    team.site.visitor().post(f"{handed.link}/again")
    team.site.visitor().post(f"{handed.link}/again")
    team.site.visitor().post("/in/never-existed/again")

    assert "Je vroeg om een nieuwe link." in postbox.text
    team.site.parts.database.close()


def test_a_password_never_goes_out_in_the_open(postbox: Postbox) -> None:
    """A server that knows no TLS gets nothing."""
    settings = Settings(
        smtp_host="127.0.0.1",
        smtp_port=postbox.port,
        smtp_user="scan",
        smtp_password="geheim-woord",  # noqa: S106 (invented)
        smtp_from="a@b.nl",
    )

    with pytest.raises(NotSent):
        send(settings, Mail("c@d.nl", "subject", "text"))

    assert b"AUTH" not in b"".join(postbox.said).upper()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"smtp_password": "x", "smtp_tls": "none", "smtp_from": "a@b.nl"}, "password_in_the_open"),
        ({}, "no_sender"),
    ],
)
def test_the_program_does_not_start_with_unsafe_mail(
    tmp_path: Path, given: dict[str, str], reason: str
) -> None:
    """R31."""
    settings = Settings.model_validate({"data": tmp_path / "data", "smtp_host": "mail.nl", **given})

    with pytest.raises(Unsafe) as refused:
        assemble(settings)

    assert refused.value.reason == reason
