"""Citations become nodes: one for each mention in each relation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.graph.citations import citation_nodes, citation_triples
from loaders.graph.nodes import Nodes
from loaders.records import Relation, Resolution, Status
from ontology.namespaces import DEFAULT_BASE, LDO

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument


def nodes_of(document: ExtractedDocument) -> Nodes:
    """Return the names of a document's parts."""
    return Nodes(base=DEFAULT_BASE, path=document.path, text_sha256="0" * 64)


def test_two_relations_on_one_mention_are_two_nodes(document: ExtractedDocument) -> None:
    """Beside the document's own citation a second one with another citing work."""
    twice = (
        *document.relations,
        Relation(source=1, target=0, kind="amends", cue=None, rule="hand", confidence=0.9),
    )
    found = citation_nodes(replace(document, relations=twice), nodes_of(document))
    on_first = [str(entry.node) for entry in found if entry.citation.index == 0]
    assert len(on_first) == 2
    assert on_first[1] == f"{on_first[0]}/2"


def test_a_chain_without_its_middle_is_a_mention(document: ExtractedDocument) -> None:
    """Where the outer document is unknown, this document mentions the inner one, no more."""
    open_outer = Resolution(citation=0, status=Status.UNRESOLVED)
    changed = replace(document, resolutions=(open_outer, *document.resolutions[1:]))
    nodes = nodes_of(document)
    triples = set(citation_triples(changed, nodes))
    inner = nodes.citation(document.citations[1].span)
    assert (inner, LDO.citingWork, nodes.document) in triples
    assert (inner, LDO.relationType, LDO.mentions) in triples


def test_two_names_of_one_document_are_no_chain(document: ExtractedDocument) -> None:
    """A number and the name beside it mean one document: it does not cite itself."""
    outer, inner, *others = document.resolutions
    same = replace(inner, status=outer.status, target=outer.target, candidates=())
    nodes = nodes_of(document)
    triples = set(citation_triples(replace(document, resolutions=(outer, same, *others)), nodes))
    node = nodes.citation(document.citations[1].span)
    assert (node, LDO.citingWork, nodes.document) in triples
    assert (node, LDO.relationType, LDO.mentions) in triples


def test_an_inner_citation_names_its_outer_one(document: ExtractedDocument) -> None:
    """The nest of titles is kept."""
    nodes = nodes_of(document)
    outer, inner = (nodes.citation(document.citations[i].span) for i in (0, 1))
    assert (inner, LDO.withinCitation, outer) in set(citation_triples(document, nodes))


def test_repairs_keep_print_and_value(document: ExtractedDocument) -> None:
    """Where the number was repaired, both stand in the graph, with the kind of repair."""
    mended = replace(document.citations[0], repairs=("ocrSymbol",))
    changed = replace(document, citations=(mended, *document.citations[1:]))
    nodes = nodes_of(document)
    said = {p: str(o) for s, p, o in citation_triples(changed, nodes) if "/cit/" in str(s)}
    assert said[LDO.repaired] == "13-KL/TW"
    assert said[LDO.repairKind] == str(LDO.ocrSymbol)
