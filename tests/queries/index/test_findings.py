"""Findings in the side index follow those of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from queries.index.findings import is_of_findings
from queries.questions import ask
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://w3id.org/luocdo/"
GRAPH = f"{BASE}graph/findings/vn/ct/ubnd-lam-thanh/2024/7"
FINDING = f"""@prefix ldo: <{BASE}ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcterms: <http://purl.org/dc/terms/> ."""


def finding(*codes: str) -> bytes:
    """Return findings of these rules at one node."""
    results = (
        f"<{GRAPH}#{n}> a sh:ValidationResult ; dcterms:identifier '{code}' ; sh:focusNode <urn:n> ;"
        f" sh:resultSeverity sh:Info ; sh:resultMessage '{n}'@vi ."
        for n, code in enumerate(codes)
    )
    text = f"{FINDING} {' '.join(results)}"
    return Graph().parse(data=text).serialize(format="nt", encoding="utf-8")


def test_only_graphs_of_findings_are_meant() -> None:
    """That of the whole, and one a document."""
    assert is_of_findings(f"{BASE}graph/findings", BASE)
    assert is_of_findings(GRAPH, BASE)
    assert not is_of_findings(f"{BASE}graph/findings-of-old", BASE)


def test_findings_come_change_and_go_with_the_generations(tmp_path: Path) -> None:
    """Alike ones at one node are one row with their number, and the least of their words."""
    with FolderWriter(tmp_path / "store") as writer:
        for codes, expected in (
            (("C3", "C3", "O1"), [("C3", 2, "0"), ("O1", 1, "2")]),
            (("C3",), [("C3", 1, "0")]),
            ((), []),
        ):
            writer.replace_fixed(GRAPH, finding(*codes))
            writer.publish()
            rows = ask("completeness", {}, FolderReader(tmp_path / "store")).rows
            found = [(r["code"], r["count"], r["messageVi"]) for r in rows.records()]
            assert found == expected
        assert writer.unpublished_graphs() == ()
