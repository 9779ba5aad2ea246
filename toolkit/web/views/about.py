"""What people may ask of the program itself: privacy and accessibility, signed in or not."""

from flask.typing import ResponseReturnValue

from toolkit.web.pages import page
from toolkit.web.parts import parts


def privacy() -> ResponseReturnValue:
    """Show what is kept about somebody, for whom and for how long."""
    return page("privacy", contact=parts().settings.contact)


def accessibility() -> ResponseReturnValue:
    """Show how far everybody can use the pages, and what to do when somebody cannot."""
    return page("accessibility", contact=parts().settings.contact)
