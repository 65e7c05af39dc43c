"""Rows of documents: written in the order of their numbers, and taken out with their words."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from queries.index.document_rows import forget, write
from queries.index.layout import create_tables

BASE = "https://example.org/"
FACTS = (
    "INSERT INTO document_facts (graph, iri, own, type, title, presence) VALUES (?, ?, 1, ?, ?, ?)"
)


def test_documents_are_found_by_words_until_they_are_forgotten() -> None:
    """A clause has a row and no words; a document nobody speaks of has none."""
    plan, clause = f"{BASE}id/vn/kh/1", f"{BASE}id/vn/kh/1/clause/2"
    with closing(sqlite3.connect(":memory:")) as index:
        create_tables(index)
        index.execute(FACTS, ("g", plan, "Plan", "Về bến đò", "fullText"))
        index.execute(FACTS, ("g", clause, "Clause", "Khoản 2", "fullText"))
        write(index, (plan, clause, f"{BASE}id/vn/kh/2"), BASE)
        kept = index.execute("SELECT iri, series FROM documents ORDER BY iri").fetchall()
        assert kept == [(plan, "kh"), (clause, "kh/1/clause")]
        found = "SELECT d.iri FROM documents_text t JOIN documents d ON d.id = t.rowid WHERE t.words MATCH ?"
        assert index.execute(found, ("ben",)).fetchall() == [(plan,)]
        forget(index, (plan,))
        assert index.execute("SELECT iri FROM documents").fetchall() == [(clause,)]
        assert index.execute(found, ("ben",)).fetchall() == []
        write(index, (plan,), BASE)
        assert index.execute(found, ("ben",)).fetchall() == [(plan,)]
