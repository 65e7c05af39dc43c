"""The citation graph around a document as a drawing: what is determined, and what is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from queries.index.relations import CHANGES, LINEAGE, STRENGTH
from queries.lineage import lineage
from webui.arranging import Arranged, by_time, in_rows, spots_of
from webui.bundles import bundles_of
from webui.drawing import Drawing, DrawnEdge, DrawnNode, wrapped
from webui.facts.citations import read_citations
from webui.facts.names import read_names
from webui.labels import term_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from queries.index.reader import SideIndex
    from queries.lineage import Edge, Lineage, Node
    from webui.addresses import Addresses
    from webui.bundles import Bundle, Split
    from webui.facts.citations import CitationFact
    from webui.facts.names import Names
    from webui.language import Language
    from webui.ports import Reader

RELATIONS: Final = (*LINEAGE, *CHANGES, "repeals", "cites")
"""What a graph follows: every relation but bare mentions."""

_MOST_OPEN: Final = 6
_CROWD: Final = 24  # documents left out from which on a line of time is thinned
_A_YEAR: Final = 2
_APART: Final = 0.58  # rows between two nodes that are not determined
_ASIDE: Final = 1.4  # places from the last determined one at that height
_NEAR: Final = 0.8  # rows within which boxes would touch
_OPEN: Final = frozenset({"ambiguous", "unresolved"})
_MANY: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphed:
    """A drawing with the names of its documents."""

    drawing: Drawing
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """How much is drawn, and how.

    Args:
        up, down: steps, 0 to 6.
        limit: documents at most.
        relations: local names of the relations that are followed.
        expanded: IRIs of documents whose neighbours are drawn beyond the limit.
        by_time: from old at the left to new at the right, not by neighbours.
        bundled: what is left out next to the centre is counted in boxes of its own.
    """

    up: int
    down: int
    limit: int
    relations: tuple[str, ...] = RELATIONS
    expanded: tuple[str, ...] = ()
    by_time: bool = False
    bundled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grapher:
    """Makes drawings for a request.

    Args:
        reader, index: of the newest generation.
        addresses: of pages.
        language: of labels.
    """

    reader: Reader
    index: SideIndex
    addresses: Addresses
    language: Language

    def graph(self, document: str, scope: Scope) -> Graphed:
        """Return the drawing around a document.

        Args:
            document: its IRI.
            scope: how much is drawn.
        """
        found = lineage(
            self.index,
            document,
            up=scope.up,
            down=scope.down,
            limit=scope.limit,
            relations=scope.relations,
            expanded=scope.expanded,
        )
        if scope.by_time and scope.bundled and found.left_out > _CROWD:
            found = _thinned(found, scope.expanded)
        names = read_names(self.reader, [node.iri for node in found.nodes])
        boxes = [self._node(node, found, names) for node in found.nodes]
        days = {iri: name.date for iri, name in names.items()}
        arranged = by_time(boxes, days) if scope.by_time else in_rows(boxes)
        nodes = list(arranged.nodes)
        edges = self._edges(_strongest(found.edges))
        self._add_open(document, scope, nodes, edges)
        if scope.bundled and found.left_out:
            self._add_bundles(document, scope, arranged, nodes, edges)
        drawing = Drawing(
            nodes=tuple(nodes),
            edges=tuple(edges),
            left_out=found.left_out,
            ranks=arranged.ranks,
            years=arranged.years,
        )
        return Graphed(drawing=drawing, names=names)

    def _add_open(
        self, document: str, scope: Scope, nodes: list[DrawnNode], edges: list[DrawnEdge]
    ) -> None:
        """Draw the words of the centre whose document is not determined, beside all others."""
        open_ones = [
            c
            for c in read_citations(self.reader, document)
            if c.status in _OPEN and c.relation in scope.relations
        ]
        shown = open_ones[:_MOST_OPEN]
        beside = tuple(nodes)
        for place, citation in enumerate(shown):
            height = (place - (len(shown) - 1) / 2) * _APART
            nodes.append(self._open_node(citation, height, beside))
            edges.append(self._open_edge(citation))

    def _add_bundles(
        self,
        document: str,
        scope: Scope,
        arranged: Arranged,
        nodes: list[DrawnNode],
        edges: list[DrawnEdge],
    ) -> None:
        """Draw how many documents next to the centre are left out: where, or when, they are."""
        drawn = {node.id for node in nodes}
        split: Split = "year" if scope.by_time else "place"
        bundles = bundles_of(self.index, document, drawn, scope.relations, split)
        names = read_names(self.reader, [b.group for b in bundles if split == "place" and b.group])
        spots = spots_of([(b.rank, b.group) for b in bundles], arranged, nodes)
        for bundle, spot in zip(bundles, spots, strict=True):
            group = names[bundle.group].say(self.language.code) if bundle.group in names else ""
            node = self._bundle_node(document, bundle, group or bundle.group)
            nodes.append(replace(node, x=spot.x, y=spot.y))
            edges.append(
                DrawnEdge(
                    source=node.id,
                    target=document,
                    relation=bundle.relation,
                    label=term_label(bundle.relation, self.language.code),
                    quote="",
                    status="resolved",
                    address="",
                )
            )

    def _bundle_node(self, document: str, bundle: Bundle, group: str) -> DrawnNode:
        """Return the box of documents that are only counted, at no place yet."""
        count = self.language.number(bundle.count)
        if group:
            words = self.language.say("lineage.bundle_of", group=group, count=count)
        else:
            words = self.language.say("lineage.bundle", count=count)
        near = f"{self.addresses.page(document)}?tab=relations&way=in&relation={bundle.relation}"
        is_place = bundle.group.startswith(self.addresses.base_iri)
        return DrawnNode(
            id=f"bundle:{bundle.relation}:{bundle.rank}:{bundle.group}",
            label=words,
            lines=wrapped(words),
            title=term_label(bundle.relation, self.language.code),
            rank=bundle.rank,
            presence="bundle",
            x=0.0,
            y=0.0,
            address=self.addresses.coverage(document, bundle.group) if is_place else near,
            is_centre=False,
        )

    def _node(self, node: Node, found: Lineage, names: Names) -> DrawnNode:
        name = names[node.iri]
        label = name.say(self.language.code)
        day = self.language.date(name.date)
        more = self.language.say("document.more", count=node.more) if node.more else ""
        subject = "" if name.title == name.labels[""] else name.title
        return DrawnNode(
            id=node.iri,
            label=label,
            lines=wrapped(label),
            title=" · ".join(part for part in (subject, day, more) if part),
            rank=node.rank,
            presence=name.presence or "citedOnly",
            x=node.x,
            y=float(node.y),
            address=self.addresses.page(node.iri) or "",
            is_centre=node.iri == found.centre,
            more=node.more,
        )

    def _edges(self, edges: Iterable[Edge]) -> list[DrawnEdge]:
        kept = tuple(edges)
        citations = self._citations({edge.source for edge in kept})
        return [
            DrawnEdge(
                source=edge.source,
                target=edge.target,
                relation=edge.relation,
                label=term_label(edge.relation, self.language.code),
                quote=" ".join((edge.quote or "").split()),
                status=edge.status,
                address=self._told(edge, citations),
            )
            for edge in kept
        ]

    def _told(self, edge: Edge, citations: dict[tuple[str, str, str], str]) -> str:
        """Return the address of the words behind an edge."""
        known = citations.get((edge.source, edge.target, edge.relation)) or edge.told_by
        return (self.addresses.page(known) or "") if known else ""

    def _citations(self, sources: set[str]) -> dict[tuple[str, str, str], str]:
        """Return the first citation of each relation that these documents make."""
        found: dict[tuple[str, str, str], str] = {}
        wanted = sorted(sources)
        for start in range(0, len(wanted), _MANY):
            some = wanted[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            for iri, citing, cited, relation in self.index.rows(
                f"SELECT iri, citing, cited, relation FROM citations WHERE citing IN ({marks})"  # noqa: S608 - marks only
                " ORDER BY document = citing DESC, document, start",
                some,
            ):
                found.setdefault((str(citing), str(cited), str(relation)), str(iri))
        return found

    def _open_node(
        self, citation: CitationFact, height: float, nodes: Sequence[DrawnNode]
    ) -> DrawnNode:
        """Return a node for words whose document is not determined, beside all others."""
        centre = next(node for node in nodes if node.is_centre)
        beside = [n.x for n in nodes if abs(n.y - centre.y - height) < _NEAR]
        edge = max((centre.x, *beside))
        words = " ".join(citation.printed.split())
        return DrawnNode(
            id=citation.iri,
            label=words,
            lines=wrapped(words),
            title=term_label(citation.status, self.language.code),
            rank=0,
            presence="open",
            x=edge + _ASIDE,
            y=centre.y + height,
            address=self.addresses.page(citation.iri) or "",
            is_centre=False,
        )

    def _open_edge(self, citation: CitationFact) -> DrawnEdge:
        return DrawnEdge(
            source=citation.document,
            target=citation.iri,
            relation=citation.relation,
            label=term_label(citation.relation, self.language.code),
            quote=" ".join(citation.quote.split()),
            status=citation.status,
            address=self.addresses.page(citation.iri) or "",
        )


def _thinned(found: Lineage, expanded: Collection[str]) -> Lineage:
    """Return a lineage with a few documents a year right below its centre.

    The newest of a crowd are of one season: drawn on a line of time they would hide all others,
    which are counted by year instead.
    """
    seen: Counter[str] = Counter()
    gone: set[str] = set()
    for node in sorted(found.nodes, key=lambda node: (node.date or "", node.iri), reverse=True):
        if node.step == -1 and node.iri not in expanded:
            year = (node.date or "")[:4]
            seen[year] += 1
            if seen[year] > _A_YEAR:
                gone.add(node.iri)
    return replace(
        found,
        nodes=tuple(node for node in found.nodes if node.iri not in gone),
        edges=tuple(e for e in found.edges if e.source not in gone and e.target not in gone),
        left_out=found.left_out + len(gone),
    )


def _strongest(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return edges without those that a stronger relation of the same two says better."""
    kept = tuple(edges)
    best: dict[tuple[str, str], int] = {}
    for edge in kept:
        pair = (edge.source, edge.target)
        best[pair] = max(best.get(pair, 0), STRENGTH.get(edge.relation, 0))
    return tuple(
        edge for edge in kept if STRENGTH.get(edge.relation, 0) == best[edge.source, edge.target]
    )
