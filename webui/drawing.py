"""Citation graphs as drawings: SVG beside a document, vis-network on the graph page, a download.

Positions come from the server; nothing moves by itself. The download is written by pyvis, whose
page asks other hosts for styles and scripts in every mode: those tags are taken out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from ontology.errors import LuocdoError
from webui.labels import term_label
from webui.relations import relation_styles

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACING_X: Final = 184
SPACING_Y: Final = 108
"""Pixels between neighbours in a layer, and between layers, at the scale of one."""

_OPTIONS: Final = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "navigationButtons": False},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.7}}, "smooth": False},
}
_FOREIGN: Final = re.compile(
    r"<script\s+src=[^>]*>\s*</script>|<link\s[^>]*\bhref=[^>]*>", re.IGNORECASE | re.DOTALL
)
_ASKS: Final = re.compile(r"<(?:script|link|img|iframe)\s[^>]*(?:src|href)\s*=", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--\s*<link[^>]*>\s*<script[^>]*>\s*</script>\s*-->")
_BODY: Final = re.compile(r"</head>\s*<body>")
_SOURCE_MAP: Final = re.compile(r"//[#@]\s*sourceMappingURL=[^\s<]*")
_HEADING: Final = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.IGNORECASE | re.DOTALL)
RANK_COLOURS: Final = {
    1: ("#8f1d1d", "#ffffff"),
    2: ("#a8562a", "#ffffff"),
    3: ("#1f5f8b", "#ffffff"),
    4: ("#3b7a57", "#ffffff"),
    5: ("#6b6b3a", "#ffffff"),
    6: ("#6b5a7a", "#ffffff"),
}
_PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly", "open", "bundle")
_NO_RANK: Final = ("#5f5a52", "#ffffff")
_LINE_LENGTH: Final = 18
_MOST_LINES: Final = 3


class DrawingFailed(LuocdoError):
    """A drawing that could not be made, as pyvis is not installed or has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """A document in a drawing.

    Args:
        id: its IRI, or a name of its own for what is not determined.
        label: a few words, `lines` the same broken for a box; `title` says more.
        rank: 1 centre to 6 commune; 0 unknown.
        presence: "fullText", "metadataOnly", "citedOnly", "open" for what is not determined, or
            "bundle" for documents that are only counted.
        x, y: position; y grows downwards, one unit is one layer or one place in it.
        address: of its page; empty for none.
        is_centre: the document that the drawing is about.
        more: neighbours that are not drawn.
    """

    id: str
    label: str
    lines: tuple[str, ...]
    title: str
    rank: int
    presence: str
    x: float
    y: float
    address: str
    is_centre: bool
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A line that a drawing stands on: a rank at a height, or a year at a place across."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """A relation in a drawing: from the citing to the cited, with the words that say so."""

    source: str
    target: str
    relation: str
    label: str
    quote: str
    status: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A citation graph with positions.

    Args:
        nodes, edges: what is drawn.
        left_out: how many documents are not drawn.
        ranks: each rank that occurs with the height at which it begins.
        years: beginnings of years across, where the drawing is ordered by time.
    """

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    left_out: int = 0
    ranks: tuple[tuple[int, float], ...] = ()
    years: tuple[Guide, ...] = ()

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations that occur, in the order of the table of styles."""
        found = {edge.relation for edge in self.edges}
        return tuple(name for name in relation_styles() if name in found)

    @property
    def rows(self) -> int:
        """Layers from the topmost document to the lowest."""
        heights = [node.y for node in self.nodes]
        return round(max(heights) - min(heights)) + 1 if heights else 0

    @property
    def presences(self) -> tuple[str, ...]:
        """What is known of the documents drawn, the most first."""
        found = {node.presence for node in self.nodes}
        return tuple(name for name in _PRESENCES if name in found)


def wrapped(label: str, length: int = _LINE_LENGTH) -> tuple[str, ...]:
    """Return a label in lines of about that many characters, at most three."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > _MOST_LINES:
        lines = [*lines[:2], f"{lines[2]} …"]
    return tuple(line if len(line) <= length + 8 else f"{line[: length + 7]}…" for line in lines)


def standalone_page(drawing: Drawing, heading: str, language: str) -> str:
    """Return a page that draws the graph wherever it is opened, and asks no host for anything.

    Args:
        drawing: the graph.
        heading: shown above it.
        language: "vi" or "en".

    Raises:
        DrawingFailed: pyvis is not installed, or its page still names another host.
    """
    try:
        from pyvis.network import Network  # noqa: PLC0415 - imports IPython: only for a download
    except ImportError as error:
        raise DrawingFailed("drawing-failed", "pyvis is not installed.") from error
    network = Network(height="88vh", width="100%", directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    for node in drawing.nodes:
        network.add_node(node.id, **_node_options(node))
    for edge in drawing.edges:
        network.add_edge(edge.source, edge.target, **_edge_options(edge))
    legend = "".join(_legend_entries(drawing, language))
    return _cleaned(network.generate_html(notebook=False), heading, legend, language)


def _legend_entries(drawing: Drawing, language: str) -> Iterator[str]:
    """Give a line and a name for each relation that is drawn, as HTML."""
    for name in drawing.relations:
        style = relation_styles()[name]
        dashes = " ".join(map(str, style.dashes))
        yield (
            f'<li><svg width="40" height="8"><line x1="0" y1="4" x2="40" y2="4" stroke-width="2.5"'
            f' stroke="{style.light}" stroke-dasharray="{dashes}"/></svg>'
            f" {escape(term_label(name, language))}</li>"
        )


def _node_options(node: DrawnNode) -> dict[str, object]:
    """Return what vis-network is told of a node."""
    fill, ink = RANK_COLOURS.get(node.rank, _NO_RANK)
    hollow = node.presence != "fullText"
    return {
        "label": "\n".join(node.lines),
        "title": node.title or node.label,
        "x": node.x * SPACING_X,
        "y": node.y * SPACING_Y,
        "shape": "box",
        "color": {"background": "#ffffff" if hollow else fill, "border": fill},
        "font": {"color": "#1d1b18" if hollow else ink},
        "borderWidth": 4 if node.is_centre else 2,
        "shapeProperties": {"borderDashes": [6, 4] if hollow else False},
    }


def _edge_options(edge: DrawnEdge) -> dict[str, object]:
    """Return what vis-network is told of an edge."""
    style = relation_styles().get(edge.relation) or relation_styles()["cites"]
    return {
        "title": f"{edge.label}: {edge.quote}" if edge.quote else edge.label,
        "color": style.light,
        "dashes": list(style.dashes) or False,
        "width": 2,
    }


def _cleaned(page: str, heading: str, legend: str, language: str) -> str:
    """Return pyvis's page without tags that ask another host, with a heading of ours, escaped.

    Raises:
        DrawingFailed: something in it would still be asked of another host.
    """
    own = _SOURCE_MAP.sub("", _FOREIGN.sub("", _COMMENT.sub("", _HEADING.sub("", page))))
    if _ASKS.search(own):
        raise DrawingFailed("drawing-failed", "pyvis writes another page than expected.")
    words = escape(heading)
    own = own.replace("<html>", f'<!doctype html>\n<html lang="{language}">', 1)
    title = f'<meta charset="utf-8">\n<title>{words}</title>'
    own = own.replace('<meta charset="utf-8">', title, 1)
    top = f"</head>\n<body>\n<h1>{words}</h1>\n<ul>{legend}</ul>"
    return _BODY.sub(lambda _: top, own, count=1)
