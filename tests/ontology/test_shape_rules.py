"""Shapes become rules and queries, or their author is told why not."""

from __future__ import annotations

import pytest
from rdflib import Graph

from ontology.errors import ShapeError
from ontology.shape_rules import read_rules, rules

HEAD = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ;
    sh:message "thiếu"@vi , "missing"@en ;
"""


def shape(rest: str) -> Graph:
    """Return a graph of one shape."""
    return Graph().parse(data=HEAD + rest, format="turtle")


def test_core_constraint_becomes_a_query() -> None:
    """One constraint and one target make one query over the whole store."""
    (rule,) = read_rules(shape('dcterms:identifier "X1" ; sh:severity sh:Info ; sh:minCount 1 .'))
    assert (rule.code, rule.severity, rule.message_vi, rule.message_en) == (
        "X1", "info", "thiếu", "missing",
    )  # fmt: skip
    data = Graph().parse(
        data="""@prefix ex: <http://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        ex:a a ex:T . ex:b a ex:T ; ex:p 1 . ex:c a ex:U . ex:U rdfs:subClassOf ex:T .""",
        format="turtle",
    )
    (query,) = rule.queries
    found = sorted(str(row[0]) for row in data.query(query))  # type: ignore[index]  # a SELECT gives rows
    assert found == ["http://example.org/a", "http://example.org/c"]


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ("sh:minCount 1 .", "shape-incomplete"),
        ('dcterms:identifier "X1" ; sh:severity ex:Odd ; sh:minCount 1 .', "shape-incomplete"),
        ('dcterms:identifier "X1" ; sh:minCount 2 .', "shape-unsupported"),
        ('dcterms:identifier "X1" ; sh:closed true .', "shape-unsupported"),
    ],
)
def test_author_is_told(rest: str, code: str) -> None:
    """A shape that cannot be turned into a rule is refused with its reason."""
    with pytest.raises(ShapeError) as caught:
        read_rules(shape(rest))
    assert caught.value.code == code


def test_every_rule_has_a_query() -> None:
    """No shape is checked by SHACL alone."""
    assert all(rule.queries for rule in rules())
    assert len({rule.shape for rule in rules()}) == len(rules())
