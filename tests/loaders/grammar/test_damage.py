"""Words that scanning damages are mended for those who look for them."""

from __future__ import annotations

from loaders.grammar.damage import mended
from loaders.grammar.tables import table

PAIRS = [
    (printed, meant)
    for entry in table("loaders.grammar", "damage.toml")["damaged"]
    for printed, meant in entry["pairs"]
]


def test_each_word_keeps_its_length() -> None:
    """Spans of the mended text hold in the printed one."""
    assert all(len(printed) == len(meant) != 0 for printed, meant in PAIRS)


def test_no_right_word_is_taken_for_damage() -> None:
    """What a word stands for is itself no damage of another."""
    assert {mended(meant) for _, meant in PAIRS} == {meant for _, meant in PAIRS}


def test_only_damaged_words_change() -> None:
    """The words round a damaged one stay."""
    assert mended("về việc sửa đỗi, bd sung khoản 2") == "về việc sửa đổi, bổ sung khoản 2"
    assert mended("em bé vui") == "em bé vui"
