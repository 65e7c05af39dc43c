"""Markdown: the words stay where they are; what is only for machines becomes blank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.readers.plain_text import decode
from loaders.records import SourceFile, SourceText

if TYPE_CHECKING:
    from loaders.readers.limits import Limits

_NOT_WORDS: Final = re.compile(
    r"\A\ufeff?---\r?\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?=\r?\n)"  # front matter
    r"|<!--[\s\S]{0,20000}?-->"  # comments
    r"|<[/!]?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:[ \t/][^<>]{0,2000})?>"  # tags
    r"|!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)"  # pictures
    r"|(?<=\])\([^()\s]{0,2000}\)"  # targets of links
    r"|^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?\r?$",  # below a head row
    re.MULTILINE,
)
"""What CommonMark 0.31 and its tables print for machines."""
_KEPT: Final = re.compile(r"[^\n]")


def read_markdown(file: SourceFile, limits: Limits) -> SourceText:
    """Return a markdown file with tags, comments and link targets blanked out.

    Blanks take their place one for one, so that spans still count the file's own characters; the
    marks of emphasis and headings are left to normalising.

    Args:
        file: the file.
        limits: not needed beyond what every file is held to.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    del limits
    text, remarks = decode(file)
    words = _NOT_WORDS.sub(lambda found: _KEPT.sub(" ", found.group()), text)
    return SourceText(
        source_sha256=file.sha256, text=words, reader="markdown", remarks=tuple(remarks)
    )
