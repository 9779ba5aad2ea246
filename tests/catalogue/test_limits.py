"""Files that want too much are refused at once, with a sentence."""

import os
import time
from pathlib import Path

import pytest

from tests.catalogue.corpus import EDITION, a_copy
from toolkit.reading.text_file import read_document
from toolkit.reading.yaml_text import NotReadable, parse

ALIAS_BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def codes(text: str) -> list[str]:
    with pytest.raises(NotReadable) as caught:
        parse(text)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ALIAS_BOMB, "yaml_alias"),
        ("a: !!python/object/apply:os.system [ls]", "yaml_tag"),
        ("[" * 5_000, "yaml_deep"),
        ("{a: " * 5_000, "yaml_deep"),
        ("- " * 5_000, "yaml_deep"),
        ("? " * 5_000, "yaml_key"),
        ("[" + "a," * 60_000 + "]", "yaml_many"),
        ("%TAG !a! b\n" * 50_000 + "---\na", "yaml_directive"),
        ("a: b\n" * 3, "yaml_duplicate"),
        ("", "yaml_empty"),
        ("# only a remark", "yaml_empty"),
        ("~", "yaml_empty"),
    ],
    ids=lambda value: value[:12],
)
def test_a_dangerous_text_is_refused_quickly(text: str, code: str) -> None:
    """T60, T61, T62, T63, M16."""
    began = time.perf_counter()

    found = codes(text)

    assert found[0] == code
    assert time.perf_counter() - began < 2


def test_words_that_yaml_would_change_stay_as_typed() -> None:
    """T62: no, on, versions, times and octals are text."""
    document = parse("[no, on, 1.10, 1:30, 012, 0x1F, 1_000, .inf, 2026-12-31, =]")

    assert document.value == (
        "no", "on", "1.10", "1:30", "012", "0x1F", "1_000", ".inf", "2026-12-31", "=",
    )  # fmt: skip


def test_json_is_read_the_same_way() -> None:
    document = parse('{"a": 2, "b": true, "c": null, "d": "\\ud83d\\ude00", "e": [1.50]}')

    assert document.value == {"a": "2", "b": "true", "d": "😀", "e": ("1.50",)}
    assert document.empty == (("c",),)


def test_a_line_is_found_for_every_place() -> None:
    document = parse("a:\n  b:\n    - c\n    - d: e\n")

    assert document.line(("a", "b", 1, "d")) == 4
    assert document.line(("a", "missing")) == 1
    assert document.line(()) == 1


def test_a_file_above_a_megabyte_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("#" * 1_000_001)

    with pytest.raises(NotReadable) as caught:
        read_document(path, name="large.yaml")

    assert [problem.code for problem in caught.value.problems] == ["file_large"]


def test_a_file_that_nobody_writes_in_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)

    with pytest.raises(NotReadable) as caught:
        read_document(pipe, name="pipe.yaml")

    assert [problem.code for problem in caught.value.problems] == ["file_odd"]


def test_a_device_is_not_a_file() -> None:
    with pytest.raises(NotReadable) as caught:
        read_document(Path("/dev/zero"), name="zero")

    assert [problem.code for problem in caught.value.problems] == ["file_odd"]


def test_what_the_shell_hands_in_may_be_a_pipe() -> None:
    out, into = os.pipe()
    os.write(into, b"a: b\n")
    os.close(into)

    document = read_document(Path(f"/dev/fd/{out}"), name="scan")

    os.close(out)
    assert document.value == {"a": "b"}


def test_a_mark_in_front_of_the_text_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")

    assert read_document(path, name="marked.yaml").value == {"a": "b"}


def test_files_that_are_too_large_together_are_refused(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    themes = copy.place / "goede-lijst" / "1" / "themes"
    padding = "# " + "x" * 998_000 + "\n"

    (themes / "01-beleid.yaml").write_text(padding + (themes / "01-beleid.yaml").read_text())
    (themes / "02-doen.yaml").write_text(padding + (themes / "02-doen.yaml").read_text())
    (themes.parent / "questionnaire.yaml").write_text(
        "# " + "x" * 10_000 + "\n" + (themes.parent / "questionnaire.yaml").read_text()
    )

    assert [said.code for said in copy.said()] == ["edition_large"]


def test_a_file_outside_by_way_of_a_link_is_refused(tmp_path: Path) -> None:
    copy = a_copy(tmp_path / "copy")
    outside = tmp_path / "outside.yaml"
    theme = copy.place / "goede-lijst" / "1" / "themes" / "02-doen.yaml"
    outside.write_text(theme.read_text())
    theme.unlink()
    theme.symlink_to(outside)

    found = copy.said()

    assert found[0].code == "include_outside"


def test_a_text_longer_than_ten_thousand_characters_is_refused(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    theme = copy.place / "goede-lijst" / "1" / "themes" / "01-beleid.yaml"
    theme.write_text(theme.read_text().replace("Is er geld?", "a" * 10_001))

    assert [said.code for said in copy.said()] == ["prose_long"]


def many(row: str, count: int = 990) -> str:
    """Return so many questions; N is the number of each, M that of the next."""
    rows = (row.replace("N", str(number)).replace("M", str(number + 1)) for number in range(count))
    return "".join(f"- {{{row}}}\n" for row in rows)


QUESTION = "id: d.qN, type: text, question: {nl: x, en: y}, "
FULL = {
    "a chain": many(QUESTION + "show_if: {item: d.qM, equals: x}"),
    "unknown questions": many(QUESTION + "show_if: {item: z.qM, equals: x}"),
    "a chain of advice": many(QUESTION + "advice: {low: d.qM.low}"),
    "unknown keys": many("wieghtN: b"),
    "many keys": "- id: x\n" + "".join(f"  wieght{number}: b\n" for number in range(19_000)),
    "one key": "- id: x\n" + "  weight: 2\n" * 19_000,
    "unknown norms": many(QUESTION + "refs: [" + ", ".join(["GC-N"] * 9_000) + "]", 2),
    "nothing": "- a:\n" * 990,
    "questions": many(QUESTION, 2_000),
    "hardly a question": "- a:\n" * 19_000,
    "braces": "- '" + "{" * 900_000 + "'\n",
    "quotes": '"\n' * 300_001,
}


@pytest.mark.parametrize("theme", FULL.values(), ids=FULL.keys())
def test_a_file_full_of_mistakes_does_not_take_long(theme: str, tmp_path: Path) -> None:
    """T63, T65: never over two seconds, however much is wrong."""
    copy = a_copy(tmp_path)
    (copy.place / "goede-lijst" / "1" / "themes" / "02-doen.yaml").write_text(theme)
    began = time.process_time()

    found = copy.checked()

    assert 0 < len(found) <= 1_600
    assert time.process_time() - began < 2


@pytest.mark.parametrize(("count", "codes"), [(1_000, []), (1_001, ["items_many"])])
def test_a_questionnaire_has_at_most_a_thousand_questions(
    count: int, codes: list[str], tmp_path: Path
) -> None:
    copy = a_copy(tmp_path)
    theme = many("id: d.qN, type: text, question: {nl: x, en: y}", count - 5)
    (copy.place / EDITION / "scenarios" / "een-geval.yaml").unlink()
    (copy.place / EDITION / "themes" / "02-doen.yaml").write_text(theme)

    assert [problem.code for problem in copy.checked()] == codes


@pytest.mark.parametrize("name", ["unknown questions", "unknown keys", "nothing"])
def test_when_more_is_wrong_than_anybody_reads_that_is_said(name: str, tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    (copy.place / "goede-lijst" / "1" / "themes" / "02-doen.yaml").write_text(FULL[name])

    said = [problem.code for problem in copy.checked()]

    assert len(said) > 500
    assert "and_more" in said
