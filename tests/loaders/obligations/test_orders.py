"""Whom the order words of a clause call."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.names import read_names
from loaders.obligations.orders import called
from loaders.records import Span


def orders(words: str) -> list[str]:
    """Return whom the order words of a clause call."""
    text = normalise(words)
    clause = Span(start=0, end=len(text.text))
    names, _ = called(text, clause, read_names(text, 0, clause.end))
    return [name.agency for name in names]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Giao Sở Nội vụ rà soát", ["Sở Nội vụ"]),
        ("Để giữ rừng, Hạt Kiểm lâm Ba Vì yêu cầu các chủ rừng tuần tra", ["các chủ rừng"]),
        ("Thực hiện Kế hoạch 12, Phòng Y tế đề nghị các trạm y tế báo cáo", ["các trạm y tế"]),
        ("Sở Y tế gửi dự thảo, đề nghị các đơn vị góp ý", ["các đơn vị"]),
        ("UBND tỉnh đồng thời giao Sở Nội vụ chủ trì rà soát", ["Sở Nội vụ"]),
        ("UBND tỉnh cũng yêu cầu Sở Y tế chuẩn bị thuốc", ["Sở Y tế"]),
        ("Sở Y tế tiếp tục đề nghị Bộ Y tế hỗ trợ thuốc", []),
        ("Theo đề nghị của Sở Nội vụ, rà soát biên chế", []),
        ("Tổng hợp, báo cáo, đề nghị các bộ xem xét", []),
    ],
)
def test_orders_and_what_only_looks_like_one(words: str, names: list[str]) -> None:
    """An order stands at the beginning or behind the one who gives it, whoever that is."""
    assert orders(words) == names
