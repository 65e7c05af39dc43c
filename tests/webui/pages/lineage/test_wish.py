"""What a visitor wants to see of a lineage."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict

from webui.addresses import Addresses
from webui.graphs import RELATIONS
from webui.pages.lineage.wish import MOST_STEPS, Wish, read_wish


def wish(*pairs: tuple[str, str]) -> Wish:
    """Return the wish of parameters."""
    return read_wish(MultiDict(pairs))


def test_nothing_asked_gives_defaults_and_a_short_address() -> None:
    """A permanent link holds only what was chosen."""
    assert wish() == Wish()
    assert wish().parameters() == {}
    assert wish(("rel", name := RELATIONS[0])).parameters() == {"rel": [name]}
    assert wish(*(("rel", name) for name in RELATIONS)).relations == ()


def test_what_was_asked_comes_back() -> None:
    """Parameters made of a wish give the same wish."""
    asked = wish(
        ("up", "3"), ("down", "0"), ("limit", "500"), ("axis", "time"), ("open", "vn/a"),
        ("rel", RELATIONS[1]),
    )  # fmt: skip
    pairs = [
        (name, str(value))
        for name, values in asked.parameters().items()
        for value in (values if isinstance(values, list) else [values])
    ]
    assert wish(*pairs) == asked
    assert asked.parameters(opened="vn/b")["open"] == ["vn/a", "vn/b"]


def test_nonsense_falls_back_within_bounds() -> None:
    """Numbers are cut to what can be drawn; unknown words do not count."""
    found = wish(("up", "99"), ("down", "x"), ("limit", "77777"), ("axis", "y"), ("rel", "';--"))
    assert (found.up, found.down, found.axis, found.relations) == (MOST_STEPS, 2, "rank", ())
    assert found.limit <= 1000
    assert wish(("depth", "4")).up == 4


def test_a_scope_names_whole_iris() -> None:
    """Paths of the address become documents."""
    scope = wish(("open", "vn/a")).scope(Addresses(base_iri="https://x/"))
    assert scope.expanded == ("https://x/id/vn/a",)
    assert scope.relations == RELATIONS
