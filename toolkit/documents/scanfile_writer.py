"""Writes a scan file that says the same when it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import yaml

from toolkit.domain.answers import Answer, State, Value, View
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.raw_answers import named
from toolkit.domain.scan import Evidence, PlannedAction, Remark, Remarks, Scan


def write(scan: Scan, questionnaire: Questionnaire) -> str:
    """Return the scan as YAML; the answers stand in the order of the questionnaire."""
    adopted = scan.adoption
    frame = {
        "format": "1",
        "questionnaire": scan.questionnaire,
        "edition": scan.edition,
        "title": scan.title,
        "date": scan.dated,
        "municipality": _municipality(scan),
        "selection": scan.selection,
        "state": scan.state,
        "adopted_by": scan.adopted_by,
        "adoption": _said({"day": adopted.day, "decision": adopted.decision}) if adopted else None,
        "respondents": list(scan.respondents),
        "fictional": scan.fictional,
        "intake": _answers(scan, questionnaire, intake=True),
        "remarks": _remarks(scan.remarks),
        "evidence": [_evidence(entry) for entry in scan.evidence],
        "actions": [_action(action) for action in scan.actions],
    }
    answers = _answers(scan, questionnaire, intake=False)
    return yaml.dump(
        {**_said(frame), "answers": answers},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )


class _Dumper(yaml.CSafeDumper):
    """Writes numbers as they are written in a file, never in scientific form."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out: a scan file knows no aliases."""
        return True

    def number(self, number: Decimal) -> yaml.ScalarNode:
        """Return a number without quotes."""
        kind = "int" if number == number.to_integral_value() else "float"
        return self.represent_scalar(f"tag:yaml.org,2002:{kind}", named(number))


_Dumper.add_representer(Decimal, _Dumper.number)


def _said(keys: Mapping[str, object]) -> dict[str, object]:
    """Return the keys that say something."""
    return {key: value for key, value in keys.items() if isinstance(value, Decimal) or value}


def _municipality(scan: Scan) -> dict[str, object] | None:
    given = scan.municipality
    return {"name": given.name, **_said({"code": given.code})} if given else None


def _answers(scan: Scan, questionnaire: Questionnaire, *, intake: bool) -> dict[str, object]:
    forms = {
        question.id: _answer(scan.answers[question.id])
        for question in questionnaire.questions.values()
        if bool(question.groups) is not intake and question.id in scan.answers
    }
    return {name: _bare(form) for name, form in forms.items()} if intake else forms


def _bare(form: object) -> object:
    """Return the value itself when there is nothing else to say; the intake is written so."""
    alone = isinstance(form, dict) and form.keys() == {"value"}
    return form["value"] if isinstance(form, dict) and alone else form


def _answer(answer: Answer) -> object:
    form = _said(
        {
            "value": _value(answer.value) if answer.value is not None else None,
            "unknown": answer.state is State.UNKNOWN,
            "disputed": [_view(view) for view in answer.views],
            "note": answer.note,
            "evidence": list(answer.evidence),
            "regional": answer.regional,
            "left_open": answer.left_open,
        }
    )
    if answer.state is State.NOT_APPLICABLE:
        form = {"not_applicable": answer.reason, **form}
    return "unknown" if form == {"unknown": True} else form


def _view(view: View) -> dict[str, object]:
    return {"value": _value(view.value), "function": view.function, "reason": view.reason}


def _value(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _remark(remark: Remark | None) -> dict[str, object] | None:
    return {"text": remark.text, **_said({"function": remark.function})} if remark else None


def _remarks(remarks: Remarks) -> dict[str, object]:
    themes = {name: _remark(remark) for name, remark in remarks.themes.items()}
    parts = {"foreword": _remark(remarks.foreword), "themes": themes}
    return _said({**parts, "reply": _remark(remarks.reply)})


def _evidence(entry: Evidence) -> dict[str, object]:
    dates = {"date": entry.dated, "valid_until": entry.valid_until}
    texts = {"kind": entry.kind, **dates, "link": entry.link, "citation": entry.citation}
    return {"id": entry.id, "title": entry.title, **_said(texts)}


def _action(action: PlannedAction) -> dict[str, object]:
    parts = {
        "owner": action.owner,
        "due": action.due,
        "status": action.status,
        "items": list(action.items),
        "child_notices": action.child_notices,
        "note": action.note,
        "reason": action.reason,
    }
    return {"what": action.what, **_said(parts)}
