"""What one graph says of obligations and of bodies that took over from others, as rows."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from queries.index.nodes import LDO, ORG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.index.nodes import Nodes, Row

REPORT_PART: Final = "/report/"


def obligation_row(nodes: Nodes, node: str, classes: frozenset[str]) -> Row:
    """Return the row of an obligation; a duty to report is one too."""
    start, words = nodes.quote(node)
    return (
        node,
        nodes.first(node, f"{LDO}statedIn") or "",
        "ReportingDuty" if "ReportingDuty" in classes else "Obligation",
        nodes.first(node, f"{LDO}summary"),
        nodes.ours(node, "force"),
        nodes.first(node, f"{LDO}statedInClause"),
        words,
        start,
        nodes.first(node, f"{LDO}recurrence"),
        _truth(nodes.first(node, f"{LDO}anchorStated")),
    )


def assignment_rows(nodes: Nodes, obligation: str) -> Iterator[Row]:
    """Give who is assigned to an obligation, in which role."""
    for node in nodes.all(obligation, f"{LDO}assignment"):
        yield (
            obligation,
            nodes.first(node, f"{LDO}assignee"),
            nodes.ours(node, "role"),
            nodes.ours(node, "assigneeBasis"),
            nodes.first(node, f"{LDO}printed"),
            node,
        )


def deadline_rows(nodes: Nodes, obligation: str) -> Iterator[Row]:
    """Give the deadlines of an obligation: a day, a rule by which they recur, or words alone."""
    for node in nodes.all(obligation, f"{LDO}deadline"):
        yield (
            obligation,
            nodes.first(node, f"{LDO}dueText"),
            nodes.first(node, f"{LDO}dueDate"),
            _truth(nodes.first(node, f"{LDO}dueInclusive")),
            nodes.first(node, f"{LDO}recurrence"),
            _truth(nodes.first(node, f"{LDO}anchorStated")),
        )


def report_rows(nodes: Nodes, duty: str) -> Iterator[Row]:
    """Give to whom a duty to report goes, with the obligation that it is a part of.

    A duty without a recipient gives a row without one.
    """
    obligation = duty.partition(REPORT_PART)[0]
    via = nodes.first(duty, f"{LDO}via")
    for recipient in _or_none(nodes.all(duty, f"{LDO}reportsTo")):
        yield duty, obligation, recipient, via


def fulfilment_rows(nodes: Nodes, obligation: str) -> Iterator[Row]:
    """Give the documents and higher tasks that an obligation carries out."""
    for target in nodes.all(obligation, f"{LDO}fulfils"):
        yield obligation, target


def member_rows(nodes: Nodes, group: str) -> Iterator[Row]:
    """Give the bodies that are known to belong to a group of addressees."""
    for member in nodes.all(group, f"{LDO}member"):
        yield group, member


def succession_rows(nodes: Nodes, event: str) -> Iterator[Row]:
    """Give what became of each body in a reorganisation; without a heir where it was abolished."""
    day = nodes.first(event, f"{LDO}eventDate")
    deciding = _or_none(nodes.all(event, f"{LDO}byDocument"))
    heirs = _or_none(nodes.all(event, f"{ORG}resultingOrganization"))
    for former in sorted(nodes.all(event, f"{ORG}originalOrganization")):
        for heir, by_document in product(heirs, deciding):
            yield event, day, former, heir, by_document


def _truth(words: str | None) -> int | None:
    """Return a truth value as a number, None where none is stated."""
    return None if words is None else int(words in {"true", "1"})


def _or_none(values: list[str]) -> list[str | None]:
    """Return the values in order, or one None where there are none."""
    found: list[str | None] = [*sorted(values)]
    return found or [None]
