"""The small graph fits its frame, and its arrows go from box to box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.drawing import Drawing, DrawnEdge, DrawnNode
from webui.picture import picture

PLACES = st.lists(
    st.tuples(st.integers(-5, 5), st.integers(-3, 3)), min_size=1, max_size=8, unique=True
)


def drawing(places: list[tuple[int, int]]) -> Drawing:
    """Return a drawing with a node at each place and edges from the first to all."""
    nodes = tuple(
        DrawnNode(
            id=str(at),
            label="x",
            lines=("x",),
            title="",
            rank=1,
            presence="fullText",
            x=float(x),
            y=float(y),
            address="",
            is_centre=False,
        )
        for at, (x, y) in enumerate(places)
    )
    edges = tuple(
        DrawnEdge(
            source="0",
            target=node.id,
            relation="cites",
            label="",
            quote="",
            status="resolved",
            address="",
        )
        for node in nodes
    )
    return Drawing(nodes=nodes, edges=edges)


@given(places=PLACES)
def test_boxes_and_arrows_stand_inside_the_picture(places: list[tuple[int, int]]) -> None:
    """Whatever the positions, everything is drawn, nothing beyond the edge, no loops."""
    drawn = picture(drawing(places))
    assert len(drawn.boxes) == len(places)
    assert len(drawn.arrows) == len(places) - 1
    for box in drawn.boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= drawn.width
        assert box.top + box.height <= drawn.height


def test_boxes_do_not_cover_each_other() -> None:
    """Neighbours in a layer and in layers stand apart."""
    boxes = picture(drawing([(0, 0), (1, 0), (0, 1)])).boxes
    assert boxes[0].left + boxes[0].width < boxes[1].left
    assert boxes[0].top + boxes[0].height < boxes[2].top


def test_an_empty_drawing_is_an_empty_picture() -> None:
    """Nothing is drawn of nothing."""
    assert picture(Drawing(nodes=(), edges=())).boxes == ()


def test_two_arrows_between_the_same_boxes_stand_beside_each_other() -> None:
    """Two relations between two documents can both be seen."""
    two = drawing([(0, 0), (0, 1)])
    twice = picture(Drawing(nodes=two.nodes, edges=(two.edges[1], two.edges[1])))
    assert twice.arrows[0].x1 != twice.arrows[1].x1
