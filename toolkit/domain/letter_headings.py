"""The headings of the letters, by letter and by what stands under them, in their order."""

from collections.abc import Mapping
from types import MappingProxyType

from toolkit.domain.fields import Text

LETTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "proposal": (
            *("title", "decision", "why", "outcome", "goal", "arguments", "against", "money"),
            *("next", "annexes"),
        ),
        "letter": ("title", "message", "why", "outcome", "decided", "meaning", "next", "annexes"),
    }
)
"""Every heading there is, by the kind of document; none of them may be left out."""
LONGEST_HEADING = 80

Headings = Mapping[str, Mapping[str, Text]]
"""By letter its headings; a letter that is not there has ours."""
