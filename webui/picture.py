"""A small citation graph as SVG: boxes and arrows in pixels, drawn without a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from webui.drawing import Drawing, DrawnEdge, DrawnNode

_BOX_WIDTH: Final = 160.0
_BOX_HEIGHT: Final = 54.0
_STEP_X: Final = 178.0
_STEP_Y: Final = 96.0
_MARGIN: Final = 10.0
_TIP: Final = 7.0  # length of an arrow's tip
_BESIDE: Final = 80.0  # boxes that differ less in height are joined side to side
_APART: Final = 13.0  # between arrows that join the same two boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A document: upper left corner and size in pixels, and its label in lines."""

    node: DrawnNode
    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the middle of the box stands, from the left."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A relation: from one box's edge to the other's, and the tip as points of a polygon."""

    edge: DrawnEdge
    x1: float
    y1: float
    x2: float
    y2: float
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is drawn, and how large it is in pixels."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def picture(drawing: Drawing) -> Picture:
    """Return a drawing in pixels."""
    if not drawing.nodes:
        return Picture(width=0, height=0, boxes=(), arrows=())
    left = min(node.x for node in drawing.nodes)
    top = min(node.y for node in drawing.nodes)
    boxes = tuple(_box(node, left, top) for node in drawing.nodes)
    by_id = {box.node.id: box for box in boxes}
    pairs: dict[tuple[str, str], int] = {}
    arrows = []
    for edge in drawing.edges:
        if edge.source in by_id and edge.target in by_id and edge.source != edge.target:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            nth = pairs[pair] = pairs.get(pair, -1) + 1
            arrows.append(_arrow(edge, by_id[edge.source], by_id[edge.target], nth))
    return Picture(
        width=max(box.left + box.width for box in boxes) + _MARGIN,
        height=max(box.top + box.height for box in boxes) + _MARGIN,
        boxes=boxes,
        arrows=tuple(arrows),
    )


def _box(node: DrawnNode, left: float, top: float) -> Box:
    return Box(
        node=node,
        left=round(_MARGIN + (node.x - left) * _STEP_X, 1),
        top=round(_MARGIN + (node.y - top) * _STEP_Y, 1),
        width=_BOX_WIDTH,
        height=_BOX_HEIGHT,
        lines=node.lines[:2],
    )


def _arrow(edge: DrawnEdge, source: Box, target: Box, nth: int) -> Arrow:
    """Return the arrow between two boxes; further ones between the same two stand beside it."""
    shift = (nth + 1) // 2 * _APART * (1 if nth % 2 else -1)
    x1, x2 = source.middle + shift, target.middle + shift
    if abs(source.top - target.top) < _BESIDE:
        y1 = source.top + _BOX_HEIGHT / 2 + shift
        y2 = target.top + _BOX_HEIGHT / 2 + shift
        right = source.left < target.left
        x1 = source.left + (source.width if right else 0)
        x2 = target.left + (0 if right else target.width)
    else:
        down = source.top < target.top
        y1 = source.top + (source.height if down else 0)
        y2 = target.top + (0 if down else target.height)
    return Arrow(edge=edge, x1=x1, y1=y1, x2=x2, y2=y2, tip=_tip(x1, y1, x2, y2))


def _tip(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the three points of the tip at the end of a line."""
    length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    along, across = (x2 - x1) / length * _TIP, (y2 - y1) / length * _TIP
    points = (
        (x2, y2),
        (x2 - along * 1.4 - across * 0.6, y2 - across * 1.4 + along * 0.6),
        (x2 - along * 1.4 + across * 0.6, y2 - across * 1.4 - along * 0.6),
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
