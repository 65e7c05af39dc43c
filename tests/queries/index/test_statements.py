"""Statements as rows, and where a graph says more than the tables keep."""

from __future__ import annotations

from queries.index.nodes import LDO, ORG, RDF_TYPE, SKOS, Nodes
from queries.index.statements import plural_rows, statement_rows


def test_labels_classes_and_ties_of_bodies_are_kept() -> None:
    """Labels in Vietnamese only; classes of ours, and of documents only."""
    nodes = Nodes(
        [
            ("a", f"{SKOS}prefLabel", "Sở Nội vụ", "vi"),
            ("a", f"{SKOS}prefLabel", "Home Affairs", "en"),
            ("a", f"{LDO}succeededBy", "b", ""),
            ("p", f"{ORG}postIn", "a", ""),
            ("a", RDF_TYPE, f"{LDO}Agency", ""),
            ("d", RDF_TYPE, f"{LDO}Document", ""),
            ("d", RDF_TYPE, "http://example.org/Work", ""),
        ]
    )
    assert sorted(statement_rows(nodes)) == [
        ("a", "label", "Sở Nội vụ"),
        ("a", "succeededBy", "b"),
        ("d", "class", "Document"),
        ("p", "postIn", "a"),
    ]


def test_several_values_are_noted_where_one_is_kept() -> None:
    """Of a property that has several values by nature, and of a title, nothing is noted."""
    said = [(LDO + "place", "x"), (LDO + "place", "y"), (LDO + "fulfils", "x")]
    said += [(LDO + "fulfils", "y"), (LDO + "evidence", "x"), (LDO + "evidence", "y")]
    nodes = Nodes([("d", predicate, value, "") for predicate, value in said])
    assert list(plural_rows(nodes)) == [("place", "d")]
    told = Nodes(
        [("d", predicate, value, "") for predicate, value in [*said, (LDO + "statedIn", "z")]]
    )
    assert list(plural_rows(told)) == [("place", "d"), ("evidence", "d")]
