"""Markdown: the words stay where they are; what is only for machines becomes blank."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from loaders.readers.plain_text import decode, read_plain_text
from loaders.records import SourceFile, SourceText

if TYPE_CHECKING:
    from loaders.readers.limits import Limits

_NOT_WORDS: Final = re.compile(
    r"\A\ufeff?---\r?\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?=\r?\n)"  # front matter
    r"|<!--[\s\S]{0,20000}?-->"  # comments
    r"|<[/!]?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:[ \t/][^<>]{0,2000})?>"  # tags
    r"|!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)"  # pictures
    r"|\[(?=[^\[\]\n]{1,500}\]\([^()\s])|\]\([^()\s]{1,2000}\)"  # links, but their words
    r"|(?<=\])\([^()\s]{0,2000}\)"  # targets of empty links
    r"|^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?\r?$",  # below a head row
    re.MULTILINE,
)
"""What CommonMark 0.31 and its tables print for machines."""
_KEPT: Final = re.compile(r"[^\n]")
_PLACING_ROW: Final = re.compile(
    r"^[ \t]*\|(?=[^\n]*<br)[^|\n]{0,5000}(?:\|[^|\n]{0,5000})?\|[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
"""A row of at most two cells that hold several lines: it only places blocks side by side."""
_TABLE: Final = re.compile(
    r"^[ \t]*\|[^\n]{0,5000}<br ?/?>|^[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
"""A row with several lines in a cell, or the rule below a row of heads."""
_BREAK: Final = re.compile(r"<br ?/?>|\|", re.IGNORECASE)


def read_markdown(file: SourceFile, limits: Limits) -> SourceText:
    """Return a markdown file with tags, comments and link targets blanked out.

    Blanks take their place one for one, and so do line feeds where a row of a table holds blocks
    of lines side by side, so that spans still count the file's own characters; the
    marks of emphasis and headings are left to normalising.

    Args:
        file: the file.
        limits: not needed beyond what every file is held to.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    del limits
    text, remarks = decode(file)
    return SourceText(
        source_sha256=file.sha256,
        text=_words_of(text),
        reader="markdown",
        remarks=tuple(remarks),
    )


def read_text(file: SourceFile, limits: Limits) -> SourceText:
    """Return a text file as it stands, or as markdown where it holds tables of that kind.

    Converters write such tables into files of any ending, the heading and the signature in them.

    Args:
        file: the file.
        limits: not needed beyond what every file is held to.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    plain = read_plain_text(file, limits)
    return replace(plain, text=_words_of(plain.text)) if _TABLE.search(plain.text) else plain


def _words_of(text: str) -> str:
    """Return a text with what is only for machines as blanks or line feeds, one for one."""
    placed = _PLACING_ROW.sub(lambda row: _BREAK.sub(_line_break, row.group()), text)
    return _NOT_WORDS.sub(lambda found: _KEPT.sub(" ", found.group()), placed)


def _line_break(found: re.Match[str]) -> str:
    """Return a line feed, filled up to the length of what it stands for."""
    return "\n".ljust(len(found.group()))
