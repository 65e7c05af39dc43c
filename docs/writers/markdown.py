"""Rows and cells of Markdown tables."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/generate.py from the code and its tables; `make docs` renews it. -->"


@cache
def texts(name: str) -> dict[str, Any]:
    """Return what `texts.toml` says for a page."""
    path = Path(__file__).with_name("texts.toml")
    said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return said


def page(name: str, *blocks: str) -> str:
    """Return a page: notice, title, introduction and blocks, a blank line between them."""
    said = texts(name)
    return "\n\n".join([NOTICE, f"# {said['title']}", said["introduction"], *blocks]) + "\n"


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
