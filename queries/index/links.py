"""The neighbours of documents along relations: read level by level, and kept once read.

What is kept needs no renewal, as the side index of a generation never changes; its links are few
against its words (20 MB for a hundred thousand of them).
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Direction = Literal["up", "down"]
Neighbours = tuple[str, ...]

KEPT: Final = 100_000
"""Links kept at most; then the keeping begins anew."""

_MANY: Final = 400
_QUERIES: Final[dict[Direction, str]] = {
    "up": """
SELECT e.source, COALESCE(part.part_of, e.target) FROM edges e
LEFT JOIN documents part ON part.iri = e.target AND part.type = 'Clause'
WHERE e.source IN ({documents}) AND e.relation IN ({relations}) ORDER BY 1, 2
""",
    "down": """
SELECT e.target, e.source FROM edges e
WHERE e.target IN ({documents}) AND e.relation IN ({relations}) ORDER BY 1, 2
""",
}


def quoted(relations: Sequence[str]) -> str:
    """Return names of relations as SQL writes them; what is no name is left out."""
    return ", ".join(f"'{name}'" for name in relations if name.isalpha())


class Links:
    """Finds neighbours. Safe for threads: what two of them read at once is the same.

    Args:
        rows: gives the rows of a SQL query on the side index.
    """

    def __init__(self, rows: Callable[[str, Sequence[str]], Sequence[tuple[object, ...]]]) -> None:
        self._rows = rows
        self._kept: dict[tuple[Direction, tuple[str, ...]], dict[str, Neighbours]] = {}
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

    def _keep(self, kept: dict[str, Neighbours], read: dict[str, Neighbours]) -> None:
        """Keep what was read; where that gets too much, forget what was kept before."""
        self._count += len(read) + sum(map(len, read.values()))
        if self._count > KEPT:
            self._kept, self._count = {}, 0
        else:
            kept.update(read)
