"""Places of a drawing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from webui.arranging import by_time, in_rows, spots_of
from webui.drawing import DrawnNode


def node(name: str, x: float, y: float, rank: int = 3) -> DrawnNode:
    """Return a node."""
    return DrawnNode(
        id=name,
        label=name,
        lines=(name,),
        title="",
        rank=rank,
        presence="fullText",
        x=x,
        y=y,
        address="",
        is_centre=False,
    )


def apart(nodes: tuple[DrawnNode, ...]) -> bool:
    """Tell whether no box covers another."""
    return all(
        abs(a.x - b.x) >= 0.99 or abs(a.y - b.y) >= 0.5
        for place, a in enumerate(nodes)
        for b in nodes[place + 1 :]
    )


@given(st.lists(st.integers(1, 6), min_size=1, max_size=120))
def test_boxes_never_cover_each_other(ranks: list[int]) -> None:
    """However many documents a rank has; higher ranks stay above lower ones."""
    nodes = [node(str(n), n, rank, rank) for n, rank in enumerate(ranks)]
    arranged = in_rows(nodes)
    assert apart(arranged.nodes)
    assert len(arranged.nodes) == len(nodes)
    heights = [y for _, y in arranged.ranks]
    assert heights == sorted(heights)
    widest = max(n.x for n in arranged.nodes) - min(n.x for n in arranged.nodes)
    assert widest <= max(120, len(nodes))


def test_a_row_that_fits_stays_as_it_is() -> None:
    """Nothing moves within it."""
    nodes = [node("a", -1.5, 0), node("b", 2.5, 0), node("c", 0.0, 1)]
    assert {(n.id, n.x, n.y) for n in in_rows(nodes).nodes} == {(n.id, n.x, n.y) for n in nodes}


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=2, max_size=60))
def test_days_decide_the_places_across(days: list[date]) -> None:
    """The older never stands to the right of the newer; years are told between them."""
    nodes = [node(str(n), 0, 0) for n in range(len(days))]
    arranged = by_time(nodes, {str(n): day for n, day in enumerate(days)})
    across = {n.id: n.x for n in arranged.nodes}
    ordered = sorted(range(len(days)), key=lambda n: days[n])
    assert [across[str(n)] for n in ordered] == sorted(across.values())
    assert apart(arranged.nodes)
    assert len(arranged.years) <= 14


def test_without_any_day_rows_are_drawn() -> None:
    """A line of time needs time."""
    assert by_time([node("a", 0, 0)], {"a": None}).years == ()


@given(st.integers(1, 70), st.integers(1, 40))
def test_boxes_of_many_stand_below_and_apart(places: int, drawn: int) -> None:
    """One that tells nothing apart stands beside its rank."""
    arranged = in_rows([node(str(n), n, 1) for n in range(drawn)])
    boxes = [*((3, f"urn:{n}") for n in range(places)), (3, "")]
    spots = spots_of(boxes, arranged, arranged.nodes)
    lowest = max(n.y for n in arranged.nodes)
    assert all(spot.y > lowest for spot in spots[:-1])
    assert spots[-1].y == arranged.nodes[0].y
    made = tuple(node(str(n), spot.x, spot.y) for n, spot in enumerate(spots))
    assert apart((*arranged.nodes, *made))


def test_years_stand_below_their_place_on_the_line_of_time() -> None:
    """Two relations of one year stand one below the other."""
    nodes = [node(str(year), 0, 1) for year in range(2012, 2020)]
    arranged = by_time(nodes, {n.id: date(int(n.id), 6, 1) for n in nodes})
    spots = spots_of([(3, "2013"), (3, "2018"), (3, "2013")], arranged, arranged.nodes)
    assert spots[0].x < spots[1].x
    assert (spots[0].x, spots[0].y) < (spots[2].x, spots[2].y)
    many = spots_of([(3, str(y)) for y in (2015, 2012, 2014, 2013)], arranged, arranged.nodes)
    assert apart(tuple(node(str(n), spot.x, spot.y) for n, spot in enumerate(many)))
    guide = next(g.at for g in arranged.years if g.label == "2013")
    assert abs(spots[0].x - guide) < 1
