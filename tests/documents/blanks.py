"""Blank questionnaires to look into: of every questionnaire, whole or in part."""

from datetime import date
from functools import cache
from html import unescape

from toolkit.catalogue.shipped import shipped
from toolkit.documents.blank_html import Blank, blank_html
from toolkit.documents.pdf import Rendered
from toolkit.domain.questionnaire import Questionnaire
from toolkit.services.write_blank import make_blank

MAIN = "kinderrechten-mensenhandel"
DAY = date(2026, 12, 18)


def a_questionnaire(name: str = MAIN) -> Questionnaire:
    """Return a questionnaire in its last edition."""
    return shipped().find(name, shipped().editions(name)[-1])


def a_blank(name: str = MAIN, selection: str = "", theme: str = "") -> Blank:
    """Return what is put on paper: all, or one short round or theme."""
    questionnaire = a_questionnaire(name)
    one = next((group for group in questionnaire.themes if group.id == theme), None)
    return Blank(questionnaire, questionnaire.selection(selection), one)


def phrase(name: str, key: str, language: str = "nl") -> str:
    """Return a phrase of a questionnaire."""
    return a_questionnaire(name).phrases[key].within(language)


@cache
def the_html(name: str = MAIN, selection: str = "", theme: str = "") -> str:
    """Return a blank questionnaire in Dutch as HTML, its white space and quotes made plain."""
    return " ".join(unescape(blank_html(a_blank(name, selection, theme), "nl", DAY)).split())


@cache
def the_pdf(name: str = MAIN, selection: str = "", language: str = "nl") -> Rendered:
    """Return a blank questionnaire as PDF, made once a test run."""
    return make_blank(a_blank(name, selection), language, DAY)
