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
    """A helpline or service; the only place where a telephone number stands."""

    id: Name
    name: Text
    number: Prose | None = None
    reach: Text | None = None
    free: Flag = False
    hours: Text
    note: Text | None = None
    certainty: Certainty
    source: Prose | None = None


class Helplines(Model):
    """All contacts; ``young_people`` names those on pages for young people, in order."""

    young_people: tuple[Name, ...]
    contacts: tuple[Contact, ...]
