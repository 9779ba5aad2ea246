"""Before a text is kept, the page points at what could give somebody away."""

import pytest
from structlog.testing import capture_logs

from tests.web.answering import PLAN, Sheet, a_sheet
from tests.web.builders import Site
from tests.web.pages import looked_over

NAMED = "Bel Sanne (14 jaar) op 06-12345678."
OF_A_CHILD = "Een meisje uit groep 8 vertelde me gisteren dat haar vriend haar dwingt tot seks."


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


def seal_in(text: str) -> str:
    button = text.partition(f'name="{PLAN}-sure" value="')[2]
    return button.partition('"')[0]


@pytest.mark.parametrize("script", [True, False])
def test_a_text_with_personal_data_is_not_kept_before_somebody_looked(
    sheet: Sheet, *, script: bool
) -> None:
    """T29."""
    answer = sheet.send({"value": "own_policy", "note": NAMED}, script=script)

    assert answer.status_code == 422
    assert "‘Sanne (14 jaar)’ lijkt op een naam met een leeftijd" in answer.text
    assert "‘06-12345678’ lijkt op een telefoonnummer" in answer.text
    assert sheet.history() == ()


def test_a_page_that_points_at_something_holds_the_text(sheet: Sheet) -> None:
    answer = sheet.send({"value": "own_policy", "note": NAMED})

    page = looked_over(answer.text)

    assert page.text.count(NAMED) == 1
    assert "checked" in next(
        one.attributes for one in page.all("input") if one.attributes.get("value") == "own_policy"
    )


def test_who_looked_may_keep_it_all_the_same(sheet: Sheet) -> None:
    fields = {"value": "own_policy", "note": NAMED}
    seal = seal_in(sheet.send(fields, script=True).text)

    kept = sheet.send({**fields, "sure": seal}, script=True)

    assert kept.status_code == 200
    assert sheet.kept().answer.note == NAMED


def test_what_was_kept_is_not_pointed_at_again(sheet: Sheet) -> None:
    fields = {"value": "own_policy", "note": NAMED}
    sheet.send({**fields, "sure": seal_in(sheet.send(fields).text)})

    changed = sheet.send({"value": "preparing", "note": NAMED})

    assert changed.status_code == 303


def test_a_text_that_changed_after_the_warning_is_looked_at_again(sheet: Sheet) -> None:
    seal = seal_in(sheet.send({"note": NAMED}).text)

    answer = sheet.send({"note": "Mail naar sanne@voorbeeld.nl", "sure": seal}, script=True)

    assert answer.status_code == 422
    assert "e-mailadres" in answer.text
    assert sheet.history() == ()


def test_a_number_that_everybody_may_know_is_not_pointed_at(sheet: Sheet) -> None:
    answer = sheet.send({"value": "own_policy", "note": "Veilig Thuis: 0800-2000."}, script=True)

    assert answer.status_code == 200


@pytest.mark.parametrize("field", ["note", "evidence"])
def test_a_text_about_a_real_child_gets_the_numbers_first(sheet: Sheet, field: str) -> None:
    answer = sheet.send({"value": "own_policy", field: OF_A_CHILD}, script=True)

    numbers, nobody = answer.text.index("0800"), answer.text.index("Niemand leest dit vandaag")
    assert answer.status_code == 422
    assert numbers < nobody
    assert sheet.history() == ()


def test_who_stops_leaves_nothing_behind(sheet: Sheet) -> None:
    sheet.send({"value": "own_policy", "note": OF_A_CHILD}, script=True)

    stopped = sheet.send({"note": OF_A_CHILD, "leave": "yes"}, script=True)

    assert stopped.status_code == 200
    assert OF_A_CHILD not in stopped.text
    assert sheet.history() == ()


def test_on_a_page_with_more_questions_the_others_are_kept(sheet: Sheet) -> None:
    stamps = {**sheet.stamps(), **sheet.stamps("gov.children_explicit")}
    fields = {**stamps, "gov.children_explicit-value": "2"}

    answer = sheet.send({"note": NAMED}, over=fields, where="themes/gov")

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert f"#{PLAN}" in page.links()
    assert sheet.kept("gov.children_explicit").version == 1
    assert sheet.history() == ()


def test_a_warning_is_counted_and_its_text_is_logged_nowhere(sheet: Sheet) -> None:
    """T75."""
    with capture_logs() as lines:
        sheet.send({"note": NAMED}, script=True)

    counted = [line for line in lines if line["event"] == "pointed_at"]
    assert [line["kinds"] for line in counted] == [["name_with_age", "phone"]]
    assert "Sanne" not in str(lines)
    assert "06-12345678" not in str(lines)


def test_that_somebody_told_of_a_child_is_logged_nowhere(sheet: Sheet) -> None:
    """T75: neither that it was told, nor in answer to which question."""
    with capture_logs() as lines:
        told = sheet.send({"note": OF_A_CHILD})
        sheet.send({"note": OF_A_CHILD, "sure": seal_in(told.text)})

    assert sheet.history() != ()
    assert lines == []


def test_a_warning_is_counted_without_saying_where(sheet: Sheet) -> None:
    """T75: with the time, the question would tell whose answer it was."""
    with capture_logs() as lines:
        sheet.send({"note": NAMED})

    assert [set(line) for line in lines] == [{"event", "log_level", "kinds", "kept"}]


def test_a_text_that_nobody_touched_is_not_pointed_at(sheet: Sheet) -> None:
    """A colleague took it out in the meantime; an old page still holds it."""
    fields = {"value": "own_policy", "note": NAMED}
    sheet.send({**fields, "sure": seal_in(sheet.send(fields).text)})
    old = sheet.stamps()
    sheet.send({"value": "own_policy", "note": "Zonder naam."})

    answer = sheet.send(fields, over=old)

    assert answer.status_code == 303
    assert sheet.kept().answer.note == "Zonder naam."


def test_the_help_above_a_text_is_three_numbers_and_the_way_to_all_others(sheet: Sheet) -> None:
    """T29: whoever must act now does not choose from a list."""
    answer = sheet.send({"note": OF_A_CHILD})

    links = [one.attributes["href"] for one in looked_over(answer.text).all("a")]

    assert [link for link in links if link.startswith("tel:")] == [
        "tel:112",
        "tel:08002000",
        "tel:08000432",
    ]
    assert 'href="/help-now" target="_blank"' in answer.text


def test_the_page_with_help_begins_with_whom_to_call_at_once(site: Site) -> None:
    page = site.visitor().page("/help-now")

    links = [one.attributes["href"] for one in page.all("a")]
    numbers = [link for link in links if link.startswith("tel:")]

    assert numbers[:3] == ["tel:112", "tel:08002000", "tel:08000432"]
    assert len(numbers) > 10
    assert "controleren" not in page.text


@pytest.mark.parametrize("step", ["review", "finalise"])
@pytest.mark.parametrize(
    ("text", "says"),
    [(NAMED, "Misschien persoonsgegevens (1)"), (OF_A_CHILD, "Misschien over een echt kind (1)")],
)
def test_what_was_kept_all_the_same_is_named_before_the_scan_is_final(
    sheet: Sheet, step: str, text: str, says: str
) -> None:
    """T29."""
    scan = f"/scans/{sheet.scan}"
    sheet.send({"note": text, "sure": seal_in(sheet.send({"note": text}).text)})

    sheet.browser.post(f"{scan}/review")
    page = sheet.browser.page(f"{scan}/{step}")

    assert says in page.text
    assert f"{scan}/items/{PLAN}" in page.links()
