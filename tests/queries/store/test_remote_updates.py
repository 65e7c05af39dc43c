"""One update where the store has a default graph, pieces where it has none; `test_remote.py` runs them."""

from __future__ import annotations

from pyoxigraph import Store

from queries.store.remote_updates import updates

NOTES = "urn:notes"
LINES = b"".join(b"<urn:s> <urn:p> <urn:o%d> .\n" % number for number in range(2_500))
LINKED = b'<urn:s> <urn:p> _:a .\n_:a <urn:q> "in a string: _:b" .\n'
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(store: Store, query: str) -> int:
    """Return a count."""
    return int(next(iter(store.query(query)))["n"].value)  # type: ignore[union-attr, index]  # rows


def test_one_update_replaces_a_graph_and_its_share_of_the_merge() -> None:
    """What two graphs state stays while one of them does; blank nodes stay one."""
    store = Store()
    for graph, triples in (("urn:a", LINES), ("urn:b", LINES[:27]), ("urn:a", LINKED)):
        (text,) = updates(graph, triples, "7", notes=NOTES)
        store.update(text)
    assert count(store, COUNT) == 3
    assert count(store, "SELECT (COUNT(*) AS ?n) { <urn:s> <urn:p> ?a . ?a <urn:q> ?b }") == 1
    assert count(store, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{NOTES}> {{ ?g ?p '7' }} }}") == 2


def test_without_a_default_graph_pieces_are_short() -> None:
    """The version is noted last, and taken back first."""
    texts = tuple(updates("urn:a", LINES + LINKED, "7", notes=NOTES, merged="urn:merged"))
    assert len(texts) > 6
    assert max(text.count("\n") for text in texts) <= 1_002
    assert NOTES in texts[0]
    assert NOTES in texts[-1]
    store = Store()
    for text in texts * 2:
        store.update(text)
    assert count(store, COUNT) == 0
    assert count(store, "SELECT (COUNT(*) AS ?n) { GRAPH <urn:merged> { ?s ?p ?o } }") == 2_502
