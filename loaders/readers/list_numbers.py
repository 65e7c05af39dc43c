"""The numbers that Word prints before list items without writing them into the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.text.paragraph import Paragraph

_MOST_LEVELS: Final = 9
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: `form` as in ECMA-376 17.9.17, `pattern` ("%1.%2"), first number."""

    form: str
    pattern: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNumbers:
    """The lists of a document and how far each has counted.

    Args:
        levels: by the list's number and the level's.
        counts: last number given, in the same order; filled while the text is read.
    """

    levels: dict[tuple[str, int], Level]
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, document: DocumentObject) -> ListNumbers:
        """Return the lists that the document defines; none where it has no such part."""
        try:
            part = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return cls(levels={})
        abstract = {kind.get(qn("w:abstractNumId")): kind for kind in _all(part, "w:abstractNum")}
        levels: dict[tuple[str, int], Level] = {}
        for number in _all(part, "w:num"):
            kind = abstract.get(_value(number, "w:abstractNumId"))
            for level in _all(kind, "w:lvl") if kind is not None else ():
                key = (number.get(qn("w:numId")), int(level.get(qn("w:ilvl"))))
                levels[key] = _level(level)
        return cls(levels=levels)

    def marker(self, paragraph: Paragraph) -> str:
        """Return what stands before the paragraph's words ("a) "), counting it; empty if none."""
        place = _place(paragraph)
        level = self.levels.get(place) if place else None
        if place is None or level is None:
            return ""
        if level.form == "bullet":
            return "- "
        if level.form == "none" or not paragraph.text.strip():
            return ""
        return self._counted(place[0], place[1], level)

    def _counted(self, number: str, depth: int, level: Level) -> str:
        """Count one more on a level, forget the deeper ones, and print the pattern."""
        counts = self.counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _MOST_LEVELS):
            counts.pop(deeper, None)
        printed = level.pattern
        for above in range(depth + 1):
            kind = self.levels.get((number, above), level)
            printed = printed.replace(f"%{above + 1}", _in_form(counts.get(above, 1), kind.form))
        return f"{printed} " if printed else ""


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return list and level of a paragraph, by itself or by its style."""
    for holder in (paragraph._p, getattr(paragraph.style, "element", None)):  # noqa: SLF001 - no public way to the list
        properties = None if holder is None else holder.find(qn("w:pPr"))
        numbering = None if properties is None else properties.find(qn("w:numPr"))
        if numbering is not None:
            level = _value(numbering, "w:ilvl") or "0"
            return (_value(numbering, "w:numId"), int(level) if level.isdigit() else 0)
    return None


def _level(element: Any) -> Level:
    """Return a level as its element defines it."""
    start = _value(element, "w:start")
    return Level(
        form=_value(element, "w:numFmt") or "decimal",
        pattern=_value(element, "w:lvlText"),
        start=int(start) if start.isdigit() else 1,
    )


def _all(element: Any, name: str) -> list[Any]:
    """Return the children of a name."""
    return list(element.findall(qn(name)))


def _value(element: Any, name: str) -> str:
    """Return the value of the child of a name, empty where it is missing."""
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val")) or "")


def _in_form(number: int, form: str) -> str:
    """Return a number as Word prints it in one of its simple forms."""
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


def _roman(number: int) -> str:
    """Return a small number in Roman numerals; figures from 40 on."""
    if number >= 40:  # noqa: PLR2004 - L is the next numeral; no list counts so far
        return str(number)
    printed = ""
    for value, numeral in _ROMAN:
        while number >= value:
            printed += numeral
            number -= value
    return printed
