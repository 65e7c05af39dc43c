"""Measures are named alike across documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.obligations.measures import measure_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tỷ lệ điều tra, khám phá án về trật tự xã hội đạt",
            "điều tra, khám phá các loại án trật tự xã hội",
        ),
        ("Phấn đấu kéo giảm tội phạm về trật tự xã hội", "giảm số tội phạm trật tự xã hội"),
        ("Đến năm 2027, tỷ lệ hộ nghèo", "hộ nghèo trên địa bàn tỉnh Sơn La"),
        ("Giảm số hộ nghèo so với năm 2022", "số hộ nghèo"),
    ],
)
def test_provinces_measure_the_same(one: str, other: str) -> None:
    """The words around a measure do not tell it apart."""
    assert measure_key(one) == measure_key(other) != ""


def test_different_measures_stay_apart() -> None:
    """What is measured tells; words that only frame a figure name nothing."""
    assert measure_key("Tốc độ tăng trưởng GRDP") != measure_key("GRDP")
    assert measure_key("tỷ lệ hộ nghèo") != measure_key("tỷ lệ hộ cận nghèo")
    assert measure_key("Phấn đấu đạt ít nhất") == ""


@given(st.text(max_size=60))
def test_any_words_give_a_name_in_plain_letters(words: str) -> None:
    """A key holds small letters, figures and hyphens only."""
    assert set(measure_key(words)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
