"""Pictures of pages: their words as Tesseract reads them, each with its place and confidence."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from math import inf
from statistics import fmean
from typing import TYPE_CHECKING, Final

from loaders.readers.figures import confirmed, head_confirmed
from loaders.readers.overlooked import with_overlooked
from loaders.readers.page_images import (
    FINE_DPI,
    READ_DPI,
    for_people,
    for_reading,
    frames,
    grey,
    png,
    straight,
)
from loaders.readers.page_layout import BAR, PageWords
from loaders.readers.page_notes import Note, moved, whole_notes
from loaders.readers.page_rulings import rulings, straightened, without_rulings
from loaders.readers.ruled_tables import is_level, level_lines, tables_of
from loaders.readers.running_heads import without_running_heads
from loaders.readers.scanned_columns import outside_of, unruled_tables, with_row_numbers
from loaders.readers.scanned_notes import parted_notes
from loaders.readers.scanned_tables import laid_out, read_cells, without_tables
from loaders.readers.tesseract import (
    RecognitionFailed,
    read_page,
    read_sparse,
    require_tesseract,
    turned,
)
from loaders.readers.word_repair import repaired
from loaders.records import Remark, SourceFile, SourceText, Span
from loaders.source_text import Box, Page, PagePicture, PrintedWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PIL.Image import Image

    from loaders.readers.limits import Limits
    from loaders.readers.page_layout import Line
    from loaders.readers.ruled_tables import Line as Ruling
    from loaders.readers.ruled_tables import RuledTable
    from loaders.readers.tesseract import ReadWord

_POOR: Final = 0.7
"""Mean confidence below which a page may lie on its side or stand on its head."""
_FEWEST: Final = 5
"""Words below which the same is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """The words of a grey page, the same page without lines of tables, the tables, level rules."""

    page: Image
    clean: Image
    tables: tuple[RuledTable, ...]
    rules: tuple[Ruling, ...]
    words: tuple[ReadWord, ...]


def read_scan(file: SourceFile, limits: Limits) -> SourceText:
    """Return the words recognised in a picture file.

    Args:
        file: PNG, JPEG or TIFF; a TIFF may hold several pages.
        limits: bounds pixels, pages, and the time for each.

    Raises:
        UnreadableDocument: no picture that can be opened, or nothing here can read it.
        DocumentTooLarge: it has too many pixels or pages.
    """
    require_tesseract(file.name)
    pages = recognise_all(
        ((number, page) for number, page in enumerate(frames(file, limits), start=1)), limits
    )
    return gathered(file, pages, "scan")


def recognise_all(pages: Iterable[tuple[int, Image]], limits: Limits) -> tuple[PageWords, ...]:
    """Return what pictures of pages say, several read side by side.

    Args:
        pages: number, from 1, and picture in colours of each page; taken as they are needed.
        limits: how many at a time, and how long each may take.
    """
    at_once = limits.processes or os.cpu_count() or 1
    waiting = iter(pages)
    read: list[PageWords] = []
    with ThreadPoolExecutor(at_once) as pool:
        while batch := [page for _, page in zip(range(at_once), waiting, strict=False)]:
            read += pool.map(lambda page: recognise(page[1], page[0], limits), batch)
            limits.alive()
    return tuple(read)


def recognise(page: Image, number: int, limits: Limits) -> PageWords:
    """Return what the picture of a page says; what cannot be read is marked as failed.

    Args:
        page: the page in colours at the fine resolution.
        number: its number, from 1.
        limits: how long it may take.
    """
    try:
        read = _best_reading(page, number, limits.page_seconds)
        upright = read.page
        found = laid_out(read.words, read.tables, round(upright.height * READ_DPI / FINE_DPI))
        head = found.head if number == 1 else 0
        lines = found.joined(
            repaired(
                (
                    *head_confirmed(found.lines[:head], read.clean, limits.page_seconds),
                    *confirmed(found.lines[head:], read.clean, limits.page_seconds),
                )
            )
        )
    except RecognitionFailed:
        return PageWords(text="", confidence=0.0, failed=True, picture=for_people(page))
    size = (upright.width * READ_DPI / FINE_DPI, upright.height * READ_DPI / FINE_DPI)
    floor = min((table.ys[0] for table in read.tables), default=inf)
    rules = [rule for rule in read.rules if rule.at <= floor]
    lines, notes = parted_notes(lines, rules, size)
    text, placed = _placed(lines, number, size)
    return PageWords(
        text=text,
        words=placed,
        confidence=_mean(list(chain.from_iterable(lines))),
        picture=for_people(upright),
        notes=tuple(_note(at, words, number, size) for at, words in notes),
    )


def _note(at: int, words: Line, number: int, size: tuple[float, float]) -> Note:
    """Return a footnote of a page with the places of its words."""
    text, placed = _placed([words], number, size)
    return Note(number=at, text=text, words=placed)


def _best_reading(page: Image, number: int, seconds: float) -> _Reading:
    """Return what the upright page says; it is turned where it lies on its side."""
    plain = grey(page, is_first=number == 1)
    first = _read(straight(plain), seconds)
    if len(first.words) >= _FEWEST and _mean(first.words) >= _POOR:
        return first
    angle = turned(png(plain), FINE_DPI, seconds)
    if not angle:
        return first
    other = _read(straight(plain.rotate(-angle, expand=True, fillcolor=255)), seconds)
    better = len(other.words) * _mean(other.words) > len(first.words) * _mean(first.words)
    return other if better else first


def _read(page: Image, seconds: float) -> _Reading:
    """Return the words of a page; the cells of ruled tables are read one by one."""
    lines = rulings(page)
    tables = tuple(tables_of(straightened(lines)))
    clean = without_rulings(page, lines) if tables else page
    small = for_reading(clean)
    words = read_cells(small, tables, seconds)
    outside = without_tables(small, tables)
    printed = read_page(png(outside), READ_DPI, seconds)
    words += with_overlooked(
        printed, outside, lambda rest: read_sparse(png(rest), READ_DPI, seconds)
    )
    words = with_row_numbers(words, tables, small, seconds)
    unruled = unruled_tables(words, tables, lines, small.height)
    if unruled:
        words = (*outside_of(words, unruled, small.height), *read_cells(small, unruled, seconds))
        tables = _from_top((*tables, *unruled))
    rules = tuple(level_lines(line for line in straightened(lines) if is_level(line)))
    return _Reading(page=page, clean=clean, tables=tables, rules=rules, words=words)


def _from_top(tables: Sequence[RuledTable]) -> tuple[RuledTable, ...]:
    return tuple(sorted(tables, key=lambda table: -table.ys[-1]))


def _mean(words: Sequence[ReadWord]) -> float:
    return fmean(word.confidence for word in words) if words else 0.0


def _placed(
    lines: Sequence[Line], number: int, size: tuple[float, float]
) -> tuple[str, tuple[PrintedWord, ...]]:
    """Return the text of lines, and place and confidence of each word."""
    pieces: list[str] = []
    placed: list[PrintedWord] = []
    at = 0
    for line in lines:
        for position, word in enumerate(line):
            span = Span(start=at, end=at + len(word.text))
            if word.text != BAR:
                placed.append(
                    PrintedWord(
                        span=span, page=number, box=_box(word, size), confidence=word.confidence
                    )
                )
            pieces += (word.text, "\n" if position == len(line) - 1 else " ")
            at = span.end + 1
    return "".join(pieces).rstrip("\n"), tuple(placed)


def _box(word: ReadWord, size: tuple[float, float]) -> Box:
    """Return where a word stands, in shares of its page with three places."""
    width, height = size
    return Box(
        left=round(max(0.0, word.left / width), 3),
        top=round(max(0.0, word.top / height), 3),
        right=round(min(1.0, word.right / width), 3),
        bottom=round(min(1.0, word.bottom / height), 3),
    )


def gathered(file: SourceFile, read: Sequence[PageWords], reader: str) -> SourceText:
    """Return the pages of a file as one text without their running heads, and what failed.

    Args:
        file: the file.
        read: its pages in order.
        reader: name of the reader.
    """
    pages: list[Page] = []
    words: list[PrintedWord] = []
    start = 0
    kept = without_running_heads(read)
    lines: list[str] = []
    for number, page in enumerate(kept, start=1):
        span = Span(start=start, end=start + len(page.text))
        pages.append(Page(number=number, span=span, ocr_confidence=page.confidence))
        words += (moved(word, start) for word in page.words)
        lines.append(page.text)
        start = span.end + 1
    for note in whole_notes([note for page in read for note in page.notes]):
        sign = f"[{note.number}] "
        words += (moved(word, start + len(sign)) for word in note.words)
        lines.append(sign + note.text)
        start += len(lines[-1]) + 1
    return SourceText(
        source_sha256=file.sha256,
        text="\n".join(lines),
        pages=tuple(pages),
        reader=reader,
        remarks=_remarks(read, pages),
        words=tuple(words),
        pictures=tuple(
            PagePicture(page=number, content=page.picture)
            for number, page in enumerate(read, start=1)
            if page.picture
        ),
    )


def _remarks(read: Sequence[PageWords], pages: Sequence[Page]) -> tuple[Remark, ...]:
    """Return a remark on the pages that were recognised, and on each that could not be."""
    scanned = [page for page in read if page.confidence is not None]
    whole = [Remark(code="text-recognised", detail=str(len(scanned)))] if scanned else []
    return (
        *whole,
        *(
            Remark(code="page-without-text", detail=str(page.number), span=page.span)
            for page, found in zip(pages, read, strict=True)
            if found.failed or (found.confidence is not None and not found.text)
        ),
    )
