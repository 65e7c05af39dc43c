"""Put the registers and the vocabulary beside the documents, and only when they have changed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from rdflib import OWL, Graph, Literal, URIRef

from luocdo import __version__
from ontology.agency_scheme import agencies_graph
from ontology.namespaces import fixed_graph_iri
from ontology.schemes import places_graph, registry_graph, terms_graph
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ontology.namespaces import FixedGraphName
    from ontology.registry import Registry
    from queries.store.writer import Writer


def keep_registers(writer: Writer, registry: Registry, base: str, arrived: Iterable[str]) -> None:
    """Make the fixed graphs of a store say what the registers say.

    Each graph states the version that it was made from; one whose version is stored is left as
    it is. The graph of known documents leaves out what stored documents say of themselves, and
    that of bodies has the bodies of the provinces that the collection is about.

    Args:
        writer: the store.
        registry: the registers.
        base: setting `base_iri`.
        arrived: paths of the documents that were not stored when this was done last.
    """
    known = frozenset(d.path for d in registry.documents if writer.holds_document(d.path))
    places = writer.places_of_bodies(str(fixed_graph_iri(base, "agencies")))
    kept = frozenset(place.removeprefix(f"{base}id/vn/place/") for place in places)
    provinces = kept | _provinces(arrived, registry)
    made: Mapping[FixedGraphName, tuple[Iterable[str], Callable[[], Graph]]] = {
        "ontology": ((), lambda: vocabulary_graph() + Graph()),
        "registry": (known, lambda: registry_graph(registry, base, known)),
        "agencies": (provinces, lambda: agencies_graph(registry, base, provinces)),
        "places": ((), lambda: places_graph(registry, base)),
        "terms": ((), lambda: terms_graph(registry, base)),
    }
    for name, (depends_on, make) in made.items():
        graph_iri = str(fixed_graph_iri(base, name))
        version = _version(registry, depends_on)
        if writer.graph_version(graph_iri) == version:
            continue
        graph = make()
        graph.add((URIRef(graph_iri), OWL.versionInfo, Literal(version)))
        writer.replace_fixed(graph_iri, graph)


def _provinces(arrived: Iterable[str], registry: Registry) -> frozenset[str]:
    """Return the provinces that the paths of documents name, and those they went into."""
    series = {path.split("/")[3] for path in arrived}
    slugs = {province.slug for province in registry.provinces}
    named = {slug for slug in slugs if any(name.endswith(f"-{slug}") for name in series)}
    after = {change.new for change in registry.province_changes if change.old in named}
    return frozenset(named | after)


def _version(registry: Registry, depends_on: Iterable[str]) -> str:
    """Return what a graph was made from: program, tables, and what else it depends on."""
    what = "\n".join((__version__, registry.sha256, *sorted(depends_on)))
    return sha256(what.encode()).hexdigest()[:16]
