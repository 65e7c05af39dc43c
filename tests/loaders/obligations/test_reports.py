"""Reports: to whom, through whom."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.reports import find_reports
from loaders.records import Report, Span


def read(words: str) -> tuple[Report, ...]:
    """Return the reports of some words."""
    text = normalise(words)
    return find_reports(text, Span(start=0, end=len(text.text)))


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("báo cáo kết quả về UBND tỉnh trước ngày 15/12", ("UBND tỉnh",)),
        ("kịp thời báo cáo Tỉnh ủy, UBND tỉnh để chỉ đạo", ("Tỉnh ủy", "UBND tỉnh")),
        ("gửi Sở Tài chính để tổng hợp, báo cáo UBND tỉnh", ("Sở Tài chính",)),
        ("nếu có vướng mắc, phản ánh về Sở Nội vụ để tổng hợp", ("Sở Nội vụ",)),
        ("lập kịch bản, gửi Sở Y tế trước ngày 03/12/2025 để tổng hợp", ("Sở Y tế",)),
        ("tổng hợp kết quả trình Ban Thường vụ Tỉnh ủy xem xét", ("Ban Thường vụ Tỉnh ủy",)),
        (
            "hoàn thành, báo cáo kết quả Ủy ban nhân dân tỉnh (qua Sở Y tế)",
            ("Ủy ban nhân dân tỉnh",),
        ),
        ("kịp thời báo cáo các cấp tình hình mưa lũ", ("các cấp",)),
        ("gửi cam kết tiến độ về Sở Tài chính để tổng hợp, báo cáo UBND tỉnh", ("Sở Tài chính",)),
        ("đề xuất chính sách để hỗ trợ hộ dân, báo cáo Sở Y tế", ("Sở Y tế",)),
        (
            "báo cáo về Thường trực Ban Chỉ đạo (Công an tỉnh)",
            ("Thường trực Ban Chỉ đạo (Công an tỉnh)",),
        ),
    ],
)
def test_recipients(words: str, to: tuple[str, ...]) -> None:
    """The first body that gets the report counts, not the one it hands it on to."""
    (report,) = read(words)
    assert report.reports_to == to


def test_the_way() -> None:
    """In 'báo cáo Z (qua X)': Z gets it, X is the way."""
    (report,) = read("báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 20/11")
    assert report.reports_to == ("UBND tỉnh",)
    assert report.via == "Sở Nội vụ"


@pytest.mark.parametrize(
    "words",
    [
        "tham mưu UBND tỉnh ban hành quyết định",
        "trình HĐND tỉnh thông qua nghị quyết",
        "lập dự toán gửi Sở Tài chính thẩm định",
        "xây dựng báo cáo chuyên đề về chuyển đổi số",
        "tổng hợp kế hoạch trình UBND tỉnh trong quý II",
    ],
)
def test_other_papers_are_no_reports(words: str) -> None:
    """Drafts, papers to be decided and reports without a recipient are none."""
    assert read(words) == ()
