"""What to do now when somebody worries about a child, for everyone, signed in or not."""

from flask.typing import ResponseReturnValue

from toolkit.web.pages import page
from toolkit.web.parts import parts


def now() -> ResponseReturnValue:
    """Show whom to call, and for what."""
    library = parts().library
    return page(
        "help_now",
        helplines=library.helplines,
        emergency=library.contact("emergency"),
        advice=library.contact("veilig_thuis"),
    )


def signed_out() -> ResponseReturnValue:
    """Say that the session is over."""
    return page("signed_out")
