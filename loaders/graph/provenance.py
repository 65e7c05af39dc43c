"""What made the facts: the text, by its digest, and the run that read it (PROV-O)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Literal

from ontology.namespaces import DCTERMS, LDO, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import Run


def provenance_triples(nodes: Nodes, run: Run | None) -> Iterator[Triple]:
    """Give the triples of text and run.

    The run is named without a clock, so that loading twice gives the same graph; when it ran
    stands in the graph of runs.
    """
    yield nodes.text, RDF.type, LDO.SourceText
    yield nodes.text, DCTERMS.isFormatOf, nodes.document
    yield nodes.text, LDO.sha256, Literal(nodes.text_sha256)
    if run is None:
        return
    yield nodes.run, RDF.type, LDO.ExtractionActivity
    yield nodes.run, PROV.used, nodes.text
    yield nodes.run, LDO.softwareVersion, Literal(run.version)
    yield nodes.run, LDO.tablesVersion, Literal(tables_version(run.register_sha256))


def tables_version(register_sha256: str) -> str:
    """Return how the graph names the state of the tables: the head of their digest."""
    return register_sha256[:12]
