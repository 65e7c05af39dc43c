"""Texts are found by their words, with and without marks, with the passages that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.passages import find_passages, marked
from queries.search import Filters
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.texts import TextFolder
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from pathlib import Path

LDO = "https://w3id.org/luocdo/ns#"
BASE = "https://w3id.org/luocdo/"
ONE = "Điều 1. Công an tỉnh rà soát đường dây nóng.\nĐiều 2. Công an xã báo cáo.\n"
TWO = "Sở Y tế tổ chức tiêm chủng; Công an tỉnh bảo vệ.\n"


def paper(root: Path, number: int, text: str) -> DocumentGraphs:
    """Return a document of that text."""
    digest = TextFolder(root=root).keep(text)
    path = f"id/vn/ct/ubnd-song-may/2024/{number}"
    node, held = f"<{BASE}{path}>", f"<{BASE}{path}/text/{digest[:12]}>"
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    lines = (
        f"{node} {a} <{LDO}Document> .",
        f"{node} {a} <{LDO}Directive> .",
        f'{node} <{LDO}number> "{number}" .',
        f"{node} <{LDO}presence> <{LDO}fullText> .",
        f"{held} {a} <{LDO}SourceText> .",
        f"{held} <http://purl.org/dc/terms/isFormatOf> {node} .",
        f'{held} <{LDO}sha256> "{digest}" .',
    )
    data = ("\n".join(lines) + "\n").encode()
    rest = path.removeprefix("id/")
    return DocumentGraphs(
        document_path=path,
        raw_iri=f"{BASE}graph/raw/{rest}",
        raw=data,
        effective_iri=f"{BASE}graph/doc/{rest}",
        effective=data,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with two documents and their texts."""
    folder = tmp_path_factory.mktemp("texts") / "store"
    with FolderWriter(folder) as writer:
        writer.replace(paper(folder, 1, ONE))
        writer.replace(paper(folder, 2, TWO))
        writer.publish()
    return folder


def found(root: Path, words: str, **narrowed: str) -> dict[str, tuple[str, ...]]:
    """Return the passages found, by the number of their document."""
    texts = TextFolder(root=root)
    hits = find_passages(FolderReader(root).index(), words, Filters(**narrowed))
    assert hits.total == len(hits.hits)
    return {
        str(hit.document.number): tuple(
            (texts.text(p.sha256) or "")[p.start : p.end] for p in hit.passages
        )
        for hit in hits.hits
    }


@pytest.mark.parametrize("words", ["đường dây", "duong day", "ĐƯỜNG DÂY nón", '"duong day nong"'])
def test_marks_and_case_do_not_count(root: Path, words: str) -> None:
    """The letter đ neither; the last word may go on."""
    assert found(root, words) == {"1": ("Điều 1. Công an tỉnh rà soát đường dây nóng.",)}


def test_all_words_stand_in_one_passage(root: Path) -> None:
    """Documents with more passages come first; words of different passages find nothing."""
    assert list(found(root, "công an")) == ["1", "2"]
    assert len(found(root, "công an")["1"]) == 2
    assert found(root, "đường dây báo cáo") == {}
    assert found(root, '"tỉnh Công an"') == {}
    assert found(root, "công an", type="Decree") == {}
    assert found(root, "") == {}


@pytest.mark.parametrize(
    "words", ['"', "*", "AND OR NOT", "NEAR(a b)", "a:b", "(", "'; DROP TABLE x"]
)
def test_signs_of_the_index_are_only_signs(root: Path, words: str) -> None:
    """Nothing typed is read as a command."""
    assert found(root, words) == {}


def test_a_text_that_changes_is_found_by_its_new_words(tmp_path: Path) -> None:
    """Only what the newest generation holds is found."""
    folder = tmp_path / "store"
    with FolderWriter(folder) as writer:
        writer.replace(paper(folder, 1, ONE))
        writer.publish()
        writer.replace(paper(folder, 1, TWO))
        writer.publish()
    assert found(folder, "đường dây") == {}
    assert list(found(folder, "tiêm chủng")) == ["1"]


def test_words_are_marked_where_they_stand() -> None:
    """As the search takes them: without marks, the last one open."""
    text = "Công an tỉnh; CÔNG ty"
    assert [text[s:e] for s, e in marked(text, "cong ti")] == ["Công", "tỉnh", "CÔNG"]
