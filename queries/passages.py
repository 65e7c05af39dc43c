"""Find documents by the words of their text, with the passages that hold them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from queries.index.reader import DOCUMENT_COLUMNS, DocumentRow, document_row
from queries.search import Filters, filter_values, matching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.index.reader import SideIndex, Value

_MATCHED: Final = """
SELECT d.id, SUM(m.hits) FROM (
  SELECT p.sha256 AS sha256, COUNT(*) AS hits
  FROM passages.passages_text f JOIN passages.passages p ON p.id = f.rowid
  WHERE f.words MATCH ? GROUP BY p.sha256
) m JOIN texts t ON t.sha256 = m.sha256 JOIN documents d ON d.iri = t.document
GROUP BY d.id ORDER BY 2 DESC, 1
"""
_NARROWED: Final = f"""
FROM json_each(:found) f CROSS JOIN documents d ON d.id = f.value
WHERE d.type <> 'Clause' AND {Filters.CONDITION}
"""
_HITS: Final = f"SELECT {DOCUMENT_COLUMNS}, d.id {_NARROWED} ORDER BY f.key"  # constants only
_HOW_MANY: Final = f"SELECT COUNT(*) {_NARROWED}"  # constants only
_PASSAGES: Final = """
SELECT p.sha256, p.start, p."end"
FROM (
  SELECT t.sha256 AS sha256, MIN(o.id) AS first, MAX(o.id) AS last
  FROM texts t JOIN passages.passages o ON o.sha256 = t.sha256
  WHERE t.document = :document GROUP BY t.sha256
) own
CROSS JOIN passages.passages_text f ON f.rowid BETWEEN own.first AND own.last
CROSS JOIN passages.passages p ON p.id = f.rowid AND p.sha256 = own.sha256
WHERE f.words MATCH :words ORDER BY p.start LIMIT :limit
"""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Documents whose texts hold the words of a search.

    Args:
        ids: their numbers in the index as a JSON array, those with most passages first.
        hits: passages by the number of their document.
    """

    ids: str
    hits: Mapping[int, int]


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
    found = matched(index, match)
    values: dict[str, Value] = {**filter_values(filters), "found": found.ids}
    rows = index.rows(f"{_HITS} LIMIT {size} OFFSET {(number - 1) * size}", values)
    total = index.rows(_HOW_MANY, values)[0][0]
    return Hits(
        hits=tuple(_hit(index, row, match, shown, found) for row in rows),
        total=int(total or 0),
        number=number,
        size=size,
    )


@lru_cache(maxsize=8)
def matched(index: SideIndex, match: str) -> Matched:
    """Return the documents whose passages match, found once for the list and all its facets.

    Args:
        index: side index of a generation.
        match: as `queries.search.matching` gives it.
    """
    if not match or not index.has_passages:
        return Matched(ids="[]", hits={})
    hits = {int(row[0] or 0): int(row[1] or 0) for row in index.rows(_MATCHED, (match,))}
    return Matched(ids=json.dumps(list(hits)), hits=hits)


def _hit(index: SideIndex, row: tuple[Value, ...], match: str, shown: int, found: Matched) -> Hit:
    document = document_row(row[:-1])
    values: dict[str, Value] = {"document": document.iri, "words": match, "limit": shown}
    first = index.rows(_PASSAGES, values)
    return Hit(
        document=document,
        passages=tuple(
            Passage(sha256=str(digest), start=int(start or 0), end=int(end or 0))
            for digest, start, end in first
        ),
        count=found.hits[int(row[-1] or 0)],
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
