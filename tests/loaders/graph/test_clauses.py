"""Citations and obligations stand in their innermost clause."""

from __future__ import annotations

from loaders.graph.clauses import Clauses
from loaders.records import Section, SectionKind, Span


def section(index: int, start: int, end: int, path: str, parent: int | None = None) -> Section:
    """Return a section of a document."""
    return Section(
        index=index,
        kind=SectionKind.ITEM,
        span=Span(start=start, end=end),
        clause_path=path,
        parent=parent,
    )


SECTIONS = (section(0, 0, 50, "dieu/1"), section(1, 10, 20, "dieu/1/khoan/1", 0))


def test_the_innermost_clause_is_found() -> None:
    """Inside the paragraph it is the paragraph, after it the article, outside none."""
    clauses = Clauses(SECTIONS)
    assert clauses.innermost(Span(start=12, end=15)) == SECTIONS[1]
    assert clauses.innermost(Span(start=15, end=30)) == SECTIONS[0]
    assert clauses.innermost(Span(start=60, end=70)) is None
