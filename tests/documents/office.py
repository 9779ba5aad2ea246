"""Opens what we make for Word and Excel in LibreOffice, as the people who get it do."""

import subprocess
import tempfile
from pathlib import Path


def opened_as(data: bytes, name: str, other: str, *, options: str = "") -> bytes:
    """Return a file saved by LibreOffice in another format; ``options`` says how to read it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / name).write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *((f"--infilter={options}",) if options else ()),
            "--convert-to",
            other,
            "--outdir",
            str(place / "out"),
            str(place / name),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        made = place / "out" / f"{Path(name).stem}.{other.split(':', maxsplit=1)[0]}"
        assert made.is_file(), done.stderr
        return made.read_bytes()
