"""The statements of a graph by subject."""

from __future__ import annotations

from queries.index.nodes import LDO, OA, RDF_TYPE, Nodes, local_name

NODES = Nodes(
    [
        ("a", RDF_TYPE, f"{LDO}Obligation", ""),
        ("a", f"{LDO}summary", "b", "vi"),
        ("a", f"{LDO}summary", "a", "en"),
        ("a", f"{LDO}force", f"{LDO}mandatory", ""),
        ("a", f"{LDO}evidence", "e", ""),
        ("e", f"{OA}hasSelector", "s", ""),
        ("s", f"{OA}start", "12", ""),
        ("s", f"{OA}exact", "words", ""),
        ("d", f"{LDO}implements", "x", ""),
    ]
)


def test_objects_are_found_by_subject_and_predicate() -> None:
    """The least of several, one of a language, terms of ours by their local names."""
    assert NODES.first("a", f"{LDO}summary") == "a"
    assert NODES.in_language("a", f"{LDO}summary", "vi") == "b"
    assert NODES.ours("a", "force") == "mandatory"
    assert NODES.first("a", f"{LDO}none") is None
    assert dict(NODES.subjects())["a"] == frozenset({"Obligation"})
    assert local_name(f"{LDO}lead") == "lead"


def test_a_quote_is_that_of_the_evidence() -> None:
    """With the place where it begins; nothing where there is none."""
    assert NODES.quote("a") == (12, "words")
    assert NODES.quote("d") == (None, None)


def test_relations_between_documents_are_edges() -> None:
    """Other properties are none."""
    assert list(NODES.edges()) == [("d", "implements", "x")]
