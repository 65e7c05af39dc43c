"""Decisions come back as they were kept, and the last one on a thing stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from queries.store.folder_writer import FolderWriter
from queries.store.published import PublishedDocuments
from queries.store.reviews import StoredDecision, all_decisions, standing_decisions
from queries.terms import iri, literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE = "https://w3id.org/luocdo/"
REVIEW = f"{BASE}graph/review"
FIRST = StoredDecision(
    iri=f"{BASE}id/review/1",
    node=f"{BASE}id/vn/ct/ubnd-lam-thanh/2024/7/cit/10-20",
    verdict="correct",
    at="2026-11-21T08:00:00Z",
    term="https://w3id.org/luocdo/ns#citedWork",
    value=iri(f"{BASE}id/vn/nq/tw/k12/12"),
    old=literal('Nghị quyết "12"', language="vi"),
    quote="Nghị quyết\n12",
    reason='Khóa XII <script>"\\',
    reviewer=f"{BASE}id/reviewer/lan",
)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[FolderWriter]:
    """A writer of an empty store."""
    with FolderWriter(tmp_path / "store") as opened:
        yield opened


def test_a_decision_is_the_same_after_it_was_kept(writer: FolderWriter) -> None:
    """Quotes, line breaks and languages survive."""
    writer.replace_fixed(REVIEW, FIRST.n_triples())
    assert all_decisions(writer) == (FIRST,)


def test_a_later_decision_stands(writer: FolderWriter, tmp_path: Path) -> None:
    """The one that it revises is kept, and no longer applied, here and by other processes."""
    later = replace(
        FIRST,
        iri=f"{BASE}id/review/2",
        verdict="accept",
        at="2026-11-22T08:00:00Z",
        term="",
        value=None,
        old=None,
        reason="",
        revises=FIRST.iri,
    )
    writer.replace_fixed(REVIEW, later.n_triples() + FIRST.n_triples())
    assert all_decisions(writer) == (FIRST, later)
    assert standing_decisions(writer) == writer.decisions() == (later,)
    writer.publish()
    assert PublishedDocuments(tmp_path / "store", BASE).decisions() == (later,)
    assert PublishedDocuments(tmp_path / "none", BASE).decisions() == ()
