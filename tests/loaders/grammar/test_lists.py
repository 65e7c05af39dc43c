"""The grammar of lists with a shared tail."""

from __future__ import annotations

import pytest

from loaders.grammar.lists import read_list
from loaders.grammar.numbers import numbers_of
from loaders.grammar.tables import table
from ontology.registry import load_registry

(ENTRY,) = table("loaders.grammar", "lists.toml")["list"]


def numbers(text: str) -> list[str]:
    """Return the numbers of a list, the full one last."""
    last = numbers_of(load_registry()).find(text)[-1]
    return [*(member.number for member in read_list(text, last)), last.number]


@pytest.mark.parametrize("example", ENTRY["examples"])
def test_each_example_is_read_whole(example: dict[str, str]) -> None:
    """Every bare number gets the tail of the last."""
    assert numbers(example["text"]) == example["gives"].split()


@pytest.mark.parametrize("text", ENTRY["counter_examples"])
def test_no_counter_example_is_a_list(text: str) -> None:
    """Dates are no lists, and a full stop ends one."""
    found = numbers_of(load_registry()).find(text)
    assert all(read_list(text, number) == () for number in found)
