"""Bodies of districts and communes as statements, with what became of them.

Source: ontology.md, section 3; Resolution 203/2025/QH15 for what ended on 1 July 2025.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import Literal

from ontology.identifiers import ROOT, agency_path, place_path
from ontology.local_bodies import local_parts
from ontology.namespaces import LDO, ORG, RDF, SKOS, iri
from ontology.reorganisations import change_triples, ending
from ontology.statements import day_literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from ontology.registry import Registry

_AGENCIES: Final = f"{ROOT}agency/"


def local_triples(
    path: str, label: str, registry: Registry, base_iri: str
) -> Iterator[tuple[Node, Node, Node]]:
    """Give name, rank, place and parent of a body, and what became of it.

    Args:
        path: its path.
        label: its name; what documents call it.
        registry: the registers.
        base_iri: the setting of that name.
    """
    found = local_parts(path.removeprefix(_AGENCIES), registry)
    if found is None:
        return
    kind, province = found
    node = iri(base_iri, path)
    yield node, RDF.type, LDO.Agency
    yield node, SKOS.prefLabel, Literal(label, lang="vi")
    yield node, LDO.rank, Literal(kind.rank)
    yield node, LDO.ofPlace, iri(base_iri, place_path(province.slug))
    above = registry.agency(kind.parent)
    if above and above.level == "province":
        yield node, ORG.subOrganizationOf, iri(base_iri, agency_path(above, province.slug))
    if kind.valid_to:
        yield node, LDO.validUntil, day_literal(kind.valid_to)
    for change in ending(registry, kind, province, path):
        yield from change_triples(base_iri, change)
