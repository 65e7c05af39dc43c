"""The neighbours of documents along relations: read level by level, and kept once read.

What is kept needs no renewal, as the side index of a generation never changes; its links are few
against its words (20 MB for a hundred thousand of them).
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any, Final, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Direction = Literal["up", "down"]
Neighbours = tuple[str, ...]
Link = tuple[str, str, str]
"""The document that makes a relation, what it points at, the local name of the relation."""

Told = tuple[str, str | None, str | None]
"""Status, words and telling document of a citation that says a relation."""

KEPT: Final = 100_000
"""Links kept at most; then the keeping begins anew."""

TOLD: Final = 10_000
"""Relations whose words are kept at most."""

_MANY: Final = 400
_FEW: Final = 100
_QUERIES: Final[dict[Direction | Literal["made"], str]] = {
    "up": """
SELECT e.source, COALESCE(part.part_of, e.target) FROM edges e
LEFT JOIN documents part ON part.iri = e.target AND part.type = 'Clause'
WHERE e.source IN ({documents}) AND e.relation IN ({relations}) ORDER BY 1, 2
""",
    "down": """
SELECT e.target, e.source FROM edges e
WHERE e.target IN ({documents}) AND e.relation IN ({relations}) ORDER BY 1, 2
""",
    "made": """
SELECT e.source, e.relation || ' ' || e.target FROM edges e
WHERE e.source IN ({documents}) AND +e.relation IN ({relations}) ORDER BY 1, 2
""",
}
_TOLD: Final = """
WITH wanted (source, target, relation) AS (VALUES {rows})
SELECT w.source, w.target, w.relation, c.document <> w.source, c.document, c.rowid,
  c.status, COALESCE(c.quote, c.printed)
FROM wanted w CROSS JOIN citations c
ON c.citing = w.source AND c.cited = w.target AND c.relation = w.relation
"""
"""The document's own words come before those of others that tell of it."""


def quoted(relations: Sequence[str]) -> str:
    """Return names of relations as SQL writes them; what is no name is left out."""
    return ", ".join(f"'{name}'" for name in relations if name.isalpha())


class Links:
    """Finds neighbours. Safe for threads: what two of them read at once is the same.

    Args:
        rows: gives the rows of a SQL query on the side index.
    """

    def __init__(self, rows: Callable[[str, Sequence[str]], Sequence[tuple[Any, ...]]]) -> None:
        self._rows = rows
        self._kept: dict[tuple[str, tuple[str, ...]], dict[str, Neighbours]] = {}
        self._told: dict[Link, Told | None] = {}
        self._count = 0
        self._days: dict[str, str] = {}

    def of(
        self, documents: Sequence[str], direction: Direction, relations: tuple[str, ...]
    ) -> list[Neighbours]:
        """Return the neighbours of each document, each once and in the order of their IRIs.

        A clause that is pointed at stands for its document.

        Args:
            documents: IRIs, each once.
            direction: "up" to what they rest on, "down" to what rests on them.
            relations: local names of the relations to follow.
        """
        return self._of(documents, direction, relations)

    def made(self, documents: Sequence[str], relations: tuple[str, ...]) -> Iterator[Link]:
        """Go through the relations that documents make, to clauses as they are.

        Args:
            documents: IRIs, each once.
            relations: local names of the relations that count.
        """
        found = self._of(documents, "made", relations)
        for document, said in zip(documents, found, strict=True):
            for words in said:
                relation, _, target = words.partition(" ")
                yield document, target, relation

    def told(self, links: Sequence[Link]) -> dict[Link, Told]:
        """Return what says each relation; nothing for those that only the registry knows."""
        told = self._told
        missing = [link for link in links if link not in told]
        read = self._read_told(missing)
        found = {link: told[link] if link in told else read.get(link) for link in links}
        if len(told) + len(missing) > TOLD:
            self._told = told = {}
        if len(missing) <= TOLD:
            told.update((link, read.get(link)) for link in missing)
        return {link: said for link, said in found.items() if said is not None}

    def _of(
        self,
        documents: Sequence[str],
        direction: Direction | Literal["made"],
        relations: tuple[str, ...],
    ) -> list[Neighbours]:
        kept = self._kept.setdefault((direction, relations), {})
        found = [kept.get(document) for document in documents]
        missing = [d for d, known in zip(documents, found, strict=True) if known is None]
        if not missing:
            return [known for known in found if known is not None]
        read = self._read(missing, _QUERIES[direction], quoted(relations))
        self._keep(kept, read)
        return [
            read[document] if known is None else known
            for document, known in zip(documents, found, strict=True)
        ]

    def newest(self, documents: Sequence[str], count: int) -> list[str]:
        """Return the newest of many documents; those without a date come last.

        Args:
            documents: IRIs, each once.
            count: how many at most.
        """
        days = self._days
        missing = [document for document in documents if document not in days]
        for start in range(0, len(missing), _MANY):
            some = missing[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            rows = self._rows(f"SELECT iri, date FROM documents WHERE iri IN ({marks})", some)  # noqa: S608  # marks only
            days.update((str(iri), str(day or "")) for iri, day in rows)
        dated = [(days[document], document) for document in documents if document in days]
        if len(days) > KEPT:
            self._days = {}
        return [document for _, document in nlargest(count, dated)]

    def _read(self, documents: Sequence[str], query: str, relations: str) -> dict[str, Neighbours]:
        found: dict[str, dict[str, None]] = {document: {} for document in documents}
        for start in range(0, len(documents), _MANY):
            some = documents[start : start + _MANY]
            sql = query.format(documents=", ".join("?" * len(some)), relations=relations)
            for here, there in self._rows(sql, some):
                found[str(here)][str(there)] = None
        return {document: tuple(neighbours) for document, neighbours in found.items()}

    def _read_told(self, links: Sequence[Link]) -> dict[Link, Told]:
        best: dict[Link, tuple[Any, ...]] = {}
        for start in range(0, len(links), _FEW):
            some = links[start : start + _FEW]
            sql = _TOLD.format(rows=", ".join(["(?, ?, ?)"] * len(some)))
            for row in self._rows(sql, [part for link in some for part in link]):
                link = cast("Link", row[:3])
                if link not in best or row[3:6] < best[link][3:6]:
                    best[link] = row
        return {link: (str(row[6]), row[7], row[4]) for link, row in best.items()}

    def _keep(self, kept: dict[str, Neighbours], read: dict[str, Neighbours]) -> None:
        """Keep what was read; where that gets too much, forget what was kept before."""
        self._count += len(read) + sum(map(len, read.values()))
        if self._count > KEPT:
            self._kept, self._count = {}, 0
        else:
            kept.update(read)
