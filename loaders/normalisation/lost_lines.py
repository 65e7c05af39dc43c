"""The lines of a paper whose conversion wrote all its words on one line.

Only a line that holds a whole paper, by two things that never stand on one line of print, is
broken; spans still lead back to the text as it was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from loaders.tables import fill, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BAR = "|"
_GIVES_WAY = " |\n"
"""What a line feed takes the place of."""
_SHORTEST = 300
"""Letters of a line below which it is one of print."""
_HEAD = 2500
"""Letters in which a head ends, web frame and a long subject included."""
_SIGNS = 2
"""Signs of a paper that no line of print holds together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where a line of print began.

    Args:
        id: key of the table.
        reads: what stands there.
        after: True where the line begins behind what is read.
        once: True where only the first that is read in a line counts.
        zone: "head", "body", "end", "border" (head and body), "top" (above the motto) or "any".
    """

    id: str
    reads: re.Pattern[str]
    after: bool
    once: bool
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLines:
    """The compiled table.

    Args:
        signs: what tells that a line holds a whole paper.
        body: first words of the body.
        end: first words of the list of recipients or of the signature.
        breaks: where lines began.
    """

    signs: tuple[re.Pattern[str], ...]
    body: re.Pattern[str]
    end: re.Pattern[str]
    breaks: tuple[Break, ...]


@cache
def lost_lines() -> LostLines:
    """Read `lost_lines.toml` once."""
    data = table("loaders.normalisation", "lost_lines.toml")
    read = {
        (kind, one["id"]): re.compile(fill(one["reads"], data["part"]))
        for kind in ("sign", "border", "break")
        for one in data[kind]
    }
    return LostLines(
        signs=tuple(read["sign", one["id"]] for one in data["sign"]),
        body=read["border", "body"],
        end=read["border", "end"],
        breaks=tuple(
            Break(
                id=one["id"],
                reads=read["break", one["id"]],
                after=one["where"].endswith("after"),
                once=one["where"].startswith("first"),
                zone=one["zone"],
            )
            for one in data["break"]
        ),
    )


def line_starts(text: str) -> tuple[int, ...]:
    """Return where lines of print began inside the lines of a text, in order.

    Args:
        text: normalised text; nothing is found where its lines are those of print.
    """
    found: set[int] = set()
    broken = False
    for start, end in _long_lines(text):
        holds = _holds_paper(text, start, end)
        broken = broken or holds
        if holds or (broken and text[start] != _BAR):
            found |= set(_starts(text, start, end))
    return tuple(sorted(found))


def _long_lines(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of the lines that are too long for one of print."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start >= _SHORTEST:
            yield start, end
        start = end + 1


def _holds_paper(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds things that stand on different lines of print."""
    return sum(bool(sign.search(text, start, end)) for sign in lost_lines().signs) >= _SIGNS


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places in a line where lines of print began."""
    zones = _zones(text, start, end)
    words = text[start:end]
    first, last = end - len(words.lstrip()), start + len(words.rstrip())
    for one in lost_lines().breaks:
        low, high = zones[one.zone]
        matches = one.reads.finditer(text, low, high)
        for found in islice(matches, 1) if one.once else matches:
            place = found.end() if one.after else found.start()
            if first < place < last:
                yield place


def _zones(text: str, start: int, end: int) -> Mapping[str, tuple[int, int]]:
    """Return the stretches of a line that the zones of the table mean."""
    table_ = lost_lines()
    body = table_.body.search(text, start, end)
    closing = table_.end.search(text, body.end() if body else start, end)
    below = min(body.end() if body else end, start + _HEAD)
    until = closing.start() if closing else end
    top = next(
        (found for sign in table_.signs[:2] if (found := sign.search(text, start, below))), None
    )
    return {
        "top": (start, top.start() if top else start),
        "head": (start, below),
        "body": (body.start() if body else start, until),
        "border": (start, until),
        "end": (until, end),
        "any": (start, end),
    }


def with_line_feeds(
    text: str, places: tuple[int, ...], starts: tuple[int, ...], offsets: tuple[int, ...]
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return a text with line feeds at some places, and the way back to its source.

    A blank or bar beside the place becomes the line feed; where words are glued together one is
    put in.

    Args:
        text: normalised text.
        places: where lines begin, ascending.
        starts: positions in the text where a new piece begins.
        offsets: for each piece, what to add to a position in it to reach the source.
    """
    letters = list(text)
    glued: set[int] = set()
    for place in places:
        beside = next((at for at in (place, place - 1) if letters[at] in _GIVES_WAY), None)
        if beside is None:
            glued.add(place)
        else:
            letters[beside] = "\n"
    for place in glued:
        letters[place] = "\n" + letters[place]
    return "".join(letters), *_shifted(glued, starts, offsets)


def _shifted(
    glued: set[int], starts: tuple[int, ...], offsets: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the way back for a text that got a letter at some places."""
    pieces: dict[int, int] = {}
    added = piece = 0
    for place in sorted({*starts, *glued}):
        while piece + 1 < len(starts) and starts[piece + 1] <= place:
            piece += 1
        pieces[place + added] = offsets[piece] - added
        if place in glued:
            added += 1
            pieces[place + added] = offsets[piece] - added
    return tuple(pieces), tuple(pieces.values())
