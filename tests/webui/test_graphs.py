"""The graph around a document: determined and not, each edge with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from queries.lineage import Edge, Lineage, Node
from webui.addresses import Addresses
from webui.graphs import Grapher, Scope, _thinned
from webui.language import load_language

if TYPE_CHECKING:
    from types import ModuleType

    from webui.drawing import Drawing
    from webui.ports import Reader


def drawing(reader: Reader, sample: ModuleType, path: str, **scope: Any) -> Drawing:
    """Return the drawing around a document."""
    grapher = Grapher(
        reader=reader,
        index=reader.index(),
        addresses=Addresses(base_iri=sample.DEFAULT_BASE),
        language=load_language("vi"),
    )
    chosen = Scope(**{"up": 2, "down": 2, "limit": 50, **scope})
    return grapher.graph(str(sample.of(path)), chosen).drawing


def test_every_edge_leads_to_its_words(reader: Reader, sample: ModuleType) -> None:
    """Relation, quotation, and the address of the citation; the higher stands above."""
    drawn = drawing(reader, sample, sample.DIRECTIVE)
    nodes = {node.id: node for node in drawn.nodes}
    up = next(e for e in drawn.edges if e.target == str(sample.of(sample.CONCLUSION)))
    assert up.relation == "implements"
    assert up.quote.startswith("Kết luận số 909-KL/TW")
    assert up.address.startswith(f"/doc/{sample.DIRECTIVE}#cit-")
    assert nodes[up.target].y < nodes[up.source].y
    assert {e.relation for e in drawn.edges} >= {"implements", "continues"}


def test_what_is_not_determined_is_drawn_otherwise(reader: Reader, sample: ModuleType) -> None:
    """Ambiguous and unresolved words are nodes of their own look, beside the others."""
    drawn = drawing(reader, sample, sample.DIRECTIVE)
    open_ones = [node for node in drawn.nodes if node.presence == "open"]
    assert len(open_ones) == 2
    assert all("#cit-" in node.address for node in open_ones)
    places = [(node.x, node.y) for node in drawn.nodes]
    assert len(set(places)) == len(places)


def test_what_is_left_out_is_counted(reader: Reader, sample: ModuleType) -> None:
    """A small limit draws the document itself and says how many more there are."""
    drawn = drawing(reader, sample, sample.PLAN, limit=1)
    assert [node.is_centre for node in drawn.nodes] == [True]
    assert drawn.left_out > 0


def test_what_is_left_out_next_to_the_centre_stands_in_boxes(
    reader: Reader, sample: ModuleType
) -> None:
    """With how many there are, and a way to all of them."""
    drawn = drawing(reader, sample, sample.DIRECTIVE, limit=1, bundled=True)
    boxes = {node.title: node for node in drawn.nodes if node.presence == "bundle"}
    assert boxes["thực hiện"].label == "và 1 văn bản khác"
    assert boxes["thực hiện"].address.endswith("?tab=relations&way=in&relation=implements")


def test_time_runs_from_left_to_right(reader: Reader, sample: ModuleType) -> None:
    """What has no day stands before the line of time."""
    drawn = drawing(reader, sample, sample.PLAN, by_time=True)
    across = {node.id: node.x for node in drawn.nodes}
    plan, directive, conclusion = (
        across[str(sample.of(path))] for path in (sample.PLAN, sample.DIRECTIVE, sample.CONCLUSION)
    )
    assert conclusion < directive < plan
    assert [guide.label for guide in drawn.years]


def test_a_visit_later_finds_everything_in_its_place(reader: Reader, sample: ModuleType) -> None:
    """Places depend on nothing but the data."""
    assert drawing(reader, sample, sample.DIRECTIVE) == drawing(reader, sample, sample.DIRECTIVE)


def test_a_crowd_is_thinned_on_a_line_of_time() -> None:
    """A few documents a year stay right below the centre, and what was opened stays."""
    nodes = tuple(
        Node(
            iri=f"urn:{n}",
            label=str(n),
            title=None,
            type=None,
            date=f"{2020 + n % 2}-01-{n + 1:02d}",
            presence=None,
            issuer=None,
            rank=3,
            ladder="state",
            step=-1 if n else 0,
        )
        for n in range(20)
    )
    edges = tuple(
        Edge(
            source=node.iri,
            target="urn:0",
            relation="implements",
            status="resolved",
            quote=None,
            told_by=None,
        )
        for node in nodes[1:]
    )
    found = Lineage(centre="urn:0", nodes=nodes, edges=edges, left_out=100)
    thin = _thinned(found, ("urn:1",))
    assert {node.iri for node in thin.nodes} == {
        "urn:0",
        "urn:1",
        "urn:19",
        "urn:17",
        "urn:18",
        "urn:16",
    }
    assert thin.left_out == 100 + len(nodes) - len(thin.nodes)
    assert {edge.source for edge in thin.edges} == {n.iri for n in thin.nodes} - {"urn:0"}
