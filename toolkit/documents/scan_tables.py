"""Lays out what a scan amounts to as tables: the plan, what to find out, the scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from toolkit.documents.csv_text import as_csv
from toolkit.documents.words import MINIMUM, STATUS
from toolkit.documents.xlsx import Cell, Column, Table
from toolkit.domain.find_out import ToAsk
from toolkit.domain.library import Role
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report import Facts
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import GroupScore, MinimumState
from toolkit.wording import Wording, capitalise

SPARE_ROWS = 30


def plan_table(scan: Scan, roles: Sequence[Role], words: Wording) -> Table:
    """Return the actions, with the functions and states to choose from and room for more."""
    functions = tuple(words.text(role.label) for role in roles)
    states = tuple(words(state) for state in STATUS.values())
    columns = (
        Column(words("What"), 50),
        Column(words("Who"), 32, choices=functions),
        Column(words("Ready by"), 14),
        Column(words("Status"), 14, choices=states),
        Column(words("How will a child notice?"), 45),
        Column(words("Note"), 40),
    )
    rows = tuple(
        (
            action.what,
            action.owner,
            action.due,
            words(STATUS[action.status]),
            action.child_notices,
            action.note,
        )
        for action in scan.actions
    )
    return Table(words("Action plan"), columns, rows, {}, spare=SPARE_ROWS)


def find_out_table(
    asked: Mapping[str, Sequence[ToAsk]],
    questionnaire: Questionnaire,
    roles: Mapping[str, Role],
    words: Wording,
) -> Table:
    """Return what is to be found out, by the function to ask, and room for what was found."""
    columns = (
        Column(words("Whom to ask"), 34),
        Column(words("Question"), 60),
        Column(words("Minimum line"), 14),
        Column(words("What was found"), 50, filled_in=True),
    )
    rows = tuple(
        (
            words.text(roles[role].label) if role in roles else "–",
            words.text(row.question.item.question),
            words("yes") if questionnaire.on_the_line(row.question) else words("no"),
            None,
        )
        for role, rows in asked.items()
        for row in rows
    )
    return Table(words("To find out"), columns, rows, {})


def score_table(facts: Facts, words: Wording) -> Table:
    """Return the five words and the score of each theme, and of the whole."""
    states = tuple(map(MinimumState, MINIMUM))
    columns = (
        Column(words("Theme"), 40),
        *(Column(capitalise(words(MINIMUM[state])), 14) for state in states),
        Column(words("In a word"), 18),
        Column(words("Score"), 10),
    )
    themes = tuple(
        (
            words.text(theme.group.title),
            *(theme.minimum[state] for state in states),
            *_figures(theme.score, facts, words),
        )
        for theme in facts.themes
    )
    whole = (
        words("All themes together"),
        *(len(facts.of_state(state)) for state in states),
        *_figures(facts.result.overall, facts, words),
    )
    return Table(words("Scores"), columns, (*themes, whole), {})


def csv_of(tables: Sequence[Table], words: Wording) -> bytes:
    """Return tables with the same columns below each other, as Dutch Excel expects them.

    Semicolons, UTF-8 that says so, and no formula; with several, the first column names each.
    """
    first = tables[0]
    shown = [place for place, column in enumerate(first.columns) if not column.hidden]
    several = [words("Sheet")] if len(tables) > 1 else []
    head = [*several, *(first.columns[place].title for place in shown)]
    rows = [
        [*([table.name] if several else []), *(_text(row[place], words) for place in shown)]
        for table in tables
        for row in table.rows
    ]
    return as_csv(head, rows).encode()


def _figures(score: GroupScore, facts: Facts, words: Wording) -> tuple[Cell, ...]:
    """Return the word and the share of a group; a short round gives none."""
    if facts.short_round or score.cautious.share is None:
        return words("no score"), None
    bands = {band.id: band.label for band in facts.questionnaire.scoring.bands}
    word = words.text(bands[score.band]) if score.band in bands else words("no score")
    return word, score.cautious.share


def _text(cell: Cell, words: Wording) -> str:
    if isinstance(cell, Decimal):
        return words.number(cell)
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    return "" if cell is None else str(cell)
