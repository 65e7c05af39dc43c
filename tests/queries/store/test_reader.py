"""The protocol of readers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from queries.store.reader import Asker, Generation, Reader

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader


def test_the_embedded_reader_keeps_the_protocol(reader: FolderReader) -> None:
    """Mypy compares signatures here; at run time every method is there."""
    kept: Reader = reader
    asker: Asker = reader
    names = [name for name in vars(Reader) if not name.startswith("_")]
    assert len(names) > 6
    assert all(callable(getattr(kept, name)) for name in names)
    assert len(asker.select("SELECT * { }")) == 1


def test_a_generation_names_its_parts() -> None:
    """Version and folders follow from number, day and place."""
    day = datetime(2024, 3, 5, 6, 7, 8, tzinfo=UTC)
    generation = Generation(number=4, folder=Path("g/4"), published_at=day)
    assert generation.version == "4-20240305T060708Z"
    assert generation.public == Path("g/4/public")
    assert generation.work == Path("g/4/work")
    assert generation.index == Path("g/4/index.sqlite")
