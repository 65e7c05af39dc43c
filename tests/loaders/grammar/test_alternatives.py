"""Alternations grouped by their first letters read what they read before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.alternatives import by_first_letter, split_alternatives

ALTERNATIVE = st.sampled_from(
    [
        "[Ss]ở",
        "Sở Y",
        "s[aá]u",
        "[Bb]an",
        "ban(?! hành)",
        "B?ộ",
        "(?:[Bb]ộ|vụ)",
        "[VT]ụ",
        r"\d+",
        "b",
    ]
)
WORDS = st.sampled_from(["sở y", "Sở Y", "sáu", "ban hành", "Bộ", "vụ", "Tụ", "12", "b", ""])


@given(st.lists(ALTERNATIVE, min_size=1), st.lists(WORDS, max_size=4))
def test_the_same_words_are_read(alternatives: list[str], words: list[str]) -> None:
    source, text = "|".join(alternatives), " ".join(words)
    grouped = by_first_letter(source)
    assert re.findall(f"(?:{grouped})", text) == re.findall(f"(?:{source})", text)


@pytest.mark.parametrize(
    ("source", "grouped"),
    [
        ("a|b|c", "a|b|c"),
        ("[Ss]ở|[Bb]ộ|Sao|bản", "[Ss](?:ở|(?<=S)ao)|[Bb](?:ộ|(?<=b)ản)"),
        (r"an|\d|ao|ai", r"an|\d|a(?:o|i)"),
        ("[VT]ụ|Tổ|Tòa|Tây", "[VT]ụ|T(?:ổ|òa|ây)"),
    ],
)
def test_only_alternatives_of_different_letters_change_places(source: str, grouped: str) -> None:
    assert by_first_letter(source) == grouped


def test_bars_in_brackets_part_no_alternatives() -> None:
    assert split_alternatives(r"a(?:b|c)|[|]|d\|e|") == ["a(?:b|c)", "[|]", r"d\|e", ""]
