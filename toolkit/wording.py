"""Says things in one language: sentences, numbers, dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from toolkit.domain.access import Role

if TYPE_CHECKING:
    from toolkit.domain.fields import Text

LOCALE = Path(__file__).parent / "locale"
SOURCE = "en"


class UnknownLanguage(LookupError):
    """A language in which nothing has been written; ``known`` are those that exist."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(language)
        self.language, self.known = language, known


def N_(message: str) -> str:  # noqa: N802 (the name by which gettext finds a sentence)
    """Mark a sentence for translation where it stands; it is translated when it is said."""
    return message


ROLE: Mapping[Role, str] = {
    Role.COORDINATOR: N_("coordinator"),
    Role.DEPUTY: N_("deputy"),
    Role.CONTRIBUTOR: N_("contributor"),
    Role.READER: N_("reader"),
    Role.ADVISOR: N_("advisor"),
}
"""What a role is called."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages of the interface, the one it was written in last."""
    translated = sorted(place.parent.parent.name for place in LOCALE.glob("*/LC_MESSAGES/*.po"))
    return (*translated, SOURCE)


@dataclass(frozen=True, slots=True)
class Wording:
    """One language, ready to speak; make it with `wording`."""

    language: str
    locale: Locale
    translations: NullTranslations

    def __call__(self, message: str, **values: object) -> str:
        """Return an English sentence in this language, with ``%(name)s`` filled in."""
        return self.translations.gettext(message) % values if message else ""

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the sentence for this count; ``%(count)s`` is the count itself."""
        said = self.translations.ngettext(one, many, count)
        return said % {"count": self.number(Decimal(count)), **values}

    def text(self, text: Text) -> str:
        """Return a text of the content in this language, else in its first language."""
        return text.within(self.language)

    def number(self, number: Decimal | int, digits: int | None = None) -> str:
        """Return a number as people write it: ``37,5``; ``digits`` fixes its decimals."""
        pattern = None if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
        return numbers.format_decimal(number, format=pattern, locale=self.locale)

    def percent(self, share: Decimal, digits: int | None = None) -> str:
        """Return a share of 0-100 as a percentage."""
        return self("%(number)s%%", number=self.number(share, digits))

    def day(self, day: date) -> str:
        """Return a day in full: ``12 december 2026``."""
        return dates.format_date(day, format="d MMMM y", locale=self.locale)

    def weekday(self, day: date) -> str:
        """Return a day near by, with its name: ``vrijdag 12 december``."""
        return dates.format_date(day, format="EEEE d MMMM", locale=self.locale)

    def month(self, day: date) -> str:
        """Return the month of a day: ``december 2026``."""
        return dates.format_date(day, format="MMMM y", locale=self.locale)

    def joined(self, words: Iterable[str], style: str = "standard") -> str:
        """Return a list in words: ``a, b en c``; style ``or`` gives ``a, b of c``."""
        said: Sequence[str] = tuple(words)
        return lists.format_list(
            said, style="or" if style == "or" else "standard", locale=self.locale
        )


@cache
def wording(language: str) -> Wording:
    """Return the words of a language; raise `UnknownLanguage` when nobody wrote them."""
    known = languages()
    if language not in known:
        raise UnknownLanguage(language, known)
    return Wording(language, Locale.parse(language), _translations(language))


def _translations(language: str) -> NullTranslations:
    if language == SOURCE:
        return NullTranslations()
    with (LOCALE / language / "LC_MESSAGES" / "messages.po").open("rb") as lines:
        catalogue = read_po(lines, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def preferred(environ: Mapping[str, str]) -> str:
    """Return the language that the system asks for: Dutch when it is Dutch, else English."""
    names = ("KRS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((environ[name] for name in names if environ.get(name)), "")
    return next((known for known in languages() if asked.startswith(known)), SOURCE)


def capitalise(text: str) -> str:
    """Return a text with a capital first letter; in Dutch the capital of “één” bears no accent."""
    return "E" + text[1:] if text.startswith("één") else text[:1].upper() + text[1:]
