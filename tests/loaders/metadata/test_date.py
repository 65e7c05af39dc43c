"""Place and date of issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.date import read_issue
from loaders.metadata.number import OwnNumber
from loaders.records import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts
    from loaders.records import Metadata

PRINTED = "Sông Mây, ngày 02 tháng 4 năm 2024"


@pytest.mark.parametrize(
    ("line", "iso", "place"),
    [
        (PRINTED, "2024-04-02", "Sông Mây"),
        ("Hà Nội, ngày  tháng  năm 2026", "2026", "Hà Nội"),
        ("Sông Mây, ngày ... tháng 7 năm 2023", "2023-07", "Sông Mây"),
        ("TP. Hồ Chí Minh, ngày 1 tháng12 năm 2025", "2025-12-01", "TP. Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu, ngày 9 tháng 1 năm 2020", "2020-01-09", "Bà Rịa - Vũng Tàu"),
        ("Hà Nội,\nngày 21 tháng\n11 năm 2025", "2025-11-21", "Hà Nội"),
        ("Sông Mây, ngày 5/6/2024", "2024-06-05", "Sông Mây"),
    ],
)
def test_printed_forms(
    parts: Callable[[str], Parts], directive: str, line: str, iso: str, place: str
) -> None:
    """What is blank stays out; a line may break inside the date."""
    issue = read_issue(parts(directive.replace(PRINTED, line)), OwnNumber())
    assert issue.issued_on is not None
    assert issue.place is not None
    assert (issue.issued_on.value.iso(), issue.place.value) == (iso, place)


def test_a_law_is_of_the_day_on_which_it_was_passed(parts: Callable[[str], Parts]) -> None:
    """Laws print no date on top."""
    text = (
        "QUỐC HỘI\n\nLuật số: 99/2024/QH15\n\nLUẬT\nCÂY XANH\n\nĐiều 1. Phạm vi\n\nLuật này quy "
        "định về cây xanh.\n\nLuật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa "
        "XV, kỳ họp thứ 8 thông qua ngày 29 tháng 11 năm 2024.\n\nCHỦ TỊCH QUỐC HỘI\n\nLê Văn A\n"
    )
    issue = read_issue(parts(text), OwnNumber())
    assert issue.issued_on is not None
    assert issue.issued_on.value.iso() == "2024-11-29"
    assert issue.place is None


def test_a_date_in_the_body_is_not_the_date_of_issue(parts: Callable[[str], Parts]) -> None:
    """Never guessed."""
    text = "THÔNG BÁO\nVề trồng cây\n\nNgày 02 tháng 4 năm 2024, tại xã, đã họp.\n"
    assert read_issue(parts(text), OwnNumber()).issued_on is None


def test_a_date_after_the_own_number(read: Callable[[str], Metadata], directive: str) -> None:
    """A head that lost its date: the annex names number and date together."""
    printed = directive.replace(PRINTED, "") + (
        "\n\nPHỤ LỤC\n(Kèm theo Chỉ thị số 07/CT-UBND ngày 02 tháng 4 năm 2024 của Chủ tịch)\n"
    )
    found = read(printed).issued_on
    assert found is not None
    assert found.value == PartialDate(year=2024, month=4, day=2)
    assert found.rule == "self-reference"
