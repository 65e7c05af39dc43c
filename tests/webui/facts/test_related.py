"""Relations of a document, both ways."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from queries.index.layout import create_tables
from queries.index.reader import SideIndex
from webui.facts.related import Portion, carrying_words, read_related, things_of

if TYPE_CHECKING:
    from pathlib import Path
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
    directive = str(sample.of(sample.DIRECTIVE))
    steps = {conclusion: 0, directive: 1, plan: 2}
    words = carrying_words(reader.index(), plan, steps)
    assert words is not None
    assert words.cited == directive
    assert carrying_words(reader.index(), conclusion, {plan: 0, conclusion: 1}) is None


def test_words_that_lead_elsewhere_are_not_told(reader: Any, sample: ModuleType) -> None:
    """A document that carries out several others is quoted where it names the way."""
    plan, conclusion = (str(sample.of(path)) for path in (sample.PLAN, sample.CONCLUSION))
    assert carrying_words(reader.index(), plan, {conclusion: 0, plan: 2}) is None


def test_a_mention_within_the_name_of_another_has_its_words(tmp_path: Path) -> None:
    """A conclusion on a directive is cited, so the directive is mentioned, with the words."""
    file = tmp_path / "index.sqlite"
    with closing(sqlite3.connect(file)) as opened, opened:
        create_tables(opened)
        opened.execute("INSERT INTO edges VALUES ('g', 'plan', 'mentions', 'directive', 0)")
        row = ("g", "cit", "plan", "conclusion", "directive", "continues", "resolved", "full")
        marks = (*row, "x", "the directive", 7, None)
        opened.execute("INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", marks)
    (group,) = read_related(SideIndex(file), "plan", Portion())
    (fact,) = group.shown
    assert (fact.citation, fact.quote, fact.told_by) == ("cit", "the directive", "plan")
