"""Obligations with their assignees, deadlines and targets as nodes (contract, section 3)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Literal

from loaders.graph.evidence import confidence_literal, evidence_triples
from loaders.graph.nodes import below
from ontology.namespaces import LDO, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import (
        AgencyResolution,
        Assignment,
        Deadline,
        ExtractedDocument,
        Obligation,
        Report,
        Span,
        Target,
    )


def obligation_triples(document: ExtractedDocument, nodes: Nodes) -> Iterator[Triple]:
    """Give the triples of all obligations of a document."""
    bodies = {agency.printed: agency for agency in document.agencies}
    taken: dict[tuple[int, int], int] = defaultdict(int)
    for duty in document.obligations:
        key = duty.span.start, duty.span.end
        taken[key] += 1
        writer = ObligationWriter(document, nodes, bodies)
        yield from writer.triples(duty, nodes.obligation(duty.span, taken[key]))


class ObligationWriter:
    """Writes the obligations of one document.

    Args:
        document: what was read.
        nodes: names of its parts.
        bodies: what each printed name of a body means.
    """

    def __init__(
        self, document: ExtractedDocument, nodes: Nodes, bodies: Mapping[str, AgencyResolution]
    ) -> None:
        self.document = document
        self.nodes = nodes
        self.bodies = bodies

    def triples(self, duty: Obligation, node: URIRef) -> Iterator[Triple]:
        """Give the triples of one obligation and all that hangs on it."""
        yield node, RDF.type, LDO.Obligation
        yield node, LDO.summary, Literal(duty.summary, lang="vi")
        yield node, LDO.force, LDO[duty.force.value]
        yield node, LDO.statedIn, self.nodes.document
        yield node, LDO.basis, LDO.text
        yield node, LDO.confidence, confidence_literal(duty.confidence)
        yield from self._evidence(node, LDO.evidence, duty.span)
        if duty.lead_in:
            yield from self._evidence(node, LDO.leadIn, duty.lead_in)
        if self.document.run:
            yield node, PROV.wasGeneratedBy, self.nodes.run
        yield from self._parts(duty, node)
        yield from self._reports(duty, node)

    def _parts(self, duty: Obligation, node: URIRef) -> Iterator[Triple]:
        for number, assignment in enumerate(duty.assignments, 1):
            part = below(node, f"asg/{number}")
            yield node, LDO.assignment, part
            yield from self._assignment(assignment, part)
        for number, deadline in enumerate(duty.deadlines, 1):
            part = below(node, f"due/{number}")
            yield node, LDO.deadline, part
            yield from self._deadline(deadline, part)
        for number, target in enumerate(duty.targets, 1):
            part = below(node, f"target/{number}")
            yield node, LDO.target, part
            yield from self._target(target, part)

    def _assignment(self, assignment: Assignment, node: URIRef) -> Iterator[Triple]:
        yield node, RDF.type, LDO.Assignment
        yield node, LDO.printed, Literal(assignment.agency)
        yield node, LDO.role, LDO[assignment.role.value]
        yield node, LDO.assigneeBasis, LDO[assignment.basis.value]
        yield node, LDO.confidence, confidence_literal(assignment.confidence)
        body = self._body(assignment.agency)
        if body:
            yield node, LDO.assignee, body
        yield from self._evidence(node, LDO.evidence, assignment.span)

    def _deadline(self, deadline: Deadline, node: URIRef) -> Iterator[Triple]:
        yield node, RDF.type, LDO.Deadline
        yield node, LDO.dueText, Literal(deadline.printed)
        if deadline.start:
            yield node, LDO.startDate, Literal(deadline.start, datatype=XSD.date)
        if deadline.due:
            yield node, LDO.dueDate, Literal(deadline.due, datatype=XSD.date)
            yield node, LDO.dueInclusive, Literal(deadline.inclusive)
        if deadline.recurrence:
            yield node, LDO.recurrence, Literal(deadline.recurrence)
            yield node, LDO.anchorStated, Literal(deadline.anchor_stated)
        yield from self._evidence(node, LDO.evidence, deadline.span)

    def _target(self, target: Target, node: URIRef) -> Iterator[Triple]:
        yield node, RDF.type, LDO.Target
        yield node, LDO.measure, Literal(target.measure, lang="vi")
        if target.key:
            yield node, LDO.measureKey, Literal(target.key)
        yield node, LDO.direction, LDO[target.direction]
        if target.comparison and target.value is not None:
            yield node, LDO.comparison, LDO[target.comparison]
            yield node, LDO.value, Literal(f"{target.value:g}", datatype=XSD.decimal)
            yield node, LDO.unit, Literal(target.unit or "")
        if target.baseline:
            yield node, LDO.baseline, Literal(target.baseline)
        yield from self._evidence(node, LDO.evidence, target.span)

    def _reports(self, duty: Obligation, node: URIRef) -> Iterator[Triple]:
        """Give the duties to report, each a node of its own that its assignees share.

        A report that recurs in two ways ("six-monthly, yearly") is two duties.
        """
        recurring: list[Deadline | None] = [d for d in duty.deadlines if d.recurrence]
        pairs = [(report, rule) for report in duty.reports for rule in recurring or [None]]
        for number, (report, rule) in enumerate(pairs, 1):
            part = below(node, f"report/{number}")
            yield from self._report(duty, report, part)
            for place, _ in enumerate(duty.assignments, 1):
                yield part, LDO.assignment, below(node, f"asg/{place}")
            if rule:
                yield part, LDO.recurrence, Literal(rule.recurrence)
                yield part, LDO.anchorStated, Literal(rule.anchor_stated)

    def _report(self, duty: Obligation, report: Report, node: URIRef) -> Iterator[Triple]:
        words = self.document.source.text[report.span.start : report.span.end]
        yield node, RDF.type, LDO.ReportingDuty
        yield node, RDF.type, LDO.Obligation
        yield node, LDO.summary, Literal(" ".join(words.split()), lang="vi")
        yield node, LDO.force, LDO[duty.force.value]
        yield node, LDO.statedIn, self.nodes.document
        yield node, LDO.basis, LDO.text
        yield node, LDO.confidence, confidence_literal(duty.confidence)
        yield from self._evidence(node, LDO.evidence, report.span)
        for name in report.reports_to:
            body = self._body(name)
            if body:
                yield node, LDO.reportsTo, body
        via = self._body(report.via) if report.via else None
        if via:
            yield node, LDO.via, via

    def _body(self, printed: str) -> URIRef | None:
        found = self.bodies.get(printed)
        return self.nodes.other(found.target) if found and found.target else None

    def _evidence(self, node: URIRef, term: URIRef, span: Span) -> Iterator[Triple]:
        evidence = self.nodes.evidence(span)
        yield node, term, evidence
        yield from evidence_triples(evidence, self.nodes, self.document.source, span)
