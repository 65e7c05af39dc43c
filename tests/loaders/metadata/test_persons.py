"""The names of persons on the lines of a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.parts import lines_of
from loaders.metadata.persons import are_name_words, read_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Thiếu tướng Vàng A Tủa", "Vàng A Tủa"),
        ("TRẦN VĂN BÌNH", "Trần Văn Bình"),
        ("Lê Thị\nHoa", "Lê Thị Hoa"),
        ("Lê Thị Hoa Trần Văn Bình", "Lê Thị Hoa"),
        ("Nơi nhận", None),
        ("Hoa", None),
    ],
)
def test_ranks_and_second_names_are_left_out(
    parts: Callable[[str], Parts], line: str, name: str | None
) -> None:
    """One person a line, by the family name where the list knows it."""
    found = read_person(parts(line), list(lines_of(line, 0, len(line))), 0)
    assert (found.value if found else None) == name


def test_words_of_a_sentence_are_no_name() -> None:
    """Small letters at the beginning of a word tell it."""
    assert are_name_words(["Lê", "Thị", "Hoa"])
    assert not are_name_words(["Sở", "Nội", "vụ"])
