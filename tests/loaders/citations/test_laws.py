"""Laws by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo Luật Phòng, chống thiên tai và các văn bản", "Phòng, chống thiên tai"),
        (
            "Luật Tiêu chuẩn và Quy chuẩn kỹ thuật ngày 29/6/2006",
            "Tiêu chuẩn và Quy chuẩn kỹ thuật",
        ),
        ("theo Luật Vườn thú được thông qua", "Vườn thú"),
        ("Căn cứ Luật phòng, chống cháy rừng ngày 2/3/2009;", "phòng, chống cháy rừng"),
        (
            "theo Luật Đâu tư theo phướng thức đối tác công tư;",
            "Đầu tư theo phương thức đối tác công tư",
        ),
    ],
)
def test_a_name_ends_where_it_should(found: Finder, text: str, name: str) -> None:
    """Known names run over commas; unknown ones end before other words; damaged are repaired."""
    (citation,) = found(text)
    assert citation.title == name


def test_an_amending_law_holds_those_that_it_amends(found: Finder) -> None:
    """The number after the names is that of the outer law; the inner ones lie within it."""
    outer, first, second = found(
        "Căn cứ Luật sửa đổi, bổ sung một số điều "
        "của Luật Đê điều và Luật Thủy lợi số 99/2025/QH15;"
    )
    assert outer.number == "99/2025/QH15"
    assert [(c.title, c.number, c.within) for c in (first, second)] == [
        ("Đê điều", None, 0),
        ("Thủy lợi", None, 0),
    ]


def test_the_register_knows_whose_number_it_is(found: Finder) -> None:
    """A number that the register gives to the amended law is not the amending one's."""
    outer, inner = found("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư số 67/2014/QH13.")
    assert (outer.number, inner.number) == (None, "67/2014/QH13")
    assert outer.title == "sửa đổi, bổ sung một số điều của Luật Đầu tư"


def test_a_law_in_the_making_is_none(found: Finder) -> None:
    """Of a bill only the laws are cited that it would amend."""
    text = "hoàn thiện dự án Luật sửa đổi, bổ sung một số điều của Luật Thương mại."
    assert [c.title for c in found(text)] == ["Thương mại"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("thi hành luật Phòng, chống tham nhũng", ["luật Phòng, chống tham nhũng"]),
        ("chấp hành pháp luật phòng, chống tham nhũng", []),
        ("theo luật đất đai", []),
        ("VĂN BẢN QUY PHẠM PHÁP LUẬT DO TỈNH BAN HÀNH", []),
    ],
)
def test_a_small_letter_needs_a_long_known_name(
    found: Finder, text: str, printed: list[str]
) -> None:
    """A law may be printed with a small letter where its long name makes it sure."""
    assert [c.printed for c in found(text)] == printed


def test_the_field_of_several_laws_is_no_law(found: Finder) -> None:
    """Laws told by their field alone are none of their own; the one that amends them is."""
    (law,) = found("Luật sửa đổi, bổ sung một số điều của các Luật về thuế ngày 26/11/2014;")
    assert law.title == "sửa đổi, bổ sung một số điều của các Luật về thuế"
    assert found("thi hành các Luật về thuế.") == ()


def test_a_law_that_is_being_passed_is_none(found: Finder) -> None:
    """Words that only begin the name of an amending law name none."""
    text = "ban hành Luật sửa đổi, bổ sung một số điều có liên quan đến giá của Luật Đầu tư công."
    assert [c.title for c in found(text)] == ["Đầu tư công"]
