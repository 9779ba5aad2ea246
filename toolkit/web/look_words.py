"""Says in words why a logo, a colour or a token is refused, and what was taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from toolkit.domain.file_types import LARGEST_LOGO
from toolkit.domain.look import Part
from toolkit.domain.problems import Problem
from toolkit.wording import N_, Wording

MEGABYTE = 2**20
LOGO: Mapping[str, str] = {
    "empty": N_("Choose a picture first."),
    "too_large": N_(
        "This picture is larger than %(most)s MB. Make it smaller and choose it again."
    ),
    "other_kind": N_("This is no PNG or JPG. Save the logo as PNG and choose that."),
    "damaged": N_("This picture is not whole. Save it again as PNG and choose that."),
    "picture": N_("This picture has too many points. Make it smaller than 20 million."),
    "too_much_inside": N_("There is too much in this picture to look at. Make it smaller."),
    "unlooked": N_("Nobody could look at this picture now. It was not kept; try again later."),
}
PROBLEMS: Mapping[str, str] = {
    "look_colour": N_("Write a colour as # with six digits or letters a to f, such as #154273."),
    "look_size": N_("Write a size from 0 to 24px, or to 1.5rem, such as 4px."),
    "look_family": N_(
        "None of these typefaces is on every computer. Name one that is behind it, such as Arial."
    ),
    "look_faint": N_(
        "White and this colour stand %(apart)s to 1 apart; 4.5 to 1 is needed to be read. "
        "The nearest darker colour that will do: %(nearest)s."
    ),
    "look_faint_text": N_(
        "This text stands %(apart)s to 1 apart from its button; 4.5 to 1 is needed to be read. "
        "White (%(nearest)s) will do."
    ),
    "token_lost": N_("This token points at another one that is not in the file, or at itself."),
    "tokens_none": N_(
        "None of the tokens in this file is used here. Ask for the file (JSON) with the tokens of "
        "buttons and links."
    ),
    "tokens_large": N_(
        "This file is larger than 500 kB. Ask for the file with your own tokens only."
    ),
    "tokens_broken": N_(
        "This file is no JSON. Ask for the tokens as JSON, in the form of NL Design System."
    ),
    "tokens_broken_line": N_(
        "This file is no JSON: look at line %(line)s. Save it again from where it was made."
    ),
}
NAMES: Mapping[Part, str] = {
    Part.ACCENT: N_("Colour of buttons and lines"),
    Part.ON_ACCENT: N_("Colour of the text on buttons"),
    Part.LINK: N_("Colour of links"),
    Part.HEADING: N_("Colour of headings"),
    Part.BUTTON_CORNER: N_("Corners of buttons"),
    Part.FIELD_CORNER: N_("Corners of fields"),
    Part.FAMILY: N_("Typeface"),
}


def refused_logo(reason: str, words: Wording) -> str:
    """Return why a logo was refused."""
    return words(LOGO.get(reason, LOGO["damaged"]), most=words.number(LARGEST_LOGO // MEGABYTE))


def refused_look(problems: Iterable[Problem], words: Wording) -> Iterator[str]:
    """Yield why a colour or a file with tokens was refused, with the token where that is so."""
    for problem in problems:
        code = f"{problem.code}_line" if problem.line is not None else problem.code
        apart = words.number(Decimal(problem.details.get("apart", "0")), 1)
        details = {**problem.details, "apart": apart, "line": problem.line}
        said = words(PROBLEMS[code], **details)
        yield f"{problem.key}: {said}" if problem.key else said


def taken_over(values: Mapping[Part, str], words: Wording) -> tuple[tuple[str, str], ...]:
    """Return what a look consists of: what each value is, and the value."""
    return tuple((words(NAMES[part]), values[part]) for part in Part if part in values)
