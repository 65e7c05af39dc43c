"""The store adds its own documents to the registers, and what they ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.known_papers import KnownPapers
from ontology.namespaces import DEFAULT_BASE
from ontology.registry import load_registry
from queries.store.folder_writer import FolderWriter
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from pathlib import Path

PATH = "id/vn/ct/ubnd-lam-dong/2021/31"
LATER = "id/vn/ct/ubnd-lam-dong/2024/32"
DECREE = "id/vn/nd/cp/2020/30"
_NS = "https://w3id.org/luocdo/ns#"


def _document(path: str, day: str, *more: str) -> DocumentGraphs:
    node = f"<{DEFAULT_BASE}{path}>"
    said = [
        f"{node} <{_NS}presence> <{_NS}fullText> .",
        f'{node} <{_NS}date> "{day}"^^<http://www.w3.org/2001/XMLSchema#date> .',
        f'{node} <http://purl.org/dc/terms/title> "Trồng rừng"@vi .',
        *(f"{node} <{_NS}replaces> <{DEFAULT_BASE}{each}> ." for each in more),
    ]
    triples = "".join(f"{line}\n" for line in said).encode()
    rest = path.removeprefix("id/")
    return DocumentGraphs(
        document_path=path,
        raw_iri=f"{DEFAULT_BASE}graph/raw/{rest}",
        raw=triples,
        effective_iri=f"{DEFAULT_BASE}graph/doc/{rest}",
        effective=triples,
    )


def test_a_stored_document_is_known_with_what_replaced_it(tmp_path: Path) -> None:
    """By date and title; a document of the registers may be ended by a stored one."""
    with FolderWriter(tmp_path) as writer:
        writer.load([_document(PATH, "2021-03-01"), _document(LATER, "2024-05-02", PATH, DECREE)])
        writer.publish()
    papers = KnownPapers.beside(load_registry(), tmp_path, DEFAULT_BASE)
    known, decree = papers.document(PATH), papers.document(DECREE)
    assert known is not None
    assert decree is not None
    assert (str(known.issued_on), known.title, known.replaced_by) == (
        "2021-03-01",
        "Trồng rừng",
        LATER,
    )
    assert (decree.number, decree.replaced_by) == ("30/2020/NĐ-CP", LATER)


def test_without_a_store_the_registers_speak(tmp_path: Path) -> None:
    """And no folder is made."""
    papers = KnownPapers.beside(load_registry(), tmp_path / "none", DEFAULT_BASE)
    assert papers.document(PATH) is None
    assert papers.document(DECREE) is not None
    assert not (tmp_path / "none").exists()


def test_numbers_that_differ_in_one_part_are_near() -> None:
    """Only with the same title, and only where two parts agree."""
    papers = KnownPapers(registry=load_registry())
    assert [known.number for known in papers.titled("Luật Lâm nghiệp", "16/2018/QH14")] == [
        "16/2017/QH14"
    ]
    assert not tuple(papers.titled("Luật Lâm nghiệp", "91/1998/QH10"))
