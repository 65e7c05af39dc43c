"""The writer: loading twice is loading once, counts are right, and a crash loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.namespaces import DEFAULT_BASE, LDO
from queries.errors import StoreError
from queries.store import folder_writer, journal, spool
from queries.store.embedded import QuadStore
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.generations import KEPT, StoreFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

DIRECTIVE = "id/vn/ct/ubnd-lam-thanh/2024/7"
CONCLUSION = "id/vn/kl/tw/k13/909"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"

Documents = dict[str, "DocumentGraphs"]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[FolderWriter]:
    """A writer of an empty store."""
    with FolderWriter(tmp_path / "store") as opened:
        yield opened


def parsed(data: bytes | Graph) -> Graph:
    """Return N-Triples as a graph."""
    assert isinstance(data, bytes)
    return Graph().parse(data=data, format="nt")


def merge(writer: FolderWriter) -> Graph:
    """Return the default graph as rdflib reads it."""
    graph = Graph()
    for name in sorted(writer._public.graphs()):
        graph += writer.graph(name)
    return graph


def size(writer: FolderWriter) -> int:
    return len(writer.select(ALL))


def test_the_default_graph_counts_a_repeated_triple_once(
    writer: FolderWriter, documents: Documents
) -> None:
    """What two documents say of a third stands in the default graph once."""
    for document in documents.values():
        writer.replace(document)
    kind = f"SELECT ?t {{ <https://w3id.org/luocdo/{CONCLUSION}> a ?t }}"
    assert len(writer.select(kind)) == 4
    assert size(writer) == len(merge(writer))


def test_loading_twice_equals_loading_once(writer: FolderWriter, documents: Documents) -> None:
    """The second time nothing changes, blank nodes included."""
    first = [writer.replace(document) for document in documents.values()]
    before = size(writer)
    second = [writer.replace(document) for document in documents.values()]
    assert all(stored.changed for stored in first)
    assert not any(stored.changed for stored in second)
    assert size(writer) == before


def test_bulk_loading_gives_what_replacing_gives(
    writer: FolderWriter, documents: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways lead to the same graphs, and a replacement after a load changes nothing."""
    monkeypatch.setattr(folder_writer, "_FEW", 0)
    assert writer.load([*documents.values(), documents["plan-31"]]) == 4
    with FolderWriter(tmp_path / "other") as other:
        for document in documents.values():
            other.replace(document)
        assert size(writer) == size(other)
        for name in other._public.graphs():
            assert isomorphic(writer.graph(name), other.graph(name))
    assert not any(writer.replace(document).changed for document in documents.values())


def test_rdflib_graphs_are_taken_as_well(writer: FolderWriter, documents: Documents) -> None:
    """A graph and its N-Triples are the same document."""
    directive = documents["directive-7"]
    graph = parsed(directive.effective)
    writer.replace(replace(directive, raw=graph, effective=graph))
    assert not writer.replace(directive).changed


def test_removing_takes_only_what_no_other_graph_states(
    writer: FolderWriter, documents: Documents
) -> None:
    """After a removal the default graph is again the merge of what is left."""
    for document in documents.values():
        writer.replace(document)
    assert writer.remove(DIRECTIVE)
    assert not writer.remove(DIRECTIVE)
    assert size(writer) == len(merge(writer))
    about = f"SELECT ?p {{ <https://w3id.org/luocdo/{CONCLUSION}> ?p ?o }}"
    assert len(writer.select(about)) > 0
    assert writer.documents() == (
        "id/vn/ct/tu-lam-thanh/nk2020/15",
        "id/vn/kh/so-noi-vu-lam-thanh/2024/31",
    )
    assert writer.raw_triples(DIRECTIVE) is None


def test_a_changed_document_takes_its_old_words_away(
    writer: FolderWriter, documents: Documents
) -> None:
    """A replacement leaves nothing of the former graph, be the change small or large."""
    directive = documents["directive-7"]
    assert isinstance(directive.effective, bytes)
    few = directive.effective.replace(b'"07/CT-UBND"', b'"08/CT-UBND"')
    many = directive.effective.replace(b"/obl/", b"/obl/x")
    for changed in (few, many, directive.effective):
        writer.replace(documents["plan-31"])
        assert writer.replace(replace(directive, effective=changed)).changed
        wanted = parsed(changed)
        assert isomorphic(writer.graph(directive.effective_iri), wanted)
        assert size(writer) == len(merge(writer))


def test_fixed_graphs_go_where_they_belong(writer: FolderWriter, fixed: dict[str, bytes]) -> None:
    """Registers are asked by the public; findings, like raw graphs, are not."""
    for name, data in fixed.items():
        assert writer.replace_fixed(name, data).changed
        assert not writer.replace_fixed(name, data).changed
    names = set(writer._public.graphs())
    assert "https://w3id.org/luocdo/graph/registry" in names
    assert "https://w3id.org/luocdo/graph/findings" not in names
    assert len(writer.graph("https://w3id.org/luocdo/graph/findings")) > 0


def test_what_is_not_published_is_told(writer: FolderWriter, documents: Documents) -> None:
    """The next writer learns which documents readers have not seen yet."""
    assert writer.is_empty()
    writer.load(documents.values())
    assert not writer.is_empty()
    expected = {document.document_path for document in documents.values()}
    assert set(writer.unpublished_documents()) == expected
    writer.publish()
    assert writer.unpublished_documents() == ()


def test_a_stored_document_is_described(writer: FolderWriter, documents: Documents) -> None:
    """Number, date and title, as the resolution of citations needs them."""
    writer.load(documents.values())
    (known,) = writer.described(DIRECTIVE)
    (same,) = (paper for paper in writer.numbered("7") if paper.iri == known.iri)
    assert known == same
    assert writer.described(CONCLUSION) == ()


def test_look_ups_of_the_pipeline(writer: FolderWriter, documents: Documents) -> None:
    """Who cites or may mean a document, what is undecided, what a document was made from."""
    writer.load(documents.values())
    assert writer.citing(CONCLUSION) == ("id/vn/ct/tu-lam-thanh/nk2020/15", DIRECTIVE)
    assert writer.citing("id/vn/nq/tu-lam-thanh/nk2020/12") == (DIRECTIVE,)
    assert writer.undecided() == writer.undecided(["12"]) == (DIRECTIVE,)
    assert writer.undecided(["13"]) == ()
    assert writer.holds_document(DIRECTIVE)
    assert not writer.holds_document(CONCLUSION)
    graph, text = (
        documents["directive-7"].effective_iri,
        f"{DEFAULT_BASE}{DIRECTIVE}/text/aa00aa00aa00",
    )
    assert writer.states(graph, [(text, LDO.sha256, "aa00aa00aa00")])
    assert not writer.states(graph, [(text, LDO.sha256, "bb00bb00bb00")])
    raw = writer.raw_triples(DIRECTIVE)
    assert raw is not None
    wanted = parsed(documents["directive-7"].raw)
    assert isomorphic(parsed(raw), wanted)


def test_bad_triples_are_refused(writer: FolderWriter, documents: Documents) -> None:
    """What does not parse is our error, and what was stored stays."""
    writer.replace(documents["directive-7"])
    with pytest.raises(StoreError, match="do not parse"):
        writer.replace(replace(documents["directive-7"], effective=b"<a> nonsense"))


def test_there_is_one_writer(writer: FolderWriter, tmp_path: Path) -> None:
    """A second writer is refused until the first has closed."""
    with pytest.raises(StoreError) as caught:
        FolderWriter(tmp_path / "store")
    assert caught.value.code == "store-locked"
    writer.close()
    FolderWriter(tmp_path / "store").close()


def test_readers_see_what_was_published(
    writer: FolderWriter, documents: Documents, tmp_path: Path
) -> None:
    """A generation never changes; the next one comes with the next call, old ones go."""
    reader = FolderReader(tmp_path / "store")
    with pytest.raises(StoreError, match="published"):
        reader.generation()
    writer.replace(documents["directive-7"])
    first = writer.publish()
    before = len(reader.select(ALL))
    held = reader.opened()
    writer.replace(documents["plan-31"])
    assert len(reader.select(ALL)) == before
    second = writer.publish()
    assert second.number == first.number + 1
    assert len(reader.select(ALL)) > before
    assert len(held.public.select(ALL)) == before
    for _ in range(KEPT + 1):
        writer.publish()
    kept = [p.name for p in StoreFolder(root=tmp_path / "store").generations.iterdir()]
    assert len(kept) == KEPT


def test_what_was_not_published_waits_for_the_next_writer(
    documents: Documents, tmp_path: Path
) -> None:
    """The side index of the next generation knows what an earlier writer changed."""
    root = tmp_path / "store"
    with FolderWriter(root) as writer:
        writer.replace(documents["directive-7"])
        writer.publish()
        writer.replace(documents["plan-31"])
    with FolderWriter(root) as writer:
        writer.publish()
    index = FolderReader(root).index()
    plan = index.document("https://w3id.org/luocdo/id/vn/kh/so-noi-vu-lam-thanh/2024/31")
    assert plan is not None
    assert plan.title == "Triển khai Chỉ thị số 07/CT-UBND"


class BrokenOffError(Exception):
    """Stands for the power going off."""


@pytest.mark.parametrize("at", ["_take_out_graph", "_stored", "replace", "holds"])
def test_a_crash_while_replacing_is_mended(
    at: str, documents: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever a replacement breaks off, the next writer finishes it."""
    root = tmp_path / "store"
    directive = documents["directive-7"]
    assert isinstance(directive.effective, bytes)
    changed = replace(directive, effective=directive.effective.replace(b"/obl/", b"/obl/x"))
    with FolderWriter(root) as writer:
        for document in documents.values():
            writer.replace(document)
        done = getattr(QuadStore, at)

        def broken(store: QuadStore, *words: object) -> None:
            done(store, *words)
            raise BrokenOffError

        monkeypatch.setattr(QuadStore, at, broken)
        with pytest.raises(BrokenOffError):
            writer.replace(changed)
        monkeypatch.undo()
    with FolderWriter(root) as writer:
        wanted = parsed(changed.effective)
        assert isomorphic(writer.graph(changed.effective_iri), wanted)
        assert size(writer) == len(merge(writer))
        assert not StoreFolder(root=root).journal.exists()


def test_a_crash_while_bulk_loading_takes_the_half_loaded_out(
    documents: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was loaded before stays; what was being loaded counts as not loaded."""
    root = tmp_path / "store"
    with FolderWriter(root) as writer:
        writer.replace(documents["directive-7"])
        loaded = QuadStore.bulk_load

        def broken(store: QuadStore, quads: Path) -> None:
            content = quads.read_bytes()
            quads.write_bytes(content[: content.rindex(b"\n", 0, len(content) // 2)])
            loaded(store, quads)
            raise BrokenOffError

        monkeypatch.setattr(QuadStore, "bulk_load", broken)
        monkeypatch.setattr(folder_writer, "_FEW", 0)
        with pytest.raises(BrokenOffError):
            writer.load([documents["plan-31"], documents["directive-15"]])
        monkeypatch.undo()
    with FolderWriter(root) as writer:
        assert writer.documents() == (DIRECTIVE,)
        assert size(writer) == len(merge(writer))
        assert writer.load(documents.values()) == 3
        assert size(writer) == len(merge(writer))


def test_large_loads_go_in_chunks(
    writer: FolderWriter, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chunks change nothing of what is stored."""
    monkeypatch.setattr(spool, "LEAST_BYTES", 10)
    monkeypatch.setattr(spool, "MOST_BYTES", 10)
    monkeypatch.setattr(folder_writer, "_FEW", 0)
    assert writer.load(documents.values()) == 3
    assert size(writer) == len(merge(writer))
    assert journal.read(StoreFolder(root=writer._folder.root).journal) == ()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.lists(st.sampled_from(["directive-7", "plan-31", "directive-15"]), max_size=6))
def test_any_order_of_changes_keeps_the_merge(
    order: list[str], documents: Documents, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Added when absent, removed when present: the default graph stays the merge."""
    with FolderWriter(tmp_path_factory.mktemp("s") / "store") as writer:
        for name in order:
            document = documents[name]
            if document.document_path in writer.documents():
                writer.remove(document.document_path)
            else:
                writer.replace(document)
            assert size(writer) == len(merge(writer))
