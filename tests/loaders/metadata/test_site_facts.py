"""What a site says fills what the text leaves open, and never replaces what it prints."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from loaders.metadata.site_facts import RULE, SiteForce, complete, day_of, read_force
from loaders.records import Metadata, PartialDate, Reading, Span
from loaders.source_text import PageFact

if TYPE_CHECKING:
    from ontology.registry import Registry


def facts(**fields: str) -> tuple[PageFact, ...]:
    """Return facts by their fields."""
    return tuple(PageFact(field=name, value=value) for name, value in fields.items())


def test_open_fields_are_filled(registry: Registry) -> None:
    """Number, symbol, type, issuer, signer and date of the site enter, without words."""
    said = facts(number="15/CT-TTg", type="Chỉ thị", issuer="Thủ tướng Chính phủ", signer="Lê A")
    filled, remarks = complete(Metadata(), (*said, *facts(date="05/03/2024")), registry)
    assert filled.number == Reading(
        value="15/CT-TTg", printed="15/CT-TTg", span=None, rule=RULE, confidence=0.9
    )
    assert filled.symbol is not None
    assert filled.symbol.value == "CT-TTg"
    assert filled.document_type is not None
    assert filled.document_type.value == "CT"
    assert filled.issuing_body is not None
    assert filled.signer is not None
    assert filled.issued_on is not None
    assert filled.issued_on.value == PartialDate(year=2024, month=3, day=5)
    assert remarks == ()


@pytest.mark.parametrize(
    "fact",
    [
        {"number": "không số"},
        {"number": "15/CT-TTg và 16/CT-TTg"},
        {"type": "Văn bản khác"},
        {"issuer": "Tỉnh Sông Mây"},
        {"date": "31/31/2024"},
        {"gazette": "12"},
    ],
)
def test_cells_that_say_nothing_fill_nothing(fact: dict[str, str], registry: Registry) -> None:
    """A place is no body, and a cell that no grammar reads whole is no number."""
    assert complete(Metadata(), facts(**fact), registry) == (Metadata(), ())


def test_the_text_goes_first_and_a_difference_is_told(registry: Registry) -> None:
    """What is printed stays; the remark names both."""
    printed = Reading(
        value="16/CT-TTg", printed="16/CT-TTg", span=Span(start=4, end=13), rule="x", confidence=1.0
    )
    kept, remarks = complete(Metadata(number=printed), facts(number="15/CT-TTg"), registry)
    assert kept.number == printed
    assert [(r.code, r.detail) for r in remarks] == [
        ("site-differs", "number: 16/CT-TTg / 15/CT-TTg")
    ]
    assert remarks[0].span == printed.span
    _, none = complete(Metadata(number=printed), facts(number="16/CT-TTg"), registry)
    assert none == ()


def test_force_is_read_with_its_days() -> None:
    """The last day in force is the one before the day on which it ends."""
    said = facts(state="Hết hiệu lực một phần", effective="01/07/2020", expiry="01/01/2021")
    assert read_force(said) == SiteForce(
        status="partlyInForce", start=dt.date(2020, 7, 1), end=dt.date(2020, 12, 31)
    )
    assert read_force(()) == SiteForce()
    assert read_force(facts(effective="31/02/2020")) == SiteForce()
    assert day_of("đã biết") is None


def test_examples_of_states_are_read() -> None:
    """Each example gives the state of its entry, and no counter-example does."""
    table = files("loaders.metadata").joinpath("site_states.toml").read_text("utf-8")
    for entry in tomllib.loads(table)["state"]:
        for example in entry["examples"]:
            assert read_force(facts(state=example)).status == entry["id"]
        for example in entry["counter_examples"]:
            assert read_force(facts(state=example)).status != entry["id"]


@pytest.mark.parametrize(("year", "day"), [(2024, 5), (2023, None)])
def test_a_blank_day_is_filled_in_the_printed_year(
    year: int, day: int | None, registry: Registry
) -> None:
    """The text prints "ngày ... tháng ... năm 2024"; another year is no completion."""
    blank = Reading(
        value=PartialDate(year=year), printed="năm", span=None, rule="x", confidence=1.0
    )
    filled, _ = complete(Metadata(issued_on=blank), facts(date="05/03/2024"), registry)
    assert filled.issued_on is not None
    assert filled.issued_on.value.day == day
