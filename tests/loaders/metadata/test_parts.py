"""The head, the body and the end of a paper are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.parts import Parts, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_parts_of_a_directive(parts: Callable[[str], Parts], directive: str) -> None:
    """The head ends where the body begins, and the end holds list and signature."""
    found = parts(directive)
    text = found.text.text
    assert text[found.head.start :].startswith("ỦY BAN NHÂN DÂN")
    assert text[found.body :].startswith("Thời gian qua")
    assert text[found.end[0].span.start :].startswith("Nơi nhận")
    assert next(text[s.span.start : s.span.end] for s in found.title) == "CHỈ THỊ"


def test_lines_of_a_column() -> None:
    """A column of a table is read downward, rules count as gaps."""
    text = "|A |KT. BỘ TRƯỞNG |\n|- B; | |\n|---|---|\n|- C |Lê Hoa |"
    column = list(lines_of(text, 0, len(text), 2))
    assert [line.words for line in column] == ["KT. BỘ TRƯỞNG", "Lê Hoa"]
    assert [line.gap for line in column] == [False, True]
    assert all(text[line.span.start : line.span.end] == line.words for line in column)


def test_no_sections_no_parts(parts: Callable[[str], Parts]) -> None:
    """An empty text has no head and no end."""
    found = parts("")
    assert found.heading == found.title == found.end == ()
