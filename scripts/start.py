"""What ./run does: an environment first, then the command."""

import os
import sys
from pathlib import Path

from scripts import texts
from scripts.environment import Environment, Purpose, ensure
from scripts.failures import SetUpFailed
from scripts.system import offer_pango
from scripts.voice import Voice, voice_for

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Replace this process by the command, so that its exit code is the command's own."""
    environment = Environment(ROOT)
    prepare(environment, "run", voice_for(os.environ))
    program = environment.program("kinderrechtenscan")
    os.environ.pop("PYTHONPATH", None)
    os.execv(program, (str(program), *(sys.argv[1:] or ["demo"])))


def prepare(environment: Environment, purpose: Purpose, voice: Voice) -> None:
    """Make the environment ready, or end with one sentence."""
    try:
        if ensure(environment, purpose, voice):
            offer_pango(environment.program("python"), voice)
    except SetUpFailed as problem:
        voice.say(problem.text, **problem.values)
        sys.exit(1)
    except KeyboardInterrupt:
        voice.say(texts.INTERRUPTED)
        sys.exit(130)


if __name__ == "__main__":
    main()
