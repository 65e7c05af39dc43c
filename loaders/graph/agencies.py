"""Bodies, groups and posts that a document names, described where they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Literal

from loaders.normalisation.normaliser import normalise
from ontology.agency_instances import agency_instance
from ontology.identifiers import agency_path
from ontology.local_scheme import local_triples
from ontology.namespaces import LDO, ORG, SKOS, iri
from ontology.reorganisations import change_triples, ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.records import AgencyResolution
    from ontology.agency_instances import AgencyInstance
    from ontology.registry import Registry

AGENCIES = "id/vn/agency/"
POSTS = "id/vn/post/"
PLACES = "id/vn/place/"
GROUP_KINDS = "id/vn/group/kind/"


def agency_triples(
    agencies: Iterable[AgencyResolution], registry: Registry, base: str
) -> Iterator[Triple]:
    """Give names, rank, place and parent of the bodies that a document names.

    Args:
        agencies: what the printed names mean.
        registry: the registers.
        base: setting `base_iri`.
    """
    done: set[str] = set()
    for found in agencies:
        if found.target is None or found.target in done:
            continue
        done.add(found.target)
        node = iri(base, found.target)
        if found.kind == "group":
            yield from _group(node, found, registry, base)
        elif found.kind == "post":
            yield from _post(node, found, registry, base)
            if found.body and found.body not in done:
                done.add(found.body)
                yield from _agency(found.body, found.local_label, registry, base)
        else:
            yield from _agency(found.target, found.local_label, registry, base)


def _group(
    node: URIRef, found: AgencyResolution, registry: Registry, base: str
) -> Iterator[Triple]:
    """Give a group of addressees: open, with the name of its kind, or else as printed."""
    kind = str(node).rpartition("/")[2]
    known = registry.agency(kind) or registry.agency(f"{kind}-tinh")
    label = known.name_vi if known else _plain(found.printed)
    yield node, RDF.type, LDO.AgencyGroup
    yield node, SKOS.prefLabel, Literal(label, lang="vi")
    yield node, LDO.groupKind, iri(base, GROUP_KINDS + (known.code if known else kind))
    yield node, LDO.open, Literal(True)
    province = registry.province(str(node).rsplit("/", 2)[1])
    if province:
        yield node, LDO.ofPlace, iri(base, PLACES + province.slug)
    if province and known and found.target and known.ended_by:
        above = registry.agency(known.parent)
        if above and above.level == "province":
            yield node, ORG.subOrganizationOf, iri(base, agency_path(above, province.slug))
        for change in ending(registry, known, province, found.target):
            yield from change_triples(base, change)


def _post(node: URIRef, found: AgencyResolution, registry: Registry, base: str) -> Iterator[Triple]:
    """Give a post and the body that it heads."""
    known = agency_instance(registry, found.target.removeprefix(POSTS)) if found.target else None
    yield node, RDF.type, LDO.Post
    label = known.name_vi if known else _one_line(found.printed)
    yield node, SKOS.prefLabel, Literal(label, lang="vi")
    if known:
        yield node, SKOS.prefLabel, Literal(known.name_en, lang="en")
        if known.province:
            yield node, LDO.ofPlace, iri(base, PLACES + known.province.slug)
    if found.body:
        yield node, ORG.postIn, iri(base, found.body)


def _agency(path: str, local_label: str | None, registry: Registry, base: str) -> Iterator[Triple]:
    """Give a body of the registers, or one of a district or commune under its own name."""
    if local_label:
        yield from local_triples(path, local_label, registry, base)
        return
    known = agency_instance(registry, path.removeprefix(AGENCIES))
    if known:
        yield from instance_triples(known, registry, base)


def instance_triples(known: AgencyInstance, registry: Registry, base: str) -> Iterator[Triple]:
    """Give the triples of one body of the registers."""
    node = iri(base, AGENCIES + known.code)
    yield node, RDF.type, LDO.Agency
    yield node, SKOS.prefLabel, Literal(known.name_vi, lang="vi")
    yield node, SKOS.prefLabel, Literal(known.name_en, lang="en")
    yield node, LDO.rank, Literal(known.rank)
    if known.province:
        yield node, LDO.ofPlace, iri(base, PLACES + known.province.slug)
    if known.parent and agency_instance(registry, known.parent):
        yield node, ORG.subOrganizationOf, iri(base, AGENCIES + known.parent)


def _plain(words: str) -> str:
    """Return the printed name of a group in one spelling, so that papers share its label.

    An abbreviation at its head keeps its capitals.
    """
    line = normalise(_one_line(words)).text
    return line if line[1:2].isupper() else line[:1].lower() + line[1:]


def _one_line(words: str) -> str:
    return " ".join(words.split())
