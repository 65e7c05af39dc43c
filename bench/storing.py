"""Loading, replacing and the room it takes, against pyoxigraph with the same quads."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from bench.measure import ROUNDS, Pair, Result, prepared_side_by_side, seconds, settle
from bench.synthetic import HUBS, document, documents
from queries.store.folder_writer import FolderWriter
from queries.store.lines import merged_lines, quad_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

_REPLACED = 20
_LARGE_ROUNDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Quads:
    """A collection as N-Quads: raw graphs, and effective graphs with their merge."""

    work: bytes
    public: bytes

    @property
    def size(self) -> int:
        """Number of bytes."""
        return len(self.work) + len(self.public)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """Times of loading a collection, and the bytes both ways take for a byte of N-Quads."""

    pair: Pair
    disk: float
    raw_disk: float


def graphs_of(size: int) -> list[DocumentGraphs]:
    """Return a collection as the writer takes it."""
    return [made.graphs() for made in documents(size)]


def quads_of(graphs: list[DocumentGraphs]) -> Quads:
    """Return the same collection as the raw library takes it."""
    return Quads(
        work=b"".join(quad_lines(_bytes(g.raw), g.raw_iri) for g in graphs),
        public=b"".join(merged_lines(_bytes(g.effective), g.effective_iri) for g in graphs),
    )


def _bytes(triples: object) -> bytes:
    if not isinstance(triples, bytes):
        raise TypeError(triples)
    return triples


def fill(root: Path, graphs: list[DocumentGraphs]) -> None:
    """Load a collection into a store of ours."""
    with FolderWriter(root) as writer:
        writer.load(graphs)


def fill_raw(root: Path, quads: Quads) -> None:
    """Load the same quads into two stores of pyoxigraph."""
    for name, body in (("work", quads.work), ("public", quads.public)):
        (root / name).mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(root / name))
        store.bulk_load(body, ox.RdfFormat.N_QUADS, lenient=True)
        store.flush()


def loading(folder: Path, size: int, rounds: int) -> Loading:
    """Measure the loading of a collection of a size into new folders; the last ones stay."""
    graphs = graphs_of(size)
    quads = quads_of(graphs)
    ours, raw = folder / f"ours-{size}", folder / f"raw-{size}"

    def fresh(root: Path, step: Callable[[], None]) -> Callable[[], Callable[[], None]]:
        def prepare() -> Callable[[], None]:
            shutil.rmtree(root, ignore_errors=True)
            return step

        return prepare

    pair = prepared_side_by_side(
        fresh(ours, lambda: fill(ours, graphs)), fresh(raw, lambda: fill_raw(raw, quads)), rounds
    )
    return Loading(
        pair=pair,
        disk=(_size(ours / "public") + _size(ours / "work")) / quads.size,
        raw_disk=_size(raw) / quads.size,
    )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


class _Editions:
    """Replaces documents of a store by their other edition, in which all words have moved.

    Args:
        root: folder of a filled store.
        size: number of its documents.
    """

    def __init__(self, root: Path, size: int) -> None:
        self.root = root
        self.shift = 0
        step = max(1, (size - HUBS) // _REPLACED)
        self.places = range(HUBS, size, step)[:_REPLACED]

    def next(self) -> list[DocumentGraphs]:
        """Return the documents in an edition that the store has not yet seen."""
        self.shift += 1
        return [document(place, self.shift).graphs() for place in self.places]


def _replace(writer: FolderWriter, graphs: list[DocumentGraphs]) -> None:
    for each in graphs:
        writer.replace(each)


def _replace_raw(stores: tuple[ox.Store, ox.Store], graphs: list[DocumentGraphs]) -> None:
    """Replace both graphs of each document, the default graph left alone."""
    for each in graphs:
        for store, name, triples in (
            (stores[0], each.raw_iri, each.raw),
            (stores[1], each.effective_iri, each.effective),
        ):
            graph = ox.NamedNode(name)
            parsed = ox.parse(_bytes(triples), ox.RdfFormat.N_TRIPLES)
            store.remove_graph(graph)
            store.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in parsed)


def replacing(folder: Path, size: int) -> Pair:
    """Measure replacing documents in the two stores that `loading` has left."""
    ours, raw = (_Editions(folder / f"{name}-{size}", size) for name in ("ours", "raw"))
    stores = ox.Store(str(raw.root / "work")), ox.Store(str(raw.root / "public"))
    with FolderWriter(ours.root) as writer:

        def prepare() -> Callable[[], None]:
            graphs = ours.next()
            return lambda: _replace(writer, graphs)

        def prepare_raw() -> Callable[[], None]:
            graphs = raw.next()
            return lambda: _replace_raw(stores, graphs)

        settle()
        pair = prepared_side_by_side(prepare, prepare_raw, ROUNDS)
    return Pair(ours=pair.ours / len(ours.places), raw=pair.raw / len(raw.places))


def publishing(folder: Path, size: int) -> float:
    """Fill the store of a size anew and publish it; return the processor time of publishing.

    Both are done by one writer, as a load does them.
    """
    root = folder / f"ours-{size}"
    shutil.rmtree(root)
    with FolderWriter(root) as writer:
        writer.load(graphs_of(size))
        return seconds(writer.publish)


def results(folder: Path, size: int) -> list[Result]:
    """Return all lines about storing; the large collection has ten times the size."""
    small, large = loading(folder, size, ROUNDS), loading(folder, 10 * size, _LARGE_ROUNDS)
    growth = (large.pair.ours / small.pair.ours) / (large.pair.raw / small.pair.raw)
    few, many = replacing(folder, size), replacing(folder, 10 * size)
    index = publishing(folder, size)
    publishing(folder, 10 * size)
    return [
        Result(
            what=f"load {size} ready graphs : raw bulk_load",
            value=small.pair.ratio,
            bar=1.25,
            note=f"{1e3 * small.pair.ours / size:.2f} ms a document",
        ),
        Result(
            what=f"load {10 * size} ready graphs : raw bulk_load",
            value=large.pair.ratio,
            bar=1.25,
            note="two rounds",
        ),
        Result(what=f"growth of loading {size} -> {10 * size} : raw growth", value=growth, bar=1.1),
        Result(
            what="replace a document, merge included : raw",
            value=few.ratio,
            bar=4.0,
            note=f"{1e3 * few.ours:.2f} ms : {1e3 * few.raw:.2f} ms",
        ),
        Result(
            what=f"replace, growth {size} -> {10 * size}",
            value=many.ours / few.ours,
            bar=1.2,
            note=f"raw {many.raw / few.raw:.2f}",
        ),
        Result(
            what="disk after loading : N-Quads text",
            value=small.disk,
            bar=1.2,
            note=f"raw {small.raw_disk:.2f}; tenfold {large.disk:.2f}, raw {large.raw_disk:.2f}",
        ),
        Result(
            what="publish with a new side index : loading",
            value=index / small.pair.ours,
            note=f"{1e3 * index / size:.2f} ms a document",
        ),
    ]
