"""Fills in the templates in one language."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro

from toolkit.documents.words import filters
from toolkit.paths import TEMPLATES
from toolkit.wording import Wording, capitalise, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from toolkit.domain.answers import Value
    from toolkit.domain.library import Norm, Role
    from toolkit.domain.questionnaire import Question

FEW_WORDS, FEW_SIGNS = 18, 120


def fill(template: str, language: str, context: Mapping[str, object]) -> str:
    """Return the template as HTML; everything that is put in is escaped.

    Raises `UnknownLanguage` for a language nobody wrote.
    """
    return environment(language).get_template(template).render(context)


@cache
def environment(language: str) -> Environment:
    """Return the templates with the words and filters of one language."""
    words = wording(language)
    env = _Templates(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,  # one page is never made of files from before and after a change
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.context_class = _Filled
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        words.translations.gettext, words.translations.ngettext, newstyle=True
    )
    env.globals["language"] = language
    said = _Said(env.globals["gettext"])  # type: ignore[arg-type]  # put there just now
    env.globals["_"] = env.globals["gettext"] = said
    env.filters.update(_filters(words))
    return env


class _Templates(Environment):
    """Our templates; what all of them know is one plain mapping, asked at every import."""

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        return {**self.globals, **(d or {})}


class _Said:
    """Says a sentence as Jinja does; one without anything to fill in is translated once."""

    def __init__(self, gettext: Callable[..., object]) -> None:
        self._gettext = gettext
        self._whole: dict[str, object] = {}

    def __call__(self, context: Context, sentence: str, /, **named: object) -> object:
        if named:
            return self._gettext(context, sentence, **named)
        if sentence not in self._whole:
            self._whole[sentence] = self._gettext(context, sentence)
        return self._whole[sentence]


class _Filled(Context):
    """A template being filled in; what is ours is called at once, and not first asked what it wants."""

    def call(self, obj: Callable[..., object], /, *args: object, **named: object) -> object:
        if type(obj) not in (Macro, _Said):
            return super().call(obj, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*args, **named) if type(obj) is Macro else obj(self, *args, **named)


def _filters(words: Wording) -> Mapping[str, Callable[..., object]]:
    def said(value: Value, question: Question) -> str:
        from toolkit.documents.spoken import spoken  # with it comes the whole questionnaire

        return spoken(value, question, words)

    def norm_names(norms: Iterable[Norm]) -> str:
        return "; ".join(words.text(norm.name) for norm in norms)

    def role_names(roles: Iterable[Role]) -> str:
        return "; ".join(words.text(role.label) for role in roles)

    return {
        "text": words.text,
        "number": lru_cache(1000)(words.number),
        "percent": words.percent,
        "day": words.day,
        "weekday": words.weekday,
        "month": words.month,
        "spoken": said,
        "norm_names": norm_names,
        "role_names": role_names,
        "first_sentence": first_sentence,
        "few_words": few_words,
        "capitalise": capitalise,
        **filters(words),
    }


def first_sentence(text: str) -> str:
    """Return a text up to the end of its first sentence."""
    for place, sign in enumerate(text):
        ends = sign in ".?!" and text[place + 1 : place + 2] in ("", " ")
        if ends and text[place + 2 : place + 3].isupper() | (place + 1 == len(text)):
            return text[: place + 1]
    return text


def few_words(text: str, most: int = FEW_WORDS, signs: int = FEW_SIGNS) -> str:
    """Return a text of at most so many words and signs; one that goes on ends in ``…``."""
    words = text.split()
    said = " ".join(words[:most])
    whole = len(words) <= most and len(said) <= signs
    return said if whole else said[: signs - 1].rstrip(" ,;:.") + "…"


def differs(cautious: Decimal | None, known: Decimal | None, by: Decimal = Decimal(10)) -> bool:
    """Return whether the two stated shares differ more than ``by`` points."""
    return cautious is not None and known is not None and abs(known - cautious) > by


@cache
def stylesheet(name: str) -> str:
    """Return one of our own style sheets for paper."""
    return (TEMPLATES / "assets" / "css" / f"{name}.css").read_text(encoding="utf-8")
