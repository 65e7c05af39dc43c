"""Events by which one body took over from another, as statements.

Source: ontology.md, section 3 (Reorganisation); the W3C Organization Ontology, section 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ontology.identifiers import agency_path, event_path
from ontology.namespaces import LDO, ORG, RDF, iri
from ontology.statements import day_literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rdflib.term import Node

    from ontology.registry import Agency, Province, Registry

_ONE_DAY: Final = timedelta(days=1)
_NO_EVENT: Final = frozenset({"group", "person-role"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From a day on, one body went into another.

    Args:
        day: the first day of the new order.
        old, new: paths of the bodies; `new` is empty where the body was abolished.
        by_document: path of the document that decided it; empty where not known.
    """

    day: date
    old: str
    new: str
    by_document: str


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
    if row.valid_to is None or row.kind in _NO_EVENT:
        return
    heir = registry.agency(row.successor)
    place = province.slug if province and heir and heir.level == "province" else ""
    new = agency_path(heir, place) if heir else ""
    yield Change(day=row.valid_to + _ONE_DAY, old=path, new=new, by_document=row.ended_by)


def change_triples(base_iri: str, change: Change) -> Iterator[tuple[Node, Node, Node]]:
    """Give an event and who succeeded whom; one event a day and resulting body.

    Args:
        base_iri: the setting of that name.
        change: what happened.
    """
    code = (change.new or change.old).rpartition("/")[2]
    event, old = iri(base_iri, event_path(change.day, code)), iri(base_iri, change.old)
    yield event, RDF.type, LDO.Reorganisation
    yield event, LDO.eventDate, day_literal(change.day)
    yield event, ORG.originalOrganization, old
    if change.by_document:
        yield event, LDO.byDocument, iri(base_iri, change.by_document)
    if change.new:
        new = iri(base_iri, change.new)
        yield event, ORG.resultingOrganization, new
        yield old, LDO.succeededBy, new
