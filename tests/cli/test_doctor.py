"""``doctor`` says what is well and what to do about the rest."""

import pytest

from toolkit.cli.doctor import PARTS, PROBLEMS, WELL, told
from toolkit.cli.main import run
from toolkit.documents.pdf import RenderingProblem
from toolkit.services.examine_installation import Finding, Lack, Part
from toolkit.wording import wording

DUTCH = wording("nl")


def test_doctor_finds_nothing_wrong_here(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["doctor"], {"LANG": "nl_NL.UTF-8"})

    said = capsys.readouterr().out
    assert code == 0
    assert said.count("\n") == len(Part)
    assert "Lettertypen ................................ gevonden" in said


def test_each_part_and_each_lack_has_its_words() -> None:
    assert set(PARTS) == set(WELL) == set(Part)
    assert set(PROBLEMS) == {*RenderingProblem, *Lack}


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding(Part.PDF, RenderingProblem.NO_PANGO),
            "De bibliotheek Pango ontbreekt, dus er kan geen PDF worden gemaakt. Installeer",
        ),
        (
            Finding(Part.PDF, RenderingProblem.NO_HARFBUZZ_SUBSET),
            "De bibliotheek HarfBuzz",
        ),
        (Finding(Part.PDF, RenderingProblem.HOST_REFUSED), "te weinig geheugen"),
        (Finding(Part.PDF, RenderingProblem.NO_PAGE), "Meld dit"),
        (
            Finding(Part.FONTS, Lack.FILES_DAMAGED, "a.ttf, b.ttf"),
            "a.ttf, b.ttf",
        ),
        (Finding(Part.DISK, Lack.NO_ROOM, "12"), "12 MB"),
        (Finding(Part.QUESTIONNAIRES, Lack.CONTENT_WRONG, "5"), "check"),
    ],
    ids=lambda part: getattr(part, "problem", ""),
)
def test_a_lack_comes_with_what_to_do(finding: Finding, said: str) -> None:
    line, advice = told(finding, DUTCH)

    assert line.endswith(" vraagt aandacht")
    assert said in advice
    assert "%(" not in advice
