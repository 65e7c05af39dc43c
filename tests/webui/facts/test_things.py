"""Anything can be looked at, and described in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from webui.facts.things import describe, read_thing

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader


def test_a_thing_has_what_is_said_of_it_and_who_names_it(
    reader: Reader, sample: ModuleType
) -> None:
    """Both ways; nothing of what is unknown."""
    place = read_thing(reader, str(sample.of("vn/place/song-may")))
    assert any(value == "Tỉnh Sông Mây" for _, value in place.outgoing)
    assert str(sample.of(sample.DIRECTIVE)) in {subject for subject, _ in place.incoming}
    assert not read_thing(reader, "urn:nothing").is_known


def test_a_description_holds_the_documents_own_graph(reader: Reader, sample: ModuleType) -> None:
    """Every triple that the document's graph states is in it."""
    iri = str(sample.of(sample.PLAN))
    graph = f"{sample.DEFAULT_BASE}graph/doc/{sample.PLAN}"
    found = Graph().parse(data=describe(reader, iri, graph, "text/turtle"), format="turtle")
    own = sample.plan().graph
    assert {t for t in own if t not in found} == set()
