"""The folder of a store: its parts, its lock, its journal, and the generations readers open."""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Final

from queries.errors import StoreError
from queries.store.reader import Generation

if TYPE_CHECKING:
    from pathlib import Path

KEPT: Final = 3
"""Generations kept, the newest included: a reader finishes its answer on the one it opened."""


_POINTER: Final = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFolder:
    """Names the parts of a store's folder.

    Args:
        root: the folder.
    """

    root: Path

    @property
    def public(self) -> Path:
        """The live store of effective and fixed graphs and their merge."""
        return self.root / "public"

    @property
    def work(self) -> Path:
        """The live store of raw graphs, runs and findings."""
        return self.root / "work"

    @property
    def passages(self) -> Path:
        """The passages of all texts ever kept; all generations share them."""
        return self.root / "passages.sqlite"

    @property
    def withdrawn(self) -> Path:
        """Documents that were taken out, one a line, with what took their place."""
        return self.root / "withdrawn"

    @property
    def shared(self) -> Path:
        """Graphs that are alike here and in a shared store, one a line, with their versions."""
        return self.root / "shared"

    @property
    def journal(self) -> Path:
        """What was being written; it exists only while something is, or after a crash."""
        return self.root / "journal"

    @property
    def loading(self) -> Path:
        """The folder of quads that wait to be loaded."""
        return self.root / "loading"

    @property
    def unpublished(self) -> Path:
        """Names of graphs, public or of findings, that changed since the last generation."""
        return self.root / "unpublished"

    @property
    def generations(self) -> Path:
        """The folder of the published states."""
        return self.root / "generations"

    @property
    def current(self) -> Path:
        """The pointer: a file that holds the number of the newest generation."""
        return self.root / _POINTER


def lock(folder: StoreFolder) -> IO[bytes]:
    """Take the writer's lock of a store; it goes with the file or the process.

    Raises:
        StoreError: another writer has it.
    """
    folder.root.mkdir(parents=True, exist_ok=True)
    held = (folder.root / "lock").open("wb")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise StoreError(
            "store-locked",
            f"Another program is writing to {folder.root}.",
            "Wait until it has finished; there is one writer at a time.",
        ) from error
    return held


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    draft = target.with_name(f"{target.name}.draft")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def _empty(folder: StoreFolder) -> StoreError:
    return StoreError(
        "store-empty", f"Nothing has been published in {folder.root}.", "Load documents first."
    )


def newest(folder: StoreFolder) -> Generation:
    """Return the generation that the pointer names.

    Raises:
        StoreError: nothing has been published yet.
    """
    try:
        number = int(folder.current.read_text(encoding="ascii"))
        place = folder.generations / str(number)
        seconds = (place / "published").stat().st_mtime
    except (OSError, ValueError) as error:
        raise _empty(folder) from error
    return Generation(
        number=number, folder=place, published_at=datetime.fromtimestamp(seconds, tz=UTC)
    )


def stamp(folder: StoreFolder) -> tuple[int, int]:
    """Return what changes when the pointer moves: it is a new file each time.

    Raises:
        StoreError: nothing has been published yet.
    """
    try:
        found = os.stat(f"{folder.root}/{_POINTER}")  # noqa: PTH116 - thrice as fast as by a Path; each query asks
    except OSError as error:
        raise _empty(folder) from error
    return found.st_ino, found.st_mtime_ns


def _numbers(folder: StoreFolder) -> list[int]:
    """Return the numbers of the generations on disk, rising."""
    if not folder.generations.is_dir():
        return []
    return sorted(int(p.name) for p in folder.generations.iterdir() if p.name.isdigit())


def kept(folder: StoreFolder) -> tuple[Path, ...]:
    """Return the folders of the published generations, the oldest first."""
    return tuple(folder.generations / str(number) for number in _numbers(folder))


def draft_folder(folder: StoreFolder) -> Path:
    """Return an empty folder for the next generation; leavings of a crash are removed."""
    number = _numbers(folder)[-1] + 1 if _numbers(folder) else 1
    draft = folder.generations / f"{number}.draft"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    return draft


def announce(folder: StoreFolder, draft: Path) -> Generation:
    """Give a finished draft its number, move the pointer to it, and let the oldest go."""
    (draft / "published").touch()
    place = draft.with_suffix("")
    draft.replace(place)
    write_whole(folder.current, place.name.encode("ascii"))
    for number in _numbers(folder)[:-KEPT]:
        shutil.rmtree(folder.generations / str(number), ignore_errors=True)
    return newest(folder)
