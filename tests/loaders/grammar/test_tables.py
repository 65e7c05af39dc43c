"""Putting patterns together from named parts."""

from __future__ import annotations

import re

from loaders.grammar.tables import either, fill, spaced


def test_parts_hold_parts() -> None:
    """A part may be made of other parts, and only those of the pattern itself are named."""
    pattern = re.compile(fill("{pair}", {"pair": "{one}-{one}", "one": "[0-9]{1,2}"}, named=True))
    match = pattern.fullmatch("12-3")
    assert match is not None
    assert match.groupdict() == {"pair": "12-3"}


def test_a_line_may_break_between_words() -> None:
    """Words of a phrase may stand on two lines."""
    assert re.fullmatch(spaced("một hai"), "một\nhai")


def test_the_longest_phrase_is_tried_first() -> None:
    """A phrase that begins like a shorter one is read whole."""
    match = re.match(either(["a b", "a b c"]), "a b c")
    assert match is not None
    assert match.group() == "a b c"
