"""What the steps recorded is put together without a change: lines, nesting, titles, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import Candidate, Span
from luocdo.explaining import Printed, explain, rule_meaning, verdict
from luocdo.reading import read_documents
from luocdo.settings import Settings
from ontology.registry import load_registry

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.explaining import Explanation

NESTED = """\
Số: 08/KH-UBND
Hà Giang, ngày 02 tháng 02 năm 2024

KẾ HOẠCH
Phát triển đồng cỏ

Thực hiện Kết luận số 13-KL/TW ngày 16/8/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số
48-CT/TW của Bộ Chính trị khóa X, các sở rà soát đồng cỏ.
Thực hiện Quyết định số 95/QD-TTg ngày 01/02/2024 của Thủ tướng Chính phủ.
"""


def explained(text: str, folder: Path) -> tuple[Explanation, ...]:
    """Return the explanations of a text."""
    path = folder / "ke-hoach.txt"
    path.write_text(text, encoding="utf-8")
    registry = load_registry()
    (document,) = read_documents([str(path)], registry, Settings(), lambda *_: None)
    return explain(document, registry)


def candidates(*scores: float) -> tuple[Candidate, ...]:
    """Return candidates with some scores."""
    return tuple(
        Candidate(target=f"id/vn/ct/ttg/2020/{place}", score=score, reason="same-number")
        for place, score in enumerate(scores)
    )


def test_inner_citations_stand_below_their_outer_one(tmp_path: Path) -> None:
    """Line, depth, title and relation of each are those of the paper."""
    outer, inner, last = explained(NESTED, tmp_path)
    assert [each.depth for each in (outer, inner, last)] == [0, 1, 0]
    assert [each.words.line for each in (outer, inner, last)] == [7, 7, 9]
    assert inner.citation.within == outer.citation.index
    assert inner.words.text == "Chỉ thị số 48-CT/TW của Bộ Chính trị khóa X"
    assert inner.title.startswith("về tăng cường sự lãnh đạo của Đảng")
    (link,) = inner.links
    assert (link.relation.source, link.relation.kind) == (outer.citation.index, "continues")
    assert link.cue is not None
    assert (link.cue.text, link.cue.line) == ("tiếp tục thực hiện", 7)
    assert last.citation.repairs == ("diacritics",)
    assert (last.title, last.guesses, last.verdict) == ("", (), "")


def test_another_date_of_the_registers_is_told(tmp_path: Path) -> None:
    """A document found in spite of its date says which one the registers have."""
    right = explained(NESTED, tmp_path)
    assert [each.other_date for each in right] == ["", "", ""]
    wrong = explained(NESTED.replace("16/8/2021", "17/8/2021"), tmp_path)[0]
    assert (wrong.resolution.target, wrong.other_date) == ("id/vn/kl/tw/k13/13", "2021-08-16")


def test_the_lines_of_the_examples(examples: Path) -> None:
    """Each citation of a document is explained once, by words that stand on their line."""
    registry = load_registry()
    for document in read_documents([str(examples)], registry, Settings(), lambda *_: None):
        each = explain(document, registry)
        assert sorted(e.citation.index for e in each) == list(range(len(document.citations)))
        lines = document.source.text.split("\n")
        first = [e.words.text.split()[0] for e in each]
        assert [
            w for e, w in zip(each, first, strict=True) if w not in lines[e.words.line - 1]
        ] == []
        assert sum(len(e.links) for e in each) == len(document.relations)


@given(st.text(alphabet="ab \n", min_size=1, max_size=60), st.data())
def test_line_numbers_count_breaks(text: str, data: st.DataObject) -> None:
    """The line of a place is one more than the breaks before it."""
    start = data.draw(st.integers(0, len(text) - 1))
    words = Printed(text).words(Span(start=start, end=len(text)))
    assert words.line == text[:start].count("\n") + 1
    assert "\n" not in words.text


@pytest.mark.parametrize(
    ("scores", "code"),
    [
        ((), ""),
        ((0.5,), "alone"),
        ((0.5, 0.5), "tied"),
        ((0.6, 0.5), "close"),
        ((0.7, 0.3), "weak"),
    ],
)
def test_why_no_candidate_won(scores: tuple[float, ...], code: str) -> None:
    """One alone, a tie, too small a lead, or a lead with a low score."""
    assert verdict(candidates(*scores)) == code


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        ("citation", "full:party"),
        ("citation", "listed"),
        ("citation", "quoted"),
        ("relation", "carrying-out"),
        ("relation", "replaced-by"),
        ("relation", "ceases"),
    ],
)
def test_rules_of_every_table_have_their_meaning(step: str, rule: str) -> None:
    """Number forms, patterns, names, triggers, passive wordings and words that follow."""
    assert rule_meaning(step, rule)


def test_a_rule_of_no_table_has_none() -> None:
    """What the source itself decides is said by the translations."""
    assert rule_meaning("relation", "no-cue") == ""
