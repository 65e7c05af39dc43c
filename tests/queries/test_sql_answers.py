"""SQL on the side index gives the rows of the SPARQL it stands for, odd collections included."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from ontology.namespaces import DEFAULT_BASE, graph_iri
from queries.index.reader import SideIndex
from queries.questions import ask
from queries.sql_answers import can_answer
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GRAPHS = Path(__file__).parent / "graphs"
ODD = "id/vn/kh/so-noi-vu-lam-thanh/2024/77"
DIRECTIVE = "id/vn/ct/ubnd-lam-thanh/2024/7"
CENTRAL = "id/vn/kl/tw/k13/909"
OFFICE = "id/vn/agency/so-noi-vu-lam-thanh"
ENDED = "id/vn/agency/so-ldtbxh-lam-thanh"
PLACE = "id/vn/place/lam-thanh"
TASKS = ({}, {"place": PLACE}, {"agency": OFFICE}, {"agency": ENDED, "place": PLACE})
ASKED: Mapping[str, tuple[dict[str, str], ...]] = {
    "cited-most": (
        {},
        {"type": "Annex"},
        {"type": "Document"},
        {"rank": "3"},
        {"since": "2024-04-01"},
    ),
    "completeness": (
        {},
        {"doc": DIRECTIVE},
        {"severity": "Warning"},
        {"code": "C3"},
        {"code": "D1"},
    ),
    "coverage": ({"doc": CENTRAL}, {"doc": CENTRAL, "as_of": "2024-01-01"}, {"doc": ODD}),
    "coverage-matrix": ({}, {"least": "1"}),
    "documents": ({}, {"type": "Annex"}, {"place": PLACE}, {"presence": "fullText"}),
    "due": (
        {"from": "2024-01-01", "to": "2024-12-31"},
        {"from": "2024-01-01", "to": "2024-12-31", "place": PLACE},
        {"from": "2024-01-01", "to": "2024-12-31", "lead": OFFICE},
    ),
    "fulfilled-by": ({"doc": DIRECTIVE}, {"doc": DIRECTIVE, "place": PLACE}, {"doc": ODD}),
    "missing": ({}, {"rank": "1"}),
    "overdue-unknown": ({}, {"as_of": "2024-02-02"}),
    "quality": ({}, {"by": "place"}, {"by": "year"}),
    "recurring": TASKS,
    "reports": (*TASKS, {"recipient": OFFICE}, {"recipient": "id/vn/agency/ubnd-lam-thanh"}),
    "short-forms": (
        {"text": "nghị định SỐ"},
        {"text": "Kết luận", "place": PLACE},
        {"text": "n", "as_of": "2024-04-01"},
    ),
    "tasks-under": (
        {"doc": CENTRAL},
        {"doc": DIRECTIVE, "depth": "1"},
        {"doc": CENTRAL, "place": PLACE},
    ),
    "who-must": (
        {"agency": OFFICE},
        {"agency": OFFICE, "role": "coordinating"},
        {"agency": OFFICE, "as_of": "2024-04-01"},
        {"agency": ENDED, "place": PLACE},
        {"agency": "id/vn/agency/cat-lam-thanh"},
    ),
    "unassigned": ({}, {"doc": DIRECTIVE}, {"place": PLACE}, {"doc": ODD}),
}
"""What is asked of each question that has SQL."""


def document(path: str, triples: bytes) -> DocumentGraphs:
    """Return a document whose raw graph says what its effective graph says."""
    raw, effective = (str(graph_iri(DEFAULT_BASE, kind, path)) for kind in ("raw", "doc"))
    return DocumentGraphs(
        document_path=path, raw_iri=raw, raw=triples, effective_iri=effective, effective=triples
    )


@pytest.fixture(scope="module")
def odd(
    tmp_path_factory: pytest.TempPathFactory,
    documents: dict[str, DocumentGraphs],
    fixed: dict[str, bytes],
) -> Path:
    """Return a store with several values here, none there, and ties."""
    root = tmp_path_factory.mktemp("odd") / "store"
    triples = Graph().parse(GRAPHS / "odd.ttl").serialize(format="nt", encoding="utf-8")
    with FolderWriter(root) as writer:
        for graph, data in fixed.items():
            writer.replace_fixed(graph, data)
        writer.load([*documents.values(), document(ODD, triples)])
        writer.publish()
    return root


def cases() -> Iterator[tuple[str, dict[str, str]]]:
    """Give every question with each of its arguments."""
    for name, asked in ASKED.items():
        yield from ((name, arguments) for arguments in asked)


def test_every_question_with_sql_is_compared() -> None:
    """A new one joins the list above."""
    names = [file.name for file in files("queries").joinpath("catalogue").iterdir()]
    assert sorted(ASKED) == sorted(n.removesuffix(".sql") for n in names if n.endswith(".sql"))


@pytest.mark.parametrize(("name", "arguments"), list(cases()))
def test_the_rows_are_those_of_the_store(name: str, arguments: dict[str, str], odd: Path) -> None:
    """The same cells in the same order, all of them or some."""
    store = FolderReader(odd)
    assert can_answer(name, store.index())
    answered = ask(name, arguments, store)
    stored = (store.select_work if answered.question.dataset == "work" else store.select)(
        answered.query
    )
    assert answered.rows.columns == stored.columns
    assert tuple(answered.rows.rows) == tuple(stored.rows)
    assert len(answered.rows) == len(stored)
    assert answered.rows.rows[1:3] == list(stored.rows[1:3])


def test_there_are_rows_to_compare(odd: Path) -> None:
    """No comparison is one of nothing with nothing alone."""
    store = FolderReader(odd)
    assert {
        name
        for name, asked in ASKED.items()
        if not any(len(ask(name, a, store).rows) for a in asked)
    } == set()


def test_where_tables_keep_less_than_graphs_say_the_store_answers(tmp_path: Path) -> None:
    """A document of two places in one graph; once it is gone, the tables answer again."""
    said = f"""<{DEFAULT_BASE}{ODD}> a ldo:Document, ldo:Plan ; ldo:presence ldo:fullText ;
      ldo:place <{DEFAULT_BASE}id/vn/place/a>, <{DEFAULT_BASE}id/vn/place/b> ."""
    graph = Graph().parse(data=f"@prefix ldo: <https://w3id.org/luocdo/ns#> . {said}")
    with FolderWriter(tmp_path / "store") as writer:
        writer.replace(document(ODD, graph.serialize(format="nt", encoding="utf-8")))
        writer.publish()
        reader = FolderReader(tmp_path / "store")
        assert can_answer("short-forms", reader.index()) is False
        assert can_answer("missing", reader.index())
        rows = ask("quality", {"by": "place"}, reader).rows
        assert [row["group"] for row in rows.records()] == ["a", "b"]
        writer.remove(ODD)
        writer.publish()
    assert can_answer("quality", FolderReader(tmp_path / "store").index())


def test_what_the_index_cannot_answer_is_left_to_the_store(
    tmp_path: Path, reader: FolderReader
) -> None:
    """A question without SQL, and any of an index that an older version of the program made."""
    assert not can_answer("path", reader.index())
    older = tmp_path / "index.sqlite"
    sqlite3.connect(older).close()
    assert not can_answer("due", SideIndex(older))
