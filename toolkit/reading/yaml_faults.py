"""Translates what the YAML parser complains about into a problem that an author can solve."""

import re

import yaml

from toolkit.domain.problems import Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff]")

_COMPLAINTS = (
    ("mapping values are not allowed", "yaml_colon"),
    ("unexpected end of stream", "yaml_quote"),
    ("expected ',' or", "yaml_bracket"),
    ("escape", "yaml_escape"),
    ("expected ':'", "yaml_indent"),
    ("did not find expected", "yaml_indent"),
    ("cannot start any token", "yaml_quotes_needed"),
)
_AT_THE_START = frozenset(("yaml_quote", "yaml_bracket"))
_JUST_A_KEY = re.compile(r"\s*(?:- )*[\w.-]+")


def fault_of(error: yaml.YAMLError, text: str) -> Problem:
    """Return the problem behind a parser error, on the line where an author should look."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        control = _CONTROL.search(text)
        line = text.count("\n", 0, control.start()) + 1 if control else None
        return Problem("yaml_control" if control else "yaml_broken", line=line)
    complaint = error.problem or ""
    code = next((code for words, code in _COMPLAINTS if words in complaint), "yaml_broken")
    lines = text.split("\n")
    began = error.context_mark.line if error.context_mark else mark.line
    if code == "yaml_bracket" and began == mark.line and _rest(lines, mark).startswith(":"):
        return Problem("yaml_colon", line=mark.line + 1)
    if code in _AT_THE_START:
        return Problem(code, line=began + 1)
    code, line = _seen_by_the_author(code, mark, lines)
    return Problem(code, line=line)


def _seen_by_the_author(code: str, mark: yaml.Mark, lines: list[str]) -> tuple[str, int]:
    """Return what an author did, where the parser only sees what follows from it."""
    number = min(mark.line, len(lines) - 1)
    odd = [n for n, line in enumerate(lines[:number]) if line.count('"') % 2]
    if len(odd) % 2:
        return "yaml_quote", odd[-1] + 1
    here = lines[number]
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "yaml_tab", number + 1
    if code == "yaml_colon" and _JUST_A_KEY.fullmatch(here[: mark.column]):
        return "yaml_indent", number + 1
    return code, number + 1


def _rest(lines: list[str], mark: yaml.Mark) -> str:
    return lines[mark.line][mark.column :] if mark.line < len(lines) else ""
