"""A drawing as the script of the page reads it, and as a picture that stands by itself.

The script gets dashes, spacing and guides, and an address behind the mark of each document that
has neighbours which are not drawn. The picture carries its own styles, so it looks the same in any
program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from webui.drawing import RANK_COLOURS, SPACING_X, SPACING_Y, DrawnEdge, DrawnNode, Guide
from webui.relations import relation_styles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from webui.drawing import Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphData:
    """A drawing for the script of the page.

    Args:
        nodes, edges: what is drawn.
        opening: address of the drawing with the neighbours of a document, by its id.
        dashes: of the lines of relations, in pixels.
        ranks, years: guides down and across.
        spacing_x, spacing_y: pixels from place to place.
    """

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    opening: Mapping[str, str]
    dashes: Mapping[str, tuple[int, ...]]
    ranks: tuple[Guide, ...]
    years: tuple[Guide, ...]
    spacing_x: int
    spacing_y: int


def graph_data(
    drawing: Drawing, rank_name: Callable[[int], str], opening: Callable[[str], str]
) -> GraphData:
    """Return a drawing for the script of the page.

    Args:
        drawing: the drawing.
        rank_name: name of a rank.
        opening: address of the drawing in which a document is expanded.
    """
    styles = relation_styles()
    return GraphData(
        nodes=drawing.nodes,
        edges=drawing.edges,
        opening={node.id: opening(node.id) for node in drawing.nodes if node.more},
        dashes={name: styles[name].dashes for name in drawing.relations},
        ranks=tuple(Guide(at=y, label=rank_name(rank)) for rank, y in drawing.ranks),
        years=drawing.years,
        spacing_x=SPACING_X,
        spacing_y=SPACING_Y,
    )


def written(data: GraphData) -> str:
    """Return a drawing as JSON without blanks; it may have thousands of nodes and edges."""
    whole = dict(_plain((data,), GraphData)[0])
    for name, kind in (("nodes", DrawnNode), ("edges", DrawnEdge), ("ranks", Guide)):
        whole[name] = _plain(whole[name], kind)
    whole["years"] = _plain(data.years, Guide)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _plain(records: Iterable[object], kind: type) -> list[dict[str, Any]]:
    """Return records of a kind with their fields by name."""
    names: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]  # all records have slots
    fields = attrgetter(*names)
    return [dict(zip(names, fields(record), strict=True)) for record in records]


_TEXT: Final = (
    "text{font:550 13.5px 'Noto Sans',Arial,sans-serif;text-anchor:middle;fill:#1d1b18}"
    ".edge{stroke-width:2;fill:none}.box{stroke-width:1.6;fill:#fff;stroke:#5f5a52}"
    ".box-citedOnly,.box-bundle{stroke-dasharray:5 4}.box-open{stroke:#9a5b00;stroke-dasharray:2 4}"
    ".box-centre{stroke:#1d1b18;stroke-width:3.5}.box-text-fullText{fill:#fff}"
)


def picture_styles() -> str:
    """Return the styles that a picture carries with it, for light paper."""
    return _TEXT + "".join(_rules())


def _rules() -> Iterator[str]:
    for rank, (colour, _) in RANK_COLOURS.items():
        yield f".rank-{rank}{{stroke:{colour}}}.box-fullText.rank-{rank}{{fill:{colour}}}"
    yield ".box-fullText.rank-0{fill:#5f5a52}"
    for style in relation_styles().values():
        dashes = " ".join(map(str, style.dashes)) or "none"
        yield f".edge-{style.id}{{stroke:{style.light};stroke-dasharray:{dashes}}}"
        yield f".tip-{style.id}{{fill:{style.light}}}"
