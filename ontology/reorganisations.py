"""Events by which one body took over from another, as statements.

Source: ontology.md, section 3 (Reorganisation); the W3C Organization Ontology, section 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ontology.identifiers import ROOT, agency_path, event_path
from ontology.namespaces import LDO, ORG, RDF, iri
from ontology.statements import day_literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rdflib.term import Node

    from ontology.registry import Agency, Province, Registry

_ONE_DAY: Final = timedelta(days=1)
_NO_EVENT: Final = frozenset({"group", "person-role"})  # unless a document ended the kind
_COMMUNES: Final = "-cap-xa"
"""Behind the code of an event of districts: the one that drew communes in their place."""
_GROUPS: Final = f"{ROOT}group/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From a day on, one body went into another.

    Args:
        day: the first day of the new order.
        old, new: paths of the bodies; `new` is empty where the body was abolished.
        by_document: path of the document that decided it; empty where not known.
        carried_out_by: path of the document that laid out the new order in one province; of
            districts the resolution that drew the communes in their place.
    """

    day: date
    old: str
    new: str
    by_document: str
    carried_out_by: str = ""


def ending(
    registry: Registry, row: Agency, province: Province | None, path: str
) -> Iterator[Change]:
    """Give what became of a body whose kind ended, if it did.

    Args:
        registry: the registers.
        row: the kind of body.
        province: whose body it is; None for a body that there is once.
        path: of the body.
    """
    if row.valid_to is None or (row.kind in _NO_EVENT and not row.ended_by):
        return
    heir = registry.agency(row.successor)
    place = province.slug if province and heir and heir.level == "province" else ""
    new = agency_path(heir, place) if heir else ""
    day = row.valid_to + _ONE_DAY
    of_district = row.level == "district" and row.kind != "party" and not new
    communes = _communes_by(registry, province, day) if of_district else ""
    yield Change(day=day, old=path, new=new, by_document=row.ended_by, carried_out_by=communes)


def _communes_by(registry: Registry, province: Province | None, day: date) -> str:
    """Return the path of the resolution that drew the communes of what a province went into."""
    slugs = registry.successors(province.slug, day) if province else ()
    found = (registry.province(slug) for slug in slugs)
    return next((each.communes_by for each in found if each and each.communes_by), "")


def change_triples(base_iri: str, change: Change) -> Iterator[tuple[Node, Node, Node]]:
    """Give an event and who succeeded whom; one event a day, resulting body and deciding document.

    Args:
        base_iri: the setting of that name.
        change: what happened.
    """
    code = _code(change.new or change.old)
    yield from _event(base_iri, change, code, change.by_document)
    if change.carried_out_by:
        yield from _event(base_iri, change, code + _COMMUNES, change.carried_out_by)
    if change.new:
        yield iri(base_iri, change.old), LDO.succeededBy, iri(base_iri, change.new)


def _event(
    base_iri: str, change: Change, code: str, document: str
) -> Iterator[tuple[Node, Node, Node]]:
    """Give one event, by one document at most (contract of the graph, section 3)."""
    event = iri(base_iri, event_path(change.day, code))
    yield event, RDF.type, LDO.Reorganisation
    yield event, LDO.eventDate, day_literal(change.day)
    yield event, ORG.originalOrganization, iri(base_iri, change.old)
    if document:
        yield event, LDO.byDocument, iri(base_iri, document)
    if change.new:
        yield event, ORG.resultingOrganization, iri(base_iri, change.new)


def _code(path: str) -> str:
    """Return the code of a body; that of a group of one province says which province."""
    above, _, code = path.rpartition("/")
    return f"{code}-{above.removeprefix(_GROUPS)}" if above.startswith(_GROUPS) else code
