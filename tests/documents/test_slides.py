"""The slides of a workshop: in order, with words beside every drawing, and Impress opens them."""

import io

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.base import BaseShape
from pypdf import PdfReader

from tests.documents.office import opened_as
from tests.documents.workshops import a_workshop, of_a_name, the_deck, the_slides
from toolkit.documents.workshop_slides import workshop_slides
from toolkit.services.write_workshop import slides
from toolkit.wording import wording

DRAWN = (MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.TABLE)


def titles(data: bytes) -> list[str]:
    shapes = [slide.shapes.title for slide in the_deck(data).slides]
    return [shape.text_frame.text for shape in shapes if shape is not None]


def drawings() -> list[BaseShape]:
    deck = the_deck(the_slides())
    return [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type in DRAWN]


def spoken(shape: BaseShape) -> str:
    return str(next(part.get("descr", "") for part in shape.element.iter("{*}cNvPr")))


def test_every_slide_has_a_title_and_the_day_goes_in_order() -> None:
    found = titles(the_slides())

    assert len(found) == len(the_deck(the_slides()).slides)
    assert found[:4] == [
        "Workshop Voorbeeldstad",
        "Spelregels",
        "Programma",
        "De afspraken voor kinderen",
    ]
    assert found.index("Fase 1. Signaal") < found.index("Fase 6. Herstel")
    assert found[-2:] == ["Wat spreken we af?", "Dank u wel"]


def test_the_outcome_comes_in_three_pictures_each_with_words() -> None:
    found = [spoken(shape) for shape in drawings()]

    assert len(found) == 4
    assert (
        found[0] == "✓ geregeld 16, – begin 14, × ontbreekt 9, ? niemand weet het 6 en nog open 0"
    )
    assert min(map(len, found)) > 5


def test_a_name_only_shows_the_core_questions_instead() -> None:
    workshop = of_a_name()

    said = workshop_slides(workshop, wording("nl"))

    asked = [slide for slide in said if slide.title == "Met kaarten"]
    assert len(asked) == len(workshop.proposal.cards)
    assert "De afspraken voor kinderen" not in [slide.title for slide in said]


def test_slides_never_show_what_the_municipality_answered() -> None:
    told = [
        shape.text_frame.text
        for slide in the_deck(the_slides()).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]

    assert told
    assert not any("In de scan" in text for text in told)


def test_the_same_workshop_gives_the_same_slides_that_name_nobody() -> None:
    said = the_deck(the_slides()).core_properties

    assert slides(a_workshop(), "nl") == the_slides()
    assert (said.author, said.last_modified_by, said.language) == ("", "", "nl-NL")
    assert said.title == "Dia's, workshop Voorbeeldstad"


@pytest.mark.slow
def test_impress_opens_every_slide() -> None:
    pdf = PdfReader(io.BytesIO(opened_as(the_slides(), "dias.pptx", "pdf")))

    assert len(pdf.pages) == len(the_deck(the_slides()).slides)
    assert "Wat spreken we af?" in pdf.pages[-2].extract_text()
