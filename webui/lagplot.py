"""How long after a central document those of the provinces came, as points on lines of months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from webui.facts.coverage import CarryingFact

_LABELS: Final = 210.0
_ROOM: Final = 620.0
_ROW: Final = 30.0
_TOP: Final = 34.0
_MONTH: Final = 30.4375  # days
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_MOST_TICKS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A document: middle of its mark in pixels."""

    fact: CarryingFact
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A place with its height in pixels."""

    place: str
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line across the plot: months since the central document, and where it stands."""

    months: int
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LagPlot:
    """What is drawn, in pixels; without lines where no day is known."""

    width: float
    height: float
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]


def lag_plot(carried: Mapping[str, Sequence[CarryingFact]]) -> LagPlot:
    """Return the plot of the documents whose lag is known, the quickest place at the top.

    Args:
        carried: documents by place.
    """
    dated = {p: [f for f in facts if f.days is not None] for p, facts in carried.items()}
    dated = {place: facts for place, facts in dated.items() if facts}
    first = {place: min(f.days or 0 for f in facts) for place, facts in dated.items()}
    places = sorted(dated, key=lambda place: (first[place], place))
    days = [f.days or 0 for facts in dated.values() for f in facts]
    start, end = min([0, *days]), max([int(_MONTH), *days])
    lines = tuple(Line(place=p, y=_TOP + _ROW * (n + 0.5)) for n, p in enumerate(places))

    def across(value: float) -> float:
        return round(_LABELS + (value - start) / (end - start) * _ROOM, 1)

    return LagPlot(
        width=_LABELS + _ROOM + 30,
        height=_TOP + _ROW * len(places) + 10,
        lines=lines,
        points=tuple(
            Point(fact=fact, x=across(fact.days or 0), y=line.y)
            for line in lines
            for fact in dated[line.place]
        ),
        ticks=tuple(Tick(months=m, x=across(m * _MONTH)) for m in _months(start, end)),
    )


def _months(start: int, end: int) -> range:
    """Return the months at which lines are drawn, at most nine or so."""
    first, last = int(start // _MONTH), int(end // _MONTH)
    step = next((s for s in _STEPS if (last - first) / s <= _MOST_TICKS), _STEPS[-1])
    return range(-(-first // step) * step, last + 1, step)
