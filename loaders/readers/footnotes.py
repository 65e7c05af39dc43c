"""Footnotes and endnotes of Word files, which stand in parts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

_NOTES: Final = (
    (RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote")),
    (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote")),
)
_BREAKS: Final = frozenset({qn("w:tab"), qn("w:br"), qn("w:cr")})


def note_lines(document: Document) -> Iterator[str]:
    """Yield the notes of a Word file as lines that begin with their number in square brackets.

    A reference in the text prints no number there, so that none is glued to the number of a
    cited document.

    Args:
        document: the opened file.

    Source: ISO/IEC 29500-1, 17.11 (footnotes and endnotes); notes with a type are separators.
    """
    place = 0
    for relation, tag in _NOTES:
        for note in _notes(document, relation, tag):
            words = " ".join("".join(_words(note)).split())
            if words:
                place += 1
                yield f"[{place}] {words}"


def _notes(document: Document, relation: str, tag: str) -> Iterator[_Element]:
    """Yield the notes of one kind that a person wrote."""
    try:
        part = document.part.part_related_by(relation)
    except KeyError:
        return
    for note in parse_xml(part.blob).iter(tag):
        if note.get(qn("w:type")) is None:
            yield note


def _words(note: _Element) -> Iterator[str]:
    """Yield the words of a note, a blank between its paragraphs."""
    for element in note.iter():
        if element.tag == qn("w:t"):
            yield element.text or ""
        elif element.tag in _BREAKS or element.tag == qn("w:p"):
            yield " "
