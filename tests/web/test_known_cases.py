"""Of each case somebody says whether it resembles something known: yes or no, nothing else."""

from __future__ import annotations

import pytest

from tests.web.builders import Site
from tests.web.held import Holder, of_a_name, of_a_scan, seen, send, story


@pytest.fixture
def holder(site: Site) -> Holder:
    """A workshop about the example."""
    return of_a_scan(site)


def test_what_the_municipality_knows_is_never_proposed(holder: Holder) -> None:
    """Yes or no and nothing else, by case."""
    address = f"/scans/{holder.scan}/known-cases"
    page = holder.browser.page(address)
    told = story(holder)

    holder.browser.post(address, {f"case-{told}": "yes", "case-s8-de-sleutel": "no"})
    again = holder.browser.post("/workshops", {"scan": holder.scan}).location

    fields = {one.attributes.get("type") for one in page.all("input")}
    assert fields == {"hidden", "radio"}
    assert page.all("textarea") == []
    assert f'value="{told}"' not in holder.browser.page(again).html


def test_a_story_of_which_is_said_later_that_it_is_known_is_stopped(holder: Holder) -> None:
    holder.browser.post(f"/scans/{holder.scan}/known-cases", {f"case-{story(holder)}": "yes"})

    page = holder.browser.page(holder.address)
    send(holder, "", {**seen(holder), "hours": "4", "scenario": ""})

    assert "Het verhaal lijkt op iets dat hier bekend is." in page.text
    assert "Het verhaal lijkt op" not in holder.browser.page(holder.address).text


def test_an_answer_that_is_neither_yes_nor_no_is_no_answer(holder: Holder) -> None:
    address = f"/scans/{holder.scan}/known-cases"

    holder.browser.post(address, {"case-s8-de-sleutel": "misschien", "case-nergens": "yes"})

    assert "checked" not in holder.browser.page(address).html


def test_from_a_name_the_holder_ticks_what_is_known(site: Site) -> None:
    holder = of_a_name(site)
    told = story(holder)

    send(
        holder, "/known-cases", {**seen(holder), f"case-{told}": "yes", "case-s8-de-sleutel": "no"}
    )

    held = holder.held()
    assert held.kept.wishes["known"] == [told]
    assert held.kept.wishes["not_known"] == ["s8-de-sleutel"]
    assert story(holder) != told


def test_every_case_known_leaves_a_workshop_without_a_story(site: Site) -> None:
    holder = of_a_name(site)
    parts = site.parts
    cases = parts.shelf.scenarios("kinderrechten-mensenhandel", "2026.1")

    send(holder, "/known-cases", {**seen(holder), **{f"case-{one.id}": "yes" for one in cases}})

    assert holder.held().plan.story is None
    assert "Er is geen verhaal" in holder.browser.page(holder.address).text
