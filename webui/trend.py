"""Scores from load to load as a line in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.completeness import Point

_WIDTH: Final = 640.0
_HEIGHT: Final = 160.0
_LEFT: Final = 40.0
_TOP: Final = 12.0
_MOST: Final = 60
_WHOLE: Final = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A load: where its score stands, and what it was."""

    x: float
    y: float
    at: str
    score: float
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A line through the last loads; nothing where there are less than two.

    Args:
        width, height: in pixels.
        marks: the loads.
        line: the points of the line.
        levels: scores at which a line goes across, with their heights.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    line: str
    levels: tuple[tuple[int, float], ...]


def trend(points: Sequence[Point]) -> Trend:
    """Return the line of the scores of the last sixty loads."""
    known = [(point, score) for point in points if (score := point.counts.score) is not None]
    last = known[-_MOST:]
    step = (_WIDTH - _LEFT - 20) / max(1, len(last) - 1)
    marks = tuple(
        Mark(
            x=round(_LEFT + place * step, 1),
            y=_height(score),
            at=point.at,
            score=score,
            documents=point.documents,
        )
        for place, (point, score) in enumerate(last)
    )
    return Trend(
        width=_WIDTH,
        height=_HEIGHT + 2 * _TOP,
        marks=marks,
        line=" ".join(f"{mark.x},{mark.y}" for mark in marks),
        levels=tuple((score, _height(score)) for score in (0, 25, 50, 75, 100)),
    )


def _height(score: float) -> float:
    return round(_TOP + (_WHOLE - score) / _WHOLE * _HEIGHT, 1)
