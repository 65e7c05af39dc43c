"""A check of some documents finds what queries over all and pySHACL find, and nothing of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from luocdo.checking import OUTSIDE, Checker
from ontology.namespaces import DEFAULT_BASE, fixed_graph_iri, graph_iri
from ontology.validation import Row, validate, validate_by_query
from queries.descriptions import describe
from queries.store.folder_reader import FolderReader
from queries.store.media import N_TRIPLES
from queries.store.texts import TextFolder
from tests.luocdo.conftest import CHECKED, paths_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ontology.validation import ValidationReport


def everywhere(reader: FolderReader) -> ValidationReport:
    """Return what each rule finds as one query over the whole store."""

    def ask(query: str) -> Iterator[Row]:
        for row in reader.select(query).rows:
            this, path, value = (term.value if term else None for term in row)
            yield this, path, value

    return validate_by_query(ask)


def test_one_document_is_checked_alone(checked: ValidationReport) -> None:
    """Each finding is about it; warnings do not break conformance."""
    assert {finding.document for finding in checked.findings} == {DEFAULT_BASE + CHECKED}
    assert checked.conforms == (not any(f.severity == "violation" for f in checked.findings))


def test_batches_find_what_the_whole_store_shows(checker: Checker, store: Path) -> None:
    """However the documents are cut into batches, nothing is missed and nothing is made up."""
    reader = FolderReader(store)
    whole = set(everywhere(reader).findings)
    assert set(checker.check_store(paths_of(store)).findings) == whole
    single = [checker.check_documents([path]).findings for path in paths_of(store)]
    found = {f for part in (*single, checker.check_fixed().findings) for u in part for f in part[u]}
    assert found == whole


def test_pyshacl_finds_the_same(checker: Checker, store: Path, checked: ValidationReport) -> None:
    """The reference agrees on a document, its neighbours and the registers."""
    reader = FolderReader(store)
    graph = Graph()
    own = str(graph_iri(DEFAULT_BASE, "doc", CHECKED))
    rows = checker.source.excerpt([own]).select("SELECT DISTINCT ?s WHERE { ?s ?p ?o }").rows
    for name in (str(fixed_graph_iri(DEFAULT_BASE, "ontology")), own):
        graph.parse(data=reader.graph(name, N_TRIPLES), format="nt")
    around = describe(reader, {row[0].value for row in rows if row[0]})
    graph.parse(data=around, format="nt")
    found = [f for f in validate(graph).findings if f.document == DEFAULT_BASE + CHECKED]
    assert set(found) == set(checked.findings)


def test_the_examples_break_no_rule(checker: Checker, store: Path) -> None:
    """Every quote stands in its text, no edge lacks its words: no violation in the examples."""
    findings = checker.check_store(paths_of(store)).findings
    assert [f for f in findings if f.severity == "violation"] == []
    assert {"D2", "D3"} <= {finding.code for finding in findings}


def test_registers_are_checked_by_themselves(checker: Checker) -> None:
    """Bodies and decisions belong to no document."""
    checked = checker.check_fixed()
    assert not any(finding.document for finding in checked.findings[OUTSIDE])
    assert any("/agency/" in focus for focus in checked.foci)


def test_a_quote_that_the_text_does_not_hold_is_found(checker: Checker) -> None:
    """Rule E2 compares with the text as it was read."""

    class Altered(TextFolder):
        def text(self, digest: str) -> str | None:
            words = super().text(digest)
            return words and words.replace("Sở", "Xở")

    altered = Checker(
        source=checker.source, texts=Altered(root=checker.texts.root), base=DEFAULT_BASE
    )
    assert "E2" in {finding.code for finding in altered.check((CHECKED,)).findings}
