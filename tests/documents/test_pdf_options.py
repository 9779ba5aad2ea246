"""What the renderer is asked shows in the file: small fonts, known colours, packed pages."""

import io
import re

import pikepdf
from fontTools.ttLib import TTFont

from tests.documents.pages import opened, printed_everything
from toolkit.documents.html import stylesheet
from toolkit.paths import TEMPLATES

HINTS = {"cvt ", "fpgm", "prep"}


def fonts() -> dict[str, bytes]:
    """Return the fonts inside the file by their names."""
    with opened(printed_everything()) as pdf:
        dictionaries = (part for part in pdf.objects if isinstance(part, pikepdf.Dictionary))
        found = [part for part in dictionaries if part.get("/Type") == "/FontDescriptor"]
        return {str(font.FontName): font.FontFile2.read_bytes() for font in found}


def test_a_font_brings_only_the_letters_that_are_used() -> None:
    found = fonts()

    assert found
    assert [name for name in found if name[7] != "+"] == []
    assert [name for name, data in found.items() if len(data) > 50_000] == []


def test_a_font_brings_nothing_for_coarse_screens() -> None:
    parts = [set(TTFont(io.BytesIO(data)).keys()) for data in fonts().values()]

    assert "glyf" in set.intersection(*parts)
    assert set.union(*parts) & HINTS == set()


def test_a_colour_is_the_same_colour_everywhere() -> None:
    pdf = opened(printed_everything())

    assert "sRGB" in str(pdf.Root.OutputIntents[0].OutputConditionIdentifier)


def test_everything_is_packed_but_what_archives_read_as_text() -> None:
    pdf = opened(printed_everything())
    streams = [part for part in pdf.objects if isinstance(part, pikepdf.Stream)]

    plain = [part.get("/Type") for part in streams if part.get("/Filter") != "/FlateDecode"]

    assert len(streams) > 5
    assert plain == ["/Metadata"]


def test_each_page_number_in_the_text_has_the_rule_that_spares_its_page_a_third_layout() -> None:
    templates = (TEMPLATES / "report").rglob("*.html")

    named = re.findall(
        r'class="page-of" href="([^"]+)"', " ".join(one.read_text("utf-8") for one in templates)
    )
    ruled = re.findall(r'\.page-of\[href="([^"]+)"\]', stylesheet("report"))

    assert named
    assert sorted(ruled) == sorted({*named})
