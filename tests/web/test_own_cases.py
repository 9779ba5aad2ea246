"""Workshop cases that somebody wrote: the file to begin with, what is wrong in one, the list."""

from __future__ import annotations

from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from tests.web.builders import NOON, Browser, Site
from tests.web.held import of_a_name
from tests.web.pages import looked_over
from toolkit.catalogue.case_template import EXPLAINED, case_template
from toolkit.catalogue.own_case import LARGEST
from toolkit.domain.workshop import Phase, Scenario
from toolkit.services.own_cases import MOST
from toolkit.storage import own_cases
from toolkit.wording import wording

OURS = "s1-nieuwe-schoenen"
EXAMPLE = case_template(wording("nl"))


def hand_in(browser: Browser, text: str | bytes) -> TestResponse:
    fields = [field.attributes for field in browser.page("/help-now").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    content = text.encode() if isinstance(text, str) else text
    data = {"csrf_token": token, "case": (BytesIO(content), "verhaal.yaml")}
    return browser.client.post("/own-cases", data=data, content_type="multipart/form-data")


def removals(browser: Browser) -> list[str]:
    forms = browser.page("/own-cases").all("form")
    return [form.attributes["action"] for form in forms if "/remove" in form.attributes["action"]]


def with_id(name: str) -> str:
    return EXAMPLE.replace("mijn-eigen-verhaal", name)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_file_to_begin_with_can_be_handed_in_as_it_is(browser: Browser, language: str) -> None:
    file = browser.client.get("/own-cases/template", headers={"Accept-Language": language})

    answer = hand_in(browser, file.get_data())

    assert file.mimetype == "application/yaml"
    assert answer.status_code == 303
    assert "De bijbaan" in browser.page("/own-cases").text


def test_the_file_to_begin_with_explains_every_key_of_a_case() -> None:
    keys = {*Scenario.model_fields, *(f"phases.{name}" for name in Phase.model_fields)}

    said = [wording("nl")(sentence) for sentence in EXPLAINED.values()]

    assert EXPLAINED.keys() == keys
    assert [one for one in said if f"# {one}\n" not in EXAMPLE] == []


def test_every_problem_is_said_with_its_line(browser: Browser) -> None:
    lines = EXAMPLE.replace("minutes: 105", "minutes: lang").replace("pitfalls:", "valkuilen:")
    lines = lines.replace("Hij slaapt slecht.", "Bel 06 12 34 56 78.")
    place = next(n for n, said in enumerate(lines.splitlines(), 1) if "minutes: lang" in said)

    answer = hand_in(browser, lines)

    said = looked_over(answer.text).text
    assert answer.status_code == 422
    assert f"Regel {place}: ‘lang’ is geen heel getal." in said
    assert "De sleutel ‘pitfalls’ ontbreekt." in said
    assert "‘06 12 34 56 78’ lijkt een nummer" in said
    assert removals(browser) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Kies eerst het bestand"),
        ("- a", "Dit is geen scenario."),
        ("title: [", "Regel 1:"),
        (EXAMPLE.replace("signal.schools", "geen.vraag"), "geen vraag ‘geen.vraag’"),
        (b"\xff\xfe\x00", "UTF-8"),
        ("#" * (LARGEST + 1), "groter dan 100 kB"),
        (with_id(OURS), "is de id van een verhaal van ons"),
        (EXAMPLE.replace("Hij slaapt slecht.", "Bel 06 12 34 56 78."), "van een echt persoon"),
        (
            EXAMPLE.replace("Half a year later", "<b>Half</b> a year later"),
            "opmaak",
        ),
        (
            EXAMPLE.replace(
                "      - nl: Waar slaapt hij vanavond?\n",
                "      - nl: Waar?\n" * 12 + "      - nl: En?\n",
            ),
            "ten hoogste 12 gespreksvragen",
        ),
    ],
)
def test_what_is_no_case_is_refused_with_the_reason(
    browser: Browser, text: str | bytes, says: str
) -> None:
    answer = hand_in(browser, text)

    assert answer.status_code == 422
    assert says in looked_over(answer.text).text


def test_a_case_with_the_same_id_takes_the_place_of_the_old_one(browser: Browser) -> None:
    hand_in(browser, EXAMPLE)

    hand_in(browser, EXAMPLE.replace("De bijbaan", "De nachtploeg"))

    assert len(removals(browser)) == 1
    assert "De nachtploeg" in browser.page("/own-cases").text


def test_nobody_keeps_more_cases_than_there_may_be(browser: Browser) -> None:
    [hand_in(browser, with_id(f"verhaal-{number}")) for number in range(MOST)]

    full = hand_in(browser, with_id("nog-een"))
    instead = hand_in(browser, with_id("verhaal-3"))

    assert (full.status_code, instead.status_code) == (422, 303)
    assert "al twintig verhalen" in looked_over(full.text).text
    assert len(removals(browser)) == MOST


def test_a_case_is_removed(browser: Browser) -> None:
    hand_in(browser, EXAMPLE)
    address = removals(browser)[0]

    removed = browser.post(address)
    again = browser.post(address)

    assert (removed.status_code, again.status_code) == (303, 404)
    assert removals(browser) == []


def test_a_case_of_ones_own_can_be_chosen_in_a_workshop(site: Site) -> None:
    holder = of_a_name(site)
    hand_in(holder.browser, EXAMPLE)

    page = holder.browser.page(holder.address)

    assert "De bijbaan" in page.text


def test_a_case_that_does_not_fit_any_more_says_why(site: Site) -> None:
    holder = of_a_name(site)
    with site.parts.database.writing() as connection:
        own_cases.add(connection, holder.actor.account, "id: oud", at=NOON)

    page = holder.browser.page("/own-cases")

    assert "Een verhaal dat niet meer past" in page.text
