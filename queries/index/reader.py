"""Read the side index of one generation. Safe for threads: each has its own connection."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar, cast

from queries.errors import StoreError
from queries.index.links import Links

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

Value = str | int | float | None
DOCUMENT_COLUMNS: Final = """
  d.iri, d.path, d.series, d.type, d.printed_number, d.number, d.symbol, d.date, d.title,
  d.issuer, (SELECT label FROM names WHERE iri = d.issuer LIMIT 1),
  (SELECT rank FROM names WHERE iri = d.issuer LIMIT 1), d.place, d.presence, d.part_of,
  d.force_status
"""
_MANY: Final = 500
_KEPT: Final = 5_000
"""Documents kept once read (some 1.5 KB each); then the keeping begins anew."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document as lists show it; None where nothing is known.

    Args:
        iri, path: its IRI, and what follows the base.
        series: the path without `id/vn/` and the running number.
        type: local name of its class ("Directive").
        printed_number, number, symbol, date, title: as in the graph; the date is ISO 8601.
        issuer, issuer_label, rank: IRI, label and rank (1 centre to 6 commune) of who issued it.
        place: IRI of its place.
        presence: "fullText", "metadataOnly" or "citedOnly".
        part_of: IRI of the document that an annex or clause belongs to.
        force_status: local name of its status of force.
    """

    iri: str
    path: str
    series: str
    type: str | None
    printed_number: str | None
    number: str | None
    symbol: str | None
    date: str | None
    title: str | None
    issuer: str | None
    issuer_label: str | None
    rank: int | None
    place: str | None
    presence: str | None
    part_of: str | None
    force_status: str | None

    @property
    def label(self) -> str:
        """Number and title, or what there is of them, or the path."""
        known = [words for words in (self.printed_number, self.title) if words]
        return ": ".join(known) or self.path.removeprefix("id/vn/")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A body, group, post, place, term of office or term of the vocabulary.

    Args:
        iri: its IRI.
        kind: "agency", "group", "post", "place", "term" or "vocabulary".
        label, label_en: in Vietnamese and in English.
        rank: 1 centre to 6 commune.
        place, parent: IRIs of its place and of the body above it.
        valid_from, valid_until: ISO dates; the last is its last day.
    """

    iri: str
    kind: str
    label: str | None
    label_en: str | None
    rank: int | None
    place: str | None
    parent: str | None
    valid_from: str | None
    valid_until: str | None


def document_row(row: tuple[Value, ...]) -> DocumentRow:
    """Return a document from the values of `DOCUMENT_COLUMNS`."""
    names = DocumentRow.__slots__
    return DocumentRow(**dict(zip(names, row, strict=True)))  # type: ignore[arg-type]  # columns of the layout


class SideIndex:
    """The side index of a generation, which nobody writes.

    Args:
        file: the SQLite file.
        passages: the file of the passages of texts; None where there is none.
    """

    def __init__(self, file: Path, passages: Path | None = None) -> None:
        self._file = file
        self._passages = passages if passages is not None and passages.is_file() else None
        self._own = threading.local()
        self._kept: dict[str, DocumentRow] = {}
        self._once: dict[Hashable, object] = {}
        self.links = Links(self.rows)

    def rows(
        self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()
    ) -> list[tuple[Value, ...]]:
        """Return the rows of a SQL query.

        Raises:
            StoreError: the index does not open or the query does not fit its layout.
        """
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError("index-unusable", f"The side index did not answer: {error}") from error

    def stream(
        self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()
    ) -> Iterator[tuple[Value, ...]]:
        """Go through the rows of a SQL query, some hundreds read at once."""
        found = self._connection().execute(sql, values)
        while some := found.fetchmany(_MANY):
            yield from some

    def columns(
        self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()
    ) -> tuple[str, ...]:
        """Return the names of the columns of a SQL query."""
        nothing = f"SELECT * FROM ({sql}) LIMIT 0"  # noqa: S608 - the text is a file of ours
        found = self._connection().execute(nothing, values)
        return tuple(str(column[0]) for column in found.description)

    @property
    def has_passages(self) -> bool:
        """Whether texts can be searched by their words."""
        return self._passages is not None

    def counts(self) -> dict[str, int]:
        """Return the figures of the generation: documents, citations by status, obligations ..."""
        return {str(name): int(value or 0) for name, value in self.rows("SELECT * FROM counts")}

    def documents(self, iris: Iterable[str]) -> dict[str, DocumentRow]:
        """Return the documents of these IRIs that are known, by IRI."""
        kept, wanted = self._kept, dict.fromkeys(iris)
        found = {iri: kept[iri] for iri in wanted if iri in kept}
        missing = [iri for iri in wanted if iri not in found]
        for start in range(0, len(missing), _MANY):
            some = missing[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.iri IN ({marks})"  # noqa: S608  # marks only
            found.update((str(row[0]), document_row(row)) for row in self.rows(sql, some))
        if len(kept) + len(missing) > _KEPT:
            self._kept = kept = {}
        if len(missing) <= _KEPT:
            kept.update((iri, found[iri]) for iri in missing if iri in found)
        return found

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is made once, as an index never changes.

        Args:
            key: names it; few enough that all may be kept.
            make: makes it.
        """
        if key not in self._once:
            self._once[key] = make()
        return cast("T", self._once[key])

    def document(self, iri: str) -> DocumentRow | None:
        """Return a document, or None where nothing states it."""
        return self.documents((iri,)).get(iri)

    def names(self, iris: Iterable[str]) -> dict[str, NameRow]:
        """Return the named things of these IRIs that are known, by IRI."""
        wanted = list(dict.fromkeys(iris))
        found: dict[str, NameRow] = {}
        for start in range(0, len(wanted), _MANY):
            some = wanted[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            found.update(_names(self.rows(f"{_NAMES} WHERE iri IN ({marks})", some)))
        return found

    def names_of_kind(self, kind: str) -> tuple[NameRow, ...]:
        """Return the named things of a kind, by label."""
        rows = self.rows(f"{_NAMES} WHERE kind = ? ORDER BY folded, iri", (kind,))
        return tuple(_names(rows).values())

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """Return the labels of documents, bodies, places and terms by IRI; unknown ones fail."""
        wanted = tuple(dict.fromkeys(iris))
        labels = {iri: name.label for iri, name in self.names(wanted).items() if name.label}
        labels.update((iri, document.label) for iri, document in self.documents(wanted).items())
        return labels

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._own, "connection"):
            opened = sqlite3.connect(
                f"{self._file.resolve().as_uri()}?mode=ro",
                uri=True,
                check_same_thread=False,
            )
            if self._passages is not None:
                place = f"{self._passages.resolve().as_uri()}?mode=ro"
                opened.execute("ATTACH DATABASE ? AS passages", (place,))
            opened.create_function("in_small_letters", 1, str.lower, deterministic=True)
            self._own.connection = opened
        kept: sqlite3.Connection = self._own.connection
        return kept


_NAMES: Final = """
SELECT iri, kind, label, label_en, rank, place, parent, valid_from, valid_until FROM names
"""


def _names(rows: Iterable[tuple[Value, ...]]) -> dict[str, NameRow]:
    """Return named things by IRI; of several rows for one the first counts."""
    found: dict[str, NameRow] = {}
    for row in rows:
        named = NameRow(**dict(zip(NameRow.__slots__, row, strict=True)))  # type: ignore[arg-type]  # columns of the layout
        found.setdefault(named.iri, named)
    return found
