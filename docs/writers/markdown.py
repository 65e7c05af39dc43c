"""Rows and cells of Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/generate.py from the code and its tables; `make docs` renews it. -->"


def page(title: str, introduction: str, *blocks: str) -> str:
    """Return a page: notice, title, introduction and blocks, a blank line between them."""
    return "\n\n".join([NOTICE, f"# {title}", introduction, *blocks]) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line breaks in cells are made safe."""
    lines = [_line(header), _line(["---"] * len(header))]
    return "\n".join([*lines, *(_line([_cell(cell) for cell in row]) for row in rows)])


def code(words: str) -> str:
    """Return words as code; nothing for no words."""
    return f"`{words}`" if words else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
