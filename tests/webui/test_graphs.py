"""The graph around a document: determined and not, each edge with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.addresses import Addresses
from webui.graphs import Grapher, Scope
from webui.language import load_language

if TYPE_CHECKING:
    from types import ModuleType

    from webui.drawing import Drawing
    from webui.ports import Reader


def drawing(reader: Reader, sample: ModuleType, path: str, **scope: int) -> Drawing:
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
