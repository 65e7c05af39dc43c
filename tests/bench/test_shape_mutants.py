"""Whoever takes a constraint out of a shape makes a test fail."""

from __future__ import annotations

from bench.shape_mutants import mutants, survives, whole


def test_no_constraint_can_be_removed_unnoticed() -> None:
    """Each FILTER, OPTIONAL, branch and core parameter is held by an example of its code."""
    every = tuple(mutants())
    assert len(every) > 400
    assert [f"{each.shape}: {each.removed}" for each in every if survives(each)] == []


def test_examples_agree_with_the_rules_as_they_are() -> None:
    """Without that, every mutant would count as noticed."""
    assert [each.code for each in whole() if not survives(each)] == []
