"""Stamps stand on lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.stamps import read_stamps

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts

NUMBER = "Số: 07 /CT-UBND"


@pytest.mark.parametrize(
    ("line", "urgency", "secrecy"),
    [
        ("(HỘA TÓC)", "Hỏa tốc", None),
        ("HOẢ TỐC", "Hỏa tốc", None),
        ("THƯỢNG KHẨN", "Thượng khẩn", None),
        ("KHẨN", "Khẩn", None),
        ("MẬT", None, "Mật"),
        ("TUYỆT MẬT", None, "Tuyệt mật"),
        ("MẶT", None, None),
        ("Bảo vệ bí mật nhà nước", None, None),
    ],
)
def test_stamps(
    parts: Callable[[str], Parts],
    directive: str,
    line: str,
    urgency: str | None,
    secrecy: str | None,
) -> None:
    """Urgency is repaired, secrecy exact, a word in a sentence is none."""
    found = read_stamps(parts(directive.replace(NUMBER, f"{NUMBER}\n\n{line}")))
    assert (found.urgency.value if found.urgency else None) == urgency
    assert (found.secrecy.value if found.secrecy else None) == secrecy


def test_a_repaired_stamp_keeps_its_print(parts: Callable[[str], Parts], directive: str) -> None:
    """The printed words differ from the value, and the confidence says so."""
    found = read_stamps(parts(directive.replace(NUMBER, f"{NUMBER}\n\nHỘA TÓC"))).urgency
    assert found is not None
    assert found.printed == "HỘA TÓC"
    assert found.confidence < 0.9


def test_urgency_beside_the_type(parts: Callable[[str], Parts], directive: str) -> None:
    """A telegram may print it on its type line."""
    found = read_stamps(parts(directive.replace("CHỈ THỊ", "CÔNG ĐIỆN KHẨN"))).urgency
    assert found is not None
    assert found.value == "Khẩn"
