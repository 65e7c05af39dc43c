"""What stands at the edge of page after page: running heads and page numbers, no sentence's words.

A line at the top or bottom of a page belongs to its frame where most pages bear the same words
there, with nothing else in them that changes but a number that grows by one from page to page. The
first page keeps its frame: there it parts no sentence, and it tells where the paper was printed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from loaders.records import Span
from ontology.vietnamese_text import strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.readers.page_layout import PageWords

_EDGE: Final = 2
"""Lines at either end of a page that its frame may take."""
_SHARE: Final = 0.4
"""Share of the pages that bear a running head; left and right pages may bear different ones."""
_FEWEST_NUMBERED: Final = 2
_FEWEST_PLAIN: Final = 3
"""Pages that must bear a running head with and without a number that grows."""
_FEWEST_LETTERS: Final = 4
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_FIRST: Final = re.compile(r"\W*([0-9]{1,4})(?![^\W_])(?=\s|\W*\Z)")
_LAST: Final = re.compile(r"(?<![^\s\W])([0-9]{1,4})\W*\Z")
_NO_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a line at an edge is, if it is a running head.

    Args:
        words: its words without marks and without its page number.
        ahead: how far the printed number is ahead of the page's place; None without a number.
    """

    words: str
    ahead: int | None


def without_running_heads(pages: Sequence[PageWords]) -> tuple[PageWords, ...]:
    """Return pages without the running heads and page numbers of all but the first.

    Args:
        pages: what each page of a file says, in order.
    """
    edges = [tuple(_edge_lines(page.text)) for page in pages]
    readings = [
        {frame for start, end in lines for frame in _frames(page.text[start:end], place)}
        for place, (page, lines) in enumerate(zip(pages, edges, strict=True))
    ]
    counts = Counter(frame for found in readings for frame in found)
    known = {frame for frame, count in counts.items() if _is_running(frame, count, len(pages))}
    known |= {replace(frame, words="") for frame in known if frame.ahead is not None}
    return tuple(
        _without(page, lines, place, known) if place else page
        for place, (page, lines) in enumerate(zip(pages, edges, strict=True))
    )


def _is_running(frame: Frame, count: int, pages: int) -> bool:
    """Tell whether so many pages bear a line that it belongs to their frame."""
    if not frame.words:
        return frame.ahead == 0 or count >= max(_FEWEST_PLAIN, _SHARE * pages)
    fewest = _FEWEST_PLAIN if frame.ahead is None else _FEWEST_NUMBERED
    enough = count >= max(fewest, _SHARE * pages)
    return enough and sum(map(str.isalpha, frame.words)) >= _FEWEST_LETTERS


def _edge_lines(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of the first and last lines of a page, each once."""
    lines = [found.span() for found in _LINE.finditer(text)]
    yield from lines[:_EDGE]
    yield from lines[max(_EDGE, len(lines) - _EDGE) :]


def _frames(line: str, place: int) -> Iterator[Frame]:
    """Give what a line of the page at a place, from 0, may be as a running head."""
    yield from (
        Frame(
            words=_folded(line[: found.start(1)] + line[found.end(1) :]),
            ahead=int(found.group(1)) - place - 1,
        )
        for found in (_FIRST.match(line), _LAST.search(line))
        if found
    )
    if words := _folded(line):
        yield Frame(words=words, ahead=None)


def _folded(line: str) -> str:
    return _NO_WORD.sub("", strip_marks(line)).casefold()


def _without(
    page: PageWords, lines: Sequence[tuple[int, int]], place: int, known: set[Frame]
) -> PageWords:
    """Return a page without the lines of its frame."""
    text = page.text
    gone = [
        (start, min(end + 1, len(text)))
        for start, end in lines
        if known.intersection(_frames(text[start:end], place))
    ]
    for start, end in reversed(gone):
        page = _cut(page, start, end)
    return replace(page, text=page.text.rstrip("\n")) if gone else page


def _cut(page: PageWords, start: int, end: int) -> PageWords:
    """Return a page without a stretch of its text, and the places of its words moved."""
    return replace(
        page,
        text=page.text[:start] + page.text[end:],
        words=tuple(
            replace(word, span=Span(start=word.span.start - by, end=word.span.end - by))
            for word in page.words
            if word.span.end <= start or word.span.start >= end
            for by in (end - start if word.span.start >= end else 0,)
        ),
    )
