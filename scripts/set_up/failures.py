"""What can go wrong during set-up, each with the sentence that helps."""

from scripts.set_up import texts
from scripts.set_up.texts import Text

# In this order: a refused part also ends in "no matching distribution", and so does a lost network.
SIGNS: tuple[tuple[str, Text], ...] = (
    ("no space left on device", texts.DISK_FULL),
    ("do not match the hashes", texts.NOT_THE_SAME),
    ("newconnectionerror", texts.NO_NETWORK),
    ("name resolution", texts.NO_NETWORK),
    ("connection refused", texts.NO_NETWORK),
    ("network is unreachable", texts.NO_NETWORK),
    ("could not fetch url", texts.NO_NETWORK),
    ("read timed out", texts.NO_NETWORK),
)


class SetUpFailed(Exception):
    """Set-up stopped; carries the sentence for the user and its values."""

    def __init__(self, text: Text, **values: object) -> None:
        super().__init__(text.en)
        self.text = text
        self.values = values


def reason(output: str) -> Text:
    """Return the sentence that explains what a failed installer printed."""
    said = output.lower()
    return next((text for sign, text in SIGNS if sign in said), texts.BROKEN_PART)
