"""Part the cells of a table that was flattened to lines: nothing but the line ends is left of them.

A cell ends where a line ends that may end one, and the next begins a name, a time or another cell
behind a whole name. Source: tables of gazettes and of converted documents.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.obligations.names import head_kind, read_listed, read_names
from loaders.obligations.wordings import load_table
from loaders.records import Span

if TYPE_CHECKING:
    from loaders.records import NormalisedText

HEADS = load_table("headings")
NAMING = (
    *("procedure", "lead", "coordinating", "implementing", "time", "report"),
    *("product", "note", "task"),
)
LONGEST_HEAD = 260  # characters of all heads of a table together
FEWEST_HEADS = 3
TAIL = 24  # characters at the end of a line that say whether it goes on
LINE = re.compile(r"\S(?:[^\n]*\S)?")


def read_heads(words: str) -> tuple[str, ...]:
    """Return what the columns of a table hold, by its heads in one stretch; () where none are.

    Args:
        words: the words of the first block of a table.
    """
    if len(words) > LONGEST_HEAD or not HEADS.pattern("number").match(words):
        return ()
    found: list[tuple[int, int, str]] = []
    for key in NAMING:
        wording = HEADS.wording(key)
        for match in wording.pattern.finditer(words):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), wording.means))
    means = tuple(one[2] for one in sorted(found))
    once = tuple(m for place, m in enumerate(means) if place == 0 or m != means[place - 1])
    return ("number", *once) if len(once) >= FEWEST_HEADS else ()


def part_cells(text: NormalisedText, span: Span) -> tuple[Span, ...]:
    """Return the cells that a stretch of lines holds, in order.

    Args:
        text: the document.
        span: the lines of one or more cells.
    """
    lines = [
        Span(start=match.start(), end=match.end())
        for match in LINE.finditer(text.text, span.start, span.end)
    ]
    names = [
        line.start
        for before, line in pairwise(lines)
        if _may_begin(text.text, before, line) and head_kind(text.text, line.start, line.end)
    ]
    cells: list[Span] = []
    for line in lines:
        following = bisect_right(names, line.start)
        ends = names[following] if following < len(names) else span.end
        if cells and not _opens(text, cells[-1], line, ends):
            cells[-1] = Span(start=cells[-1].start, end=line.end)
        else:
            cells.append(line)
    return tuple(_trimmed(text.text, cell) for cell in cells)


def _trimmed(words: str, cell: Span) -> Span:
    """Return a cell without the mark at its end."""
    printed = words[cell.start : cell.end]
    return Span(start=cell.start, end=cell.start + max(1, len(printed.rstrip(" .;,:"))))


def _may_begin(words: str, before: Span, line: Span) -> bool:
    """Tell whether a line begins with a capital or figure, behind one that may end a cell."""
    unfinished = HEADS.pattern("unfinished")
    start = max(before.start, before.end - TAIL)
    return not words[line.start].islower() and not unfinished.search(words, start, before.end)


def _opens(text: NormalisedText, cell: Span, line: Span, end: int) -> bool:
    """Tell whether a line opens a cell behind the one above it."""
    words = text.text
    if not _may_begin(words, cell, line):
        return False
    if HEADS.pattern("time-begins").match(words, line.start):
        return True
    whole = _is_whole(text, cell)
    if head_kind(words, line.start, line.end) is None:
        return whole or HEADS.pattern("time-begins").match(words, cell.start) is not None
    run = read_names(text, line.start, end)
    return whole or (bool(run.names) and _ends_line(words, run.end, end))


def _is_whole(text: NormalisedText, cell: Span) -> bool:
    """Tell whether a cell consists of names."""
    run = read_listed(text, cell.start, cell.end)
    return bool(run.names) and run.end >= cell.end - 1


def _ends_line(words: str, position: int, end: int) -> bool:
    """Tell whether nothing but a mark stands between a position and the end of its line."""
    stop = words.find("\n", position, end)
    return not words[position : stop if stop >= 0 else end].strip(" .;,")
