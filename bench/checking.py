"""SHACL by queries, against pySHACL with the same shapes and the same findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyshacl
from rdflib import Graph

from bench.measure import ROUNDS, Pair, Result, seconds, side_by_side
from bench.reading import read, registers
from bench.storing import fill, graphs_of
from bench.synthetic import HUBS, document_path
from bench.texts import invented
from loaders.graph.building import state
from loaders.graph.statements import n_triples
from luocdo.api import NothingStored
from luocdo.checking import Checker
from luocdo.registers import keep_registers
from ontology.namespaces import DEFAULT_BASE, graph_iri, iri
from ontology.shape_rules import shapes_graph
from ontology.validation import validate
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.texts import TextFolder
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ontology.validation import Finding, ValidationReport

_DOCUMENTS: Final = 3


def results(folder: Path, size: int) -> list[Result]:
    """Return the lines about one document and about a whole store.

    Args:
        folder: where `storing.results` has left its stores.
        size: documents of the small one of them.
    """
    return [*_against_pyshacl(folder / "checked"), *_by_size(folder, size)]


def checker(root: Path) -> Checker:
    """Return what checks the documents of a published store."""
    texts = TextFolder(root=root)
    return Checker(source=FolderReader(root), texts=texts, base=DEFAULT_BASE)


def stored_papers(root: Path, count: int) -> tuple[str, ...]:
    """Read invented papers into a store with its registers, and return their paths."""
    graphs = [_graphs(content) for content in invented(count)]
    paths = tuple(made.document_path for made in graphs)
    with FolderWriter(root) as writer:
        writer.load(graphs)
        keep_registers(writer, registers(), DEFAULT_BASE, paths)
        writer.publish()
    return paths


def _graphs(content: bytes) -> DocumentGraphs:
    """Return the graphs of a paper as the writer takes them."""
    said = state(read(content), registers(), NothingStored(), DEFAULT_BASE)
    return DocumentGraphs(
        document_path=str(said.document_iri).removeprefix(DEFAULT_BASE),
        raw_iri=str(said.raw_iri),
        raw=n_triples(said.raw),
        effective_iri=str(said.effective_iri),
        effective=n_triples(said.effective),
    )


def surroundings(root: Path, paths: Iterable[str]) -> Graph:
    """Return what there is to check of some documents, for pySHACL."""
    graphs = [str(graph_iri(DEFAULT_BASE, "doc", path)) for path in paths]
    return Graph().parse(data=FolderReader(root).excerpt(graphs).n_triples(), format="nt")


def _against_pyshacl(root: Path) -> list[Result]:
    """Return the lines against pySHACL, which takes a minute and so runs once each.

    As it comes it checks one document only: that is less than what it would need for the whole
    store, so the ratio to the store is a lower bound. The findings in the store are held against
    those of pySHACL on a graph that is prepared so that it looks everything up once.
    """
    paths = stored_papers(root, _DOCUMENTS)
    ours, shapes = checker(root), shapes_graph()
    graph, single = surroundings(root, paths), surroundings(root, paths[-1:])
    reports: list[ValidationReport] = []
    whole = Pair(
        ours=min(seconds(lambda: ours.check(paths)) for _ in range(ROUNDS)),
        raw=seconds(lambda: reports.append(validate(graph))),
    )
    if set(ours.check(paths).findings) != _about(reports[0], paths):
        raise AssertionError("the queries find something else than pySHACL")
    one = Pair(
        ours=min(seconds(lambda: ours.check(paths[-1:])) for _ in range(ROUNDS)),
        raw=seconds(lambda: pyshacl.validate(single, shacl_graph=shapes)),
    )
    return [
        Result(
            what="SHACL of one stored document : pySHACL",
            value=one.ratio,
            bar=0.1,
            note=f"{1e3 * one.ours:.0f} ms : {1e3 * one.raw:.0f} ms",
        ),
        Result(
            what=f"pySHACL of one paper : SHACL of a store of {len(paths)} papers that holds it",
            value=one.raw / whole.ours,
            bar=50,
            sense=">=",
            note=f"{1e3 * one.raw:.0f} ms : {1e3 * whole.ours:.0f} ms; prepared, {len(paths)} "
            f"papers: {1e3 * whole.raw:.0f} ms",
        ),
    ]


def _about(report: ValidationReport, paths: Iterable[str]) -> set[Finding]:
    """Return the findings about some documents; those about what they cite belong elsewhere."""
    documents = {str(iri(DEFAULT_BASE, path)) for path in paths}
    return {finding for finding in report.findings if finding.document in documents}


def _by_size(folder: Path, size: int) -> list[Result]:
    """Return the lines about one document in stores of three sizes, a hundredfold apart."""
    few = max(HUBS + 5, size // 10)
    fill(folder / f"ours-{few}", graphs_of(few))
    with FolderWriter(folder / f"ours-{few}") as writer:
        writer.publish()
    path = document_path(HUBS + 4)
    small, *larger = (checker(folder / f"ours-{each}") for each in (few, size, 10 * size))
    lines = []
    for number, large in zip((size, 10 * size), larger, strict=True):
        pair = side_by_side(
            lambda large=large: large.check((path,)),  # type: ignore[misc]  # bound at once
            lambda: small.check((path,)),
        )
        lines.append(
            Result(
                what=f"SHACL of one document, growth {few} -> {number}",
                value=pair.ratio,
                bar=1.2,
                note=f"{1e3 * pair.raw:.1f} ms : {1e3 * pair.ours:.1f} ms",
            )
        )
    return lines
