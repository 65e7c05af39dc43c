"""Bodies, posts and groups as a graph, with the events by which one took over from another.

Provincial bodies stand in the register once; here each province has its own, which lives while
both the kind of body and the province exist.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from rdflib import Graph, Literal, URIRef

from ontology.agency_instances import agency_instance
from ontology.identifiers import agency_path, place_path
from ontology.namespaces import LDO, ORG, RDF, SKOS, bind_prefixes, iri
from ontology.reorganisations import Change, change_triples, ending
from ontology.statements import add_names, add_validity, complete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ontology.registry import Agency, Province, Registry

_ONE_DAY: Final = timedelta(days=1)
_GROUP_KINDS: Final = "id/vn/group/kind/"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """A body of the register, of one province where it is provincial."""

    row: Agency
    province: Province | None

    @property
    def path(self) -> str:
        """Return its path."""
        return agency_path(self.row, self.province.slug if self.province else "")

    @property
    def first(self) -> date | None:
        """Return its first day."""
        days = [self.row.valid_from, self.province.valid_from if self.province else None]
        return max((day for day in days if day), default=None)

    @property
    def last(self) -> date | None:
        """Return its last day."""
        days = [self.row.valid_to, self.province.valid_to if self.province else None]
        return min((day for day in days if day), default=None)

    def existed(self, day: date) -> bool:
        """Tell whether it existed on a day."""
        return self.row.existed(day) and (self.province is None or self.province.existed(day))


def agencies_graph(
    registry: Registry, base_iri: str, provinces: frozenset[str] | None = None
) -> Graph:
    """Return bodies, posts, groups and reorganisations: the content of `graph/agencies`.

    A body with a last day and no successor in the register counts as abolished.

    Args:
        registry: the registers.
        base_iri: the setting of that name.
        provinces: slugs of the provinces whose own bodies are wanted; all where None.
    """
    graph = bind_prefixes(Graph())
    bodies = list(_bodies(registry, provinces))
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for alias in registry.agency_aliases:
        aliases[alias.agency_code].append(alias.alias)
    for body in bodies:
        _add_body(graph, base_iri, registry, body)
        if body.province is None:
            add = iri(base_iri, body.path)
            for name in aliases[body.row.code]:
                graph.add((add, SKOS.altLabel, Literal(name, lang="vi")))
    for change in (*_province_changes(registry, provinces), *_successions(registry, bodies)):
        for triple in change_triples(base_iri, change):
            graph.add(triple)
    return complete(graph)


def _bodies(registry: Registry, provinces: frozenset[str] | None) -> Iterator[_Body]:
    """Yield every body of the register, then each provincial one of each province in its time."""
    for row in registry.agencies:
        yield _Body(row=row, province=None)
        if row.level != "province" or row.kind == "group":
            continue
        for province in registry.provinces:
            if provinces is not None and province.slug not in provinces:
                continue
            body = _Body(row=row, province=province)
            if body.first is None or body.last is None or body.first <= body.last:
                yield body


def _kind(row: Agency, path: str) -> URIRef:
    """Return the class of a body."""
    if row.kind == "group":
        return LDO.AgencyGroup
    if "/post/" in path:
        return LDO.Post
    return LDO.IssuingBody if row.symbol else LDO.Agency


def _add_body(graph: Graph, base_iri: str, registry: Registry, body: _Body) -> None:
    """Add one body, post or group."""
    node = iri(base_iri, body.path)
    kind = _kind(body.row, body.path)
    graph.add((node, RDF.type, kind))
    known = agency_instance(registry, body.path.rpartition("/")[2]) if body.province else None
    named = known or body.row
    add_names(graph, node, named.name_vi, named.name_en)
    if body.province:
        graph.add((node, LDO.ofPlace, iri(base_iri, place_path(body.province.slug))))
    if kind == LDO.AgencyGroup:
        graph.add((node, LDO.groupKind, iri(base_iri, _GROUP_KINDS + body.row.code)))
        graph.add((node, LDO.open, Literal(lexical_or_value=True)))
        return
    _add_parent(graph, base_iri, registry, body)
    if kind != LDO.Post:
        graph.add((node, LDO.rank, Literal(body.row.rank)))
        add_validity(graph, node, body.first, body.last)


def _add_parent(graph: Graph, base_iri: str, registry: Registry, body: _Body) -> None:
    """Add what a body is part of, or which body a post heads."""
    parent = registry.agency(body.row.parent)
    if parent is None:
        return
    place = body.province.slug if body.province and parent.level == "province" else ""
    node, above = iri(base_iri, body.path), iri(base_iri, agency_path(parent, place))
    is_post = _kind(body.row, body.path) == LDO.Post
    graph.add((node, ORG.postIn if is_post else ORG.subOrganizationOf, above))


def _province_changes(registry: Registry, provinces: frozenset[str] | None) -> Iterator[Change]:
    """Yield what became of each provincial body when its province changed."""
    for change in registry.province_changes:
        old, new = registry.province(change.old), registry.province(change.new)
        wanted = provinces is None or {change.old, change.new} <= provinces
        if old is None or new is None or old == new or not wanted:
            continue
        for row in registry.agencies:
            before, after = _Body(row=row, province=old), _Body(row=row, province=new)
            lived = before.existed(change.day - _ONE_DAY) and after.existed(change.day)
            if row.level == "province" and row.kind not in ("group", "person-role") and lived:
                yield Change(
                    day=change.day,
                    old=before.path,
                    new=after.path,
                    by_document=change.by_document,
                )


def _successions(registry: Registry, bodies: list[_Body]) -> Iterator[Change]:
    """Yield what became of each body whose kind ended."""
    for body in bodies:
        if body.last == body.row.valid_to:
            yield from ending(registry, body.row, body.province, body.path)
