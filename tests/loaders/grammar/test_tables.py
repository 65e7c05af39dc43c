"""Expressions for phrases between whose words a line may break."""

from __future__ import annotations

import re

from loaders.grammar.tables import either, spaced


def test_a_line_may_break_between_words() -> None:
    """Words of a phrase may stand on two lines."""
    assert re.fullmatch(spaced("một hai"), "một\nhai")


def test_the_longest_phrase_is_tried_first() -> None:
    """A phrase that begins like a shorter one is read whole."""
    match = re.match(either(["a b", "a b c"]), "a b c")
    assert match is not None
    assert match.group() == "a b c"
