"""What one named paper did to another, told in the passive or the active."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.grammar.tables import table
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata, Reading, Relation
from loaders.relations.clauses import read_scope
from loaders.relations.passive import acted, end_of_changes

Related = Callable[..., tuple[tuple[Citation, ...], tuple[Relation, ...]]]
DATA = table("loaders.relations", "triggers.toml")
FIRST, SECOND = "Quyết định số 1/2019/QĐ-UBND", "Quyết định số 2/2020/QĐ-UBND"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (" được sửa đổi, bổ sung bởi ", "amends"),
        (" được bổ sung tại ", "supplements"),
        (" bị thay thế bởi ", "replaces"),
        (" (đã được thay thế bằng ", "replaces"),
        (" đã bị bãi bỏ theo ", "repeals"),
        (" bị đình chỉ thi hành bởi ", "suspends"),
        (" được đính chính tại ", "corrects"),
        (" được hướng dẫn thực hiện bởi ", "guides"),
        (" được cụ thể hóa bằng ", "implements"),
        (" hết hiệu lực kể từ ngày ", "replaces"),
        (" không bị bãi bỏ bởi ", None),
        (" chưa được thay thế bởi ", None),
        (" và ", None),
    ],
)
def test_the_later_paper_acted(words: str, kind: str | None, related: Related) -> None:
    """Each passive wording runs from the paper after it to the one before; denied ones do not."""
    _, relations = related(f"{FIRST}{words}{SECOND}.")
    acts = [(r.source, r.kind, r.target) for r in relations if r.source is not None]
    assert acts == ([(1, kind, 0)] if kind else [])


def test_a_row_acts_together(related: Related) -> None:
    """Papers in a row after a passive wording all acted; one after a closed bracket did not."""
    _, relations = related(f"{FIRST} được sửa đổi bởi {SECOND} và Quyết định số 3/2021/QĐ-UBND.")
    assert [r.source for r in relations if r.source is not None] == [1, 2]
    _, relations = related(f"{FIRST} (được sửa đổi bởi {SECOND}) và Chỉ thị số 3/CT-UBND.")
    assert [r.source for r in relations if r.source is not None] == [1]


def test_the_first_mention_acted_on_none(related: Related) -> None:
    """Nothing stands before it."""
    text = normalise(FIRST)
    citations, _ = related(FIRST)
    assert acted(read_scope(text, citations), citations[0], ()) is None


def test_what_consolidated_papers_are_amended_by(related: Related) -> None:
    """The date of force after one paper of a list does not end the list."""
    text = (
        "Thông tư số 1/2012/TT-BNV về sách, được sửa đổi, bổ sung bởi:\n"
        "1. Thông tư số 2/2013/TT-BNV về thư viện, có hiệu lực kể từ ngày 15 tháng 3 năm 2013;\n"
        "2. Thông tư số 3/2014/TT-BNV về báo.\nCăn cứ Luật Thư viện;\n"
    )
    kind = Reading(value="VBHN", printed="", span=None, rule="", confidence=1.0)
    consolidated = Metadata(document_type=kind)
    _, relations = related(text, consolidated)
    acts = [(r.source, r.kind, r.target) for r in relations if r.source is not None]
    assert acts == [(1, "amends", 0), (2, "amends", 0)]


def test_a_paper_acts_only_on_others(related: Related) -> None:
    """A row after an amending paper that comes back to the amended one does not amend it."""
    text = (
        "Theo Điều 2 Luật số 50/2005/QH11 được sửa đổi theo khoản 8 Điều 1 Luật số 7/2022/QH15, "
        "Điều 9 Luật số 50/2005/QH11."
    )
    _, relations = related(text)
    assert [(r.source, r.kind, r.target) for r in relations] == [
        (None, "cites", 0),
        (1, "amends", 0),
        (None, "cites", 2),
    ]


def test_a_body_named_after_a_paper_does_not_review_it(related: Related) -> None:
    """What a steering committee for a review issued is no review itself."""
    text = "Thực hiện Công văn số 59-CV/BCĐ của Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW."
    _, relations = related(text)
    assert [r.kind for r in relations] == ["implements", "cites"]


@pytest.mark.parametrize(
    ("entry", "example"), [(e, x) for e in DATA["passive"] for x in e["examples"]]
)
def test_each_passive_runs_from_the_later_paper(
    related: Related, entry: dict[str, object], example: dict[str, str]
) -> None:
    """In "X amended by Y" Y acts on X, and the document has no relation of its own to Y."""
    citations, relations = related(example["text"])
    (acting,) = [relation for relation in relations if relation.source is not None]
    assert (acting.rule, acting.kind) == (entry["id"], example["gives"])
    assert (acting.source, acting.target) == (len(citations) - 1, 0)
    assert acting.source not in [r.target for r in relations if r.source is None]


@pytest.mark.parametrize(
    ("rule", "text"), [(e["id"], t) for e in DATA["passive"] for t in e["counter_examples"]]
)
def test_no_counter_example_is_passive(related: Related, rule: str, text: str) -> None:
    """Papers beside each other do not act on one another."""
    assert rule not in [relation.rule for relation in related(text)[1]]


@pytest.mark.parametrize(
    ("entry", "example"), [(e, x) for e in DATA["active"] for x in e["examples"]]
)
def test_each_active_runs_from_the_earlier_paper(
    related: Related, entry: dict[str, object], example: dict[str, str]
) -> None:
    """In "X has replaced Y" X acts on Y, and the document has no relation of its own to Y."""
    (acting,) = [r for r in related(example["text"])[1] if r.target == 1]
    assert (acting.rule, acting.kind, acting.source) == (entry["id"], example["gives"], 0)


@pytest.mark.parametrize(
    ("rule", "text"), [(e["id"], t) for e in DATA["active"] for t in e["counter_examples"]]
)
def test_no_counter_example_is_active(related: Related, rule: str, text: str) -> None:
    """Papers that only stand near each other do not act on one another."""
    assert rule not in [relation.rule for relation in related(text)[1]]


def test_what_another_paper_did_holds_for_each_item(related: Related) -> None:
    """The lead-in of a list names who ended its items."""
    text = (
        "Thông tư số 5/2021/TT-BNV đã bãi bỏ hai văn bản, gồm:\n"
        "1. Thông tư số 7/2015/TT-BNV.\n2. Quyết định số 8/2003/QĐ-BNV.\n"
    )
    assert [(r.source, r.kind) for r in related(text)[1] if r.target] == [(0, "repeals")] * 2


def test_no_paper_is_changed_by_an_older_one(related: Related) -> None:
    """A paper changed by a later one, whose subject names it again, does not change that one."""
    _, relations = related(
        "Theo Thông tư số 2/2018/TT-BYT được sửa đổi tại Thông tư số 3/2023/TT-BYT sửa đổi, "
        "bổ sung một số điều tại Thông tư số 2/2018/TT-BYT."
    )
    assert [(r.source, r.kind, r.target) for r in relations if r.source is not None] == [
        (1, "amends", 0),
        (1, "amends", 2),
    ]


def test_a_named_law_after_amending_ones_amends_nothing(related: Related) -> None:
    """In a row of laws that are changed, one may have been amended by laws that have no name."""
    citations, relations = related(
        "Sửa đổi một số điều của Luật Điện lực số 28/2004/QH11 đã được sửa đổi, bổ sung theo "
        "Luật số 24/2012/QH13, Luật Hóa chất số 06/2007/QH12."
    )
    assert [(r.source, r.kind, citations[r.target].number) for r in relations] == [
        (None, "amends", "28/2004/QH11"),
        (1, "amends", "28/2004/QH11"),
        (None, "amends", "06/2007/QH12"),
    ]


def test_words_after_the_papers_that_changed_it_are_said_of_a_paper(related: Related) -> None:
    """What ends is the law, not those that amended it."""
    text = (
        "Luật Thư viện số 1/2012/QH13 đã được sửa đổi, bổ sung theo Luật số 2/2013/QH13 "
        "và Luật số 3/2014/QH13 hết hiệu lực."
    )
    citations, relations = related(text)
    assert ("replaces", 0) in [(r.kind, r.target) for r in relations if r.source is None]
    scope = read_scope(normalise(text), citations)
    end = end_of_changes(scope, citations[0])
    assert scope.lower[end:] == " hết hiệu lực."
