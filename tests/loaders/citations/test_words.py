"""Type words."""

from __future__ import annotations

import pytest

from loaders.citations.words import find_phrases, words_of
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


def test_phrases_are_found_over_any_white_space() -> None:
    """Lines may break inside a phrase, and the span covers what is printed."""
    text = "theo Quy chế  thư\n   viện xã và Quy chế thư viện, Quy\nchế thư viện xã"
    spans = find_phrases(["Quy chế thư viện xã"], text)
    assert [text[span.start : span.end] for span in spans] == [
        "Quy chế  thư\n   viện xã",
        "Quy\nchế thư viện xã",
    ]


def test_of_phrases_at_one_place_the_longest_comes_first() -> None:
    """A name and a longer one that begins with it stand at the same place."""
    spans = find_phrases(["Quy chế A", "Quy chế A B"], "Quy chế A B")
    assert [span.end for span in spans] == [11, 9]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("theo Nghi định số 15 của Chính phủ", ["Nghị định"]),
        ("Quyêt định 12", ["Quyết định"]),
        ("nghi định số 15", []),
        ("Nghi định cư lâu dài", []),
    ],
)
def test_damaged_words_need_a_capital_letter_and_a_number(text: str, names: list[str]) -> None:
    """Without both a misprint may be another word."""
    words = words_of(load_registry()).find(text, text.lower())
    assert [word.name for word in words] == names
    assert all(word.damaged for word in words)


def test_a_word_inside_what_looks_like_a_misprint_is_found() -> None:
    """The end of "công bố" and a law are no misprint of a code."""
    text = "về việc công bố Luật Thư viện"
    (word,) = words_of(load_registry()).find(text, text.lower())
    assert (word.name, word.damaged) == ("Luật", False)
