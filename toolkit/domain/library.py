"""The dated knowledge that all questionnaires share: rights, norms, roles, contacts, figures.

The objects mirror the library files one to one; `Library` has a field a file and finds things by
name. Whatever can age says when it was checked and for how long that holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from toolkit.domain.dated import Certainty, Dated
from toolkit.domain.directory import Contact, Helplines, Network, Titled
from toolkit.domain.fields import Day, Flag, ItemId, Model, Name, Points, Prose, Text, Whole
from toolkit.domain.gaps import NO_GAPS, Gaps
from toolkit.domain.workshop import WorkshopTexts

Binding = Literal[
    "yes",
    "via_law",
    "guidance",
    "not_yet",
    "partly",
    "agreement",
    "state_policy",
    "advice",
    "facts",
    "not_applicable",
]
ARTICLE_OF_A_NORM = re.compile(r"[0-9]{1,3}[a-z]?(-draft)?", re.ASCII)


class Article(Model):
    """One article of the Convention, in our words; ``word`` is it in one or two words."""

    number: Whole
    cluster: Name
    title: Text
    word: Text
    plain: Text
    why: Text
    principle: Flag = False
    trafficking: Flag = False
    comments: tuple[Prose, ...] = ()
    other: Text | None = None
    reservation: Text | None = None


class ProtocolArticle(Model):
    """One article of the Optional Protocol on the sale of children."""

    number: Whole
    plain: Text
    why: Text
    items: tuple[ItemId, ...] = ()


class Comment(Model):
    """A General Comment of the Committee; a draft has no year yet."""

    code: Prose
    year: Whole | None = None
    revised: Whole | None = None
    title: Text
    draft: Flag = False
    replaced_by: Prose | None = None


class Convention(Dated):
    """The Convention on the Rights of the Child as this product explains it."""

    text: Text
    weighing: Text
    sources: tuple[Text, ...]
    clusters: tuple[Titled, ...]
    articles: tuple[Article, ...]
    opsc: tuple[ProtocolArticle, ...]
    comments: tuple[Comment, ...]


class Norm(Dated):
    """A rule or agreement a municipality is measured by.

    ``asks`` is printed; ``detail`` and ``certainty_note`` are for whoever keeps the list.
    """

    code: Prose
    group: Name
    name: Text
    since: Text
    asks: Text
    detail: Prose
    binding: Binding
    binding_note: Text | None = None
    certainty: Certainty
    certainty_note: Prose | None = None


class NormFamily(Model):
    """Codes without a row of their own, and the rows they belong to.

    A code is the prefix with an article behind it (one of ``known``, if given), or, when
    ``whole``, the prefix itself.
    """

    prefix: Prose
    rows: tuple[Prose, ...] = Field(min_length=1)
    known: tuple[Prose, ...] = ()
    whole: Flag = False

    def holds(self, code: str) -> bool:
        """Return whether this code belongs to the family."""
        if self.whole or not code.startswith(self.prefix):
            return self.whole and code == self.prefix
        article = code.removeprefix(self.prefix)
        return article in self.known if self.known else bool(ARTICLE_OF_A_NORM.fullmatch(article))


class Standards(Model):
    """All norms, in the order of print."""

    notice: Text
    groups: tuple[Titled, ...]
    families: tuple[NormFamily, ...]
    norms: tuple[Norm, ...]


class Role(Model):
    """A function at a municipality, or a partner."""

    id: Name
    label: Text


class Term(Model):
    """A word we use, explained."""

    term: Text
    explanation: Text


class Avoided(Model):
    """Dutch words we avoid, why, and what we say instead."""

    words: tuple[Prose, ...]
    why: Text
    instead: Text


class Glossary(Dated):
    """Words to use and words to avoid."""

    terms: tuple[Term, ...]
    abbreviations: tuple[Term, ...]
    avoid: tuple[Avoided, ...]


class Figure(Model):
    """A national figure: its value (absent for a date), and how a sentence says it."""

    key: Name
    value: Points | Whole | None = None
    value_nl: Prose
    value_en: Prose
    year: Whole
    what_nl: Prose
    what_en: Prose
    source_nl: Prose
    source_en: Prose
    certainty: Literal["V", "M", "derived", "choice"]
    checked_on: Day
    valid_until: Day

    @property
    def words(self) -> Text:
        """How a sentence says the value."""
        return Text({"nl": self.value_nl, "en": self.value_en})

    @property
    def what(self) -> Text:
        """What the figure counts."""
        return Text({"nl": self.what_nl, "en": self.what_en})

    @property
    def source(self) -> Text:
        """Who published it, when."""
        return Text({"nl": self.source_nl, "en": self.source_en})

    def is_past(self, day: date) -> bool:
        """Return whether the figure must be checked again before it is used on this day."""
        return day > self.valid_until


class Library(Model):
    """All library files; each field is read from the file its alias names.

    A single look-up raises `KeyError` for what is not there; the plural ones leave it out,
    because an unknown article, norm or role is a finding for authors, not a reason to stop.
    """

    uncrc: Convention
    standards: Standards = Field(alias="norms")
    roles: tuple[Role, ...]
    network: Network = Field(alias="actors")
    helplines: Helplines = Field(alias="contacts")
    glossary: Glossary
    figures: tuple[Figure, ...]
    workshop: WorkshopTexts
    publication: Gaps = NO_GAPS

    def articles_of(self, numbers: Iterable[int]) -> tuple[Article, ...]:
        """Return the articles with these numbers that exist."""
        known = self.articles_by_number
        return tuple(known[number] for number in numbers if number in known)

    def norms_of(self, codes: Iterable[str]) -> tuple[Norm, ...]:
        """Return the norms behind these codes, each once."""
        known = self.norms_by_code
        rows = (row for code in codes for row in self._rows(code))
        return tuple(known[row] for row in dict.fromkeys(rows))

    def knows_norm(self, code: str) -> bool:
        """Return whether a code has a row or a family."""
        return bool(self._rows(code))

    def role(self, role_id: str) -> Role:
        """Return the role with this id; one nobody described goes by its id."""
        return self.roles_by_id.get(role_id) or Role(id=role_id, label=Text({"nl": role_id}))

    def contact(self, contact_id: str) -> Contact:
        """Return the contact with this id."""
        return self.contacts_by_id[contact_id]

    def figure(self, key: str) -> Figure:
        """Return the figure with this key."""
        return self.figures_by_key[key]

    def fact(self, kind: str, key: str, language: str) -> str | None:
        """Return what ``{kind.key}`` in a text stands for: a number to call, a figure in words."""
        if kind == "contact" and key in self.contacts_by_id:
            return self.contacts_by_id[key].number
        if kind == "figure" and key in self.figures_by_key:
            return self.figures_by_key[key].words.within(language)
        return None

    @property
    def norms(self) -> tuple[Norm, ...]:
        """All norms in the order of print."""
        return self.standards.norms

    def _rows(self, code: str) -> tuple[str, ...]:
        if code in self.norms_by_code:
            return (code,)
        families = (family.rows for family in self.standards.families if family.holds(code))
        return next(families, ())

    @cached_property
    def articles_by_number(self) -> Mapping[int, Article]:
        """The articles of the Convention by number."""
        return {article.number: article for article in self.uncrc.articles}

    @cached_property
    def norms_by_code(self) -> Mapping[str, Norm]:
        """The norms by the code of their row."""
        return {norm.code: norm for norm in self.norms}

    @cached_property
    def roles_by_id(self) -> Mapping[str, Role]:
        """The roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def contacts_by_id(self) -> Mapping[str, Contact]:
        """The contacts by id."""
        return {contact.id: contact for contact in self.helplines.contacts}

    @cached_property
    def figures_by_key(self) -> Mapping[str, Figure]:
        """The figures by key."""
        return {figure.key: figure for figure in self.figures}
