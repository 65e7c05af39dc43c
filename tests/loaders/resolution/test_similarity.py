"""Titles of one subject are one; alike titles of two subjects are two."""

from __future__ import annotations

import pytest

from loaders.resolution.similarity import is_part_of, same_change, same_subject, subject_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("về việc bảo vệ rừng ngập mặn ven biển", "Bảo vệ rừng ngập mặn ven biển"),
        (
            "về tăng cường bảo vệ rừng ngập mặn ven biển",
            "về tăng cường bảo vệ rừng ngập mặn ven biển trong tình hình mới",
        ),
        ("về phòng chống hạn mặn mùa khô năm nay", "về phòng, chống hạn mặn mùa khô năm nay"),
    ],
)
def test_one_subject(one: str, other: str) -> None:
    """Opening words, commas and a cut end do not matter."""
    assert same_subject(one, other)
    assert same_subject(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("về phát triển nông nghiệp", "về phát triển du lịch"),
        ("Khoa học và công nghệ", "Khoa học, công nghệ và đổi mới sáng tạo"),
        ("", "về phát triển du lịch"),
        ("đầu tư", "đầu tư công"),
    ],
)
def test_two_subjects(one: str, other: str) -> None:
    """A short name inside a longer one is another subject."""
    assert not same_subject(one, other)


def test_subject_key() -> None:
    """Introducing words go, all of them."""
    assert subject_key("V/v việc Trồng rừng") == "trong rung"


def test_amending_laws_share_their_opening() -> None:
    """Two amending laws are not one because both say that they amend."""
    base = "Luật sửa đổi, bổ sung một số điều của "
    assert same_change(
        f"{base}Luật Chứng khoán, Luật Kế toán",
        f"{base}Luật Chứng khoán, Luật Kế toán, Luật Kiểm toán độc lập và Luật Thống kê",
    )
    assert not same_change(f"{base}Luật Thủy sản", f"{base}Luật Thủy lợi và Luật Đê điều")
    assert not same_change("Luật sửa đổi", f"{base}Luật Thủy lợi")


def test_titles_that_count_different_things_are_not_one() -> None:
    """Only the numeral tells the congress of one term from that of the next."""
    one = "về đại hội đảng bộ các cấp tiến tới Đại hội lần thứ XIII của Đảng"
    assert same_subject(one, one.removeprefix("về "))
    assert not same_subject(one, one.replace("XIII", "XIV"))


def test_a_shortened_subject_is_part_of_the_title() -> None:
    """A few words of the title in a row name it; one word, or words apart, do not."""
    title = "về đẩy mạnh xây dựng lực lượng Công an nhân dân thật sự trong sạch"
    assert is_part_of("về Công an nhân dân", title)
    assert not is_part_of("về sạch", title)
    assert not is_part_of("về xây dựng Công an nhân dân", title)
