"""Whom the doers of a clause work with and direct."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.companions import directed_in, partners_in
from loaders.records import Span

CUES = frozenset({"join", "direct"})


def test_partners_and_the_directed() -> None:
    """Partners stand behind "phối hợp với", the directed between "chỉ đạo" and what they do."""
    text = normalise("Sở Y tế chỉ đạo các bệnh viện chủ trì, phối hợp với Công an tỉnh diễn tập")
    clause = Span(start=0, end=len(text.text))
    assert [name.agency for name in partners_in(text, clause, CUES)] == ["Công an tỉnh"]
    directed = directed_in(text, clause, CUES, has_doers=True)
    assert [name.agency for name in directed.names] == ["các bệnh viện"]
    assert directed.leads
    assert not directed.joins


def test_nobody_without_a_cue() -> None:
    """Where no cue stands in the item, nobody is looked for."""
    text = normalise("Sở Y tế rà soát")
    clause = Span(start=0, end=len(text.text))
    assert partners_in(text, clause, frozenset()) == []
    assert directed_in(text, clause, frozenset(), has_doers=False).names == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Tài chính chủ trì, Sở Y tế, Công an tỉnh phối hợp", ["Sở Y tế", "Công an tỉnh"]),
        ("Sở Y tế chịu trách nhiệm chính, các sở liên quan phối hợp", ["các sở liên quan"]),
        ("Sở Tài chính chủ trì, các sở triển khai thực hiện", []),
    ],
)
def test_partners_of_the_lead_before_them(words: str, names: list[str]) -> None:
    """Those who are only to join in are partners of the lead named before them."""
    text = normalise(words)
    found = partners_in(text, Span(start=0, end=len(words)), frozenset({"joined-by"}))
    assert [name.agency for name in found] == names
