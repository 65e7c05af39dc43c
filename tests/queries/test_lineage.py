"""The drawing of a lineage: the same set as the question, in layers, with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.lineage import lineage, reach
from queries.questions import ask

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn/"
DIRECTIVE = f"{BASE}ct/ubnd-lam-thanh/2024/7"
CONCLUSION = f"{BASE}kl/tw/k13/909"


@pytest.mark.parametrize("document", [DIRECTIVE, CONCLUSION])
def test_the_index_reaches_what_the_question_gives(document: str, reader: FolderReader) -> None:
    """Up and down the side index and SPARQL know the same documents and steps."""
    rows = ask("lineage-up", {"doc": document}, reader).rows
    up = {(str(r["to"]), r["step"]) for r in rows.records()}
    assert {(r.iri, r.step) for r in reach(reader.index(), document, "up")} == up
    rows = ask("lineage-down", {"doc": document}, reader).rows
    down = {(str(r["document"]), r["step"]) for r in rows.records()}
    assert {(r.iri, r.step) for r in reach(reader.index(), document, "down")} == down


def test_layers_follow_rank_and_ladder(reader: FolderReader) -> None:
    """The centre stands above the province, Party left of State, older above newer."""
    drawn = lineage(reader.index(), DIRECTIVE)
    nodes = {node.iri.removeprefix(BASE): node for node in drawn.nodes}
    assert nodes["qd/ttg/2019/500"].rank == 1
    assert nodes["qd/ttg/2019/500"].ladder == "state"
    assert nodes["kl/tw/k13/909"].ladder == "party"
    order = ["nq/tw/k12/77", "ct/tw/k12/908", "kl/tw/k13/909", "ct/ubnd-lam-thanh/2024/7"]
    heights = [nodes[name].y for name in order]
    assert heights == sorted(set(heights))
    assert nodes["nq/tw/k12/77"].x < 0 < nodes["qd/ttg/2019/500"].x
    assert nodes["kh/so-noi-vu-lam-thanh/2024/31"].step == -1
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(drawn.nodes)


def test_edges_carry_the_words_that_say_so(reader: FolderReader) -> None:
    """A nested citation is told by the document that nests it; the registry has no words."""
    drawn = lineage(reader.index(), DIRECTIVE)
    edges = {(e.source, e.relation, e.target): e for e in drawn.edges}
    nested = edges[(CONCLUSION, "continues", f"{BASE}ct/tw/k12/908")]
    assert (nested.quote, nested.told_by) == ("Chỉ thị số 908-CT/TW", DIRECTIVE)
    known = edges[(f"{BASE}ct/tw/k12/908", "implements", f"{BASE}nq/tw/k12/77")]
    assert (known.status, known.quote, known.told_by) == ("registry", None, None)


def test_what_is_not_drawn_is_counted(reader: FolderReader) -> None:
    """A cap leaves the far and old out, and says how many."""
    drawn = lineage(reader.index(), CONCLUSION, limit=2)
    assert len(drawn.nodes) == 2
    assert drawn.left_out == 4
    assert sum(node.more for node in drawn.nodes) > 0
    alone = lineage(reader.index(), CONCLUSION, up=0, down=0)
    assert [node.iri for node in alone.nodes] == [CONCLUSION]
    assert alone.nodes[0].more == 3


def test_an_unknown_document_is_a_single_node(reader: FolderReader) -> None:
    """A document that nothing states is drawn alone, not an error."""
    drawn = lineage(reader.index(), f"{BASE}ct/nowhere/1")
    assert [node.label for node in drawn.nodes] == ["ct/nowhere/1"]
    assert drawn.edges == ()


def test_a_document_that_is_opened_brings_its_neighbours(reader: FolderReader) -> None:
    """Beyond the steps and the limit; what is not drawn cannot be opened."""
    near = lineage(reader.index(), DIRECTIVE, up=1, down=0)
    wider = lineage(reader.index(), DIRECTIVE, up=1, down=0, limit=2, expanded=(CONCLUSION, "no"))
    assert f"{BASE}ct/tw/k12/908" not in {node.iri for node in near.nodes}
    assert f"{BASE}ct/tw/k12/908" in {node.iri for node in wider.nodes}
