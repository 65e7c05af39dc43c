"""Obligations as the pages show them: what, who in which role, by when, which figure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from webui.facts.asking import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from webui.facts.asking import Row
    from webui.ports import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFact:
    """Who has a part: the body (empty where it is not known which), the printed name, the role."""

    iri: str
    assignee: str
    printed: str
    role: str
    basis: str
    confidence: float | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFact:
    """By when: the words, the day they mean, and whether that day is still in time."""

    iri: str
    words: str
    date: date | None
    inclusive: bool | None
    recurrence: str
    anchored: bool | None
    start: int | None
    end: int | None

    @property
    def is_spelt_out(self) -> bool:
        """Whether the words themselves print the whole day."""
        day = self.date
        if day is None:
            return False
        forms = (f"{day.day}/{day.month}/{day.year}", f"{day.day:02}/{day.month:02}/{day.year}")
        return any(form in self.words for form in forms)


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
    start: int | None
    end: int | None


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
        start, end, quote: its words in the text; None and empty without evidence.
        assignments, deadlines, targets: its parts.
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
    start: int | None
    end: int | None
    quote: str
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


def things_of(obligations: Iterable[ObligationFact]) -> set[str]:
    """Return the documents and bodies that obligations speak of, to be named."""
    return {
        iri
        for o in obligations
        for iri in (o.document, *(a.assignee for a in o.assignments), *o.recipients, *o.via)
        if iri
    }


def _read(reader: Reader, nodes: list[str]) -> tuple[ObligationFact, ...]:
    if not nodes:
        return ()
    rows: dict[str, Row] = {}
    for row in ask(reader, "obligations", obligation=nodes):
        rows.setdefault(row.text("obligation"), row)
    assignments = _parts(reader, "assignments", nodes, _assignment)
    deadlines = _parts(reader, "deadlines", nodes, _deadline)
    targets = _parts(reader, "targets", nodes, _target)
    recipients, via = _reports(reader, nodes)
    found = (
        ObligationFact(
            iri=node,
            document=row.text("document"),
            summary=" ".join(row.text("summary").split()),
            force=row.local("force"),
            clause=row.text("clause"),
            confidence=row.number("confidence"),
            is_report=row.maybe("report") is not None,
            recurrence=row.text("recurrence"),
            anchored=row.flag("anchor"),
            start=row.whole("start"),
            end=row.whole("end"),
            quote=row.text("quote"),
            assignments=assignments.get(node, ()),
            deadlines=deadlines.get(node, ()),
            targets=targets.get(node, ()),
            recipients=recipients.get(node, ()),
            via=via.get(node, ()),
        )
        for node, row in rows.items()
    )
    return tuple(sorted(found, key=lambda o: (o.document, o.start or 0, -(o.end or 0), o.iri)))


def _parts(
    reader: Reader, query: str, nodes: list[str], make: Callable[[Row], T]
) -> Mapping[str, tuple[T, ...]]:
    """Return the parts of obligations, each node once, by obligation."""
    found: dict[str, dict[str, T]] = defaultdict(dict)
    for row in ask(reader, query, obligation=nodes):
        found[row.text("obligation")].setdefault(row.text("part"), make(row))
    return {node: tuple(parts.values()) for node, parts in found.items()}


def _reports(
    reader: Reader, nodes: list[str]
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    recipients: dict[str, tuple[str, ...]] = {}
    via: dict[str, tuple[str, ...]] = {}
    for row in ask(reader, "reports", obligation=nodes):
        for column, into in (("recipient", recipients), ("via", via)):
            if body := row.maybe(column):
                node = row.text("obligation")
                into[node] = (*into.get(node, ()), body)
    return recipients, via


def _assignment(row: Row) -> AssignmentFact:
    return AssignmentFact(
        iri=row.text("part"),
        assignee=row.text("assignee"),
        printed=" ".join(row.text("printed").split()),
        role=row.local("role"),
        basis=row.local("basis"),
        confidence=row.number("confidence"),
        start=row.whole("start"),
        end=row.whole("end"),
    )


def _deadline(row: Row) -> DeadlineFact:
    return DeadlineFact(
        iri=row.text("part"),
        words=" ".join(row.text("words").split()),
        date=row.date("date"),
        inclusive=row.flag("inclusive"),
        recurrence=row.text("recurrence"),
        anchored=row.flag("anchor"),
        start=row.whole("start"),
        end=row.whole("end"),
    )


def _target(row: Row) -> TargetFact:
    return TargetFact(
        iri=row.text("part"),
        measure=" ".join(row.text("measure").split()),
        direction=row.local("direction"),
        comparison=row.local("comparison"),
        value=row.text("value"),
        unit=row.text("unit"),
        baseline=row.text("baseline"),
        start=row.whole("start"),
        end=row.whole("end"),
    )
