"""Counts of the whole collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.totals import assigned_bodies, citation_shares, cited_most, facets

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader


def test_bodies_are_counted_with_what_they_lead(reader: Reader, sample: ModuleType) -> None:
    """The most burdened first."""
    first = assigned_bodies(reader.index())[0]
    assert (first.value, first.count, first.special) == (str(sample.of(sample.POLICE)), 2, 1)


def test_shares_of_citations_make_a_whole(reader: Reader) -> None:
    """They stand beside each other and fill the bar."""
    shares = citation_shares(reader.index())
    assert sum(share.count for share in shares) == 6
    assert round(sum(share.width for share in shares)) == 100
    assert [share.start for share in shares] == sorted(share.start for share in shares)


def test_facets_and_the_most_cited(reader: Reader, sample: ModuleType) -> None:
    """Types with their numbers; a document cited by two others leads."""
    index = reader.index()
    assert {c.value: c.count for c in facets(index).types}["Directive"] == 2
    assert cited_most(index, 1)[0].value == str(sample.of(sample.DIRECTIVE))
