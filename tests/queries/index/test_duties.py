"""Obligations and reorganisations as rows."""

from __future__ import annotations

from queries.index import duties
from queries.index.nodes import LDO, ORG, Nodes

NODES = Nodes(
    [
        ("o", f"{LDO}deadline", "d", ""),
        ("d", f"{LDO}dueText", "hằng tháng", ""),
        ("d", f"{LDO}recurrence", "FREQ=MONTHLY", ""),
        ("d", f"{LDO}anchorStated", "true", ""),
        ("o", f"{LDO}fulfils", "paper", ""),
        ("o/report/1", f"{LDO}reportsTo", "y", ""),
        ("o/report/1", f"{LDO}reportsTo", "x", ""),
        ("o/report/1", f"{LDO}via", "z", ""),
        ("g", f"{LDO}member", "m", ""),
        ("e", f"{LDO}eventDate", "2025-07-01", ""),
        ("e", f"{ORG}originalOrganization", "b", ""),
        ("e", f"{ORG}originalOrganization", "a", ""),
        ("e", f"{ORG}resultingOrganization", "c", ""),
        ("f", f"{LDO}eventDate", "2025-07-01", ""),
        ("f", f"{ORG}originalOrganization", "h", ""),
        ("f", f"{LDO}byDocument", "paper", ""),
    ]
)


def test_a_deadline_keeps_its_rule() -> None:
    """And whether its days are stated; what is not stated stays open."""
    assert list(duties.deadline_rows(NODES, "o")) == [
        ("o", "hằng tháng", None, None, "FREQ=MONTHLY", 1)
    ]


def test_a_report_names_its_task_and_all_recipients() -> None:
    """One without recipients is still a duty to report; one by itself is its own task."""
    assert list(duties.report_rows(NODES, "o/report/1")) == [
        ("o/report/1", "o", "x", "z"),
        ("o/report/1", "o", "y", "z"),
    ]
    assert list(duties.report_rows(NODES, "r")) == [("r", "r", None, None)]


def test_what_is_carried_out_and_who_belongs_are_pairs() -> None:
    """A row each."""
    assert list(duties.fulfilment_rows(NODES, "o")) == [("o", "paper")]
    assert list(duties.member_rows(NODES, "g")) == [("g", "m")]


def test_a_reorganisation_gives_a_row_for_each_former_body() -> None:
    """An abolished one has no heir."""
    assert list(duties.succession_rows(NODES, "e")) == [
        ("e", "2025-07-01", "a", "c", None),
        ("e", "2025-07-01", "b", "c", None),
    ]
    assert list(duties.succession_rows(NODES, "f")) == [("f", "2025-07-01", "h", None, "paper")]
