"""Scores follow from counts as the page says, for a document, a body, a province and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from queries.completeness import (
    CompletenessLog,
    Counts,
    DocumentCounts,
    counts_of,
    headings,
)
from queries.store.embedded import QuadStore

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = """
@prefix : <https://w3id.org/luocdo/id/vn/example/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ldo: <https://w3id.org/luocdo/ns#> .
:a ldo:presence ldo:fullText ; ldo:printedNumber "7/CT" ; ldo:issuingBody :body ;
  ldo:decidedBy :post ; ldo:signatory "N. V. A" ; ldo:place :place .
:body ldo:rank 3 .
:c a ldo:Citation ; ldo:statedIn :a ; ldo:status ldo:resolved .
:d a ldo:Citation ; ldo:statedIn :a ; ldo:status ldo:unresolved .
:o a ldo:Obligation ; ldo:statedIn :a ; ldo:assignment :x ; ldo:recurrence "FREQ=MONTHLY" .
:x ldo:assignee :body .
:p a ldo:Obligation ; ldo:statedIn :a ; ldo:assignment :y .
:y ldo:printed "đơn vị nào đó" .
"""
A = "https://w3id.org/luocdo/id/vn/example/a"


def counts(*numbers: int) -> Counts:
    """Return counts of fields, citations, assignees and deadlines, without findings."""
    a, b, c, d, e, f, g, h = numbers
    return Counts(
        fields=a, fields_of=b, citations=c, citations_of=d, assignees=e, assignees_of=f,
        deadlines=g, deadlines_of=h, violations=0, warnings=0, infos=0,
    )  # fmt: skip


def test_a_document_is_counted() -> None:
    """Four of six fields, one of two citations, one of two tasks assigned and dated."""
    raw = Store()
    raw.load(GRAPH.encode(), RdfFormat.TURTLE)
    asker = QuadStore(raw)
    heading = headings(asker)[A]
    assert heading[1].endswith("/place")
    assert heading[2:] == (4, 6)
    assert counts_of(asker)[A] == (1, 2, 2, 1, 1)


def test_the_score_is_the_mean_of_the_shares_there_are() -> None:
    """What cannot be counted does not count against a document."""
    assert counts(6, 6, 0, 0, 1, 2, 0, 2).score == 50
    assert counts(0, 0, 0, 0, 0, 0, 0, 0).score is None


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_a_score_lies_between_nothing_and_all(parts: list[int]) -> None:
    """Whatever is filled."""
    a, b, c, d = parts
    score = counts(a, 9, b, 9, c, 9, d, 9).score
    assert score is not None
    assert 0 <= score <= 100


def test_groups_are_added_up_and_each_load_is_a_point(tmp_path: Path) -> None:
    """A document that is checked again counts once; the points stay."""
    log = CompletenessLog(tmp_path)
    assert log.by("whole") == ()
    assert log.points() == ()
    one = DocumentCounts(path="a", body="x", place="p", counts=counts(1, 6, 0, 1, 0, 1, 0, 1))
    two = DocumentCounts(path="b", body="x", place="q", counts=counts(6, 6, 1, 1, 1, 1, 1, 1))
    log.note([one, two], "2026-01-01T00:00:00+00:00")
    log.note([one], "2026-01-02T00:00:00+00:00")
    assert [(each.of, each.documents) for each in log.by("body")] == [("x", 2)]
    assert [each.of for each in log.by("document")] == ["a", "b"]
    assert [each.of for each in log.by("place")] == ["p", "q"]
    (whole,) = log.by("whole")
    assert whole.counts == counts(7, 12, 1, 2, 1, 2, 1, 2)
    assert [point.documents for point in log.points()] == [2, 2]
    log.forget(["a"])
    assert [each.of for each in log.by("document")] == ["b"]
