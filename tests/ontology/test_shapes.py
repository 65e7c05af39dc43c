"""Each example beside the shapes is judged as its own file says, by both ways of checking."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef
from rdflib.collection import Collection

from ontology.namespaces import DCTERMS, LDO, OWL, RDF, RDFS, SH
from ontology.shape_rules import rules, shapes_graph
from ontology.validation import validate
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from rdflib.term import Node

SHAPES = Path(__file__).parents[2] / "ontology" / "shapes"
EXAMPLES = sorted((SHAPES / "examples").glob("*.ttl"))
CODES_OF_THE_CONTRACT = {
    *(f"D{number}" for number in range(1, 9)),
    *(f"C{number}" for number in range(1, 10)),
    *(f"O{number}" for number in range(1, 7)),
    *(f"A{number}" for number in range(1, 4)),
    *(f"L{number}" for number in range(1, 5)),
    *(f"E{number}" for number in range(1, 6)),
}

Fault = tuple[str, str, str]


def expected_faults(data: Graph) -> set[Fault]:
    """Return the faults that an example file announces: focus, path, value."""
    return {
        tuple(
            str(data.value(result, name, default=""))
            for name in (SH.focusNode, SH.resultPath, SH.value)
        )  # type: ignore[misc]  # three names, three strings
        for result in data.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_example_is_judged_as_stated(file: Path) -> None:
    """The findings of the example's own rule are exactly those that the file announces."""
    data = Graph().parse(file)
    code, verdict = file.stem.split("-")[:2]
    found = {
        (each.focus, each.path, each.value) for each in validate(data).findings if each.code == code
    }
    assert found == expected_faults(data)
    assert bool(found) == (verdict == "fails")


def test_every_rule_of_the_contract_is_a_shape() -> None:
    """No code of the contract is left without a shape."""
    assert {rule.code for rule in rules()} >= CODES_OF_THE_CONTRACT


def test_every_code_has_a_passing_and_a_failing_example() -> None:
    """Whoever changes a shape sees at once what it is for and what it must not catch."""
    shown = {tuple(file.stem.split("-")[:2]) for file in EXAMPLES}
    codes = {rule.code for rule in rules()}
    assert shown == {(code, verdict) for code in codes for verdict in ("passes", "fails")}


def test_every_shape_explains_itself() -> None:
    """Each shape has a reason and a way to mend the fault, in both languages."""
    graph = shapes_graph()
    for shape in graph.subjects(DCTERMS.identifier):
        languages = {getattr(text, "language", None) for text in graph.objects(shape, RDFS.comment)}
        assert languages == {"vi", "en"}, shape


def test_queries_name_their_targets_and_columns() -> None:
    """A query without bindings asks of the whole store what SHACL asks node by node."""
    for rule in rules():
        for query in rule.queries:
            assert re.search(r"SELECT DISTINCT [$?]this \?path \?value\s+WHERE", query), rule.shape
            assert re.search(r"[$?]this (a|\(?<?\w+:|\?path)", query), rule.shape


def test_queries_hold_no_comments() -> None:
    """A query stands on one line when it is run, so a comment would swallow its rest."""
    for file in SHAPES.glob("*.ttl"):
        for select in Graph().parse(file).objects(None, SH.select):
            assert "#" not in str(select)
            assert "'" not in str(select)


def test_shapes_use_only_declared_terms() -> None:
    """A term that the vocabulary does not declare never reaches a shape."""
    graph = shapes_graph()
    names = {term for triple in graph for term in triple if isinstance(term, URIRef)}
    used = {name for name in names if name.startswith(str(LDO))}
    assert used <= set(LDO)
    for select in graph.objects(None, SH.select):
        for name in re.findall(r"\bldo:(\w+)", str(select)):
            assert name in LDO, name


def _allowed(graph: Graph, node: Node, predicate: Node) -> set[Node]:
    """Return the members of the list at the end of a property."""
    listed = graph.value(node, predicate)
    assert listed is not None
    return set(Collection(graph, listed))


def test_closed_lists_are_those_of_the_vocabulary() -> None:
    """What a shape allows is what the vocabulary declares: no list is kept twice unawares."""
    graph, vocabulary = shapes_graph(), vocabulary_graph()
    for shape in graph.subjects(SH["in"]):
        name = graph.value(shape, SH.path)
        kind = vocabulary.value(name, RDFS.range)
        assert kind is not None
        assert _allowed(graph, shape, SH["in"]) == _allowed(vocabulary, kind, OWL.oneOf), shape
