"""Completeness of what is stored: pySHACL, and the same rules as queries where there is much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph

from ontology.namespaces import LDO, FixedGraphName, fixed_graph_iri, graph_iri, iri
from ontology.validation import (
    Finding,
    pointed_at,
    quote_findings,
    quotes_of,
    report_of,
    validate,
    validate_by_query,
)
from queries.descriptions import describe
from queries.store.media import N_TRIPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ontology.validation import ValidationReport
    from queries.store.folder_reader import FolderReader
    from queries.store.texts import TextFolder

LARGEST_FOR_PYSHACL = 40
"""Documents up to which the whole store is checked by pySHACL itself, which holds all of it in
memory; above, the same rules run as one query each (the tests hold both to the same findings)."""

STEPS_AROUND = 2
"""How far round a document its check looks: its bodies, and the bodies above them."""

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
        if paths:
            return self._check_some(paths)
        stored = self.documents()
        if len(stored) > LARGEST_FOR_PYSHACL:
            return validate_by_query(self._ask)
        data = self._documents(stored)
        for name in NEIGHBOURS:
            data.parse(
                data=self.reader.graph(str(fixed_graph_iri(self.base, name)), N_TRIPLES),
                format="nt",
            )
        return report_of([*validate(data).findings, *self._quotes(stored)])

    def _check_some(self, paths: tuple[str, ...]) -> ValidationReport:
        """Check documents beside what they point at, and what that points at in turn."""
        data = self._documents(paths)
        for _ in range(STEPS_AROUND):
            data.parse(data=describe(self.reader, self._own(pointed_at(data))), format="nt")
        wanted = {str(iri(self.base, path)) for path in paths}
        about = [f for f in validate(data).findings if f.document in wanted]
        return report_of([*about, *self._quotes(paths)])

    def _own(self, nodes: Iterable[str]) -> Iterator[str]:
        """Give the nodes that are things of the data."""
        start = str(iri(self.base, "id/x"))[:-1]
        return (node for node in nodes if node.startswith(start))

    def _documents(self, paths: Iterable[str]) -> Graph:
        merged = Graph()
        for path in paths:
            name = str(graph_iri(self.base, "doc", path))
            merged.parse(data=self.reader.graph(name, N_TRIPLES), format="nt")
        return merged

    def _quotes(self, paths: Iterable[str]) -> Iterator[Finding]:
        """Give the quotes of documents that their texts do not hold (rule E2)."""
        for path in paths:
            data = self._documents([path])
            for digest in data.objects(None, LDO.sha256):
                text = self.texts.text(str(digest))
                if text is not None:
                    yield from quote_findings(text, quotes_of(data))

    def _ask(self, query: str) -> Iterator[tuple[str | None, str | None, str | None]]:
        for row in self.reader.select(query).rows:
            this, path, value = (term.value if term else None for term in row)
            yield this, path, value
