"""How complete documents are: counts a document, their sums by body, province and as a whole.

A score is the mean of those of four shares that there is something to count for, times 100:
fields of the heading that are filled, citations whose document is determined, tasks with an
assignee that is recognised, tasks with a deadline. Of several documents the counts are added up
before the shares are taken, so that a long document counts for more than a short one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from queries.store.reader import Asker

Grouping = Literal["document", "body", "place", "whole"]

_FILE: Final = "completeness.sqlite"
_KEYS: Final[dict[Grouping, str]] = {
    "document": "path",
    "body": "body",
    "place": "place",
    "whole": "''",
}
_PREFIXES: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
"""
_HEADINGS: Final = """
SELECT ?document (MIN(?body) AS ?issuer) (MIN(?somewhere) AS ?place)
  (COUNT(DISTINCT ?filled) AS ?fields) (MAX(?level) AS ?rank)
WHERE {
  ?document ldo:presence ldo:fullText .
  OPTIONAL { ?document ldo:issuingBody ?body . OPTIONAL { ?body ldo:rank ?level } }
  OPTIONAL { ?document ldo:place ?somewhere }
  OPTIONAL {
    ?document ?field ?value .
    FILTER(?field IN (ldo:printedNumber, ldo:date, ldo:issuingBody, dcterms:title, ldo:signatory,
      ldo:decidedBy, ldo:place))
    BIND(IF(?field = ldo:decidedBy, ldo:signatory, ?field) AS ?filled)
  }
} GROUP BY ?document
"""
_CITATIONS: Final = """
SELECT ?document
  (SUM(IF(?status IN (ldo:resolved, ldo:notInRegistry), 1, 0)) AS ?known) (COUNT(?citation) AS ?all)
WHERE { ?citation a ldo:Citation ; ldo:statedIn ?document ; ldo:status ?status }
GROUP BY ?document
"""
_TASKS: Final = """
SELECT ?document (COUNT(?task) AS ?all)
  (SUM(IF(?given, 1, 0)) AS ?assigned) (SUM(IF(?timed, 1, 0)) AS ?dated)
WHERE {
  ?task a ldo:Obligation ; ldo:statedIn ?document .
  BIND(EXISTS { ?task ldo:assignment/ldo:assignee ?body } AS ?given)
  BIND(EXISTS { ?task ldo:deadline|ldo:recurrence ?time } AS ?timed)
} GROUP BY ?document
"""
_FIELDS: Final = 5  # number, date, body, title, signature; a body of rank 3 or more has a place too
_WITH_PLACE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What there is and what there should be.

    Args:
        fields, fields_of: fields of the heading that are filled, and that are looked for.
        citations, citations_of: citations whose document is determined, and all.
        assignees, assignees_of: tasks with an assignee that is recognised, and all.
        deadlines, deadlines_of: tasks with a deadline or a rhythm, and all.
        violations, warnings, infos: findings of the last check.
    """

    fields: int
    fields_of: int
    citations: int
    citations_of: int
    assignees: int
    assignees_of: int
    deadlines: int
    deadlines_of: int
    violations: int
    warnings: int
    infos: int

    @property
    def shares(self) -> dict[str, float]:
        """Return the shares that there is something to count for, 0 to 1."""
        pairs = {
            "fields": (self.fields, self.fields_of),
            "citations": (self.citations, self.citations_of),
            "assignees": (self.assignees, self.assignees_of),
            "deadlines": (self.deadlines, self.deadlines_of),
        }
        return {name: part / whole for name, (part, whole) in pairs.items() if whole}

    @property
    def score(self) -> float | None:
        """Return the score, 0 to 100; None where there is nothing to count."""
        shares = self.shares
        return 100 * sum(shares.values()) / len(shares) if shares else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCounts:
    """The counts of one document.

    Args:
        path: the document.
        body, place: IRIs of its issuing body and province; empty where unknown.
        counts: what there is of it.
    """

    path: str
    body: str
    place: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How complete some documents are.

    Args:
        of: path of a document, IRI of a body or place; empty for the whole, or where unknown.
        documents: how many.
        counts: their sums.
    """

    of: str
    documents: int
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The whole after a load: when (ISO 8601, UTC), how many documents, their sums."""

    at: str
    documents: int
    counts: Counts


_COLUMNS: Final = ", ".join(field.name for field in fields(Counts))
_SUMS: Final = ", ".join(f"SUM({field.name})" for field in fields(Counts))
_PLACES: Final = ", ".join("?" for _ in fields(Counts))


def headings(asker: Asker) -> dict[str, tuple[str, str, int, int]]:
    """Return body, place, filled and wanted fields by the IRI of each document with its text."""
    found = {}
    for row in asker.select(_PREFIXES + _HEADINGS).rows:
        document, body, place, filled, rank = (term.value if term else "" for term in row)
        wanted = _FIELDS + (bool(rank) and int(rank) >= _WITH_PLACE)
        if document:
            found[document] = body, place, min(int(filled), wanted), wanted
    return found


def counts_of(asker: Asker) -> dict[str, tuple[int, ...]]:
    """Return citations known and all, tasks, those assigned and those dated, by document."""
    citations = _numbers(asker, _CITATIONS)
    tasks = _numbers(asker, _TASKS)
    documents = citations.keys() | tasks.keys()
    return {each: (*citations.get(each, (0, 0)), *tasks.get(each, (0, 0, 0))) for each in documents}


def _numbers(asker: Asker, query: str) -> dict[str, tuple[int, ...]]:
    rows = asker.select(_PREFIXES + query).rows
    return {
        row[0].value: tuple(int(term.value) if term else 0 for term in row[1:])
        for row in rows
        if row[0]
    }


class CompletenessLog:
    """Counts of a store's documents, and a point for each load, in a file beside the store.

    Args:
        root: folder of the store.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / _FILE

    def note(self, documents: Iterable[DocumentCounts], at: str) -> None:
        """Keep the counts of documents, and the sums of the whole as a point.

        Args:
            documents: those that were checked.
            at: when, ISO 8601.
        """
        rows = [(d.path, d.body, d.place, *astuple(d.counts)) for d in documents]
        with closing(self._opened()) as base, base:
            base.execute("PRAGMA recursive_triggers = ON")  # what is replaced is subtracted too
            base.executemany(
                f"INSERT OR REPLACE INTO documents VALUES (?, ?, ?, {_PLACES})",  # noqa: S608 - question marks
                rows,
            )
            base.execute(
                f"INSERT INTO points SELECT ?, documents, {_COLUMNS} "  # noqa: S608 - own columns
                "FROM whole WHERE documents > 0",
                (at,),
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Drop documents that are stored no longer."""
        with closing(self._opened()) as table, table:
            table.executemany("DELETE FROM documents WHERE path = ?", ((path,) for path in paths))

    def by(self, grouping: Grouping) -> tuple[Completeness, ...]:
        """Return how complete documents are, those with the lowest score first."""
        if not self._path.exists():
            return ()
        query = (
            f"SELECT {_KEYS[grouping]}, COUNT(*), {_SUMS} FROM documents "  # noqa: S608 - own columns
            f"GROUP BY {_KEYS[grouping]} HAVING COUNT(*) > 0"
        )
        with closing(self._opened()) as base:
            found = [
                Completeness(of=row[0], documents=row[1], counts=_counts(row[2:]))
                for row in base.execute(query)
            ]
        return tuple(sorted(found, key=lambda each: (each.counts.score or 0.0, each.of)))

    def points(self) -> tuple[Point, ...]:
        """Return the whole after each load, the earliest first."""
        if not self._path.exists():
            return ()
        with closing(self._opened()) as base:
            rows = base.execute(f"SELECT at, documents, {_COLUMNS} FROM points ORDER BY rowid")  # noqa: S608 - own columns
            return tuple(
                Point(at=row[0], documents=row[1], counts=_counts(row[2:])) for row in rows
            )

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path)
        base.executescript(files("queries").joinpath("completeness.sql").read_text("utf-8"))
        return base


def _counts(values: Iterable[int]) -> Counts:
    names = (field.name for field in fields(Counts))
    return Counts(**dict(zip(names, values, strict=True)))
