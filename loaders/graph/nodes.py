"""Names of the things inside a document: by the span of their evidence, below its IRI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology.namespaces import iri

if TYPE_CHECKING:
    from rdflib import URIRef

    from loaders.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """Makes the IRIs of one document's parts (contract of the graph, section 5).

    Args:
        base: setting `base_iri`.
        path: path of the document ("id/vn/ct/ubnd-tien-giang/2022/15").
        text_sha256: digest of its text.
    """

    base: str
    path: str
    text_sha256: str

    @property
    def document(self) -> URIRef:
        """Return the IRI of the document itself."""
        return iri(self.base, self.path)

    @property
    def run(self) -> URIRef:
        """Return the IRI of the run that read it."""
        return self._part("run")

    def citation(self, span: Span, number: int = 1) -> URIRef:
        """Return the IRI of a citation; `number` counts those on one span, from 1."""
        return self._part(f"cit/{_range(span)}" + (f"/{number}" if number > 1 else ""))

    def obligation(self, span: Span, number: int = 1) -> URIRef:
        """Return the IRI of an obligation; `number` counts those on one span, from 1."""
        return self._part(f"obl/{_range(span)}" + (f"/{number}" if number > 1 else ""))

    def evidence(self, span: Span) -> URIRef:
        """Return the IRI of the evidence that a span gives."""
        return self._part(f"ev/{_range(span)}")

    def metadata_evidence(self, span: Span, term: str) -> URIRef:
        """Return the IRI of the evidence that a span gives for one property of the document."""
        return self._part(f"ev/{_range(span)}/{term}")

    @property
    def text(self) -> URIRef:
        """Return the IRI of the text as read."""
        return self._part(f"text/{self.text_sha256[:12]}")

    def clause(self, clause_path: str) -> URIRef:
        """Return the IRI of a clause or paragraph ("dieu/3/khoan/2", "doan/12")."""
        return self._part(clause_path)

    def other(self, path: str) -> URIRef:
        """Return the IRI of something outside the document, by its path."""
        return iri(self.base, path)

    def _part(self, tail: str) -> URIRef:
        return iri(self.base, f"{self.path}/{tail}")


def below(node: URIRef, tail: str) -> URIRef:
    """Return the IRI of a part of a node, as `.../asg/1` below an obligation."""
    return type(node)(f"{node}/{tail}")


def fragment(node: URIRef, tail: str) -> URIRef:
    """Return the IRI of a helper of a node (selector, list cell) that has no page of its own.

    Named nodes instead of blank ones: a graph that is written twice is the same set of triples.
    """
    return type(node)(f"{node}#{tail}")


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"
