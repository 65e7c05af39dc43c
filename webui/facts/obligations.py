"""Obligations as the pages show them: what, who in which role, by when, which figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.namespaces import LDO
from queries.index.duties import REPORT_PART
from webui.facts.asking import ask, read_nodes
from webui.facts.evidence import first_words, read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from webui.facts.asking import Node
    from webui.facts.evidence import Words
    from webui.ports import Reader

_PARTS: Final = ("assignment", "deadline", "target")
_REPORT: Final = str(LDO.ReportingDuty)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFact:
    """Who has a part: the body (empty where it is not known which), the printed name, the role."""

    iri: str
    assignee: str
    printed: str
    role: str
    basis: str
    confidence: float | None
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFact:
    """By when: as printed, the day that means, and whether that day is still in time."""

    iri: str
    printed: str
    date: date | None
    inclusive: bool | None
    recurrence: str
    anchored: bool | None
    words: Words | None

    @property
    def is_spelt_out(self) -> bool:
        """Whether the words themselves print the whole day."""
        day = self.date
        if day is None:
            return False
        forms = (f"{day.day}/{day.month}/{day.year}", f"{day.day:02}/{day.month:02}/{day.year}")
        return any(form in self.printed for form in forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFact:
    """A figure to reach; comparison, value and unit come together or not at all."""

    iri: str
    measure: str
    direction: str
    comparison: str
    value: str
    unit: str
    baseline: str
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationFact:
    """One obligation with its parts.

    Args:
        iri: its node.
        document: whose text gives it.
        summary, force, clause: what, how strongly, where.
        confidence: 0 to 1.
        is_report: a duty to report.
        recurrence, anchored: of a duty to report (RFC 5545).
        words: where it stands in the text; None without evidence.
        assignments, deadlines, targets: its parts; a report without a time of its own has the
            deadlines of the task that it belongs to.
        recipients, via: IRIs of whom a report goes to, and through whom.
    """

    iri: str
    document: str
    summary: str
    force: str
    clause: str
    confidence: float | None
    is_report: bool
    recurrence: str
    anchored: bool | None
    words: Words | None
    assignments: tuple[AssignmentFact, ...]
    deadlines: tuple[DeadlineFact, ...]
    targets: tuple[TargetFact, ...]
    recipients: tuple[str, ...]
    via: tuple[str, ...]

    @property
    def due(self) -> date | None:
        """The earliest day on which something is due, None where the text names none."""
        return min((d.date for d in self.deadlines if d.date), default=None)

    @property
    def roles(self) -> frozenset[tuple[str, str]]:
        """Pairs of assignee and role."""
        return frozenset((a.assignee, a.role) for a in self.assignments)


def read_obligations(reader: Reader, document: str) -> tuple[ObligationFact, ...]:
    """Return the obligations in a document's text, in its order."""
    found = ask(reader, "document_obligations", document=[document])
    return _read(reader, [row.text("obligation") for row in found])


def read_tasks(reader: Reader, bodies: Iterable[str]) -> tuple[ObligationFact, ...]:
    """Return the obligations that are assigned to bodies, by document and place."""
    found = ask(reader, "body_obligations", body=bodies)
    return _read(reader, [row.text("obligation") for row in found])


def read_duties(reader: Reader, iris: Iterable[str]) -> tuple[ObligationFact, ...]:
    """Return obligations by their IRIs, in the order given."""
    wanted = list(iris)
    known = {duty.iri: duty for duty in _read(reader, wanted)}
    return tuple(known[iri] for iri in wanted if iri in known)


def things_of(obligations: Iterable[ObligationFact]) -> set[str]:
    """Return the documents and bodies that obligations speak of, to be named."""
    return {
        iri
        for o in obligations
        for iri in (o.document, *(a.assignee for a in o.assignments), *o.recipients, *o.via)
        if iri
    }


def _read(reader: Reader, iris: list[str]) -> tuple[ObligationFact, ...]:
    """Return obligations with their parts, by document and place."""
    nodes = read_nodes(reader, iris)
    tasks = _tasks_of_reports(reader, nodes)
    parts = read_nodes(
        reader,
        (
            part
            for node in (*nodes.values(), *tasks.values())
            for name in _PARTS
            for part in node.all(name)
        ),
    )
    evidence = read_evidence(reader, (*nodes.values(), *parts.values()))
    known = _Parts(nodes=parts, evidence=evidence, tasks=tasks)
    found = (_obligation(iri, node, known) for iri, node in nodes.items())
    return tuple(sorted(found, key=_order))


def _tasks_of_reports(reader: Reader, nodes: Mapping[str, Node]) -> dict[str, Node]:
    """Return the tasks that reports without a time of their own belong to, by IRI of the report.

    Source: question `reports`: what a report and its task have in common is who is assigned.
    """
    timeless = {
        iri: iri.partition(REPORT_PART)[0]
        for iri, node in nodes.items()
        if REPORT_PART in iri and not (node.maybe("deadline") or node.maybe("recurrence"))
    }
    tasks = read_nodes(reader, timeless.values())
    return {
        report: tasks[task]
        for report, task in timeless.items()
        if task in tasks
        and set(tasks[task].all("assignment")) & set(nodes[report].all("assignment"))
    }


def _order(duty: ObligationFact) -> tuple[str, int, int, str]:
    """Return what obligations are sorted by: document, place, the wider one first."""
    if duty.words is None:
        return duty.document, 0, 0, duty.iri
    return duty.document, duty.words.start, -duty.words.end, duty.iri


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What is known of the parts of obligations, the words behind them, the tasks of reports."""

    nodes: Mapping[str, Node]
    evidence: Mapping[str, Words]
    tasks: Mapping[str, Node]

    def of(self, duty: Node, name: str) -> tuple[tuple[str, Node], ...]:
        """Return the parts of an obligation under a property, in their order."""
        ordered = sorted(duty.all(name), key=lambda iri: (len(iri), iri))
        return tuple((iri, self.nodes[iri]) for iri in ordered if iri in self.nodes)

    def words(self, node: Node) -> Words | None:
        """Return the words behind a node."""
        return first_words(node, self.evidence)


def _obligation(iri: str, node: Node, parts: _Parts) -> ObligationFact:
    clause = node.text("statedInClause")
    timed = parts.tasks.get(iri, node)
    return ObligationFact(
        iri=iri,
        document=node.text("statedIn"),
        summary=_one_line(node.text("summary")),
        force=node.local("force"),
        clause=clause.removeprefix(f"{node.text('statedIn')}/") if clause else "",
        confidence=node.number("confidence"),
        is_report=_REPORT in node.all("type"),
        recurrence=node.text("recurrence"),
        anchored=node.flag("anchorStated"),
        words=parts.words(node),
        assignments=tuple(_assignment(i, n, parts) for i, n in parts.of(node, "assignment")),
        deadlines=tuple(_deadline(i, n, parts) for i, n in parts.of(timed, "deadline")),
        targets=tuple(_target(i, n, parts) for i, n in parts.of(node, "target")),
        recipients=node.all("reportsTo"),
        via=node.all("via"),
    )


def _assignment(iri: str, node: Node, parts: _Parts) -> AssignmentFact:
    return AssignmentFact(
        iri=iri,
        assignee=node.text("assignee"),
        printed=_one_line(node.text("printed")),
        role=node.local("role"),
        basis=node.local("assigneeBasis"),
        confidence=node.number("confidence"),
        words=parts.words(node),
    )


def _deadline(iri: str, node: Node, parts: _Parts) -> DeadlineFact:
    return DeadlineFact(
        iri=iri,
        printed=_one_line(node.text("dueText")),
        date=node.date("dueDate"),
        inclusive=node.flag("dueInclusive"),
        recurrence=node.text("recurrence"),
        anchored=node.flag("anchorStated"),
        words=parts.words(node),
    )


def _target(iri: str, node: Node, parts: _Parts) -> TargetFact:
    return TargetFact(
        iri=iri,
        measure=_one_line(node.text("measure")),
        direction=node.local("direction"),
        comparison=node.local("comparison"),
        value=node.text("value"),
        unit=node.text("unit"),
        baseline=node.text("baseline"),
        words=parts.words(node),
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())
