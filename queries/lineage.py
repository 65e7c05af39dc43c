"""The neighbourhood of a document as a drawing: layers by rank, Party and State side by side.

Places are computed here, so a page only draws.

Source: contract of the graph, section 4 (lineage).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from queries.index.ladders import Standing, standings
from queries.index.relations import LINEAGE
from queries.layers import Box, Place, place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from queries.index.links import Direction, Link, Told
    from queries.index.reader import DocumentRow, SideIndex

Ladder = Literal["party", "state", ""]
MAX_STEPS: Final = 6
_MANY: Final = 400
_LOWEST: Final = 6
_OPENED: Final = 40
_NOWHERE: Final = Standing(rank=None, ladder="")
_SIGNS: Final[tuple[tuple[Direction, int], ...]] = (("up", 1), ("down", -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A document of the drawing.

    Args:
        iri: the document.
        label: number, or what else names it shortly.
        title, type, date, presence, issuer: as known; None where unknown.
        rank: 1 (centre) to 6 (commune), guessed from its neighbours where its issuer is unknown.
        ladder: "party", "state", or empty where that is unknown.
        step: distance from the document asked about; negative below it.
        x: place in its row, in nodes; Party to the left of 0, State to the right.
        y: row from 0 at the top.
        more: neighbours that were left out.
    """

    iri: str
    label: str
    title: str | None
    type: str | None
    date: str | None
    presence: str | None
    issuer: str | None
    rank: int
    ladder: Ladder
    step: int
    x: float = 0.0
    y: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation of the drawing, from the document that makes it.

    Args:
        source, target: IRIs.
        relation: local name ("implements").
        status: of its citation; "registry" where only the registry knows it.
        quote: the quoted words; None where only the registry knows it.
        told_by: IRI of the document whose text says so.
    """

    source: str
    target: str
    relation: str
    status: str
    quote: str | None
    told_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A document with what it rests on and what rests on it.

    Args:
        centre: IRI of the document asked about.
        nodes, edges: what is drawn.
        left_out: documents within the steps that are not drawn.
    """

    centre: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


class Reached(NamedTuple):
    """A document of a lineage with its least number of steps; a plain pair, as they come in crowds.

    Args:
        iri: the document.
        step: its distance from the one asked about, from 1.
    """

    iri: str
    step: int


def reach(
    index: SideIndex,
    document: str,
    direction: Direction,
    *,
    depth: int = MAX_STEPS,
    relations: Sequence[str] = LINEAGE,
) -> tuple[Reached, ...]:
    """Return all documents of a lineage, nearest first: the set that the question gives.

    Args:
        index: side index of a generation.
        document: its IRI.
        direction: "up" to what it rests on, "down" to what rests on it.
        depth: most steps, 1 to 6.
        relations: local names of the relations to follow.
    """
    followed = tuple(relations)
    seen, ring = {document}, [document]
    found: list[Reached] = []
    for step in range(1, min(depth, MAX_STEPS) + 1):
        neighbours = chain.from_iterable(index.links.of(ring, direction, followed))
        ring = sorted(set(neighbours) - seen)
        seen.update(ring)
        found += map(Reached, ring, repeat(step))
    return tuple(found)


def lineage(
    index: SideIndex,
    document: str,
    *,
    up: int = 3,
    down: int = 2,
    limit: int = 150,
    relations: Sequence[str] = LINEAGE,
    expanded: Sequence[str] = (),
) -> Lineage:
    """Return the drawing of a document's neighbourhood.

    Args:
        index: side index of a generation.
        document: its IRI.
        up, down: steps to what it rests on and to what rests on it, 0 to 6.
        limit: documents drawn, the nearest and newest first; the rest is counted.
        relations: local names of the relations to follow.
        expanded: IRIs of documents whose neighbours are drawn as well, beyond the limit; one
            that is not drawn by then is passed over.
    """
    above = reach(index, document, "up", depth=up, relations=relations) if up else ()
    below = reach(index, document, "down", depth=down, relations=relations) if down else ()
    steps = {found.iri: -found.step for found in below}
    steps.update((found.iri, found.step) for found in above)
    steps[document] = 0
    kept = _nearest(index, steps, limit)
    for opened in expanded:
        kept.update(_around(index, opened, kept, relations))
    rows = index.documents(kept)
    edges = edges_among(index, kept, relations)
    standing = standings(index, [rows[iri] for iri in kept if iri in rows])
    places = _places(kept, rows, standing, edges)
    more = _left_out(index, kept, edges, relations)
    return Lineage(
        centre=document,
        nodes=_nodes(kept, rows, places, more),
        edges=edges,
        left_out=len(steps.keys() - kept.keys()),
    )


def _nearest(index: SideIndex, steps: Mapping[str, int], limit: int) -> dict[str, int]:
    """Return the documents to draw with their steps: near ones first, then new ones."""
    rings: dict[int, list[str]] = {}
    for iri, step in steps.items():
        rings.setdefault(abs(step), []).append(iri)
    kept: dict[str, int] = {}
    for distance in sorted(rings):
        ring = rings[distance]
        if len(kept) + len(ring) > limit:
            ring = index.links.newest(ring, max(0, limit - len(kept)))
        kept.update((iri, steps[iri]) for iri in ring)
    return kept


def _around(
    index: SideIndex, document: str, kept: Mapping[str, int], relations: Sequence[str]
) -> dict[str, int]:
    """Return the newest neighbours of a drawn document that are not drawn, with their steps."""
    found: dict[str, int] = {}
    for direction, step in _SIGNS if document in kept else ():
        (near,) = index.links.of((document,), direction, tuple(relations))
        new = [iri for iri in near if iri not in kept]
        found.update(dict.fromkeys(index.links.newest(new, _OPENED), kept[document] + step))
    return found


def edges_among(
    index: SideIndex, drawn: Collection[str], relations: Sequence[str]
) -> tuple[Edge, ...]:
    """Return the relations between documents that are drawn, each with its words."""
    links = sorted(index.links.made(tuple(drawn), tuple(relations)))
    parts = _wholes(index, {link[1] for link in links if link[1] not in drawn})
    kept = {
        link: whole
        for link in links
        if (whole := parts.get(link[1], link[1])) in drawn and whole != link[0]
    }
    told = index.links.told(tuple(kept))
    edges = (_edge((link[0], whole, link[2]), told.get(link)) for link, whole in kept.items())
    return tuple(dict.fromkeys(edges))


def _wholes(index: SideIndex, targets: Iterable[str]) -> dict[str, str]:
    """Return the document of each target that is a clause."""
    found: dict[str, str] = {}
    wanted = list(targets)
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        marks = ", ".join("?" * len(some))
        rows = index.rows(
            "SELECT iri, part_of FROM documents WHERE part_of IS NOT NULL"  # noqa: S608  # marks only
            f" AND type = 'Clause' AND iri IN ({marks})",
            some,
        )
        found.update((str(iri), str(whole)) for iri, whole in rows)
    return found


def _edge(edge: Link, told: Told | None) -> Edge:
    status, quote, document = told or ("registry", None, None)
    return Edge(
        source=edge[0],
        target=edge[1],
        relation=edge[2],
        status=status,
        quote=quote,
        told_by=document,
    )


def _places(
    drawn: Mapping[str, int],
    rows: Mapping[str, DocumentRow],
    standing: Mapping[str, Standing],
    edges: tuple[Edge, ...],
) -> dict[str, tuple[Box, Place]]:
    """Return the boxes of documents with their places; an unknown rank follows from the steps."""
    centre = next((s.rank for iri, s in standing.items() if drawn[iri] == 0 and s.rank), 3)
    boxes: dict[str, Box] = {}
    for iri, step in drawn.items():
        row, stands = rows.get(iri), standing.get(iri, _NOWHERE)
        rank = stands.rank or max(1, min(_LOWEST, centre - step))
        day = (row.date if row else None) or ""
        boxes[iri] = Box(key=iri, rank=rank, ladder=stands.ladder, order=day)
    places = place(tuple(boxes.values()), [(edge.source, edge.target) for edge in edges])
    return {iri: (box, places[iri]) for iri, box in boxes.items()}


def _nodes(
    drawn: Mapping[str, int],
    rows: Mapping[str, DocumentRow],
    places: Mapping[str, tuple[Box, Place]],
    more: Mapping[str, int],
) -> tuple[Node, ...]:
    """Return the documents in their places, from the top left."""
    nodes = []
    for iri in sorted(drawn, key=lambda iri: (places[iri][1].y, places[iri][1].x)):
        row, (box, at) = rows.get(iri), places[iri]
        nodes.append(
            Node(
                iri=iri,
                label=_label(iri, row),
                title=row.title if row else None,
                type=row.type if row else None,
                date=row.date if row else None,
                presence=row.presence if row else None,
                issuer=row.issuer_label if row else None,
                rank=box.rank,
                ladder=cast("Ladder", box.ladder),
                step=drawn[iri],
                x=at.x,
                y=at.y,
                more=more[iri],
            )
        )
    return tuple(nodes)


def _label(iri: str, row: DocumentRow | None) -> str:
    """Return the short name of a document for its box."""
    if row is None:
        return iri.rpartition("/id/vn/")[2]
    short = f"{row.number}-{row.symbol}" if row.number and row.symbol else None
    return row.printed_number or short or row.path.removeprefix("id/vn/")


def _left_out(
    index: SideIndex, drawn: Mapping[str, int], edges: tuple[Edge, ...], relations: Sequence[str]
) -> dict[str, int]:
    """Return how many neighbours of each document are not drawn."""
    documents, followed = tuple(drawn), tuple(relations)
    up, down = (index.links.of(documents, direction, followed) for direction, _ in _SIGNS)
    beside = {(edge.source, edge.target) for edge in edges}
    left = {
        iri: len(above) + len(below) for iri, above, below in zip(documents, up, down, strict=True)
    }
    for edge in beside:
        for end in edge:
            left[end] -= 1
    return {iri: max(0, count) for iri, count in left.items()}
