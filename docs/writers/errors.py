"""docs/errors.md: every error code with its sentence in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.messages import load_messages
from writers.error_codes import raised_errors
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]

OF_PAGES = "Problem"


def write() -> str:
    """Return the page."""
    said = texts("errors")
    header = said["header"]
    return page(
        "errors",
        said["rooms"],
        table(header, _of_rooms()),
        said["pages"],
        table(header, _of_pages()),
    )


def _of_rooms() -> Iterator[tuple[str, str, str]]:
    vi, en = load_messages("vi").errors, load_messages("en").errors
    codes = {e.code for e in raised_errors(PROJECT) if e.kind != OF_PAGES}
    for name in sorted(codes):
        yield code(name), vi.get(name, ""), en.get(name, "")


def _of_pages() -> Iterator[tuple[str, str, str]]:
    vi, en = _page_sentences("vi"), _page_sentences("en")
    codes = {e.code for e in raised_errors(PROJECT) if e.kind == OF_PAGES}
    for name in sorted(codes):
        yield code(name), _both(vi, name), _both(en, name)


def _page_sentences(language: str) -> dict[str, str]:
    path = PROJECT / "webui" / "translations" / f"{language}.toml"
    sentences: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["problem"]
    return sentences


def _both(sentences: dict[str, str], name: str) -> str:
    """Return what a page says of a code, and what to do."""
    return f"{sentences.get(name, '')} {sentences.get(f'{name}-hint', '')}".strip()
