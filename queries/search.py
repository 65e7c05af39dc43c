"""Find documents by number in any spelling, by title and words without marks; find bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from ontology.namespaces import DEFAULT_BASE
from ontology.vietnamese_text import fold, fold_words
from queries.errors import BadParameter
from queries.index.numbers import NumberKey, number_key
from queries.index.reader import DOCUMENT_COLUMNS, DocumentRow, NameRow, document_row

if TYPE_CHECKING:
    from queries.index.reader import SideIndex, Value

_ENOUGH: Final = 200
_NUMBERED: Final = f"""
SELECT {DOCUMENT_COLUMNS} FROM documents d
WHERE d.bare_number = :bare AND d.type <> 'Clause'
  AND (:symbol = '' OR d.symbol_key = :symbol
       OR (d.symbol_key <> '' AND (d.symbol_key LIKE :symbol || '%' OR :symbol LIKE d.symbol_key || '%')))
  AND (:year = '' OR d.date LIKE :year || '%' OR d.path LIKE '%/' || :year || '%')
  AND (:type = '' OR d.type = :type)
ORDER BY d.symbol_key = :symbol DESC, d.presence = 'fullText' DESC, d.date DESC, d.path
LIMIT {_ENOUGH}
"""  # noqa: E501, S608  # one condition a line; constants only
_NAMED: Final = f"""
SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.aliases LIKE '%|' || ? || '|%' ORDER BY d.path
"""  # noqa: S608  # constants only
_NARROWED: Final = """
(:type = '' OR d.type = :type) AND (:place = '' OR d.place = :place)
  AND (:issuer = '' OR d.issuer = :issuer) AND (:presence = '' OR d.presence = :presence)
  AND (:since = '' OR d.date >= :since) AND (:until = '' OR d.date <= :until)
  AND (:force = '' OR d.force_status = :force)
  AND (:level = '' OR (SELECT rank FROM names WHERE iri = d.issuer LIMIT 1) = CAST(:level AS INTEGER))
"""  # noqa: E501  # one condition a line
_ALL: Final = f"documents d\nWHERE d.type <> 'Clause' AND {_NARROWED}"
_WITH_WORDS: Final = _ALL.replace(
    "documents d\nWHERE",
    "documents_text CROSS JOIN documents d ON d.id = documents_text.rowid\n"
    "WHERE documents_text MATCH :words AND",
)
_IN_TEXT: Final = _ALL.replace(
    "WHERE",
    "WHERE d.id IN (SELECT value FROM json_each(:found)) AND",
)
_LISTED: Final = f"SELECT {DOCUMENT_COLUMNS} FROM {_ALL}"  # noqa: S608  # constants only
_FOUND: Final = f"SELECT {DOCUMENT_COLUMNS} FROM {_WITH_WORDS}"  # noqa: S608  # constants only
_COUNTED: Final = "SELECT COUNT(*) FROM documents_text WHERE documents_text MATCH :words"
_BY_DATE: Final = " ORDER BY d.presence = 'fullText' DESC, d.date DESC, d.path"
_BY_MATCH: Final = " ORDER BY documents_text.rowid"  # the best first: `queries.index.ordering`


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to; an empty string narrows nothing.

    Args:
        type: local name of a class ("Directive").
        place, issuer: IRIs.
        presence: "fullText", "metadataOnly" or "citedOnly".
        since, until: ISO dates of issue, both included.
        force: local name of a status of force ("inForce").
        level: rank of who issued it as a digit, "1" centre to "6" commune.
    """

    CONDITION: ClassVar[str] = _NARROWED

    type: str = ""
    place: str = ""
    issuer: str = ""
    presence: str = ""
    since: str = ""
    until: str = ""
    force: str = ""
    level: str = ""

    def admit(self, row: DocumentRow) -> bool:
        """Tell whether a document passes."""
        wanted = (self.type, self.place, self.issuer, self.presence, self.force, self.level)
        if any(w not in ("", f) for w, f in zip(wanted, _facets(row), strict=True)):
            return False
        day = row.date or ""
        after = not self.since or (bool(day) and day >= self.since)
        return after and (not self.until or (bool(day) and day <= self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what was found.

    Args:
        documents: those of this page, best first.
        total: how many there are on all pages.
        number: of this page, from 1.
        size: documents a page.
    """

    documents: tuple[DocumentRow, ...]
    total: int
    number: int
    size: int


def _facets(row: DocumentRow) -> tuple[str | None, ...]:
    level = None if row.rank is None else str(row.rank)
    return row.type, row.place, row.issuer, row.presence, row.force_status, level


def documents_numbered(index: SideIndex, words: str) -> tuple[DocumentRow, ...]:
    """Return documents by their number, in any spelling; those of that very symbol first.

    Args:
        index: side index of a generation.
        words: "48-CT/TW", "48 ct/tw", "nghi quyet 12", "15/CT-UBND nam 2022".
    """
    key = number_key(words)
    if key is None:
        return ()
    found = _numbered(index, key)
    if key.symbol and any(_symbol_is(row, key.symbol) for row in found):
        return tuple(row for row in found if _symbol_is(row, key.symbol))
    return found


def _symbol_is(row: DocumentRow, symbol: str) -> bool:
    own = number_key(row.printed_number or f"1-{row.symbol or ''}")
    return own is not None and own.symbol == symbol


def _numbered(index: SideIndex, key: NumberKey) -> tuple[DocumentRow, ...]:
    values: dict[str, Value] = {
        "bare": key.bare,
        "symbol": key.symbol,
        "year": key.year,
        "type": _type_named(index, key.before),
    }
    return tuple(document_row(row) for row in index.rows(_NUMBERED, values))


def _type_named(index: SideIndex, words: str) -> str:
    """Return the class whose label begins the words, or nothing."""
    if not words:
        return ""
    rows = index.rows(
        "SELECT iri FROM names WHERE kind = 'vocabulary' AND folded <> ''"
        " AND (?1 = folded OR ?1 LIKE folded || ' %') ORDER BY length(folded) DESC LIMIT 1",
        (words,),
    )
    return str(rows[0][0]).rpartition("#")[2] if rows else ""


def matching(words: str) -> str:
    """Return words as an FTS5 query: all of them, the last may go on; quoted ones are a phrase."""
    parts = []
    for place, part in enumerate(words.split('"')):
        tokens = fold_words(part).split()
        if place % 2 and tokens:
            parts.append(f'"{" ".join(tokens)}"')
        else:
            parts += [f'"{token}"' for token in tokens]
    is_open = bool(fold_words(words.rpartition('"')[2]).split())
    return " ".join(parts) + ("*" if parts and is_open else "")


def filter_values(filters: Filters) -> dict[str, Value]:
    """Return the values of the conditions that filters make."""
    return {name: getattr(filters, name) for name in Filters.__slots__}


def found_by(has_words: bool, *, in_text: bool) -> str:  # noqa: FBT001  # one of two questions
    """Return the SQL from FROM on, of what a search finds.

    It takes `filter_values` with `words`, or with `found` for what is found in texts.
    """
    if not has_words:
        return _ALL
    return _IN_TEXT if in_text else _WITH_WORDS


def find_documents(
    index: SideIndex, words: str, filters: Filters, *, number: int = 1, size: int = 20
) -> Page:
    """Return one page of the documents that a person may mean, best first.

    Documents of that number come first, then those of all the words in number or title: with
    their text before others, short titles before long ones, new before old; without words all
    documents, the newest first.

    Args:
        index: side index of a generation.
        words: what was typed, with or without marks.
        filters: what it is narrowed to.
        number: of the page, from 1.
        size: documents a page, 1 to 200.
    """
    first = tuple(row for row in documents_numbered(index, words) if filters.admit(row))
    known = {row.iri for row in first}
    values = filter_values(filters)
    values["words"] = matching(words)
    sql = _FOUND if values["words"] else _LISTED
    order = _BY_MATCH if values["words"] else _BY_DATE
    total = _how_many(index, sql, values, filters)
    start = (number - 1) * size
    rows = index.rows(f"{sql}{order} LIMIT {start + size + len(first)}", values)
    others = [row for row in map(document_row, rows) if row.iri not in known]
    again = _how_many_match(index, sql, values, known)
    found = (*first, *others)[start : start + size]
    return Page(documents=found, total=total + len(first) - again, number=number, size=size)


def _how_many(index: SideIndex, sql: str, values: dict[str, Value], filters: Filters) -> int:
    """Return how many documents a search finds; where nothing narrows it, words alone tell."""
    plain = bool(values["words"]) and filters == Filters()
    counted = _COUNTED if plain else f"SELECT COUNT(*) FROM ({sql})"  # noqa: S608  # constants only
    return int(index.rows(counted, values)[0][0] or 0)


def _how_many_match(index: SideIndex, sql: str, values: dict[str, Value], known: set[str]) -> int:
    """Return how many of the documents found by number the words find as well."""
    if not known:
        return 0
    marks = ", ".join(f":k{i}" for i in range(len(known)))
    bound = {**values, **{f"k{i}": iri for i, iri in enumerate(sorted(known))}}
    return int(index.rows(f"SELECT COUNT(*) FROM ({sql} AND d.iri IN ({marks}))", bound)[0][0] or 0)  # noqa: S608  # constants only


def resolve_document(
    index: SideIndex, words: str, *, base_iri: str = DEFAULT_BASE, name: str = "doc"
) -> str:
    """Return the IRI of the one document that is meant.

    Args:
        index: side index of a generation.
        words: an IRI, a path ("id/vn/ct/ttg/2019/12"), a number in any spelling or a known name.
        base_iri: the setting of that name.
        name: the parameter, for the error.

    Raises:
        BadParameter: no document is meant, or several (they are listed).
    """
    base = f"{base_iri.rstrip('/')}/"
    if words.startswith(("http://", "https://", "id/")):
        return _held(index, words if "://" in words else base + words, name)
    named = index.rows(_NAMED, (fold(words),))
    found = tuple(map(document_row, named)) or documents_numbered(index, words)
    if len(found) == 1:
        return found[0].iri
    if not found:
        raise BadParameter(name, f"No document has the number or name {words!r}.", "Search for it.")
    raise BadParameter(
        name,
        f"{len(found)} documents may be meant by {words!r}.",
        f"Name one of {', '.join(row.path for row in found[:10])}.",
        tuple(row.iri for row in found),
    )


def _held(index: SideIndex, iri: str, name: str) -> str:
    if index.document(iri) is None:
        raise BadParameter(name, f"There is no document {iri}.", "Search for it by its number.")
    return iri


def find_names(index: SideIndex, words: str, kind: str, limit: int = 20) -> tuple[NameRow, ...]:
    """Return bodies, groups, posts, places or terms by name, with or without marks.

    A name that is exactly so comes first, then those that begin so, then those that hold it.
    """
    folded = fold(words)
    rows = index.rows(
        "SELECT iri FROM names WHERE kind = ?1 AND ('|' || folded) LIKE '%' || ?2 || '%'"
        " ORDER BY ('|' || folded || '|') LIKE '%|' || ?2 || '|%' DESC,"
        " ('|' || folded) LIKE '%|' || ?2 || '%' DESC, rank, length(folded), iri LIMIT ?3",
        (kind, folded, limit),
    )
    iris = [str(row[0]) for row in rows]
    found = index.names(iris)
    return tuple(found[iri] for iri in dict.fromkeys(iris))


def resolve_name(
    index: SideIndex, words: str, kind: str, *, base_iri: str = DEFAULT_BASE, name: str
) -> str:
    """Return the IRI of the one body or place that is meant by an IRI, a path or a name.

    Raises:
        BadParameter: nothing is meant, or several things (they are listed).
    """
    base = f"{base_iri.rstrip('/')}/"
    if words.startswith(("http://", "https://", "id/")):
        return words if "://" in words else base + words
    direct = f"{base}id/vn/{kind}/{words}"
    if not direct.isascii() or " " in words or not index.names((direct,)):
        return _only(find_names(index, words, kind), words, name)
    return direct


def _only(found: tuple[NameRow, ...], words: str, name: str) -> str:
    """Return the one whose name is exactly so, or the only one."""
    exact = [row for row in found if fold(row.label or "") == fold(words)]
    chosen = exact if len(exact) == 1 else list(found)
    if len(chosen) == 1:
        return chosen[0].iri
    if not chosen:
        raise BadParameter(name, f"Nothing is called {words!r}.", "Search for it.")
    raise BadParameter(
        name,
        f"{len(chosen)} things may be meant by {words!r}.",
        f"Name one of {', '.join(row.label or row.iri for row in chosen[:10])}.",
        tuple(row.iri for row in chosen),
    )
