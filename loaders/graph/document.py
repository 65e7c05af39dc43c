"""What a document says of itself, each statement with the words it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Literal

from loaders.graph.agencies import PLACES, POSTS
from loaders.graph.evidence import confidence_literal, evidence_triples
from loaders.metadata.site_facts import RULE, UNKNOWN, read_force
from ontology.namespaces import DCTERMS, LDO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import (
        AgencyResolution,
        ExtractedDocument,
        Metadata,
        PartialDate,
        Reading,
    )
    from ontology.registry import Registry

PARTY_TERM = re.compile(r"/(?P<body>[^/]+)/(?P<term>k\d+|nk\d{4})/[^/]+$")
"""The scope of a Party number in a path, which names the term of office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWriter:
    """Writes the metadata of one document.

    Args:
        document: what was read.
        nodes: names of its parts.
        registry: the registers.
    """

    document: ExtractedDocument
    nodes: Nodes
    registry: Registry

    def triples(self) -> Iterator[Triple]:
        """Give all that the document says of itself."""
        node, metadata = self.nodes.document, self.document.metadata
        yield node, RDF.type, self._class(metadata)
        yield node, LDO.presence, LDO.fullText
        yield from self._text(LDO.printedNumber, metadata.number)
        yield from self._text(LDO.symbol, metadata.symbol)
        for signer in metadata.co_signers or (metadata.signer,):
            yield from self._text(LDO.signatory, signer)
        yield from self._text(DCTERMS.title, metadata.title, lang="vi")
        yield from self._date(metadata.issued_on)
        yield from self._issuer(metadata)
        yield from self._names(LDO.addressee, metadata.addressees)
        yield from self._names(LDO.recipient, metadata.recipients)
        yield from self._scope(metadata)
        yield from self._force()

    def _class(self, metadata: Metadata) -> URIRef:
        code = metadata.document_type.value if metadata.document_type else ""
        known = self.registry.document_type(code)
        return LDO[known.class_name if known and known.class_name else "UnknownType"]

    def _text(
        self, term: URIRef, reading: Reading[str] | None, lang: str | None = None
    ) -> Iterator[Triple]:
        if reading is None:
            return
        yield self.nodes.document, term, Literal(reading.value, lang=lang)
        yield from self._evidence(term, reading)
        if term == LDO.printedNumber:
            running = re.match(r"[\d.]+[a-z]?", reading.value)
            if running:
                number = running.group().lstrip("0") or "0"
                yield self.nodes.document, LDO.number, Literal(number)

    def _date(self, reading: Reading[PartialDate] | None) -> Iterator[Triple]:
        """Give the date; one of which a part is not printed stays as printed only."""
        if reading is None:
            return
        yield self.nodes.document, LDO.printedDate, Literal(" ".join(reading.printed.split()))
        whole = reading.value.iso()
        if reading.value.day is not None:
            yield self.nodes.document, LDO.date, Literal(whole, datatype=XSD.date)
        yield from self._evidence(LDO.date, reading)

    def _issuer(self, metadata: Metadata) -> Iterator[Triple]:
        """Give the bodies whose number it is, and the office-holders who decided."""
        node = self.nodes.document
        issuers = metadata.co_issuers or (metadata.issuing_body,)
        for term, reading in (
            *((LDO.issuingBody, issuer) for issuer in issuers),
            (LDO.decidedBy, metadata.decided_by),
        ):
            found = self._found(reading)
            if reading is None or found is None or found.target is None:
                continue
            target = self.nodes.other(found.target)
            if term == LDO.issuingBody and found.target.startswith(POSTS):
                yield node, LDO.decidedBy, target
                target = self.nodes.other(found.body) if found.body else target
            if term == LDO.issuingBody:
                yield target, RDF.type, LDO.IssuingBody
            yield node, term, target
            yield from self._evidence(term, reading)

    def _names(self, term: URIRef, readings: tuple[Reading[str], ...]) -> Iterator[Triple]:
        for reading in readings:
            found = self._found(reading)
            if found and found.target:
                yield self.nodes.document, term, self.nodes.other(found.target)
                yield from self._evidence(term, reading)

    def _scope(self, metadata: Metadata) -> Iterator[Triple]:
        """Give province and term of office."""
        node = self.nodes.document
        if metadata.province:
            day = metadata.issued_on.value.whole() if metadata.issued_on else None
            provinces = self.registry.provinces_named(metadata.province.value, day)
            if len(provinces) == 1:
                yield node, LDO.place, self.nodes.other(PLACES + provinces[0].slug)
                yield from self._evidence(LDO.place, metadata.province)
        term = PARTY_TERM.search(self.document.path)
        if term:
            body = "dang" if term["term"].startswith("k") else term["body"]
            yield node, LDO.term, self.nodes.other(f"id/vn/term/{body}/{term['term']}")
            yield node, LDO.termBasis, LDO.dated

    def _force(self) -> Iterator[Triple]:
        """Give what a site says of the force of the document; no text says it of itself."""
        node = self.nodes.document
        force = read_force(self.document.source.page_facts)
        yield node, LDO.forceStatus, LDO[force.status]
        for term, day in ((LDO.effectiveFrom, force.start), (LDO.effectiveUntil, force.end)):
            if day:
                yield node, term, Literal(day.isoformat(), datatype=XSD.date)
                yield node, LDO.takenFromMetadata, term
        if force.status != UNKNOWN:
            yield node, LDO.takenFromMetadata, LDO.forceStatus

    def _found(self, reading: Reading[str] | None) -> AgencyResolution | None:
        if reading is None:
            return None
        return next((a for a in self.document.agencies if a.printed == reading.value), None)

    def _evidence(
        self, term: URIRef, reading: Reading[str] | Reading[PartialDate]
    ) -> Iterator[Triple]:
        """Give the words behind one statement, which statement it is, and how sure it is."""
        if reading.span is None or reading.span.start == reading.span.end:
            if reading.rule == RULE:
                yield self.nodes.document, LDO.takenFromMetadata, term
            return
        local = str(term).rpartition("#")[2].rpartition("/")[2]
        evidence = self.nodes.metadata_evidence(reading.span, local)
        yield self.nodes.document, LDO.evidence, evidence
        yield from evidence_triples(evidence, self.nodes, self.document.source, reading.span)
        yield evidence, LDO.onProperty, term
        yield evidence, LDO.confidence, confidence_literal(reading.confidence)
