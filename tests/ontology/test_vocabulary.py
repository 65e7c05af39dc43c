"""The vocabulary declares what Python names, and says what each term means."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from pathlib import Path

import owlrl
import pytest
from rdflib import DCTERMS as DCTERMS_LIST
from rdflib import FOAF, ODRL2, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, Graph, Literal, URIRef

from ontology.namespaces import DCTERMS, ELI, LDO, PREFIXES
from ontology.vocabulary import vocabulary_graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
ERROR_WORDS = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
ONLY_WORKS = {"Announcement", "OfficialDispatch", "Telegram", "Report", "Submission", "UnknownType"}


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    """Return `luocdo.ttl` alone."""
    return Graph().parse(ONTOLOGY / "luocdo.ttl")


def declared(graph: Graph) -> set[URIRef]:
    """Return the terms of luocdo that a graph describes."""
    return {
        each for each in graph.subjects() if isinstance(each, URIRef) and each.startswith(str(LDO))
    }


def test_python_and_turtle_declare_the_same_terms(vocabulary: Graph) -> None:
    """No term is known to one side only."""
    assert declared(vocabulary) == set(LDO)


def test_each_term_is_explained_in_both_languages(vocabulary: Graph) -> None:
    """Label and comment stand in Vietnamese and English, in NFC."""
    for term in LDO:
        for name in (RDFS.label, RDFS.comment):
            texts = [text for text in vocabulary.objects(term, name) if isinstance(text, Literal)]
            assert sorted(str(text.language) for text in texts) == ["en", "vi"], term
            assert all(unicodedata.is_normalized("NFC", text) for text in texts), term


def test_properties_have_domain_and_range_or_a_reason(vocabulary: Graph) -> None:
    """Where domain or range is left open, a scope note says why."""
    for kind in (*PROPERTIES, RDF.Property):
        for term in vocabulary.subjects(RDF.type, kind):
            stated = {RDFS.domain, RDFS.range} <= set(vocabulary.predicates(term))
            assert stated or (term, SKOS.scopeNote, None) in vocabulary, term


def test_document_classes_stand_below_document(vocabulary: Graph) -> None:
    """There are the types of the contract, each a sub-class of Document."""
    below = set(vocabulary.subjects(RDFS.subClassOf, LDO.Document))
    assert len(below) == 27
    assert {LDO[name] for name in ONLY_WORKS} <= below


def test_who_is_a_legal_resource() -> None:
    """All types are legal resources except the papers that bind nobody, and annexes."""
    graph = vocabulary_graph()
    legal = set(graph.subjects(RDFS.subClassOf, ELI.LegalResource))
    below = set(graph.subjects(RDFS.subClassOf, LDO.Document))
    assert below - legal == {LDO[name] for name in ONLY_WORKS | {"Annex"}}


def test_relations_are_ordered() -> None:
    """Every relation is a way of mentioning; replacing is a way of repealing."""
    graph = vocabulary_graph()
    relations = set(graph.transitive_subjects(RDFS.subPropertyOf, LDO.mentions))
    assert len(relations) == 16
    assert (LDO.replaces, RDFS.subPropertyOf, LDO.repeals) in graph


def test_closed_lists_hold_individuals_of_their_class(vocabulary: Graph) -> None:
    """A value is an individual of the class whose list names it."""
    for kind, values in vocabulary.subject_objects(OWL.oneOf):
        members = set(vocabulary.items(values))
        assert members == set(vocabulary.subjects(RDF.type, kind)), kind


def test_vocabulary_imports_nothing() -> None:
    """Reading the vocabulary needs no network."""
    assert (None, OWL.imports, None) not in vocabulary_graph()


def test_alignment_speaks_of_declared_terms() -> None:
    """The alignment invents no term of ours."""
    assert declared(Graph().parse(ONTOLOGY / "alignment.ttl")) <= set(LDO)


def test_rules_have_sources(vocabulary: Graph) -> None:
    """The types that a law or decree defines name it."""
    for name in ("Directive", "Decree", "Circular", "OfficialDispatch"):
        assert (LDO[name], DCTERMS.source, None) in vocabulary


def test_context_reads_as_the_vocabulary() -> None:
    """The JSON-LD context names terms that exist, and reads a document as meant."""
    context = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
    for short, meaning in context.items():
        name = meaning["@id"] if isinstance(meaning, dict) else meaning
        if str(name).startswith("ldo:"):
            assert name.removeprefix("ldo:") in LDO, short
    document = {
        "@context": context,
        "id": "https://example.org/1",
        "type": "Directive",
        "date": "2024-03-05",
        "presence": "fullText",
    }
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    node = URIRef("https://example.org/1")
    assert (node, RDF.type, LDO.Directive) in graph
    assert (node, LDO.presence, LDO.fullText) in graph
    dates = [value for value in graph.objects(node, LDO.date) if isinstance(value, Literal)]
    assert [str(value.datatype) for value in dates] == [PREFIXES["xsd"] + "date"]


LISTED = {
    "dcterms": DCTERMS_LIST,
    "foaf": FOAF,
    "odrl": ODRL2,
    "org": ORG,
    "prov": PROV,
    "skos": SKOS,
    "time": TIME,
}


def test_aligned_terms_exist_in_their_vocabularies(vocabulary: Graph) -> None:
    """No class or property of another vocabulary is invented."""
    known = tomllib.loads((Path(__file__).parent / "foreign_terms.toml").read_text("utf-8"))
    whole = vocabulary + Graph().parse(ONTOLOGY / "alignment.ttl")
    used = {term for triple in whole for term in triple if isinstance(term, URIRef)}
    asked = 0
    for prefix in (*LISTED, *known):
        start = PREFIXES[prefix]
        names = {str(term).removeprefix(start) for term in used if term.startswith(start)}
        asked += len(names)
        if prefix in LISTED:
            assert [name for name in names if LISTED[prefix][name] not in LISTED[prefix]] == []
        else:
            assert names <= set(known[prefix]["terms"]), prefix
    assert asked > 50


def contradictions(graph: Graph) -> list[str]:
    """Return what an OWL RL reasoner finds contradictory in a graph."""
    closure = Graph()
    for triple in graph:
        closure.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    return [str(words) for words in closure.objects(None, ERROR_WORDS)]


def test_a_reasoner_finds_no_contradiction(vocabulary: Graph) -> None:
    """Vocabulary, alignment and the contract's own example go together (OWL 2 RL)."""
    whole = vocabulary + Graph().parse(ONTOLOGY / "alignment.ttl")
    example = Graph().parse(Path(__file__).parent / "worked_example.ttl")
    assert contradictions(whole + example) == []


def test_the_reasoner_would_notice_one(vocabulary: Graph) -> None:
    """Two names of one thing that are said to be different things."""
    bad = Graph()
    bad.add((LDO.lead, OWL.sameAs, LDO.coordinating))
    bad.add((LDO.lead, OWL.differentFrom, LDO.coordinating))
    assert contradictions(vocabulary + bad) != []
