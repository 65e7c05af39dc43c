"""Places of a drawing: rows by rank broken where they get too wide, or a line of time.

The same documents get the same places at every visit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

from webui.drawing import Guide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from webui.drawing import DrawnNode

_LEAST_WIDE: Final = 12
_WIDE: Final = 2.2  # columns for a row, so that a large drawing is about twice as wide as high
_LONG: Final = 1.3  # boxes of a line of time for a row, so that it fills about a screen
_NEXT: Final = 1.05  # from one box of a lane to the next, in boxes
_BESIDE: Final = 1.5  # from the line of time to what has no day, in boxes
_LANE: Final = 0.62  # rows between the lanes of a rank
_MOST_TICKS: Final = 12
_MOST_LANES: Final = 12
_WIDEST: Final = 120.0  # boxes that a line of time may be long
_YEARS: Final = (1, 2, 5, 10, 20, 50)
_YEAR: Final = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Nodes in their places, heights of ranks by number, and years."""

    nodes: tuple[DrawnNode, ...]
    ranks: tuple[tuple[int, float], ...]
    years: tuple[Guide, ...] = ()


def in_rows(nodes: Sequence[DrawnNode]) -> Arranged:
    """Return nodes in rows; a row that is too wide is broken, its order from left to right kept.

    Where all stand on one side, as all are of the Party or all of the State, rows are centred.
    """
    one_sided = all(n.x >= 0 for n in nodes) or all(n.x <= 0 for n in nodes)
    rows: dict[float, list[DrawnNode]] = defaultdict(list)
    for node in nodes:
        rows[round(node.y)].append(node)
    most = max(_LEAST_WIDE, ceil(sqrt(len(nodes) * _WIDE)))
    placed: list[DrawnNode] = []
    ranks: dict[int, float] = {}
    top = 0.0
    for level in sorted(rows):
        row = sorted(rows[level], key=lambda node: (node.x, node.id))
        row = _centred(row) if one_sided else row
        lines = ceil(len(row) / most)
        known = [node.rank for node in row if node.rank]
        if known:
            ranks.setdefault(min(known), top)
        placed += _broken(row, level, lines, top)
        top += 1 + (lines - 1) * _LANE
    return Arranged(nodes=tuple(placed), ranks=tuple(sorted(ranks.items())))


def _centred(row: Sequence[DrawnNode]) -> list[DrawnNode]:
    """Return a row, its order kept, side by side round the middle."""
    return [replace(node, x=place - (len(row) - 1) / 2) for place, node in enumerate(row)]


def _broken(row: Sequence[DrawnNode], level: float, lines: int, top: float) -> list[DrawnNode]:
    """Return one row in several lines; a row that fits stays where it is."""
    if lines <= 1:
        return [replace(node, y=top + node.y - level) for node in row]
    wide = ceil(len(row) / lines)
    return [
        replace(node, x=place // lines - (wide - 1) / 2, y=top + place % lines * _LANE)
        for place, node in enumerate(row)
    ]


def by_time(nodes: Sequence[DrawnNode], days: Mapping[str, date | None]) -> Arranged:
    """Return nodes from the oldest at the left to the newest, each rank in lanes of its own.

    Args:
        nodes: what is drawn.
        days: day of issue by id; what has none stands before the line of time.
    """
    dated = {node.id: day for node in nodes if (day := days.get(node.id))}
    if not dated:
        return in_rows(nodes)
    first, last = min(dated.values()), max(dated.values())
    span = max(1, (last - first).days)
    wide = max(6.0, sqrt(len(nodes)) * _LONG)
    while wide < _WIDEST and _lanes_needed(nodes, dated, wide / span) > _MOST_LANES:
        wide *= 1.5
    placed: list[DrawnNode] = []
    ranks = []
    top = 0.0
    for rank in sorted({node.rank for node in nodes}, key=lambda rank: rank or 99):
        own = [node for node in nodes if node.rank == rank]
        across = {
            n.id: (dated[n.id] - first).days / span * wide if n.id in dated else -_BESIDE
            for n in own
        }
        lanes = _in_lanes(own, across, top)
        placed += lanes
        if rank:
            ranks.append((rank, top))
        top = max(node.y for node in lanes) + 1
    return Arranged(nodes=tuple(placed), ranks=tuple(ranks), years=_years(first, last, wide / span))


def _lanes_needed(nodes: Sequence[DrawnNode], dated: Mapping[str, date], scale: float) -> int:
    """Return how many boxes of one rank would stand at one place of a line of time, at most."""
    places = sorted(
        (node.rank, dated[n].toordinal() * scale) for node in nodes if (n := node.id) in dated
    )
    most, start = 0, 0
    for end, (rank, x) in enumerate(places):
        while places[start][0] != rank or places[start][1] + _NEXT <= x:
            start += 1
        most = max(most, end - start + 1)
    return most


def _in_lanes(
    nodes: Sequence[DrawnNode], across: Mapping[str, float], top: float
) -> list[DrawnNode]:
    """Return nodes in as few lanes as they need so that no box covers another."""
    ends: list[float] = []
    placed = []
    for node in sorted(nodes, key=lambda node: (across[node.id], node.id)):
        x = across[node.id]
        lane = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [x + _NEXT]
        placed.append(replace(node, x=x, y=top + lane * _LANE))
    return placed


def _years(first: date, last: date, scale: float) -> tuple[Guide, ...]:
    """Return the beginnings of years, at most a dozen."""
    count = last.year - first.year + 1
    step = next((s for s in _YEARS if count / s <= _MOST_TICKS), _YEARS[-1])
    years = (year for year in range(first.year, last.year + 2) if year % step == 0)
    return tuple(
        Guide(at=round((date(year, 1, 1) - first).days * scale, 3), label=str(year))
        for year in years
        if -_YEAR <= (date(year, 1, 1) - first).days <= (last - first).days + _YEAR
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a drawing."""

    x: float
    y: float


def spots_of(
    boxes: Sequence[tuple[int, str]], arranged: Arranged, nodes: Sequence[DrawnNode]
) -> tuple[Spot, ...]:
    """Return places for boxes that stand for many documents.

    Args:
        boxes: rank of each with what tells it from others of its kind: a year, a place or nothing.
        arranged: the drawing without them: one that tells nothing apart stands in its rank at the
            right, a year below its place on the line of time, all others in rows below the drawing.
        nodes: all that is drawn.
    """
    below = max(node.y for node in nodes) + 1
    wide = max(_LEAST_WIDE, ceil(sqrt(len(boxes) * _WIDE * 2)))
    counted = iter(range(len(boxes)))
    lanes: dict[int, int] = defaultdict(int)
    taken: list[list[float]] = []
    middle = (min(node.x for node in nodes) + max(node.x for node in nodes)) / 2
    many = sum(1 for _, group in boxes if group)
    found = []
    for rank, group in boxes:
        if not group:
            nth = lanes[rank] = lanes[rank] + 1
            found.append(_at_the_right(rank, nth, arranged, nodes))
        elif arranged.years:
            x = _year_at(group, arranged.years) + _NEXT / 2
            found.append(Spot(x=x, y=below + _free_lane(taken, x) * _LANE))
        else:
            line, place = divmod(next(counted), wide)
            row = min(wide, many - line * wide)
            x = middle + (place - (row - 1) / 2) * _NEXT
            found.append(Spot(x=x, y=below + line * _LANE))
    return tuple(found)


def _free_lane(taken: list[list[float]], x: float) -> int:
    """Return the first lane in which a box at x covers none, and take its place."""
    free = (n for n, lane in enumerate(taken) if all(abs(other - x) >= _NEXT for other in lane))
    lane = next(free, len(taken))
    taken[lane:lane] = [[]] if lane == len(taken) else []
    taken[lane].append(x)
    return lane


def _at_the_right(rank: int, nth: int, arranged: Arranged, nodes: Sequence[DrawnNode]) -> Spot:
    """Return the place of the nth box of a rank, beside what is drawn at its height."""
    lowest = max(node.y for node in arranged.nodes) + 1
    y = dict(arranged.ranks).get(rank, lowest)
    beside = max((n.x for n in nodes if abs(n.y - y) < _LANE + 0.2), default=-_BESIDE)
    return Spot(x=beside + nth * _BESIDE, y=y)


def _year_at(year: str, guides: Sequence[Guide]) -> float:
    """Return where a year begins on a line of time, of which some beginnings are known."""
    first, last = guides[0], guides[-1]
    years = int(last.label) - int(first.label)
    scale = (last.at - first.at) / years if years else _BESIDE
    return first.at + (int(year) - int(first.label)) * scale if year.isdigit() else first.at
