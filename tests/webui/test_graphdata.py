"""A drawing for the script, and the styles of a picture."""

from __future__ import annotations

from webui.drawing import Drawing, DrawnEdge, DrawnNode
from webui.graphdata import graph_data, picture_styles
from webui.relations import relation_styles


def edge(relation: str) -> DrawnEdge:
    """Return an edge."""
    return DrawnEdge(
        source="a", target="b", relation=relation, label="", quote="", status="", address=""
    )


def test_the_script_gets_what_it_needs() -> None:
    """Dashes in the order of the table, names of ranks, and a way to what is not drawn."""
    node = DrawnNode(
        id="a",
        label="",
        lines=(),
        title="",
        rank=1,
        presence="fullText",
        x=0,
        y=0,
        address="",
        is_centre=True,
        more=3,
    )
    drawing = Drawing(nodes=(node,), edges=(edge("reviews"), edge("implements")), ranks=((1, 0.0),))
    data = graph_data(drawing, lambda rank: f"rank {rank}", lambda iri: f"/open/{iri}")
    assert list(data.dashes) == ["implements", "reviews"]
    assert data.opening == {"a": "/open/a"}
    assert [guide.label for guide in data.ranks] == ["rank 1"]


def test_a_picture_has_a_style_for_every_relation() -> None:
    """And names no address."""
    styles = picture_styles()
    assert all(f".edge-{name}{{" in styles for name in relation_styles())
    assert "url(" not in styles
