"""What ./run does: an environment first, then the command."""

import os
import sys
from pathlib import Path

from scripts.set_up import texts
from scripts.set_up.environment import Environment, Purpose, ensure
from scripts.set_up.failures import SetUpFailed
from scripts.set_up.system import offer_pango
from scripts.set_up.voice import Voice, voice_for

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Replace this process by the command, so that its exit code is the command's own."""
    environment = Environment(ROOT)
    prepare(environment, "run", voice_for(os.environ))
    os.environ.pop("PYTHONPATH", None)
    # As a module: the process that lays out a page would run a script once more.
    python = environment.program("python")
    os.execv(python, (str(python), "-P", "-m", "toolkit", *(sys.argv[1:] or ["serve"])))


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
