"""Targets: figures to reach and directions."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.targets import find_targets
from loaders.records import Span, Target


def read(words: str) -> tuple[Target, ...]:
    """Return the targets of some words."""
    text = normalise(words)
    return find_targets(text, Span(start=0, end=len(text.text)))


@pytest.mark.parametrize(
    ("words", "direction", "comparison", "value", "unit"),
    [
        ("tỷ lệ giải quyết đạt trên 85%", "reach", "gt", 85, "%"),
        ("phấn đấu kéo giảm số vụ ít nhất 7% so với năm 2023", "decrease", "ge", 7, "%"),
        ("tăng tối thiểu 10%", "increase", "ge", 10, "%"),
        ("100% hồ sơ được giải quyết đúng hạn", "reach", "eq", 100, "%"),
        ("không quá 2,5% hồ sơ trễ hạn", "reach", "le", 2.5, "%"),
        ("90% trở lên", "reach", "ge", 90, "%"),
        ("Có ≥ 40% hợp tác xã dùng nền tảng số", "reach", "ge", 40, "%"),
        ("hoàn thành xây dựng 05 mô hình", "reach", "eq", 5, "mô hình"),
        ("đào tạo ít nhất 2.000 lao động", "reach", "ge", 2000, "lao động"),
    ],
)
def test_figures(words: str, direction: str, comparison: str, value: float, unit: str) -> None:
    """A figure keeps its direction, comparison, value and unit."""
    (target,) = read(words)
    assert (target.direction, target.comparison) == (direction, comparison)
    assert (target.value, target.unit) == (value, unit)


def test_baseline() -> None:
    """What a figure is compared with is kept as printed."""
    (target,) = read("kéo giảm tội phạm ít nhất 5% so với năm 2022")
    assert target.baseline == "năm 2022"


def test_direction_without_figure() -> None:
    """A direction counts where it is ordered, not where it is a purpose."""
    (target,) = read("Quyết tâm kéo giảm tai nạn giao thông.")
    assert (target.direction, target.value, target.measure) == (
        "decrease",
        None,
        "tai nạn giao thông",
    )
    assert read("Tuyên truyền nhằm kéo giảm tai nạn") == ()
    assert read("góp phần làm giảm tội phạm") == ()


def test_parts_of_a_sentence_are_targets_of_their_own() -> None:
    """Clauses of one sentence do not share their words."""
    first, second = read("100% tin báo được tiếp nhận, trong đó tỷ lệ giải quyết đạt trên 90%")
    assert (first.value, second.value) == (100, 90)
    assert second.printed == "tỷ lệ giải quyết đạt trên 90%"


def test_rates_are_none() -> None:
    """A tax rate is no figure to reach."""
    assert read("áp dụng thuế suất 10%") == ()
    assert read("trong 05 năm qua") == ()
