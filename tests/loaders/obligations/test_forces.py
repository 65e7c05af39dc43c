"""How strongly a task is ordered."""

from __future__ import annotations

import pytest

from loaders.obligations.forces import force_of
from loaders.records import Force, Span


@pytest.mark.parametrize(
    ("words", "own", "above", "force"),
    [
        ("Rà soát quy định", "", "yêu cầu", Force.MANDATORY),
        ("Rà soát quy định", "", "đề nghị", Force.REQUESTED),
        ("Đề nghị các đoàn thể phối hợp", "Đề nghị", "yêu cầu", Force.REQUESTED),
        ("Giao Sở Y tế rà soát", "Giao", "đề nghị", Force.MANDATORY),
        ("Nghiêm cấm sử dụng xe công", "", "yêu cầu", Force.PROHIBITED),
        ("Khuyến khích các tổ chức đầu tư", "", "", Force.ENCOURAGED),
        ("Phấn đấu tăng thu ngân sách", "", "", Force.DIRECTED),
        ("Xây dựng kế hoạch", "", "", Force.MANDATORY),
    ],
)
def test_forces(words: str, own: str, above: str, force: Force) -> None:
    """The item's own words come before those of its lead-in."""
    assert force_of(words, Span(start=0, end=len(words)), own, above, aims=False) is force


def test_aims_are_directed() -> None:
    """An aim with a figure is directed, not ordered."""
    words = "100% hồ sơ trực tuyến"
    assert force_of(words, Span(start=0, end=len(words)), "", "", aims=True) is Force.DIRECTED
