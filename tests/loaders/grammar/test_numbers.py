"""The grammar of document numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.numbers import NumberGrammar, number_grammar, numbers_of
from loaders.grammar.tables import table
from ontology.registry import load_registry

ENTRIES = table("loaders.grammar", "numbers.toml")["number"]
EXAMPLES = [(entry["id"], example) for entry in ENTRIES for example in entry["examples"]]
COUNTER_EXAMPLES = [(entry["id"], text) for entry in ENTRIES for text in entry["counter_examples"]]


@pytest.fixture(scope="module")
def grammar() -> NumberGrammar:
    """Return the grammar of the program's registers."""
    return numbers_of(load_registry())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_each_example_is_read_by_its_own_entry(
    grammar: NumberGrammar, rule: str, example: dict[str, str]
) -> None:
    """An example gives the number it states, by the entry it stands in."""
    (reading,) = grammar.find(example["text"])
    assert (reading.number, reading.rule) == (example["gives"], rule)


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES)
def test_no_counter_example_is_read(grammar: NumberGrammar, rule: str, text: str) -> None:
    """A counter-example is not read by the entry it stands in."""
    assert rule not in [reading.rule for reading in grammar.find(text)]


@pytest.mark.parametrize(
    ("text", "number", "repairs"),
    [
        ("377/QD-UBND", "377/QĐ-UBND", ("diacritics",)),
        ("08-NQ/TVV", "08-NQ/TW", ("ocrSymbol",)),
        ("6l/2022/QHl5", "61/2022/QH15", ("letterForDigit",)),
        ("27 - CT / TW", "27-CT/TW", ("spacing",)),
        ("15/2021/NĐ.CP", "15/2021/NĐ-CP", ("dash",)),
        ("48-CT/TW", "48-CT/TW", ()),
    ],
)
def test_a_repair_is_named(
    grammar: NumberGrammar, text: str, number: str, repairs: tuple[str, ...]
) -> None:
    """What was repaired is told by kind, and an intact number names no repair."""
    (reading,) = grammar.find(text)
    assert (reading.number, reading.repairs) == (number, repairs)


def test_a_letter_read_as_digit_lowers_confidence(grammar: NumberGrammar) -> None:
    """A number with a letter in a digit place is less sure than any other."""
    (damaged,) = grammar.find("1O5/KH-UBND")
    (intact,) = grammar.find("105/KH-UBND")
    assert damaged.number == intact.number
    assert damaged.confidence < 0.7 < intact.confidence


def test_a_new_symbol_is_readable_at_once() -> None:
    """A symbol of the register is enough for a number to be read."""
    (unknown,) = number_grammar(["QĐ"], ["UBND"]).find("12/XYZ-BCD")
    assert unknown.type_symbol is None
    (reading,) = number_grammar(["XYZ"], ["BCD"]).find("12/XYZ-BCD")
    assert (reading.type_symbol, reading.known) == ("XYZ", True)


@pytest.mark.parametrize(
    "text",
    ["13,4%", "ngày 10/3/2020", "24/7", "63A-123.45", "QCVN 06:2022/BXD", "1/500", "mẫu số 02/BC"],
)
def test_what_is_no_number_is_not_read(grammar: NumberGrammar, text: str) -> None:
    """Percentages, dates, plates, standards, scales and form numbers are no document numbers."""
    assert grammar.find(text) == ()


@given(running=st.integers(1, 99999), year=st.integers(1990, 2035))
def test_digits_are_never_changed(running: int, year: int) -> None:
    """The number that is read has exactly the digits that are printed, and quotes them."""
    text = f"theo số {running}/{year}/NĐ-CP."
    (reading,) = numbers_of(load_registry()).find(text)
    assert reading.number == text[reading.span.start : reading.span.end]
    assert (reading.running, reading.year) == (str(running), year)
