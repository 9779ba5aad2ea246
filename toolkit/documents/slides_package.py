"""Opens an empty presentation of our own size, and closes it with the same bytes each time."""

import io

import pptx
from pptx.presentation import Presentation
from pptx.util import Cm

from toolkit.documents.archival import Identity, moment
from toolkit.documents.fixed_zip import packed, unpacked

WIDTH, HEIGHT = Cm(33.867), Cm(19.05)
MARGIN = Cm(1.8)
TITLE_ONLY = 5
REGIONS = {"nl": "nl-NL", "en": "en-GB"}


def empty_slides(identity: Identity) -> Presentation:
    """Return a wide presentation without slides, that says what it is and names nobody."""
    made = moment(identity.made_on).replace(tzinfo=None)
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    said = deck.core_properties
    said.title, said.language = identity.title, REGIONS.get(identity.language, identity.language)
    said.author = said.last_modified_by = said.keywords = said.subject = ""
    said.created, said.modified, said.revision = made, made, 1
    layout = deck.slide_layouts[TITLE_ONLY]
    for holder in tuple(layout.placeholders):
        if holder.placeholder_format.idx:
            holder.element.getparent().remove(holder.element)
    return deck


def closed_slides(deck: Presentation) -> bytes:
    """Return the file."""
    target = io.BytesIO()
    deck.save(target)
    return packed(unpacked(target.getvalue()))
