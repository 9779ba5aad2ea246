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
)
_AT_THE_START = frozenset(("yaml_quote", "yaml_bracket"))


def fault_of(error: yaml.YAMLError, text: str) -> Problem:
    """Return the problem behind a parser error, on the line where an author should look."""
    if not isinstance(error, yaml.MarkedYAMLError):
        control = _CONTROL.search(text)
        line = text.count("\n", 0, control.start()) + 1 if control else None
        return Problem("yaml_control", line=line)
    complaint, mark = error.problem or "", error.problem_mark
    code = next((code for words, code in _COMPLAINTS if words in complaint), "yaml_broken")
    if "cannot start any token" in complaint:
        code = "yaml_tab" if mark and _at(text, mark) == "\t" else "yaml_quotes_needed"
    if code in _AT_THE_START and error.context_mark:
        mark = error.context_mark
    last = text.count("\n") + 1
    return Problem(code, line=min(mark.line + 1, last) if mark else None)


def _at(text: str, mark: yaml.Mark) -> str:
    lines = text.split("\n")
    here = lines[mark.line] if mark.line < len(lines) else ""
    return here[mark.column : mark.column + 1]
