"""What ./test does: the checks that read the code, then the tests."""

import os
import subprocess
import sys
import time

from scripts.set_up.environment import Environment
from scripts.set_up.start import ROOT, prepare
from scripts.set_up.system import install_validator, offer_test_packages
from scripts.set_up.voice import voice_for

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("style", ("ruff", "check", "--quiet")),
    ("format", ("ruff", "format", "--check", "--quiet")),
    ("types", ("mypy", "--no-error-summary")),
    ("layers", ("lint-imports", "--no-logo")),
    ("safety", ("bandit", "-q", "-r", "toolkit")),
)
SPEEDS = {
    "": ("-m", "not long"),
    "--fast": ("-m", "not slow and not long", "--hypothesis-profile=fast"),
    "--long": ("-m", "", "--hypothesis-profile=long"),
}


def main() -> None:
    """Run every check; the tests follow when all of them pass, and say the last word."""
    environment = Environment(ROOT)
    voice = voice_for(os.environ)
    prepare(environment, "test", voice)
    offer_test_packages(ROOT, voice)
    install_validator(ROOT, voice)
    os.environ.pop("PYTHONPATH", None)
    os.chdir(ROOT)
    failed = [name for name, command in CHECKS if not _passes(environment, name, command)]
    if failed:
        print(f"Not in order: {', '.join(failed)}. The tests were not started.")
        sys.exit(1)
    pytest = environment.program("pytest")
    os.execv(pytest, (str(pytest), *asked_of_pytest(sys.argv[1:])))


def asked_of_pytest(arguments: list[str]) -> list[str]:
    """Return the arguments for pytest."""
    speed = arguments[0] if arguments[:1] and arguments[0] in SPEEDS else ""
    rest = arguments[1:] if speed else arguments
    return ["-n", "2", "--dist", "loadfile", *SPEEDS[speed], *rest]


def _passes(environment: Environment, name: str, command: tuple[str, ...]) -> bool:
    started = time.monotonic()
    program, *arguments = command
    done = subprocess.run(
        (str(environment.program(program)), *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    word = "passed" if passed else "FAILED"
    print(f"  {name + ' ':.<12} {word}   ({time.monotonic() - started:.1f} s)", flush=True)
    if not passed:
        print(done.stdout, flush=True)
    return passed


if __name__ == "__main__":
    main()
