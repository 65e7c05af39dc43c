"""What character recognition makes of a name."""

from __future__ import annotations

import unicodedata

import pytest

from loaders.citations.misprints import misprints


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("luật", "luât"),
        ("luật", "luạt"),
        ("nghị định", "nghi định"),
        ("nghị định", "nghị dịnh"),
        ("quyết định", "quyét định"),
        ("thông báo", "thông bảo"),
        ("kế hoạch", "ke hoach"),
    ],
)
def test_one_mark_lost_or_misread(name: str, wrong: str) -> None:
    """A letter loses its mark, a syllable its tone or takes another, or all marks are gone."""
    assert wrong in misprints(name)


def test_the_name_itself_is_no_misprint_and_all_are_composed() -> None:
    """Only wrong forms are given, in the composition of normalised text."""
    wrong = misprints("chương trình")
    assert "chương trình" not in wrong
    assert all(unicodedata.is_normalized("NFC", form) for form in wrong)
