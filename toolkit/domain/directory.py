"""Everybody around a child, with the numbers to call."""

from __future__ import annotations

from toolkit.domain.dated import Certainty, Dated
from toolkit.domain.fields import Flag, Model, Name, Prose, Text, Whole


class Titled(Model):
    """A part of a list, with its heading."""

    id: Name
    title: Text


class Actor(Model):
    """Somebody in the chain: who that is, what good policy arranges, where it goes wrong."""

    id: Name
    section: Name
    name: Text
    who: Text
    good: Text | None = None
    pitfall: Text | None = None
    articles: tuple[Whole, ...] = ()


class Network(Dated):
    """Everybody around a child; ``who_calls_whom`` are the numbered lines of that page."""

    sections: tuple[Titled, ...]
    actors: tuple[Actor, ...]
    who_calls_whom: tuple[Text, ...]


class Contact(Dated):
    """A helpline or service; the only place where a telephone number stands.

    Everything a page shows of it is said as a fact: hours nobody knows are left out, and what is
    still to be checked stands in ``source``.
    """

    id: Name
    name: Text
    number: Prose | None = None
    reach: Text | None = None
    free: Flag = False
    hours: Text | None = None
    note: Text | None = None
    certainty: Certainty
    source: Prose | None = None


class Helplines(Model):
    """All contacts; ``first`` names those to call at once, ``young_people`` those for the young."""

    first: tuple[Name, ...]
    young_people: tuple[Name, ...]
    contacts: tuple[Contact, ...]

    @property
    def at_once(self) -> tuple[Contact, ...]:
        """The contacts that come first, in the order of ``first``."""
        return tuple(one for name in self.first for one in self.contacts if one.id == name)

    @property
    def after(self) -> tuple[Contact, ...]:
        """The contacts that do not come first."""
        return tuple(one for one in self.contacts if one.id not in self.first)
