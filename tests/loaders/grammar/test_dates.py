"""The grammar of dates."""

from __future__ import annotations

import pytest

from loaders.grammar.dates import find_dates, read_date
from loaders.grammar.tables import table

ENTRIES = table("loaders.grammar", "dates.toml")["date"]


@pytest.mark.parametrize(
    ("rule", "example"), [(entry["id"], ex) for entry in ENTRIES for ex in entry["examples"]]
)
def test_each_example_is_read_by_its_own_entry(rule: str, example: dict[str, str]) -> None:
    """An example gives the date it states, by the entry it stands in, over all its words."""
    (reading,) = find_dates(example["text"])
    assert (reading.value.iso(), reading.rule) == (example["gives"], rule)
    assert (reading.span.start, reading.span.end) == (0, len(example["text"]))


@pytest.mark.parametrize(
    ("rule", "text"),
    [(entry["id"], text) for entry in ENTRIES for text in entry["counter_examples"]],
)
def test_no_counter_example_is_read(rule: str, text: str) -> None:
    """A counter-example is not read by the entry it stands in."""
    assert rule not in [reading.rule for reading in find_dates(text)]


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    """The thirty-first of April is not read as a day."""
    assert read_date("ngày 31/4/2021", 0) is None


def test_dates_outside_the_stretch_are_left() -> None:
    """Only dates that lie wholly inside the stretch are found."""
    text = "ngày 01/02/2020 và ngày 03/04/2021"
    assert [r.value.iso() for r in find_dates(text, 0, 20)] == ["2020-02-01"]
