"""A decision is kept, shown at once, and survives loading the document again."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, URIRef

from luocdo.corpus import Batch
from luocdo.curation.reviewing import DecisionError, Wish, decide
from luocdo.files import find_files
from ontology.namespaces import DEFAULT_BASE, LDO
from queries.store.folder_reader import FolderReader
from queries.terms import iri
from tests.luocdo.test_corpus import Seen

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

    from luocdo.pipeline import Pipeline

DIRECTIVE = "id/vn/ct/ubnd-lang-son/2024/7"
GRAPH = f"{DEFAULT_BASE}graph/doc/vn/ct/ubnd-lang-son/2024/7"
OTHER = f"{DEFAULT_BASE}id/vn/ct/ttg/2019/21"


def load(pipeline: Pipeline, path: Path) -> Graph:
    """Load a file and return the graph of the directive."""
    Batch(pipeline=pipeline, progress=Seen()).load(find_files([str(path)]).files)
    return pipeline.writer.graph(GRAPH)


def citation_of(graph: Graph, words: str) -> URIRef:
    """Return the citation whose print begins with some words."""
    (node,) = (
        node
        for node in graph.subjects(RDF.type, LDO.Citation)
        if str(graph.value(node, LDO.printed)).startswith(words)
    )
    return URIRef(str(node))


@pytest.fixture
def wish(pipeline: Pipeline, directive: Path) -> Wish:
    """Return the wish to give a citation of a stored directive another target."""
    graph = load(pipeline, directive)
    node = citation_of(graph, "Chỉ thị số 12/CT-TTg")
    return Wish(
        node=str(node),
        verdict="correct",
        reviewer="lan",
        reason="Số in nhầm",
        quote=str(graph.value(node, LDO.printed)),
        term=str(LDO.citedWork),
        value=iri(OTHER),
    )


def test_a_decision_is_shown_at_once_and_survives_loading_again(
    pipeline: Pipeline, directive: Path, wish: Wish
) -> None:
    """Also when the text has changed, so that all that is said of it has moved."""
    decision = decide(pipeline, wish)
    assert uuid.UUID(decision.iri.rpartition("/")[2]).version == 7
    reader = FolderReader(pipeline.settings.store)
    shown = (
        f"SELECT ?t {{ <{wish.node}> <{LDO.citedWork}> ?t ; <{LDO.method}> <{LDO.byReviewer}> }}"
    )
    assert [row[0] for row in reader.select(shown).rows] == [iri(OTHER)]
    moved = directive.read_text("utf-8").replace("Căn cứ Luật", "Căn cứ vào Luật")
    directive.write_text(moved, encoding="utf-8")
    graph = load(pipeline, directive)
    node = citation_of(graph, "Chỉ thị số 12/CT-TTg")
    assert str(node) != wish.node
    assert str(graph.value(node, LDO.citedWork)) == OTHER


def test_a_later_decision_revises_the_earlier(pipeline: Pipeline, wish: Wish) -> None:
    """Both are kept; the last one counts."""
    first = decide(pipeline, wish)
    second = decide(pipeline, replace(wish, value=iri(OTHER.replace("21", "22"))))
    assert second.revises == first.iri
    assert pipeline.writer.decisions() == (second,)
    graph = pipeline.writer.graph(GRAPH)
    assert str(graph.value(URIRef(wish.node), LDO.citedWork)) == second.value.value  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("bad-verdict", {"verdict": "burn"}),
        ("reason-missing", {"reason": " "}),
        ("value-missing", {"value": None}),
        ("node-unknown", {"node": "https://elsewhere.example/1"}),
        ("node-unknown", {"node": f"{DEFAULT_BASE}id/vn/ct/ttg/1999/1/cit/1-2"}),
    ],
)
def test_what_cannot_be_decided_is_told(
    pipeline: Pipeline, wish: Wish, code: str, change: dict[str, str]
) -> None:
    """Nothing is kept then."""
    with pytest.raises(DecisionError) as caught:
        decide(pipeline, replace(wish, **change))  # type: ignore[arg-type]  # one field of a wish
    assert caught.value.code == code
    assert pipeline.writer.decisions() == ()
