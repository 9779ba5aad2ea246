"""Draws slides: a title, then text, a drawing of plain shapes, or a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import GroupShapes
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Cm, Emu, Pt

from toolkit.documents.archival import Identity
from toolkit.documents.charts import Dots, Strip
from toolkit.documents.slides import SIGNS, Lines, Slide
from toolkit.documents.slides_package import (
    MARGIN,
    REGIONS,
    TITLE_ONLY,
    WIDTH,
    closed_slides,
    empty_slides,
)
from toolkit.domain.scoring.result import MinimumState

INK, BLUE, RED, GREY = "1D1B14", "123F4D", "A3350F", "3D3829"
GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # the style with lines only
PAPER, SAND = "FFFFFF", "E8E4DA"
ROOM = WIDTH - 2 * MARGIN
TOP, SMALL, FOOT = Cm(4.4), Cm(16.2), Cm(17.6)
PITCH = Cm(3.7)
LETTERS_AN_EM = 1.5  # of a wide letter, because every machine has other ones
FILLS = {
    MinimumState.IN_ORDER: (BLUE, BLUE, PAPER),
    MinimumState.BEGUN: ("BFD0D4", BLUE, INK),
    MinimumState.MISSING: (PAPER, RED, RED),
    MinimumState.UNKNOWN: (SAND, GREY, INK),
    MinimumState.OPEN: (PAPER, GREY, INK),
}


def drawn(slides: Sequence[Slide], identity: Identity, foot: str) -> bytes:
    """Return the slides as a presentation."""
    deck = empty_slides(identity)
    for number, slide in enumerate(slides, start=1):
        page = _page(deck, slide, f"{foot} · {number}/{len(slides)}")
        _speak(page, REGIONS.get(identity.language, identity.language))
    return closed_slides(deck)


def _page(deck: Presentation, slide: Slide, foot: str) -> Page:
    page: Page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _title(page, slide.title)
    _fill(page, slide)
    _text(page, [foot], FOOT, 12, GREY)
    if slide.notes and (frame := page.notes_slide.notes_text_frame) is not None:
        frame.text = slide.notes
    return page


def _title(page: Page, text: str) -> None:
    title = page.shapes.title
    if title is not None:
        title.left, title.top, title.width, title.height = MARGIN, Cm(1.1), Emu(ROOM), Cm(2.9)
        _write(title.text_frame, [text], 34, BLUE, bold=True)
        title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _fill(page: Page, slide: Slide) -> None:
    top: int = TOP
    if slide.story:
        top = _text(page, [slide.story], top, _size(slide.story, 30, 200))
    if slide.question:
        top = _text(page, [slide.question], top, _size(slide.question, 32, 60), bold=True)
    if slide.drawing is not None:
        top = _drawing(page, slide, top)
    if slide.points:
        size = _size("".join(slide.points), 22 if slide.question else 28, 260)
        top = _text(page, slide.points, top, size, points=True)
    if slide.table:
        _table(page, slide.table, top)
    if slide.small:
        _text(page, [slide.small], SMALL, 14, GREY)


def _size(text: str, usual: int, most: int) -> int:
    """Return the size of letters for a text: smaller when it is long."""
    return usual if len(text) <= most else max(16, int(usual * 0.82))


def _text(
    page: Page,
    paragraphs: Sequence[str],
    top: int,
    size: int,
    colour: str = INK,
    *,
    bold: bool = False,
    points: bool = False,
) -> int:
    """Write paragraphs and return where the next thing may begin."""
    a_line = max(1, int(ROOM / Pt(size) * LETTERS_AN_EM))
    lines = sum(-(-len(text) // a_line) for text in paragraphs)
    height = int(lines * Pt(size) * 1.25 + len(paragraphs) * Pt(8))
    box = page.shapes.add_textbox(MARGIN, Emu(top), Emu(ROOM), Emu(height))
    _write(box.text_frame, paragraphs, size, colour, bold=bold)
    if points:
        _mark(box.text_frame, size)
    return top + height + Cm(0.4)


def _write(
    frame: TextFrame, paragraphs: Iterable[str], size: int, colour: str, *, bold: bool = False
) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Emu(0)
    for place, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(6)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = _colour(colour)


def _mark(frame: TextFrame, size: int) -> None:
    """Make each paragraph a point of a list."""
    for paragraph in frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", str(Pt(size)))
        properties.set("indent", str(-Pt(size)))
        bullet = OxmlElement("a:buChar")
        bullet.set("char", "•")
        properties.append(bullet)


def _drawing(page: Page, slide: Slide, top: int) -> int:
    group = page.shapes.add_group_shape()
    if isinstance(slide.drawing, Strip):
        height = _strip(group.shapes, slide.drawing, top)
    elif isinstance(slide.drawing, Dots):
        height = _dots(group.shapes, slide.drawing, top)
    else:
        height = _lines(group.shapes, slide.drawing or Lines(()), top)
    _describe(group, slide.alt)
    return top + height + Cm(0.6)


def _strip(shapes: GroupShapes, strip: Strip, top: int) -> int:
    scale = ROOM / strip.width
    for square in strip.squares:
        side = int(20 * scale)
        left, down = MARGIN + int(square.x * scale), top + int(square.y * scale)
        fill, edge, ink = FILLS[square.state]
        box = _box(shapes, (left, down, side, side), fill, edge)
        _sign(box, SIGNS[square.state], ink, 18)
    return int(strip.height * scale)


def _dots(shapes: GroupShapes, dots: Dots, top: int) -> int:
    scale = ROOM / dots.width * 0.8

    def at(x: int, y: int) -> tuple[int, int]:
        return MARGIN + int(x * scale), top + int(y * scale)

    line = shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT,
        *map(Emu, at(dots.left, dots.line)),
        *map(Emu, at(dots.right, dots.line)),
    )
    line.line.color.rgb = _colour(GREY)
    for tick in dots.ticks:
        x, y = at(tick.x - 10, dots.line + 8)
        _sign(_box(shapes, (x, y, int(20 * scale), int(16 * scale))), tick.label, GREY, 16)
    kinds = {"circle": MSO_SHAPE.OVAL, "square": MSO_SHAPE.RECTANGLE}
    for dot in dots.dots:
        x, y = at(dot.x - 7, dot.y - 7)
        side = int(14 * scale)
        _box(
            shapes,
            (x, y, side, side),
            BLUE,
            BLUE,
            kinds.get(dot.shape, MSO_SHAPE.ISOSCELES_TRIANGLE),
        )
        foot, head = at(dot.x, dots.line), at(dot.x, dot.top)
        up = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Emu, foot), *map(Emu, head))
        up.line.color.rgb = _colour(GREY)
        width = int(150 * scale)
        left = 0 if dot.anchor == "start" else -width
        x, y = at(dot.text_x, dot.label_y - 14)
        label = _box(shapes, (x + left, y, width, int(16 * scale)))
        _sign(label, dot.label, INK, 18)
    return int(dots.height * scale)


def _lines(shapes: GroupShapes, lines: Lines, top: int) -> int:
    for place, (label, share, said) in enumerate(lines.bars):
        down = top + place * PITCH
        name = _box(shapes, (MARGIN, down, ROOM, Cm(1)))
        _sign(name, label, INK, 22, PP_ALIGN.LEFT)
        why = _box(shapes, (MARGIN, down + Cm(1), ROOM, Cm(1.5)))
        _sign(why, said, GREY, 14, PP_ALIGN.LEFT)
        _box(shapes, (MARGIN, down + Cm(2.6), max(Cm(0.4), int(ROOM * share)), Cm(0.5)), BLUE, BLUE)
    return len(lines.bars) * PITCH


def _box(
    shapes: GroupShapes,
    place: tuple[int, int, int, int],
    fill: str = "",
    edge: str = "",
    kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE,
) -> Shape:
    box = shapes.add_shape(kind, *map(Emu, place))
    for style in tuple(box.element.iter(qn("p:style"))):  # it would cast a shadow
        box.element.remove(style)
    if fill:
        box.fill.solid()
        box.fill.fore_color.rgb = _colour(fill)
    else:
        box.fill.background()
    if edge:
        box.line.color.rgb, box.line.width = _colour(edge), Pt(2)
    else:
        box.line.fill.background()
    return box


def _sign(box: Shape, text: str, colour: str, size: int, align: PP_ALIGN = PP_ALIGN.CENTER) -> None:
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    run = frame.paragraphs[0].add_run()
    frame.paragraphs[0].alignment = align
    run.text = text
    run.font.size, run.font.bold = Pt(size), size > 14
    run.font.color.rgb = _colour(colour)


def _table(page: Page, rows: tuple[tuple[str, ...], ...], top: int) -> None:
    height = min(Cm(2.1) * len(rows), SMALL - top - Cm(0.4))
    shape = page.shapes.add_table(len(rows), len(rows[0]), MARGIN, Emu(top), Emu(ROOM), Emu(height))
    for style in shape.element.iter(qn("a:tableStyleId")):
        style.text = GRID
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            cell = shape.table.cell(down, across)
            _write(cell.text_frame, [text], 16, PAPER if not down else INK, bold=not down)
            cell.margin_left = Cm(0.2)
            if not down:
                cell.fill.solid()
                cell.fill.fore_color.rgb = _colour(BLUE)
    _describe(shape, rows[0][0])


def _colour(code: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(code))


def _describe(shape: BaseShape, words: str) -> None:
    """Say what a drawing shows to who cannot see it."""
    for part in shape.element.iter("{*}cNvPr"):
        part.set("descr", words)
        return


def _speak(page: Page, region: str) -> None:
    """Say in which language every text of a slide is."""
    for run in page.element.iter("{*}rPr"):
        run.set("lang", region)
