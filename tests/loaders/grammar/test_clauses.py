"""The grammar of clause words."""

from __future__ import annotations

import pytest

from loaders.grammar.clauses import find_clauses, read_clauses
from loaders.grammar.tables import table

(ENTRY,) = table("loaders.grammar", "clauses.toml")["clause"]


@pytest.mark.parametrize("example", ENTRY["examples"])
def test_each_example_is_read_whole(example: dict[str, str]) -> None:
    """A chain of clause words is one run."""
    (span,) = find_clauses(example["text"])
    assert example["text"][span.start : span.end] == example["gives"]


@pytest.mark.parametrize("text", ENTRY["counter_examples"])
def test_no_counter_example_is_read(text: str) -> None:
    """Annexes, forms and common words are no clause words."""
    assert find_clauses(text) == ()


@pytest.mark.parametrize("link", ["", "của ", "của\n"])
def test_clauses_before_a_document(link: str) -> None:
    """The run must end right before the document, or before the word that links them."""
    text = f"quy định tại khoản 2 Điều 5 {link}Luật Cư trú"
    span = read_clauses(text, text.index("Luật"))
    assert span is not None
    assert text[span.start : span.end] == "khoản 2 Điều 5"


def test_clauses_further_off_are_not_taken() -> None:
    """Clause words with other words between them and the document belong elsewhere."""
    text = "theo khoản 2 Điều 5 thì Luật Cư trú"
    assert read_clauses(text, text.index("Luật")) is None
