"""What the collection knows takes the place of what the registers left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.graph.building import raw_statements
from loaders.graph.effective import effective
from loaders.graph.statements import graph_of
from loaders.records import Citation, Resolution, Status
from ontology.namespaces import DEFAULT_BASE, LDO, iri

if TYPE_CHECKING:
    from datetime import date

    from loaders.graph.decisions import Decision
    from loaders.records import Candidate, ExtractedDocument
    from ontology.registry import Registry

TWELVE = "id/vn/nq/hdnd-tien-giang/2023/12"


class Deciding:
    """A collection that knows what the short form means."""

    def holds(self, path: str) -> bool:
        """Tell whether it is the one."""
        return path == TWELVE

    def decisions(self, path: str) -> tuple[Decision, ...]:
        """Know of no reviewer."""
        del path
        return ()

    def decide(
        self, citation: Citation, candidates: tuple[Candidate, ...], day: date | None
    ) -> Resolution | None:
        """Decide the short form only."""
        assert len(candidates) in {0, 2}
        assert day is None or day.year > 2000
        if citation.short_number != "12":
            return None
        return Resolution(
            citation=0,
            status=Status.RESOLVED,
            target=TWELVE,
            methods=("byNumber",),
            confidence=0.85,
        )


def test_a_later_document_decides_an_open_citation(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Status, target and method change, candidates go, and the raw graph stays as it was."""
    raw = raw_statements(document, registry, DEFAULT_BASE)
    before = set(raw)
    graph = graph_of(effective(raw, registry, Deciding(), DEFAULT_BASE))
    node = next(
        graph.subjects(
            LDO.citedNumber, next(cited for _, cited in raw.subject_objects(LDO.citedNumber))
        ),
        None,
    )
    assert node is not None
    decided = next(graph.subjects(LDO.citedWork, iri(DEFAULT_BASE, TWELVE)))
    assert graph.value(decided, LDO.status) == LDO.resolved
    assert graph.value(decided, LDO.candidates) is None
    assert not any("#list-" in str(s) for s in graph.subjects())
    assert set(raw) == before
