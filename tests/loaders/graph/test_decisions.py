"""What a reviewer decided overrides what was read, also when the words have moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Literal, URIRef

from loaders.graph.building import raw_statements
from loaders.graph.decisions import ACCEPT, CORRECT, REJECT, Decision, decided
from ontology.namespaces import DEFAULT_BASE, LDO, iri

if TYPE_CHECKING:
    from loaders.graph.statements import Statements
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry

TARGET = iri(DEFAULT_BASE, "id/vn/nq/tw/k12/12")


@pytest.fixture
def raw(document: ExtractedDocument, registry: Registry) -> Statements:
    """Return the raw graph of the sample document."""
    return raw_statements(document, registry, DEFAULT_BASE)


def short_form(raw: Statements) -> URIRef:
    """Return the citation that the registers left open."""
    (node,) = (n for n in raw.subjects(LDO.form, LDO.short))
    return URIRef(str(node))


def test_a_named_target_resolves_a_citation(raw: Statements) -> None:
    """Candidates go, the method says who decided, and the raw graph stays as it was."""
    node = short_form(raw)
    before = list(raw)
    wish = Decision(node=node, verdict=CORRECT, term=LDO.citedWork, value=TARGET)
    graph = decided(raw, (wish,))
    assert graph.value(node, LDO.citedWork) == TARGET
    assert graph.value(node, LDO.status) == LDO.resolved
    assert list(graph.objects(node, LDO.method)) == [LDO.byReviewer]
    assert graph.value(node, LDO.candidates) is None
    assert list(raw) == before


def test_what_is_rejected_goes_with_all_that_hangs_on_it(raw: Statements) -> None:
    """Nothing is said of the node, below it, or to it."""
    node = next(iter(raw.subjects(RDF.type, LDO.Obligation)))
    graph = decided(raw, (Decision(node=URIRef(str(node)), verdict=REJECT),))
    assert not [
        triple for triple in graph if any(str(word).startswith(str(node)) for word in triple[::2])
    ]
    assert len(graph) < len(raw)


def test_what_is_accepted_is_certain(raw: Statements) -> None:
    """Only the certainties that are stated change."""
    node = short_form(raw)
    graph = decided(raw, (Decision(node=node, verdict=ACCEPT),))
    assert str(graph.value(node, LDO.confidence)) == "1.00"
    assert raw.value(node, LDO.resolutionConfidence) is None
    assert graph.value(node, LDO.resolutionConfidence) is None


def test_the_last_decision_wins(raw: Statements) -> None:
    """Also on a statement about the document itself."""
    node = next(iter(raw.subjects(LDO.presence)))
    wishes = [
        Decision(node=URIRef(str(node)), verdict=CORRECT, term=LDO.signatory, value=Literal(name))
        for name in ("A", "B")
    ]
    assert list(decided(raw, wishes).objects(node, LDO.signatory)) == [Literal("B")]


def test_a_decision_finds_its_words_again(raw: Statements) -> None:
    """A node of another place takes the decision where its words stand once; else nothing does."""
    node = short_form(raw)
    moved = URIRef(str(node).rpartition("/")[0] + "/9001-9013")
    words = str(raw.value(node, LDO.printed))
    found = decided(raw, (Decision(node=moved, verdict=REJECT, quote=words),))
    assert not found.says_of(node)
    for quote in ("", "words of another paper"):
        same = decided(raw, (Decision(node=moved, verdict=REJECT, quote=quote),))
        assert set(same) == set(raw)


def test_a_part_of_a_moved_task_is_found_with_it(raw: Statements) -> None:
    """The assignment keeps its number below the task."""
    part = next(iter(raw.subjects(RDF.type, LDO.Assignment)))
    task, _, rest = str(part).partition("/asg/")
    quotes = [
        str(words)
        for evidence in raw.objects(URIRef(task), LDO.evidence)
        for words in raw.objects(
            URIRef(f"{evidence}#quote"), URIRef("http://www.w3.org/ns/oa#exact")
        )
    ]
    moved = URIRef(f"{task.rpartition('/')[0]}/9001-9300/asg/{rest}")
    graph = decided(raw, (Decision(node=moved, verdict=REJECT, quote=quotes[0]),))
    assert not graph.says_of(part)
    assert graph.says_of(URIRef(task))


def test_a_named_body_takes_the_place_of_what_was_read(raw: Statements) -> None:
    """The part of a task is certain then, and stays the part that it was."""
    node = URIRef(str(next(iter(raw.subjects(RDF.type, LDO.Assignment)))))
    body = iri(DEFAULT_BASE, "id/vn/agency/bca")
    wish = Decision(node=node, verdict=CORRECT, term=LDO.assignee, value=body)
    graph = decided(raw, (wish,))
    assert list(graph.objects(node, LDO.assignee)) == [body]
    assert str(graph.value(node, LDO.confidence)) == "1.00"
    assert list(graph.objects(node, LDO.role)) == list(raw.objects(node, LDO.role))
