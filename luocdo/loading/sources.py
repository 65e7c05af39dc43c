"""How the roof reads a file: foreign formats in a process apart, scans only once."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing import parent_process
from typing import TYPE_CHECKING

from loaders.readers import Limits
from luocdo.loading.reader_process import read_apart
from luocdo.loading.scans import ScanShelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import SourceFile, SourceText
    from luocdo.settings import Settings


def limits(settings: Settings) -> Limits:
    """Return how much of a file the readers take."""
    return Limits(
        file_bytes=settings.max_file_bytes,
        characters=settings.max_text_chars,
        pages=settings.max_pages,
        scanned_pages=settings.max_scanned_pages,
        page_seconds=settings.page_seconds,
        processes=settings.page_processes,
    )


def reader(settings: Settings) -> Callable[[SourceFile, Limits], SourceText]:
    """Return who reads files for a command that keeps nothing.

    Args:
        settings: time and memory that reading may take, and where scans are kept.
    """

    def read(file: SourceFile, bounds: Limits) -> SourceText:
        known = ScanShelf(root=settings.store).get(file.sha256)
        if known is not None:
            return known
        return read_apart(
            file,
            _shared_out(bounds),
            megabytes=settings.read_megabytes,
            seconds=settings.read_seconds,
        )

    return read


def _shared_out(bounds: Limits) -> Limits:
    """Return limits that recognise one page at a time where files are read side by side already."""
    if bounds.processes or parent_process() is None:
        return bounds
    return replace(bounds, processes=1)


def keeping_reader(settings: Settings) -> Callable[[SourceFile, Limits], SourceText]:
    """Return who reads files for a store: what is recognised in scans is kept there.

    Args:
        settings: time and memory that reading may take, and where scans are kept.
    """
    read = reader(settings)

    def read_and_keep(file: SourceFile, bounds: Limits) -> SourceText:
        source = read(file, bounds)
        if source.pictures:
            ScanShelf(root=settings.store).put(source)
        return source

    return read_and_keep
