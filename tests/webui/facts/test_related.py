"""Relations of a document, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.related import Portion, carrying_words, read_related, things_of

if TYPE_CHECKING:
    from types import ModuleType


def test_each_way_has_its_groups_with_words(reader: Any, sample: ModuleType) -> None:
    """Out: what the directive carries out; in: the plan that carries it out, with its words."""
    directive = str(sample.of(sample.DIRECTIVE))
    groups = read_related(reader.index(), directive, Portion())
    by_way = {(g.direction, g.relation): g for g in groups}
    (out,) = by_way["out", "implements"].shown
    assert (out.document, out.status) == (str(sample.of(sample.CONCLUSION)), "resolved")
    (back,) = by_way["in", "implements"].shown
    assert back.document == str(sample.of(sample.PLAN))
    assert back.quote.startswith("Chỉ thị số 07/CT-UBND")
    assert back.document in things_of(groups)


def test_a_weaker_relation_of_the_same_two_is_not_told(reader: Any, sample: ModuleType) -> None:
    """Who carries out also cites; that goes without saying."""
    groups = read_related(reader.index(), str(sample.of(sample.PLAN)), Portion())
    assert [g.relation for g in groups if g.direction == "out"] == ["implements"]


def test_a_portion_shows_one_group_page_by_page(reader: Any, sample: ModuleType) -> None:
    """The total stays, the documents shown are those of the page."""
    portion = Portion(start=1, size=1, relation="implements", direction="in")
    (group,) = read_related(reader.index(), str(sample.of(sample.DIRECTIVE)), portion)
    assert (group.total, group.shown) == (1, ())


def test_words_that_carry_out_name_the_nearest_basis(reader: Any, sample: ModuleType) -> None:
    """The plan rests on the conclusion through the directive."""
    plan, conclusion = (str(sample.of(path)) for path in (sample.PLAN, sample.CONCLUSION))
    words = carrying_words(reader.index(), plan, conclusion)
    assert words is not None
    assert words.cited == str(sample.of(sample.DIRECTIVE))
    assert carrying_words(reader.index(), conclusion, plan) is None
