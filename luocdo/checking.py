"""Completeness of what is stored: pySHACL, and the same rules as queries where there is much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph

from ontology.namespaces import LDO, FixedGraphName, fixed_graph_iri, graph_iri, iri
from ontology.validation import (
    Finding,
    quote_findings,
    quotes_of,
    report_of,
    validate,
    validate_by_query,
)
from queries.store.media import N_TRIPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ontology.validation import ValidationReport
    from queries.store.folder_reader import FolderReader
    from queries.store.texts import TextFolder

LARGEST_FOR_PYSHACL = 40
"""Documents up to which the whole store is checked by pySHACL itself, which holds all of it in
memory; above, the same rules run as one query each (the tests hold both to the same findings)."""

NEIGHBOURS: tuple[FixedGraphName, ...] = ("registry", "agencies", "places", "terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Checks a published state of a store.

    Args:
        reader: the store.
        texts: the words of the documents.
        base: setting `base_iri`.
    """

    reader: FolderReader
    texts: TextFolder
    base: str

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the documents stored with their text."""
        start = str(graph_iri(self.base, "doc", "x"))[:-1]
        return tuple(
            f"id/{g.removeprefix(start)}" for g in self.reader.graphs() if g.startswith(start)
        )

    def check(self, paths: tuple[str, ...]) -> ValidationReport:
        """Return the findings on some documents; on the whole store where none is named."""
        chosen = paths or self.documents()
        if not paths and len(chosen) > LARGEST_FOR_PYSHACL:
            return validate_by_query(self._ask)
        data = self._merge(str(graph_iri(self.base, "doc", path)) for path in chosen)
        quotes = [finding for path in chosen for finding in self._quotes(path)]
        context = self._merge(str(fixed_graph_iri(self.base, name)) for name in NEIGHBOURS)
        found = validate(data + context).findings
        wanted = {str(iri(self.base, path)) for path in chosen}
        about = [f for f in found if not paths or f.document in wanted]
        return report_of([*about, *quotes])

    def _merge(self, graphs: Iterable[str]) -> Graph:
        merged = Graph()
        for name in graphs:
            merged.parse(data=self.reader.graph(name, N_TRIPLES), format="nt")
        return merged

    def _quotes(self, path: str) -> Iterator[Finding]:
        """Give the quotes of a document that its text does not hold (rule E2)."""
        data = self._merge([str(graph_iri(self.base, "doc", path))])
        for digest in data.objects(None, LDO.sha256):
            text = self.texts.text(str(digest))
            if text is not None:
                yield from quote_findings(text, quotes_of(data))

    def _ask(self, query: str) -> Iterator[tuple[str | None, str | None, str | None]]:
        for row in self.reader.select(query).rows:
            this, path, value = (term.value if term else None for term in row)
            yield this, path, value
