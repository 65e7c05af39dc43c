"""Completeness of what is stored: each rule as one query over a few graphs and what is round them.

The findings of a document depend on its own graph and a bounded neighbourhood, so a document is
checked at the same cost however much is stored, and a store batch by batch. The tests hold the
queries to what pySHACL finds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from ontology.namespaces import FixedGraphName, document_of, fixed_graph_iri, graph_iri, path_of
from ontology.validation import Quote, quote_findings, report_of, validate_by_query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ontology.validation import Ask, Finding, Row, ValidationReport
    from queries.store.excerpt import Excerpt
    from queries.store.reader import Asker
    from queries.store.texts import TextFolder

FIXED: Final[tuple[FixedGraphName, ...]] = (
    "registry",
    "agencies",
    "places",
    "terms",
    "review",
    "ontology",
)
BATCH: Final = 24
"""Documents whose graphs are looked at together; their rules are asked once for all of them."""

OUTSIDE: Final = ""
"""Where findings stand that are about bodies, places, terms and decisions."""

CROSSING: Final = frozenset({"L1", "L6", "D7", "D12", "K2"})
"""Rules whose fault at one document may come from another that it does not point at."""

_QUOTES: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?digest ?evidence ?start ?end ?exact WHERE {
  ?text ldo:sha256 ?digest .
  ?evidence oa:hasSource ?text ; oa:hasSelector ?place , ?quote .
  ?place oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
} ORDER BY ?digest
"""


class Source(Protocol):
    """A state of a store: what a reader has published, or what a writer holds."""

    def holds(self, graph_iri: str) -> bool:
        """Tell whether a public graph is held."""

    def excerpt(self, graphs: Iterable[str]) -> Excerpt:
        """Return public graphs in memory, with what their rules look at around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of some graphs found.

    Args:
        findings: by the path of the document they are about, one entry for each that was checked;
            under `OUTSIDE` those about bodies, places, terms and decisions.
        foci: nodes outside documents that were checked.
        concerned: paths of other documents at which a fault has come up that must be looked at.
        excerpt: the graphs, for what else is to be asked of them.
    """

    findings: Mapping[str, tuple[Finding, ...]]
    foci: frozenset[str]
    concerned: frozenset[str]
    excerpt: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Checks documents of a store.

    Args:
        source: the store.
        texts: the words of the documents.
        base: setting `base_iri`.
    """

    source: Source
    texts: TextFolder
    base: str

    def check(self, paths: Iterable[str]) -> ValidationReport:
        """Return the findings on some stored documents, by themselves."""
        wanted = tuple(paths)
        checked = self.check_documents(wanted).findings
        return report_of(finding for path in wanted for finding in checked[path])

    def check_store(self, paths: tuple[str, ...]) -> ValidationReport:
        """Return the findings on all documents of a store, and on what stands outside them.

        Args:
            paths: all documents stored with their text.
        """
        parts = [self.check_fixed()]
        parts += [
            self.check_documents(paths[start : start + BATCH])
            for start in range(0, len(paths), BATCH)
        ]
        return report_of(f for part in parts for found in part.findings.values() for f in found)

    def check_documents(self, paths: Iterable[str]) -> Checked:
        """Check stored documents, and those without a text that their graphs speak of."""
        chosen = tuple(paths)
        excerpt = self.source.excerpt(str(graph_iri(self.base, "doc", path)) for path in chosen)
        found = [*validate_by_query(_ask_of(excerpt)).findings, *self._quotes(excerpt)]
        return self._sorted(found, excerpt, chosen)

    def check_fixed(self) -> Checked:
        """Check registers and decisions: known documents, bodies, places, terms."""
        excerpt = self.source.excerpt(str(fixed_graph_iri(self.base, name)) for name in FIXED)
        return self._sorted(validate_by_query(_ask_of(excerpt)).findings, excerpt, ())

    def _sorted(
        self, found: Iterable[Finding], excerpt: Excerpt, chosen: tuple[str, ...]
    ) -> Checked:
        """Put findings under the documents they are about; those that others answer for are left.

        A stored document's findings follow from its own graph, so only `chosen` ones count.
        """
        foci = {subject for subject in excerpt.subjects if not document_of(subject)}
        documents = {document_of(subject) for subject in excerpt.subjects} - {""}
        paths = (path_of(self.base, document) for document in documents)
        findings: dict[str, list[Finding]] = {
            path: [] for path in (*chosen, *(path for path in paths if not self._stored(path)))
        }
        findings[OUTSIDE] = []
        concerned: set[str] = set()
        for finding in found:
            path = path_of(self.base, finding.document) if finding.document else OUTSIDE
            if path in findings and (path or finding.focus in foci):
                findings[path].append(finding)
            elif finding.code in CROSSING and self._stored(path):
                concerned.add(path)
        return Checked(
            findings={path: tuple(each) for path, each in findings.items()},
            foci=frozenset(foci),
            concerned=frozenset(concerned),
            excerpt=excerpt,
        )

    def _stored(self, path: str) -> bool:
        """Tell whether a document is stored with its text."""
        return self.source.holds(str(graph_iri(self.base, "doc", path)))

    def _quotes(self, excerpt: Excerpt) -> Iterator[Finding]:
        """Give the quotes of documents that their texts do not hold (rule E2)."""
        quotes: dict[str, list[Quote]] = defaultdict(list)
        for row in excerpt.select(_QUOTES).rows:
            digest, evidence, start, end, exact = (term.value if term else "" for term in row)
            quotes[digest].append(
                Quote(evidence=evidence, start=int(start), end=int(end), exact=exact)
            )
        for digest, claimed in quotes.items():
            text = self.texts.text(digest)
            if text is not None:
                yield from quote_findings(text, claimed)


def _ask_of(asker: Asker) -> Ask:
    """Return a way to ask rules of whoever answers a SELECT."""

    def ask(query: str) -> Iterator[Row]:
        for row in asker.select(query).rows:
            this, path, value = (None if term is None else term.value for term in row)
            yield this, path, value

    return ask
