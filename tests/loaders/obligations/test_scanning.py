"""Scanning names: what ends them and what is stepped over."""

from __future__ import annotations

import pytest

from loaders.obligations.scanning import has_stop, opening_stop, scan, skip_blanks


@pytest.mark.parametrize(
    ("words", "name", "stop"),
    [
        ("Sở Y tế xây dựng kế hoạch", "Sở Y tế ", "xây dựng"),
        ("các cơ quan liên quan thay phiên canh đê", "các cơ quan liên quan", "thay"),
        ("các cơ quan liên quan đến đất đai báo cáo", "các cơ quan liên quan ", "đến"),
        ("Ban quản lý rừng báo cáo", "Ban quản lý rừng ", "báo cáo"),
    ],
)
def test_what_ends_a_name(words: str, name: str, stop: str) -> None:
    """A word of doing ends a name; behind the tail of a name any small word does."""
    end, found, after, separator = scan(words, 0, 3, len(words))
    assert (words[:end], found, separator) == (name, stop, False)
    assert words.startswith(stop, after)


def test_separators_part_names() -> None:
    """A comma or an "and" parts names and says where the next begins."""
    words = "Sở Y tế, Sở Nội vụ"
    assert scan(words, 0, 2, len(words)) == (7, "", 8, True)


def test_blanks_are_stepped_over() -> None:
    """Blanks and line ends are no words."""
    assert skip_blanks(" \n x", 0, 4) == 3


def test_words_of_doing() -> None:
    """An imperative begins with a word that would end a name."""
    assert opening_stop("Tăng cường kiểm tra", 0, 19) == "tăng cường"
    assert opening_stop("Thời tiết xấu", 0, 13) == ""
    assert has_stop("và rà soát", 0, 10)
    assert not has_stop("Công đoàn", 0, 9)
