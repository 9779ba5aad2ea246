"""Which national figures a questionnaire names."""

from toolkit.catalogue import library, shipped


def test_a_questionnaire_says_which_figures_were_filled_in() -> None:
    figures = shipped().find("kinderrechten-mensenhandel", "2026.1").figures

    assert figures
    assert [key for key in figures if key not in library().figures_by_key] == []
    assert len(figures) < len(library().figures)
