"""Says small numbers and functions in words, as people do in a sentence."""

from toolkit.domain.library import Library
from toolkit.wording import N_, Wording

WORDS = (
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
)


def counted(number: int, words: Wording) -> str:
    """Return a number from one to ten as a word, every other in digits."""
    return words(WORDS[number - 1]) if 1 <= number <= len(WORDS) else words.number(number)


def function_of(name: str, library: Library, words: Wording) -> str:
    """Return a function in words; one that is no role of the library as it is."""
    return words.text(library.role(name).label) if name in library.roles_by_id else name
