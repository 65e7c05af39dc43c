"""Names of bodies that have ended are found, those of living ones left."""

from __future__ import annotations

from datetime import date

from luocdo.ended_bodies import ended_bodies
from ontology.registry import load_registry

TODAY = date(2026, 11, 2)


def test_living_names_win() -> None:
    """A new body whose name begins like an old one is not taken for it."""
    text = "Sở Nông nghiệp và Môi trường, Sở Nông nghiệp và Phát triển nông thôn"
    found = tuple(ended_bodies(text, load_registry(), TODAY))
    assert [text[each.start : each.end] for each in found] == [
        "Sở Nông nghiệp và Phát triển nông thôn"
    ]
    assert [each.successor for each in found] == ["Sở Nông nghiệp và Môi trường"]


def test_provinces_end_too() -> None:
    """The day decides; a province of the same name that lives on is left."""
    text = "tỉnh Bắc Giang, tỉnh Đồng Tháp"
    after = tuple(ended_bodies(text, load_registry(), TODAY))
    assert [(text[e.start : e.end], e.successor) for e in after] == [
        ("tỉnh Bắc Giang", "Tỉnh Bắc Ninh")
    ]
    assert tuple(ended_bodies(text, load_registry(), date(2024, 1, 1))) == ()
