"""What holds what, and what it is called."""

from __future__ import annotations

import pytest

from loaders.segments.blocks import Marker
from loaders.segments.nesting import Holder, Nesting, figure, follows, is_roman, joined


def opened(nesting: Nesting, style: str, value: str, *, leads: bool = False) -> Holder:
    """Open a section as the numbering does, and return it."""
    marker = Marker(style, value, value, 0, 1)
    holder, rank, read = nesting.place(marker)
    inner = Holder(rank, style, read, joined(holder.label, read, "."), "", 0, 0, leads)
    nesting.open.append(inner)
    return inner


def test_usual_nesting() -> None:
    """Roman holds number, number holds letter, letter holds dash; a new Roman closes all."""
    nesting = Nesting()
    for style, value in (("roman", "I"), ("number", "1"), ("letter", "a"), ("dash", "")):
        opened(nesting, style, value)
    assert [holder.value for holder in nesting.open] == ["", "I", "1", "a", "1"]
    opened(nesting, "roman", "II")
    assert [holder.value for holder in nesting.open] == ["", "II"]


def test_a_list_below_a_colon_stays_below() -> None:
    """Roman numerals below an article that ends in a colon belong to it, and so do their kin."""
    nesting = Nesting()
    opened(nesting, "article", "1", leads=True)
    opened(nesting, "roman", "I")
    opened(nesting, "number", "1")
    assert opened(nesting, "roman", "II").label == "1.II"
    assert opened(nesting, "article", "2").label == "2"


def test_a_numbering_that_starts_again_below_a_colon() -> None:
    """A number below "a) ...:" is not the neighbour of the number above."""
    nesting = Nesting()
    opened(nesting, "number", "3")
    opened(nesting, "letter", "a", leads=True)
    assert opened(nesting, "number", "1").label == "3.a.1"
    assert opened(nesting, "number", "2").label == "3.a.2"
    assert opened(nesting, "letter", "b").label == "3.b"
    assert opened(nesting, "number", "4").label == "4"


def test_paths_are_unique() -> None:
    """The second clause of the same number gets a mark."""
    nesting = Nesting()
    assert [nesting.unique("muc/1/b") for _ in range(3)] == ["muc/1/b", "muc/1/b~2", "muc/1/b~3"]


@pytest.mark.parametrize(
    ("earlier", "value"), [("1", "2"), ("III", "IV"), ("d", "đ"), ("e", "g"), ("9", "10")]
)
def test_what_follows(earlier: str, value: str) -> None:
    """Numbers, Roman numerals and the letters of Vietnamese items."""
    assert follows(earlier, value)
    assert not follows(value, earlier)


def test_figures() -> None:
    """Roman numerals become Arabic in paths."""
    assert [figure(value) for value in ("I", "IV", "IX", "XIV", "07", "đ")] == [
        "1",
        "4",
        "9",
        "14",
        "7",
        "đ",
    ]
    assert not is_roman("")
