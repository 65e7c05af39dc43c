"""Keys of numbers."""

from __future__ import annotations

import pytest

from queries.index.numbers import number_key, symbol_key


@pytest.mark.parametrize(
    ("words", "bare", "year", "symbol", "before"),
    [
        ("48-CT/TW", "48", "", "cttw", ""),
        ("số 048-CT-TW", "48", "", "cttw", "so"),
        ("48 ct / tw", "48", "", "cttw", ""),
        ("03/2019/NĐ-CP", "3", "2019", "ndcp", ""),
        ("12a/QĐ-UBND", "12a", "", "qdubnd", ""),
        ("248/TB-VP UBND", "248", "", "tbvp", ""),
        ("Nghị quyết 12", "12", "", "", "nghi quyet"),
        ("15/CT-UBND năm 2022", "15", "2022", "ctubnd", ""),
        ("9 ct ubnd", "9", "", "ctubnd", ""),
        ("15 2020 nd cp", "15", "2020", "ndcp", ""),
        ("12 CT an toàn", "12", "", "ct", ""),
        ("1202/NQ-UBTVQH15", "1202", "", "nqubtvqh15", ""),
    ],
)
def test_parts_are_read(words: str, bare: str, year: str, symbol: str, before: str) -> None:
    """Leading zeros, case, marks and the kind of dash do not count."""
    key = number_key(words)
    assert key is not None
    assert (key.bare, key.year, key.symbol, key.before) == (bare, year, symbol, before)


def test_words_without_a_number_have_no_key() -> None:
    """Letters alone, or digits inside a word, are no number."""
    assert number_key("Chỉ thị") is None
    assert number_key("QH15") is None
    assert symbol_key("QĐ – UBND") == "qdubnd"
