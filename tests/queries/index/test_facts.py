"""What one graph says, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.index.facts import read

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/"
DIRECTIVE = f"{BASE}id/vn/ct/ubnd-lam-thanh/2024/7"
GRAPH = f"{BASE}graph/doc/vn/ct/ubnd-lam-thanh/2024/7"


def test_a_documents_graph_gives_its_rows(reader: FolderReader) -> None:
    """Own statements are marked; the quote comes from the evidence, not from the print."""
    facts = read(reader.opened().public, GRAPH, DIRECTIVE)
    own = [row for row in facts.documents if row[1]]
    assert [row[0] for row in own] == [DIRECTIVE]
    assert own[0][2:6] == ("Directive", "07/CT-UBND", "7", "CT-UBND")
    assert len(facts.citations) == 4
    assert {row[5] for row in facts.citations} == {"resolved", "notInRegistry", "ambiguous"}
    starts = sorted((row[9], row[8]) for row in facts.citations)
    assert starts[0] == (10, "Quyết định số 500/QĐ-TTg")
    assert len(facts.obligations) == 3
    assert len(facts.assignments) == 4
    assert [row[1:] for row in facts.deadlines] == [
        ("trước ngày 30/6/2024", "2024-06-30", 0, None, None)
    ]


def test_a_register_gives_names(reader: FolderReader) -> None:
    """Bodies have labels in two languages, folded names, rank and the body above."""
    facts = read(reader.opened().public, f"{BASE}graph/agencies", "")
    names = {str(row[0]).rpartition("/")[2]: row for row in facts.names}
    assert names["bbt"][2:4] == ("Ban Bí thư", "Secretariat")
    assert names["ubnd-lam-thanh"][5] == "uy ban nhan dan tinh lam thanh|ubnd tinh lam thanh"
    assert names["cat-lam-thanh"][6] == 4
    assert facts.documents == ()
