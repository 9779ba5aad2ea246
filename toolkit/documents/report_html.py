"""Puts the facts of a report into its templates."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from toolkit.documents import charts
from toolkit.documents.html import differs, fill, stylesheet
from toolkit.documents.words import dimension
from toolkit.domain.council import council
from toolkit.domain.library import Library
from toolkit.domain.report import Facts, Form, Kind
from toolkit.domain.scoring.result import DimensionScore, GroupScore
from toolkit.domain.since_last import since_last
from toolkit.domain.told_back import promised, told_back
from toolkit.reading.letter_headings import our_headings
from toolkit.wording import Wording, wording

SHEETS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FULL: ("report",),
    Kind.COUNCIL: ("council",),
    Kind.CHILDREN: ("children",),
    Kind.PROGRESS: ("report", "progress"),
    Kind.PROPOSAL: ("report", "letters"),
    Kind.LETTER: ("report", "letters"),
    Kind.DECISION: ("report", "letters"),
}
LOGO = "krs:logo"
"""What a template calls the logo; its bytes are handed in beside the page."""
OUR_ACCENT = "#123f4d"


@dataclass(frozen=True, slots=True)
class Drawings:
    """The charts of a report, ready to draw."""

    strip: charts.Strip
    dots: charts.Dots
    bars: Mapping[str, charts.Bar | None]
    whole: charts.Bar | None


def report_title(facts: Facts, language: str) -> str:
    """Return the title of the report as a reader's window shows it."""
    title = fill(f"report/{facts.kind}_title.html", language, {"facts": facts})
    return unescape(title).strip()


def report_html(facts: Facts, library: Library, language: str) -> str:
    """Return the report as one HTML document; raises `UnknownLanguage`."""
    words = wording(language)
    context = {**report_context(facts, library, words), **_of_kind(facts, library)}
    return fill(f"report/{facts.kind}.html", language, context)


def sheets(facts: Facts) -> tuple[str, ...]:
    """Return the style sheets of a document, in the colour of the municipality."""
    accent = facts.look.accent or OUR_ACCENT
    return tuple(stylesheet(name).replace(OUR_ACCENT, accent) for name in SHEETS[facts.kind])


def pictures(facts: Facts) -> Mapping[str, bytes]:
    """Return the pictures that a document names, by the name that it has for them."""
    return {LOGO: facts.look.logo} if facts.look.logo else {}


def standalone_html(facts: Facts, library: Library, language: str) -> str:
    """Return the same document as one page for a website: its style and logo inside, no script."""
    styles = (*sheets(facts), stylesheet("standalone"))
    style = "".join(f"<style>\n{sheet}</style>\n" for sheet in styles)
    narrow = '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    html = report_html(facts, library, language)
    for name, content in pictures(facts).items():
        inside = f'src="data:image/png;base64,{b64encode(content).decode()}"'
        html = html.replace(f'src="{name}"', inside)
    return html.replace("</head>", f"{narrow}{style}</head>", 1)


def _of_kind(facts: Facts, library: Library) -> Mapping[str, object]:
    """Return what only this kind of document says."""
    if facts.kind is Kind.COUNCIL:
        return {"council": council(facts, library), "figure": library.figure}
    if facts.kind in (Kind.PROPOSAL, Kind.LETTER):
        headings = facts.look.headings.get(facts.kind) or our_headings()[facts.kind]
        return {"council": council(facts, library), "headings": headings}
    if facts.kind is Kind.CHILDREN:
        return {"told": told_back(facts), "contact": library.contact}
    if facts.kind is Kind.PROGRESS:
        return {"since": since_last(facts)}
    if facts.kind is Kind.DECISION:
        return {"decided": promised(facts.scan.actions)}
    return {}


def report_context(facts: Facts, library: Library, words: Wording) -> Mapping[str, object]:
    """Return what templates that speak of an outcome use: facts, charts, words for its figures."""
    questionnaire = facts.questionnaire
    bands = {band.id: words.text(band.label) for band in questionnaire.scoring.bands}
    titles = {group.id: words.text(group.title) for group in questionnaire.all_groups()}
    gate = questionnaire.scoring.gate

    def band_word(band: str | None) -> str:
        return bands.get(band or "", words("no score"))

    def name_of(part: str) -> str:
        question = questionnaire.questions.get(part)
        return words.text(question.item.question) if question else titles.get(part, part)

    def phrase(name: str) -> str:
        found = questionnaire.phrase(name)
        return words.text(found) if found else ""

    digits = questionnaire.scoring.rounding.digits

    def stated(points: Decimal) -> str:
        return words.number(points, digits)

    def share(part: Decimal) -> str:
        return words.percent(part, digits)

    return {
        "facts": facts,
        "work": facts.form is Form.WORK,
        "charts": _drawings(facts, words),
        "band_word": band_word,
        "theme_title": lambda theme: titles.get(theme, ""),
        "phrase": phrase,
        "stated": stated,
        "share": share,
        "rests_on": lambda part: _rests_on(part, words),
        "differs": differs,
        "rules": questionnaire.scoring,
        "name_of": name_of,
        "cap_word": bands.get(gate.cap or "") if gate else None,
        "contacts": {
            "emergency": library.contact("emergency"),
            "advice": library.contact("veilig_thuis"),
        },
    }


def _drawings(facts: Facts, words: Wording) -> Drawings:
    bars = {theme.group.id: _bar(theme.score, facts, words) for theme in facts.themes}
    overall = facts.result.overall.dimensions
    digits = facts.questionnaire.scoring.rounding.digits
    rests_on = {name: _rests_on(part, words) for name, part in overall.items()}
    labels = {name: dimension(name, words) for name in overall}
    stated = {
        name: words.number(score.figure.points, digits)
        for name, score in overall.items()
        if score.figure.points is not None
    }
    return Drawings(
        strip=charts.strip(facts.result.minimum_states),
        dots=charts.dots(overall, labels, stated, rests_on),
        bars=bars,
        whole=_bar(facts.result.overall, facts, words),
    )


def _bar(score: GroupScore, facts: Facts, words: Wording) -> charts.Bar | None:
    share = score.cautious.share
    if share is None:
        return None
    bounds = tuple(band.start for band in facts.questionnaire.scoring.bands)
    digits = facts.questionnaire.scoring.rounding.digits
    return charts.bar(share, bounds, words.percent(share, digits))


def _rests_on(part: DimensionScore, words: Wording) -> str:
    """Return on how many questions a dimension rests, and how many of those nobody knows."""
    if not part.answered:
        return words("no answer yet")
    rests = words.plural("%(count)s answer", "%(count)s answers", part.answered)
    if not part.unknown:
        return rests
    return words(
        "%(rests)s, %(unknown)s nobody knows (zero)",
        rests=rests,
        unknown=words.number(part.unknown),
    )
