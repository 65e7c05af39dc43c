"""Places of boxes in rows by rank, Party to the left and State to the right.

Ranks run from 1 (centre) at the top to 6 (commune). Boxes of one rank that build on each other
get rows of their own. Within a row each box is moved towards its neighbours, four times.

Source: the barycentre method of Sugiyama, Tagawa and Toda, 1981.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SWEEPS: Final = 4
_ROWS: Final = 6
_SIDES: Final = {"party": 0, "": 1, "state": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What is to be placed.

    Args:
        key: its name.
        rank: 1 (top) to 6.
        ladder: "party", "state", or empty.
        order: what decides where no neighbour does, as its date.
    """

    key: str
    rank: int
    ladder: str
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a box stands: in its row, counted in boxes from the middle; row from 0 at the top."""

    x: float
    y: int


def place(boxes: Sequence[Box], links: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """Return the places of boxes by key.

    Args:
        boxes: what is to be placed, each key once.
        links: pairs of keys; the first builds on the second.
    """
    heights = _heights(boxes, links)
    levels = {level: y for y, level in enumerate(sorted(set(heights.values())))}
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(levels[heights[box.key]], []).append(box)
    across = _swept(rows, links)
    return {box.key: Place(x=across[box.key], y=y) for y, row in rows.items() for box in row}


def _heights(boxes: Sequence[Box], links: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return rank and row within the rank: what is built on stands above what builds on it."""
    rank = {box.key: box.rank for box in boxes}
    inner = dict.fromkeys(rank, 0)
    level = [(lower, upper) for lower, upper in links if rank[lower] == rank[upper]]
    for _ in range(_ROWS):  # a circle must not go on for ever
        before = dict(inner)
        for lower, upper in level:
            inner[lower] = min(_ROWS, max(inner[lower], inner[upper] + 1))
        if inner == before:
            break
    return {key: (rank[key], inner[key]) for key in rank}


def _swept(rows: Mapping[int, Sequence[Box]], links: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return each box's place in its row."""
    near: dict[str, list[str]] = {}
    for lower, upper in links:
        near.setdefault(lower, []).append(upper)
        near.setdefault(upper, []).append(lower)
    across: dict[str, float] = {}
    for row in rows.values():
        across.update(_spread(sorted(row, key=lambda b: (_SIDES[b.ladder], b.order, b.key))))
    for sweep in range(_SWEEPS):
        for y in sorted(rows, reverse=bool(sweep % 2)):
            pull = {b.key: _mean(near.get(b.key, ()), across, across[b.key]) for b in rows[y]}
            drawn = [(_SIDES[b.ladder], pull[b.key], b.key, b) for b in rows[y]]
            across.update(_spread([entry[3] for entry in sorted(drawn, key=lambda e: e[:3])]))
    return across


def _mean(neighbours: Iterable[str], across: Mapping[str, float], own: float) -> float:
    found = [across[key] for key in neighbours if key in across]
    return sum(found) / len(found) if found else own


def _spread(row: Sequence[Box]) -> dict[str, float]:
    """Return places of a row in this order: Party left of 0, State right of it."""
    party = sum(box.ladder == "party" for box in row)
    between = sum(box.ladder == "" for box in row)
    start = -party - (between - 1) / 2 if between else -party + 0.5
    return {box.key: start + place for place, box in enumerate(row)}
