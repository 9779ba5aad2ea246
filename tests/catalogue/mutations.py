"""Damages real questionnaires at random, the same way for the same seed."""

import random
import re
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit import catalogue
from toolkit.domain.problems import Problem
from toolkit.paths import QUESTIONNAIRES
from toolkit.reading.messages import UNWORDED, sentence
from toolkit.services.explain import MESSAGES
from toolkit.wording import wording

Damage = Callable[[bytes, random.Random], bytes]
SIGNS = b"{}[]:#&*!|>'\"%@`,-?<\\\t\r\n\x00\x07\xff\xe2 0"
WORDS = (
    b"null", b"~", b"no", b"1e9", b"-1", b"9" * 400, b".inf", b"0x1F", b"!!python/object:os.system",
    b"&a", b"*a", b"<<", b"---", b"...", b"[" * 60, b"{a: " * 60, b"\xe2\x80\xae", b"<b>x</b>",
    b"{contact.nobody}", b"{{7*7}}", b"yes", b"unknown", b"x" * 12_000, b"|", b">-", b"? ",
)  # fmt: skip
DUTCH = wording("nl")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a damaged questionnaire, in seconds of the processor."""

    seed: int
    seconds: float
    loaded: bool
    unworded: tuple[Problem, ...]


def sources() -> tuple[Path, ...]:
    return tuple(sorted(head.parent for head in QUESTIONNAIRES.glob("*/*/questionnaire.yaml")))


def damaged(seed: int, place: Path) -> Outcome:
    """Copy a real edition, damage one to three files, then check and load it."""
    dice = random.Random(seed)  # noqa: S311 (the same damage every time)
    source = dice.choice(sources())
    copy = place / source.parent.name / source.name
    shutil.copytree(source, copy)
    files = sorted(copy.rglob("*.yaml"))
    for path in dice.sample(files, min(len(files), dice.randint(1, 3))):
        path.write_bytes(DAMAGES[dice.choice(sorted(DAMAGES))](path.read_bytes(), dice))
    began = time.process_time()
    problems = examined(copy, also_loaded=seed % 10 == 0)
    return Outcome(seed, time.process_time() - began, not problems, _unworded(problems))


def outcomes(seeds: range, place: Path) -> tuple[Outcome, ...]:
    return tuple(damaged(seed, place / str(seed)) for seed in seeds)


def examined(folder: Path, *, also_loaded: bool) -> tuple[Problem, ...]:
    """Return the problems of an edition; fail when check and load do not agree."""
    checking = catalogue.Checking(catalogue.library(), catalogue.shipped())
    problems = catalogue.check(folder, checking)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if not also_loaded:
        return problems
    try:
        catalogue.load(folder, catalogue.library())
    except (catalogue.BadQuestionnaire, catalogue.NotReadable):
        assert errors
    else:
        assert not errors
    return problems


def _unworded(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems without a sentence, a file or, for a key, a line."""
    return tuple(
        problem
        for problem in problems
        if MESSAGES.get(problem.code, UNWORDED) == UNWORDED
        or not sentence(problem, MESSAGES, DUTCH)
        or not problem.file
        or (problem.key and not problem.line)
    )


def _flip(text: bytes, dice: random.Random) -> bytes:
    spots = [dice.randrange(len(text)) for _ in range(dice.randint(1, 8))]
    changed = bytearray(text)
    for spot in spots:
        changed[spot] = dice.choice(SIGNS)
    return bytes(changed)


def _lines(text: bytes, dice: random.Random, change: Callable[[list[bytes]], None]) -> bytes:
    lines = text.split(b"\n")
    for _ in range(dice.randint(1, 3)):
        change(lines)
    return b"\n".join(lines)


def _delete(text: bytes, dice: random.Random) -> bytes:
    return _lines(text, dice, lambda lines: lines.__delitem__(dice.randrange(len(lines) - 1)))


def _repeat(text: bytes, dice: random.Random) -> bytes:
    return _lines(
        text, dice, lambda lines: lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    )


def _swap(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _indent(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    spot = dice.randrange(len(lines))
    lines[spot] = dice.choice((b" ", b"  ", b"\t", b"      ")) + lines[spot]
    return b"\n".join(lines)


def _dedent(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    spot = dice.randrange(len(lines))
    lines[spot] = lines[spot].lstrip()
    return b"\n".join(lines)


def _word(text: bytes, dice: random.Random) -> bytes:
    """Put a difficult word where a value stood."""
    values = list(re.finditer(rb"(?<=: )[^\n]+|(?<=- )[^\n]+", text))
    spot = dice.choice(values)
    return text[: spot.start()] + dice.choice(WORDS) + text[spot.end() :]


def _exchange(text: bytes, dice: random.Random) -> bytes:
    """Exchange two words anywhere, keys or values."""
    words = list(re.finditer(rb"[\w.]+", text))
    first, second = sorted(dice.sample(words, 2), key=lambda word: word.start())
    between = text[first.end() : second.start()]
    return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]


def _rename(text: bytes, dice: random.Random) -> bytes:
    """Misspell a key."""
    key = dice.choice(list(re.finditer(rb"[a-z_]+(?=:)", text)))
    letters = list(key[0])
    letters[dice.randrange(len(letters))] = dice.choice(b"abcxyz_Q-")
    return text[: key.start()] + bytes(letters) + text[key.end() :]


def _cut(text: bytes, dice: random.Random) -> bytes:
    return text[: dice.randrange(len(text))]


def _double(text: bytes, dice: random.Random) -> bytes:
    return b"\n".join([text] * dice.randint(2, 3))


DAMAGES: Mapping[str, Damage] = {
    "cut": _cut,
    "dedent": _dedent,
    "delete": _delete,
    "double": _double,
    "exchange": _exchange,
    "flip": _flip,
    "indent": _indent,
    "rename": _rename,
    "repeat": _repeat,
    "swap": _swap,
    "word": _word,
}
