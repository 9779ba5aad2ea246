"""Nothing that was typed is lost, whatever happens between the page and the server."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers import GOV, SAVED, UNSAVED, Post, Shown, history, opened, values
from tests.browser.conftest import Running

pytestmark = pytest.mark.slow


def test_a_choice_is_saved_at_once_and_said_once(running: Running, page: Page, scan: str) -> None:
    plan = opened(page, scan)

    plan.choose("own_policy")
    expect(plan.status).to_have_text(SAVED)
    plan.explain("Sinds 2024.")
    expect(plan.place).not_to_have_attribute("data-unsent", "")

    assert [change.after.note for change in history(running, scan)] == ["Sinds 2024.", ""]
    expect(page.get_by_text("1 van 3")).to_be_visible()


def test_without_network_the_text_waits_and_goes_when_it_is_back(
    running: Running, page: Page, scan: str
) -> None:
    """T96."""
    plan = opened(page, scan)
    page.context.set_offline(True)
    plan.explain("In de trein geschreven.")
    expect(plan.status).to_have_text(UNSAVED)

    page.context.set_offline(False)

    expect(plan.status).to_have_text(SAVED)
    assert [change.after.note for change in history(running, scan)] == ["In de trein geschreven."]


def test_an_answer_of_the_server_that_got_lost_counts_once(
    running: Running, page: Page, scan: str
) -> None:
    """T96: the server kept it, and the page did not hear of it."""
    plan = opened(page, scan)
    post = Post(page, "lose")

    plan.choose("own_policy")

    expect(plan.status).to_have_text(UNSAVED)
    expect(plan.status).to_have_text(SAVED)
    assert len(set(post.requests())) == 1
    assert len(post.sent) == 2
    assert values(running, scan) == ["own_policy"]


def test_what_was_typed_after_a_lost_answer_comes_on_top(
    running: Running, page: Page, scan: str
) -> None:
    """T96, T97: the first text goes again as it was, and then the new one with a new request."""
    plan = opened(page, scan)
    post = Post(page, "lose")
    plan.explain("Eerst dit.")
    expect(plan.status).to_have_text(UNSAVED)

    plan.explain("Eerst dit. En dan dat.")

    expect(plan.status).to_have_text(SAVED)
    expect(plan.place).not_to_have_attribute("data-unsent", "")
    notes = [change.after.note for change in history(running, scan)]
    assert notes == ["Eerst dit. En dan dat.", "Eerst dit."]
    assert len(set(post.requests())) == 2


def test_a_request_that_arrives_twice_counts_once(running: Running, page: Page, scan: str) -> None:
    """T97."""
    plan = opened(page, scan)
    Post(page, "double", "double")

    plan.choose("preparing")
    expect(plan.status).to_have_text(SAVED)
    plan.explain("Bijna klaar.")
    expect(plan.place).not_to_have_attribute("data-unsent", "")

    assert [change.version for change in history(running, scan)] == [2, 1]


def test_a_request_that_arrives_late_changes_nothing(
    running: Running, page: Page, scan: str
) -> None:
    """T97: it overtook nobody; a later answer stays."""
    plan = opened(page, scan)
    post = Post(page, "lose")
    plan.choose("preparing")
    expect(plan.status).to_have_text(SAVED)
    plan.choose("own_policy")
    expect(plan.place.locator("[name$='-version']")).to_have_value("2")

    late = page.request.post(
        post.sent[0].url, data=post.sent[0].post_data, headers=post.sent[0].headers
    )

    assert late.status == 200
    assert values(running, scan) == ["own_policy", "preparing"]


def test_what_is_typed_while_saving_is_not_overwritten(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    post = Post(page, "hold")
    plan.explain("Een begin")
    page.wait_for_timeout(200)
    plan.note.press_sequentially(", en het vervolg")

    post.release()
    expect(plan.place.locator("[name$='-version']")).to_have_value("1")

    expect(plan.note).to_be_focused()
    expect(plan.note).to_have_value("Een begin, en het vervolg")
    expect(plan.place).to_have_attribute("data-unsent", "")
    plan.note.blur()
    expect(plan.place).not_to_have_attribute("data-unsent", "")
    assert history(running, scan)[0].after.note == "Een begin, en het vervolg"


def test_of_many_changes_during_a_save_only_the_last_goes(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    post = Post(page, "hold")
    plan.choose("none")
    page.wait_for_timeout(200)
    plan.choose("preparing")
    plan.choose("part_of_other")
    plan.choose("own_policy")

    post.release()
    expect(plan.place.locator("[name$='-version']")).to_have_value("2")

    assert len(post.sent) == 2
    assert values(running, scan) == ["own_policy", "none"]


def test_two_windows_on_one_question_show_both_texts(
    running: Running, arrive: Callable[..., BrowserContext], scan: str
) -> None:
    """T24."""
    hers, his = opened(arrive().new_page(), scan), opened(arrive().new_page(), scan)
    hers.explain("Van haar.")
    expect(hers.status).to_have_text(SAVED)

    his.explain("Van hem.")

    expect(his.place.get_by_text("Van haar.")).to_be_visible()
    expect(his.note).to_have_value("Van hem.")
    his.choose("own_policy")
    expect(his.status).to_have_text(UNSAVED)
    his.press("Vervang dat door het mijne")
    expect(his.status).to_have_text(SAVED)
    expect(his.place.get_by_text("Van haar.")).to_have_count(0)
    assert [change.after.note for change in history(running, scan)] == ["Van hem.", "Van haar."]


def test_who_comes_second_can_take_what_is_there(
    running: Running, arrive: Callable[..., BrowserContext], scan: str
) -> None:
    """T24."""
    hers, his = opened(arrive().new_page(), scan), opened(arrive().new_page(), scan)
    hers.choose("preparing")
    expect(hers.status).to_have_text(SAVED)
    his.choose("none")

    his.press("Houd dat van de ander")

    expect(his.choice("preparing")).to_be_checked()
    his.choose("own_policy")
    expect(his.status).to_have_text(SAVED)
    assert values(running, scan) == ["own_policy", "preparing"]


def test_who_is_signed_out_keeps_the_text_and_goes_on(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    other = page.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Uitloggen").or_(other.locator(".foot button")).first.click()
    plan.explain("Onder het bellen geschreven.")
    expect(plan.place.get_by_text("Uw sessie is voorbij")).to_be_visible()

    other.goto(running.site.link())
    other.get_by_role("button", name="Verder").click()
    other.wait_for_url(running.url + "/")
    plan.press("Probeer opnieuw")

    expect(plan.status).to_have_text(SAVED)
    assert history(running, scan)[0].after.note == "Onder het bellen geschreven."


def test_leaving_with_unsent_text_is_asked_about(page: Page, scan: str) -> None:
    plan = opened(page, scan)
    page.context.set_offline(True)
    plan.explain("Nog niet verstuurd.")
    expect(plan.status).to_have_text(UNSAVED)

    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)

    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(plan.note).to_have_value("Nog niet verstuurd.")


def test_a_link_waits_until_the_text_is_saved(running: Running, page: Page, scan: str) -> None:
    plan = opened(page, scan)
    plan.unfold()
    plan.note.fill("Snel nog even.")

    page.get_by_role("link", name="Liever één vraag per scherm").click()
    page.wait_for_url("**/items/*")

    assert history(running, scan)[0].after.note == "Snel nog even."


def test_save_and_continue_waits_for_what_is_on_its_way(
    running: Running, page: Page, scan: str
) -> None:
    plan, explicit = opened(page, scan), Shown(page, GOV)
    Post(page, "lose")
    plan.choose("own_policy")
    explicit.choose("3")

    page.get_by_role("button", name="Bewaren en verder").click()
    page.wait_for_url("**/themes/sight")

    assert values(running, scan) == ["own_policy"]
    assert [str(value) for value in values(running, scan, GOV)] == ["3"]


def test_nothing_goes_into_the_storage_of_the_browser(page: Page, scan: str) -> None:
    """R17."""
    plan = opened(page, scan)
    plan.explain("Alleen hier.")
    expect(plan.status).to_have_text(SAVED)

    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )

    assert kept == [0, 0, 0, 0]


def test_a_text_that_points_at_somebody_waits_for_a_second_press(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    plan.explain("Bel Sanne (14 jaar).")
    expect(plan.place.get_by_text("lijkt op een naam met een leeftijd")).to_be_visible()
    assert history(running, scan) == ()

    plan.press("Toch bewaren")

    expect(plan.status).to_have_text(SAVED)
    expect(plan.status).to_be_focused()
    assert history(running, scan)[0].after.note == "Bel Sanne (14 jaar)."


def test_save_and_continue_stays_where_something_is_refused(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    plan.explain("Bel Sanne (14 jaar).")
    expect(plan.status).to_have_text(UNSAVED)

    page.get_by_role("button", name="Bewaren en verder").click()

    expect(plan.status).to_be_focused()
    assert page.url.endswith("/themes/gov")
    assert history(running, scan) == ()


def test_without_the_script_that_sends_the_whole_form_goes(
    running: Running, page: Page, scan: str
) -> None:
    page.route("**/htmx.min.js", lambda route: route.abort())
    page.goto(f"/scans/{scan}/themes/gov")
    Shown(page).choose("own_policy")
    button = page.get_by_role("button", name="Bewaren en verder")
    button.click()

    button.click()

    page.wait_for_url("**/themes/sight")
    assert values(running, scan) == ["own_policy"]
