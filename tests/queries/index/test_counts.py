"""Totals that are carried on are those that counting anew would give."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.index import counts
from queries.index.layout import create_tables
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

PRINTED = "SELECT COUNT(*) FROM citations WHERE start IS NOT NULL"
ANEW = {
    "documents": "SELECT COUNT(*) FROM documents WHERE type <> 'Clause'",
    "fullText": "SELECT COUNT(*) FROM documents WHERE presence = 'fullText'",
    "metadataOnly": "SELECT COUNT(*) FROM documents WHERE presence = 'metadataOnly'",
    "citedOnly": "SELECT COUNT(*) FROM documents WHERE presence = 'citedOnly'",
    "citations": PRINTED,
    "resolved": f"{PRINTED} AND status = 'resolved'",
    "notInRegistry": f"{PRINTED} AND status = 'notInRegistry'",
    "ambiguous": f"{PRINTED} AND status = 'ambiguous'",
    "unresolved": f"{PRINTED} AND status = 'unresolved'",
    "edges": "SELECT COUNT(*) FROM (SELECT DISTINCT source, relation, target FROM edges)",
    "obligations": "SELECT COUNT(*) FROM obligations",
    "agencies": "SELECT COUNT(DISTINCT iri) FROM names WHERE kind = 'agency'",
}


def kept_and_anew(file: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Return the totals that an index keeps, and those that counting its rows gives."""
    with closing(sqlite3.connect(file)) as index:
        kept = dict(index.execute("SELECT name, value FROM counts"))
        return kept, {name: index.execute(sql).fetchone()[0] for name, sql in ANEW.items()}


def test_totals_follow_what_comes_goes_and_changes(
    tmp_path: Path, documents: dict[str, DocumentGraphs], fixed: dict[str, bytes]
) -> None:
    """A relation or a body that two graphs state counts once, whichever goes first."""
    directive, plan = documents["directive-7"], documents["plan-31"]
    assert isinstance(directive.effective, bytes)
    assert isinstance(plan.effective, bytes)
    shared = replace(plan, effective=plan.effective + directive.effective)
    seen = []
    with FolderWriter(tmp_path / "store") as writer:
        for graph, data in fixed.items():
            writer.replace_fixed(graph, data)
        writer.load(documents.values())
        seen.append(kept_and_anew(writer.publish().index))
        writer.replace(shared)
        seen.append(kept_and_anew(writer.publish().index))
        writer.remove(directive.document_path)
        seen.append(kept_and_anew(writer.publish().index))
        writer.replace(plan)
        seen.append(kept_and_anew(writer.publish().index))
    assert set(seen[0][0]) == set(counts.NAMES) == set(ANEW)
    assert all(kept == anew for kept, anew in seen)
    assert seen[0][0]["edges"] > seen[-1][0]["edges"] > 0


def test_counting_looks_at_no_other_rows(tmp_path: Path) -> None:
    """Each question is answered by the rows of the graph and those that say the same."""
    with closing(sqlite3.connect(tmp_path / "empty.sqlite")) as index:
        create_tables(index)
        plans = [
            row[3]
            for question in (counts._CITATIONS, *counts._IN_THE_GRAPH.values())
            for row in index.execute(f"EXPLAIN QUERY PLAN {question}", ("graph",))
        ]
    assert all("(graph=?)" in p or "iri=?" in p or "source=?" in p for p in plans if "SEARCH" in p)
    assert not [plan for plan in plans if plan.startswith("SCAN") and plan != "SCAN own"]
