"""Find documents by the words of their text, with the passages that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from queries.index.reader import DOCUMENT_COLUMNS, DocumentRow, document_row
from queries.search import Filters, filter_values, matching

if TYPE_CHECKING:
    from queries.index.reader import SideIndex, Value

_HITS: Final = f"""
WITH found AS (
  SELECT t.document AS iri, COUNT(*) AS hits
  FROM passages.passages_text f JOIN passages.passages p ON p.id = f.rowid
  JOIN texts t ON t.sha256 = p.sha256
  WHERE f.words MATCH :words GROUP BY t.document
)
SELECT {DOCUMENT_COLUMNS}, found.hits FROM found JOIN documents d ON d.iri = found.iri
WHERE d.type <> 'Clause' AND {Filters.CONDITION}
"""  # noqa: S608  # constants only
_PASSAGES: Final = """
SELECT p.sha256, p.start, p."end"
FROM texts t JOIN passages.passages p ON p.sha256 = t.sha256
JOIN passages.passages_text f ON f.rowid = p.id
WHERE t.document = :document AND f.words MATCH :words ORDER BY p.start LIMIT :limit
"""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a text.

    Args:
        sha256: digest of the text.
        start, end: where it stands, in code points.
    """

    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document whose text holds all the words in one passage, or in several.

    Args:
        document: the document.
        passages: the first of them.
        count: how many there are.
    """

    document: DocumentRow
    passages: tuple[Passage, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of what was found.

    Args:
        hits: those of this page, documents with most passages first.
        total: documents on all pages.
        number: of this page, from 1.
        size: documents a page.
    """

    hits: tuple[Hit, ...]
    total: int
    number: int
    size: int


def find_passages(
    index: SideIndex,
    words: str,
    filters: Filters,
    *,
    number: int = 1,
    size: int = 20,
    shown: int = 3,
) -> Hits:
    """Return one page of the documents whose text holds all the words in one passage.

    Args:
        index: side index of a generation.
        words: what was typed, with or without marks; the last word may go on. Words between
            double quotes stand one after another.
        filters: what it is narrowed to.
        number: of the page, from 1.
        size: documents a page, 1 to 200.
        shown: passages to give of each document.
    """
    match = matching(words)
    if not match or not index.has_passages:
        return Hits(hits=(), total=0, number=number, size=size)
    values: dict[str, Value] = {**filter_values(filters), "words": match}
    order = f" ORDER BY found.hits DESC, d.id LIMIT {size} OFFSET {(number - 1) * size}"
    rows = index.rows(_HITS + order, values)
    total = index.rows(f"SELECT COUNT(*) FROM ({_HITS})", values)[0][0]  # noqa: S608  # constants only
    return Hits(
        hits=tuple(_hit(index, row, match, shown) for row in rows),
        total=int(total or 0),
        number=number,
        size=size,
    )


def _hit(index: SideIndex, row: tuple[Value, ...], match: str, shown: int) -> Hit:
    document = document_row(row[:-1])
    values: dict[str, Value] = {"document": document.iri, "words": match, "limit": shown}
    found = index.rows(_PASSAGES, values)
    return Hit(
        document=document,
        passages=tuple(
            Passage(sha256=str(digest), start=int(start or 0), end=int(end or 0))
            for digest, start, end in found
        ),
        count=int(row[-1] or 0),
    )


def marked(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a search stand in a text, to be shown in bold.

    Args:
        text: a passage.
        words: what was typed.

    >>> marked("Công an tỉnh", "cong tin")
    ((0, 4), (8, 12))
    """
    wanted = fold_words(words).split()
    found = []
    for word in _WORD.finditer(text):
        folded = fold_words(word.group())
        if folded in wanted or (wanted and folded.startswith(wanted[-1])):
            found.append(word.span())
    return tuple(found)
