"""What is meant for members stays out of every publication; what anybody types stays text."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from zipfile import ZipFile

import pikepdf
import pytest
from pypdf import PdfReader

from tests.documents.reports import DAY, a_scan_of, instrument, the_html, the_pdf
from toolkit.catalogue import library, shipped
from toolkit.domain.items import Item
from toolkit.domain.report import Form, Kind
from toolkit.domain.scan import Adoption, Scan
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_scan
from toolkit.services.write_report import in_format, make_report, since

FOR_MEMBERS = (
    "note",
    "evidence",
    "reason",
    "view",
    "register-title",
    "register-kind",
    "register-link",
    "register-citation",
    "action-note",
    "title",
    "intake",
)
FOR_EVERYONE = ("municipality", "foreword", "remark", "reply", "action", "child-notices")

SCAN = """
title: canary-title
municipality: {name: canary-municipality}
intake: {context.region: canary-intake, context.reception_location: "yes"}
remarks:
  foreword: {text: canary-foreword, function: burgemeester}
  themes: {gov: {text: canary-remark, function: adviseur}}
  reply: {text: canary-reply, function: college}
evidence:
  - {id: plan, title: canary-register-title, kind: canary-register-kind,
     link: "https://example.org/canary-register-link", citation: canary-register-citation}
actions:
  - {what: canary-action, status: decided, owner: adviseur, note: canary-action-note,
     child_notices: canary-child-notices}
answers:
  gov.policy_adopted: {value: own_policy, note: canary-note, evidence: ["canary-evidence", "plan, p. 3"]}
  forms.unaccompanied: {not_applicable: canary-reason}
  gov.budget:
    disputed:
      - {value: "1", function: jeugd, reason: canary-view}
      - {value: "3", function: veiligheid, reason: canary-view}
"""

MARKUP = (
    "<script>alert(1)</script>",
    '"><img src="http://127.0.0.1:1/x" onerror="alert(1)">',
    "</title></style><style>@import url(http://127.0.0.1:1/)</style>",
    "&lt;b&gt; &amp; \\u0000 $(id) `id` ${jndi:ldap://127.0.0.1/a}",
)
SIGNS = ("{{ 7*7 }}{% for x in y %}", "%s %(whose)s {x.__class__}")


def the_scan() -> Scan:
    return a_scan_of(SCAN)


def test_a_working_version_shows_what_members_wrote() -> None:
    html = the_html(the_scan(), Form.WORK)
    shown = ("note", "evidence", "reason", "view", "register-title", "action-note")

    assert [canary for canary in shown if f"canary-{canary}" not in html] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_publication_shows_nothing_of_what_members_wrote(language: str) -> None:
    html = the_html(the_scan(), Form.PUBLICATION, language)

    leaked = [canary for canary in FOR_MEMBERS if f"canary-{canary}" in html]
    missing = [canary for canary in FOR_EVERYONE if f"canary-{canary}" not in html]

    assert (leaked, missing) == ([], [])


@pytest.mark.slow
def test_a_publication_hides_nothing_in_its_file_either() -> None:
    pdf = the_pdf(the_scan(), Form.PUBLICATION).pdf
    text = " ".join(page.extract_text() or "" for page in PdfReader(io.BytesIO(pdf)).pages)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        inside = b" ".join(
            one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)
        )
        metadata = str(dict(opened.docinfo)) + repr(opened.Root.get("/Metadata"))

    assert "canary-municipality" in text
    assert [canary for canary in FOR_MEMBERS if f"canary-{canary}" in text] == []
    assert [canary for canary in FOR_MEMBERS if f"canary-{canary}".encode() in inside] == []
    assert [canary for canary in FOR_MEMBERS if f"canary-{canary}" in metadata] == []


@pytest.mark.parametrize("payload", MARKUP + SIGNS)
def test_what_somebody_types_is_only_ever_text(payload: str) -> None:
    """T31, T34: markup, template and format signs give themselves."""
    html = the_html(typed_everywhere(payload))

    assert unescape(html).count(payload) > len(asked())
    assert html.count("<script") == html.count("<img") == html.count("<style") == 0


@pytest.mark.parametrize("payload", MARKUP)
def test_markup_that_somebody_types_does_not_get_into_the_page(payload: str) -> None:
    """T31."""
    assert payload not in the_html(typed_everywhere(payload))


def typed_everywhere(payload: str) -> Scan:
    typed = payload.replace("'", "''")
    answers = "".join(f"  {item.id}: {{unknown: true, note: '{typed}'}}\n" for item in asked())
    return a_scan_of(f"municipality: {{name: '{typed}'}}\nanswers:\n{answers}")


def asked() -> list[Item]:
    return list(instrument().all_items())


def words_in(document: bytes) -> str:
    with ZipFile(io.BytesIO(document)) as package:
        return "".join(package.read(name).decode(errors="replace") for name in package.namelist())


READ: Mapping[str, Callable[[bytes], str]] = {"docx": words_in, "html": bytes.decode}


@pytest.mark.parametrize("ending", READ)
@pytest.mark.parametrize("kind", [*Kind])
def test_no_publication_in_another_form_shows_what_members_wrote(kind: Kind, ending: str) -> None:
    """T2: every kind, for Word and as a page."""
    order = Order(kind, Form.PUBLICATION, "nl", DAY)
    scored = score_scan(replace(the_scan(), adoption=Adoption(DAY)), shipped())
    compared = since(scored, scored, DAY)

    made = in_format(ending, compared, library(), order, make_report)

    text = READ[ending](made)
    assert "canary-municipality" in text
    assert [canary for canary in FOR_MEMBERS if f"canary-{canary}" in text] == []
