"""The writer of a store in a folder: two pyoxigraph stores, a side index, generations."""

from __future__ import annotations

from itertools import chain, filterfalse, islice
from typing import TYPE_CHECKING, Final, Protocol, Self

from rdflib import Graph

from ontology.namespaces import DEFAULT_BASE, iri
from queries.index.build import digests
from queries.index.findings import is_of_findings
from queries.index.passages import keep
from queries.store import journal, lookups, withdrawals
from queries.store.embedded import QuadStore
from queries.store.excerpt import Excerpt
from queries.store.fresh import FreshGraphs
from queries.store.generations import StoreFolder, announce, draft_folder, lock
from queries.store.journal import GraphNote
from queries.store.lines import n_triples
from queries.store.reviews import standing_decisions
from queries.store.side_index import IndexedGraphs, prepare_index
from queries.store.spool import Spool
from queries.store.texts import TextFolder
from queries.store.versions import note_versions, removal, version_of
from queries.store.writer import StoredDocument, StoredGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from queries.store.reader import Generation
    from queries.store.reviews import StoredDecision
    from queries.store.writer import DocumentGraphs, NumberedDocument
    from queries.terms import Rows

_WORK_GRAPHS: Final = ("graph/raw/", "graph/runs", "graph/findings")
_FEW: Final = 8  # documents that are sooner replaced one by one than loaded in bulk


class Mirror(Protocol):
    """A store elsewhere that is kept alike."""

    def replace_merged(self, graph: str, triples: bytes, version: str) -> None:
        """Make it say in a graph exactly these N-Triples, and note their version."""


class FolderWriter:
    """The one writer of a store in a folder.

    Args:
        root: folder of the store; it is made where it does not exist.
        base_iri: the setting of that name.
        mirror: a store that takes each public graph that changed when it is published.

    Raises:
        StoreError: another writer holds the folder, or it cannot be opened.
    """

    def __init__(
        self, root: Path, base_iri: str = DEFAULT_BASE, mirror: Mirror | None = None
    ) -> None:
        self._mirror = mirror
        self._folder = StoreFolder(root=root)
        self._base = f"{base_iri.rstrip('/')}/"
        self._lock = lock(self._folder)
        self._public = QuadStore.in_folder(self._folder.public)
        self._work = QuadStore.in_folder(self._folder.work)
        self._fresh = FreshGraphs(self._folder.loading / "fresh.nt", self._public)
        self._recover()

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the writer, whatever happened."""
        self.close()

    def replace(self, document: DocumentGraphs) -> StoredDocument:
        """Make the store say of a document exactly this; twice is the same as once."""
        withdrawals.strike_out(self._folder.withdrawn, document.document_path)
        raw, effective = n_triples(document.raw), n_triples(document.effective)
        notes = (
            GraphNote(graph=document.raw_iri, triples=raw),
            GraphNote(graph=document.effective_iri, triples=effective),
        )
        done = self._do(notes)
        return StoredDocument(
            document_iri=self._iri(document.document_path),
            triples=done[-1].triples,
            changed=any(graph.changed for graph in done),
        )

    def remove(self, document_path: str, successor: str = "") -> bool:
        """Remove a document's graphs and tell whether there were any.

        Args:
            document_path: path below the base.
            successor: path of the document that took its place; empty for none.
        """
        graphs = self._document_graphs(document_path)
        done = self._do(tuple(GraphNote(graph=graph, triples=None) for graph in graphs))
        held = any(graph.changed for graph in done)
        if held:
            withdrawals.note(self._folder.withdrawn, document_path, successor)
        return held

    def replace_fixed(self, graph_iri: str, triples: bytes | Graph) -> StoredGraph:
        """Replace one graph: registry, agencies, findings, or an effective graph made again."""
        (done,) = self._do((GraphNote(graph=graph_iri, triples=n_triples(triples)),))
        return done

    def load(self, documents: Iterable[DocumentGraphs]) -> int:
        """Keep many documents at full speed and return how many.

        A document that is stored already is replaced. Loading in bulk has no transactions: what
        was being loaded when the program broke off is taken out again by the next writer.
        """
        waiting = iter(documents)
        first = tuple(islice(waiting, _FEW + 1))
        if len(first) > _FEW:
            return self._load_many(chain(first, waiting))
        for document in first:
            self.replace(document)
        return len(first)

    def _load_many(self, documents: Iterable[DocumentGraphs]) -> int:
        """Keep documents in bulk, and return how many."""
        count = 0
        with Spool(self._folder.loading) as spool:
            for document in documents:
                count += 1
                withdrawals.strike_out(self._folder.withdrawn, document.document_path)
                if document.document_path in spool.documents:
                    self._empty(spool)
                if self._public.holds(document.effective_iri):
                    self.replace(document)
                    continue
                self._add(spool, document)
                if spool.is_full:
                    self._empty(spool)
            self._empty(spool)
        return count

    def _add(self, spool: Spool, document: DocumentGraphs) -> None:
        """Let a document wait to be loaded."""
        raw, effective = n_triples(document.raw), n_triples(document.effective)
        spool.add(document, raw, effective)
        self._fresh.keep(document.effective_iri, effective)

    def publish(self) -> Generation:
        """Bring the side index up to date, take a snapshot, and show it to readers."""
        draft = draft_folder(self._folder)
        changed = self.unpublished_graphs()
        source = IndexedGraphs(self._fresh, self._work, self._base)
        prepare_index(self._folder, draft, source, changed, self._base)
        self._fresh.clear()
        self._keep_passages(draft, changed)
        if self._mirror is not None:
            self._share(self._mirror, changed)
        for store, name in ((self._public, "public"), (self._work, "work")):
            store.flush()
            store.backup(draft / name)
        published = announce(self._folder, draft)
        self._folder.unpublished.unlink(missing_ok=True)
        return published

    def _share(self, mirror: Mirror, graphs: tuple[str, ...]) -> None:
        """Write graphs that changed to the store elsewhere."""
        gone, done = withdrawals.read(self._folder.withdrawn), dict[str, str]()
        for graph in filterfalse(self._is_work, graphs):
            triples = self._public.graph(graph)
            successor = gone.get(self._path(graph), "")
            version = version_of(triples) if triples else removal(successor)
            mirror.replace_merged(graph, triples, version)
            done[graph] = version
        note_versions(self._folder.root, done)

    def _keep_passages(self, draft: Path, changed: tuple[str, ...]) -> None:
        """Write the passages of the texts that came with the next generation."""
        graphs = changed if self._folder.passages.exists() else ()
        texts = TextFolder(root=self._folder.root)
        keep(self._folder.passages, digests(draft / "index.sqlite", graphs), texts.text)

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT over the live public graphs, published or not."""
        return self._public.select(query)

    def select_work(self, query: str) -> Rows:
        """Return the rows of a SELECT over the live raw graphs, runs and findings."""
        return self._work.select(query)

    def holds(self, graph_iri: str) -> bool:
        """Tell whether a public graph is held."""
        return self._public.holds(graph_iri)

    def excerpt(self, graphs: Iterable[str]) -> Excerpt:
        """Return live public graphs in memory, with what their rules look at around them."""
        return Excerpt(self._public, graphs)

    def checked(self, graphs: Iterable[str]) -> frozenset[str]:
        """Return those of some graphs of findings that are held."""
        return frozenset(filter(self._work.holds, graphs))

    def graphs_of_findings(self) -> tuple[str, ...]:
        """Return the names of all graphs of findings."""
        start = f"{self._base}graph/findings"
        return tuple(graph for graph in self._work.graphs() if graph.startswith(start))

    def remove_fixed(self, graph_iri: str) -> None:
        """Remove a graph that belongs to no single document, or the findings on one."""
        self._do((GraphNote(graph=graph_iri, triples=None),))

    def remove_shared(self, graph_iri: str, successor: str) -> None:
        """Remove a public graph that was removed from a shared store, with its document.

        Args:
            graph_iri: its name.
            successor: path of the document that took the place of its own; empty for none.
        """
        path = self._path(graph_iri)
        if path:
            self.remove(path, successor)
        else:
            self.remove_fixed(graph_iri)

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the documents stored with their text, sorted."""
        return tuple(sorted(filter(None, map(self._path, self._public.graphs()))))

    def holds_others(self, paths: AbstractSet[str]) -> bool:
        """Tell whether a document is stored with its text that is none of some."""
        stored = filter(None, map(self._path, self._public.graphs()))
        return any(path not in paths for path in stored)

    def unpublished_documents(self) -> tuple[str, ...]:
        """Return the paths of the documents that changed since the last generation.

        Right after opening these are what a writer left that broke off before it published.
        """
        return tuple(filter(None, map(self._path, self.unpublished_graphs())))

    def unpublished_graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs that changed since the last generation, each once."""
        if not self._folder.unpublished.exists():
            return ()
        return tuple(dict.fromkeys(self._lines()))

    def is_empty(self) -> bool:
        """Tell whether nothing is stored."""
        return next(self._public.graphs(), None) is None

    def described(self, document_path: str) -> tuple[NumberedDocument, ...]:
        """Return number, date and title of a stored document; nothing where it is not stored."""
        return lookups.described(self._public, self._iri(document_path))

    def holds_document(self, document_path: str) -> bool:
        """Tell whether a document is stored with its text."""
        return self._public.holds(self._document_graphs(document_path)[1])

    def states(self, graph_iri: str, statements: Iterable[tuple[str, str, str]]) -> bool:
        """Tell whether a public graph holds all of some triples: two IRIs and a plain string."""
        return self._public.states(graph_iri, statements)

    def citing(self, document_path: str) -> tuple[str, ...]:
        """Return the paths of stored documents whose text cites a document or may mean it."""
        return self._paths(lookups.citing(self._public, self._iri(document_path)))

    def undecided(self, numbers: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the paths of stored documents with unresolved or ambiguous citations.

        Args:
            numbers: only citations of one of these numbers; all where it is empty.
        """
        return self._paths(lookups.undecided(self._public, numbers))

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Return the stored documents that bear a running number, by their paths."""
        return lookups.numbered(self._public, number)

    def printed_numbers(self, document_path: str) -> tuple[str, ...]:
        """Return the numbers that a stored document prints for itself."""
        return lookups.printed_numbers(self._public, self._iri(document_path))

    def decisions(self) -> tuple[StoredDecision, ...]:
        """Return the decisions of reviewers that no later one revises, the oldest first."""
        return standing_decisions(self._public)

    def places_of_bodies(self, graph_iri: str) -> tuple[str, ...]:
        """Return the IRIs of the places whose bodies a public graph describes."""
        return lookups.places_of_bodies(self._public, graph_iri)

    def graph_version(self, graph_iri: str) -> str | None:
        """Return the version that a public graph states of itself, or None."""
        return lookups.graph_version(self._public, graph_iri)

    def raw_triples(self, document_path: str) -> bytes | None:
        """Return the raw graph of a stored document as N-Triples, or None."""
        name = self._document_graphs(document_path)[0]
        return self._work.graph(name) if self._work.holds(name) else None

    def graph(self, graph_iri: str) -> Graph:
        """Return a graph as it is written, empty where there is none."""
        return Graph().parse(data=self._store_of(graph_iri).graph(graph_iri), format="nt")

    def close(self) -> None:
        """Flush, and give the store back; what is not published waits for the next writer."""
        if self._lock.closed:
            return
        self._fresh.clear()
        self._public.flush()
        self._work.flush()
        del self._fresh, self._public, self._work
        self._lock.close()

    def _iri(self, path: str) -> str:
        return str(iri(self._base, path))

    def _path(self, graph: str) -> str:
        """Return the path of the document whose graph it is; nothing for the other graphs."""
        start = f"{self._base}graph/doc/"
        return f"id/{graph.removeprefix(start)}" if graph.startswith(start) else ""

    def _paths(self, documents: Iterable[str]) -> tuple[str, ...]:
        return tuple(d.removeprefix(self._base) for d in documents if d.startswith(self._base))

    def _document_graphs(self, document_path: str) -> tuple[str, str]:
        """Return the names of a document's raw and effective graph."""
        rest = document_path.removeprefix("id/")
        return self._iri(f"graph/raw/{rest}"), self._iri(f"graph/doc/{rest}")

    def _is_work(self, graph: str) -> bool:
        return graph.removeprefix(self._base).startswith(_WORK_GRAPHS)

    def _store_of(self, graph: str) -> QuadStore:
        return self._work if self._is_work(graph) else self._public

    def _do(self, notes: tuple[GraphNote, ...]) -> tuple[StoredGraph, ...]:
        """Note the changes, make them, and strike them out."""
        journal.note(self._folder.journal, notes)
        done = tuple(self._apply(note) for note in notes)
        journal.strike_out(self._folder.journal)
        return done

    def _apply(self, note: GraphNote) -> StoredGraph:
        """Replace or remove one graph, in the store it belongs to."""
        self._fresh.forget(note.graph)
        if note.triples is None:
            return StoredGraph(graph=note.graph, triples=0, changed=self._take_out(note.graph))
        self._remember((note.graph,))
        if self._is_work(note.graph):
            change = self._work.replace(note.graph, note.triples)
        else:
            change = self._public.replace_merged(note.graph, note.triples)
        return StoredGraph(graph=note.graph, triples=change.triples, changed=change.changed)

    def _take_out(self, graph: str) -> bool:
        self._remember((graph,))
        if self._is_work(graph):
            return self._work.remove(graph)
        return self._public.remove_merged(graph)

    def _empty(self, spool: Spool) -> None:
        """Load documents that are not stored yet; after a crash they count as not loaded."""
        if not spool.documents:
            return
        spool.close()
        graphs = tuple(spool.documents.values())
        names = (name for each in graphs for name in (each.raw_iri, each.effective_iri))
        journal.note(
            self._folder.journal, tuple(GraphNote(graph=name, triples=None) for name in names)
        )
        self._remember(each.effective_iri for each in graphs)
        self._work.bulk_load(spool.work)
        self._public.bulk_load(spool.public)
        journal.strike_out(self._folder.journal)
        spool.clear()

    def _recover(self) -> None:
        """Finish what a broken-off writer had begun."""
        left = journal.read(self._folder.journal)
        if not left:
            return
        for note in left:
            self._apply(note)
        if any(note.triples is None for note in left):
            self._public.merge_again()
        journal.strike_out(self._folder.journal)

    def _remember(self, graphs: Iterable[str]) -> None:
        """Note graphs that the side index tells of, before they change."""
        told = (g for g in graphs if not self._is_work(g) or is_of_findings(g, self._base))
        with self._folder.unpublished.open("a", encoding="utf-8") as file:
            file.writelines(f"{graph}\n" for graph in told)

    def _lines(self) -> Iterator[str]:
        with self._folder.unpublished.open(encoding="utf-8") as file:
            yield from (line.rstrip("\n") for line in file)
