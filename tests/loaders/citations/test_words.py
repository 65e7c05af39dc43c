"""Type words."""

from __future__ import annotations

import pytest

from loaders.citations.words import words_of
from ontology.registry import load_registry


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thông tư liên tịch", ["Thông tư liên tịch"]),
        ("theo Chỉ\nthị và Nghị  quyết", ["Chỉ thị", "Nghị quyết"]),
        ("siêuluật", []),
        ("BỘ LUẬT", ["Bộ luật"]),
    ],
)
def test_type_words_are_found(text: str, names: list[str]) -> None:
    """The longest word is taken, lines may break in it, and it stands by itself."""
    words = words_of(load_registry()).find(text, text.lower())
    assert [word.name for word in words] == names


def test_damaged_words_are_known_before_a_number() -> None:
    """A type word that lost its marks is known where a number needs one."""
    grammar = words_of(load_registry())
    word = grammar.damaged("Theo Quyết dinh ", 15)
    assert word is not None
    assert word.name == "Quyết định"
    assert grammar.damaged("Theo quy trình", 14) is None
