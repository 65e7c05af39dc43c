"""A drawing for the script, and the styles of a picture."""

from __future__ import annotations

import json
from dataclasses import asdict

from webui.drawing import Drawing, DrawnEdge, DrawnNode, Guide
from webui.graphdata import graph_data, picture_styles, written
from webui.relations import relation_styles

NODE = DrawnNode(
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


def edge(relation: str) -> DrawnEdge:
    """Return an edge."""
    return DrawnEdge(
        source="a", target="b", relation=relation, label="", quote="", status="", address=""
    )


def test_the_script_gets_what_it_needs() -> None:
    """Dashes in the order of the table, names of ranks, and a way to what is not drawn."""
    drawing = Drawing(nodes=(NODE,), edges=(edge("reviews"), edge("implements")), ranks=((1, 0.0),))
    data = graph_data(drawing, lambda rank: f"rank {rank}", lambda iri: f"/open/{iri}")
    assert list(data.dashes) == ["implements", "reviews"]
    assert data.opening == {"a": "/open/a"}
    assert [guide.label for guide in data.ranks] == ["rank 1"]


def test_a_picture_has_a_style_for_every_relation() -> None:
    """And names no address."""
    styles = picture_styles()
    assert all(f".edge-{name}{{" in styles for name in relation_styles())
    assert "url(" not in styles


def test_a_drawing_is_written_whole_and_without_blanks() -> None:
    """Each field of each record, in the letters of the language."""
    guide = Guide(at=0.5, label="2024")
    drawing = Drawing(
        nodes=(NODE,), edges=(edge("reviews"),), ranks=((1, 0.0),), years=(guide,), left_out=0
    )
    text = written(graph_data(drawing, lambda rank: f"cấp {rank}", lambda iri: f"/open/{iri}"))
    read = json.loads(text)
    assert read["nodes"] == [{**asdict(NODE), "lines": []}]
    assert read["edges"] == [asdict(edge("reviews"))]
    assert read["years"] == [{"at": 0.5, "label": "2024"}]
    assert read["ranks"] == [{"at": 0.0, "label": "cấp 1"}]
    assert read["opening"] == {"a": "/open/a"}
    assert '": ' not in text
    assert "cấp" in text
