"""Disks that are full, and folders that are closed, for as long as a test needs them."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SIZE = 2_000_000
NOBODY = 65534


@dataclass(frozen=True)
class SmallDisk:
    """A folder with room for little; where nothing can be mounted, files are kept small instead."""

    folder: Path
    mounted: bool

    def fill(self) -> None:
        """Leave no room."""
        if not self.mounted:
            largest = max(file.stat().st_size for file in self.folder.iterdir())
            _most_bytes(largest)
            return
        with suppress(OSError), (self.folder / "ballast").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1024))

    def free(self) -> None:
        """Make room again."""
        (self.folder / "ballast").unlink(missing_ok=True)
        _most_bytes(resource.RLIM_INFINITY)


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Give a disk of two megabytes."""
    folder.mkdir(mode=0o700)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none", folder)
    mounted = os.geteuid() == 0 and not subprocess.run(mount, capture_output=True).returncode  # noqa: PLW1510
    disk = SmallDisk(folder, mounted)
    try:
        yield disk
    finally:
        disk.free()
        if mounted:
            subprocess.run(("umount", "-l", folder), check=True)


@contextmanager
def closed_to_us(folder: Path) -> Iterator[None]:
    """Take away the right to write in a folder, also when we may do everything."""
    mode, ours = folder.stat().st_mode, os.geteuid()
    folder.chmod(0o500)
    if ours == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(ours)
        folder.chmod(mode)


@contextmanager
def no_more_files() -> Iterator[None]:
    """Let no other file be opened."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    spare = os.open("/dev/null", os.O_RDONLY)
    os.close(spare)
    resource.setrlimit(resource.RLIMIT_NOFILE, (spare, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def _most_bytes(size: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size if size > 0 else hard, hard))
