"""A paper whose head is lost may still be named by its annex or by who reprints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.number import OwnNumber
from loaders.metadata.self_reference import find_self_reference
from loaders.records import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

NUMBER = OwnNumber(
    number=Reading(value="7-NQ/TW", printed="7-NQ/TW", span=None, rule="", confidence=1.0)
)
INTRODUCTION = (
    "# Nghị quyết số 7-NQ/TW\n\nThay mặt Bộ Chính trị, đồng chí Tổng Bí thư đã ký Nghị quyết số "
    "7-NQ/TW (ngày 3/4/2024) của Bộ Chính trị về phát triển cây xanh đô thị.\n\n"
    "Cây xanh là lá phổi của đô thị.\n\nI- QUAN ĐIỂM\n\n1. Trồng cây là việc của mọi nhà.\n"
)


def test_the_mention_that_states_something_is_taken() -> None:
    """The first mention may state nothing."""
    found = find_self_reference(INTRODUCTION, NUMBER, "who")
    assert found is not None
    assert found["who"] == "Bộ Chính trị"
    assert found["year"] == "2024"
    assert found["about"] == "về phát triển cây xanh đô thị"
    assert find_self_reference("Nghị quyết số 7-NQ/TW", NUMBER, "date") is None
    assert find_self_reference(INTRODUCTION, OwnNumber(), "date") is None


def test_a_reprint_on_the_web(read: Callable[[str], Metadata]) -> None:
    """Date, issuer and subject of a paper without its head."""
    found = read(INTRODUCTION)
    assert found.issued_on is not None
    assert found.issued_on.value.iso() == "2024-04-03"
    assert found.issuing_body is not None
    assert found.issuing_body.value == "Bộ Chính trị"
    assert found.title is not None
    assert found.title.value == "về phát triển cây xanh đô thị"


def test_a_head_wins(read: Callable[[str], Metadata], directive: str) -> None:
    """What the head states is not changed by what an annex says."""
    annex = "\nPHỤ LỤC\n(Kèm theo Chỉ thị số 07/CT-UBND ngày 9/9/2019 của Bộ trưởng Bộ Y tế)\n"
    found = read(directive + annex)
    assert found.issued_on is not None
    assert found.issuing_body is not None
    assert found.issued_on.value.iso() == "2024-04-02"
    assert found.issuing_body.value == "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây"


def test_an_annex_dates_a_paper_whose_head_is_blank() -> None:
    """Only where it says that it belongs to the paper; the stroke of a letter may be lost."""
    blank = OwnNumber(
        symbol=Reading(value="QD-BTC", printed="QD-BTC", span=None, rule="", confidence=1.0)
    )
    annex = "Phụ lục\n(Kèm theo Quyết định số 9 /QĐ-BTC ngày 21/01/2026 của Bộ Tài chính)\n"
    found = find_self_reference(annex, blank, "date")
    assert found is not None
    assert found["day"] == "21"
    basis = "Căn cứ Quyết định số 9/QĐ-BTC ngày 21/01/2020 của Bộ Tài chính;\n"
    assert find_self_reference(basis, blank, "date") is None
