"""Places of boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from queries.layers import Box, place


def box(key: str, rank: int, ladder: str = "state") -> Box:
    return Box(key=key, rank=rank, ladder=ladder, order="")


def test_crossings_are_avoided() -> None:
    """Each lower box stands under the box it builds on."""
    boxes = [box("a", 1), box("b", 1), box("c", 3), box("d", 3)]
    places = place(boxes, [("c", "b"), ("d", "a")])
    assert (places["c"].x < places["d"].x) == (places["b"].x < places["a"].x)


def test_a_circle_ends() -> None:
    """Boxes of one rank that build on each other still get a place."""
    assert len(place([box("a", 1), box("b", 1)], [("a", "b"), ("b", "a")])) == 2


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.sampled_from(["party", "state", ""])),
        min_size=1,
        max_size=20,
    ),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40),
)
def test_no_two_boxes_share_a_place(
    kinds: list[tuple[int, str]], pairs: list[tuple[int, int]]
) -> None:
    """Higher ranks stand above lower ones, and Party never stands right of State."""
    boxes = [box(str(i), rank, ladder) for i, (rank, ladder) in enumerate(kinds)]
    links = [(str(a), str(b)) for a, b in pairs if max(a, b) < len(boxes)]
    places = place(boxes, links)
    assert len(set(places.values())) == len(boxes)
    for one in boxes:
        for two in boxes:
            if one.rank < two.rank:
                assert places[one.key].y < places[two.key].y
            if places[one.key].y == places[two.key].y and one.ladder == "party" != two.ladder:
                assert places[one.key].x < places[two.key].x
