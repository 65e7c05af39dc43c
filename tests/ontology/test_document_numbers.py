"""Printed numbers are read into their parts, and printed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.document_numbers import parse_number, tidy_number
from ontology.errors import IdentifierError
from ontology.registry import load_registry

RUNNING = st.integers(min_value=1, max_value=99999)
YEARS = st.none() | st.integers(min_value=1945, max_value=2099)
TYPES = st.sampled_from(["CT", "KH", "QĐ", "TB", "NQ", "BC", "TTr"])
ISSUERS = st.sampled_from(["UBND", "HĐND", "TTg", "BCA", "VPCP", "SNV"])


@given(running=RUNNING, year=YEARS, kind=TYPES, issuer=ISSUERS, zeros=st.integers(0, 2))
def test_state_numbers_come_back(
    running: int, year: int | None, kind: str, issuer: str, zeros: int
) -> None:
    """Number -> parts -> number is the same number, leading zeros aside."""
    year_part = f"{year}/" if year else ""
    number = parse_number(f"{'0' * zeros}{running}/{year_part}{kind}-{issuer}")
    assert number.canonical == f"{running}/{year_part}{kind}-{issuer}"
    assert (number.year, number.type_symbol, number.issuer_symbol) == (year, kind, issuer)
    assert parse_number(number.canonical).key == number.key


@given(running=RUNNING, kind=st.sampled_from(["CT", "KL", "QĐi", "CTr", "CV"]))
def test_party_numbers_come_back(running: int, kind: str) -> None:
    """A Party number keeps its dash and slash."""
    number = parse_number(f"{running:02d}-{kind}/TU")
    assert number.canonical == f"{running}-{kind}/TU"
    assert number.system == "party"


@pytest.mark.parametrize(
    ("printed", "canonical", "kind", "issuers", "unit"),
    [
        ("248 /TB-VP", "248/TB-VP", "TB", ("VP",), ""),
        ("88/KH-CAT-PV01", "88/KH-CAT-PV01", "KH", ("CAT",), "PV01"),
        ("2456/UBND-NC", "2456/UBND-NC", None, ("UBND",), "NC"),
        ("87/CP", "87/CP", None, ("CP",), ""),
        ("06/CT/TW", "6-CT/TW", "CT", ("TW",), ""),
        ("42-CT/T.Ư", "42-CT/TW", "CT", ("TW",), ""),
        ("30C/NQ-CP", "30c/NQ-CP", "NQ", ("CP",), ""),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "NQ", ("CP",), ""),
        ("650/QĐ-LĐTBXH", "650/QĐ-BLĐTBXH", "QĐ", ("BLĐTBXH",), ""),
        ("96/2019/QH14", "96/2019/QH14", None, ("QH14",), ""),
        ("2008/CT-TTg", "2008/CT-TTg", "CT", ("TTg",), ""),
        ("12/TTLT-BCA-BNN&PTNT", "12/TTLT-BCA-BNNPTNT", "TTLT", ("BCA", "BNNPTNT"), ""),
        ("6/2026/TT-BT\u0421", "6/2026/TT-BTC", "TT", ("BTC",), ""),
        ("54 – KL / TW", "54-KL/TW", "KL", ("TW",), ""),
    ],
)
def test_forms(
    printed: str, canonical: str, kind: str | None, issuers: tuple[str, ...], unit: str
) -> None:
    """Each form of the grammar is read, and printed as its system prescribes."""
    number = parse_number(printed)
    assert (number.canonical, number.type_symbol) == (canonical, kind)
    assert (number.issuer_symbols, number.unit) == (issuers, unit)


def test_the_word_before_decides() -> None:
    """In a công văn the first part is the body even where it looks like a type."""
    dispatch = load_registry().document_type("CV")
    number = parse_number("120/CT-TTHT", document_type=dispatch)
    assert (number.type_symbol, number.issuer_symbol, number.unit) == (None, "CT", "TTHT")


def test_keys_do_not_run_together() -> None:
    """66.7/2025 and 667/2025 are two numbers, and so are HD and HĐ."""
    assert parse_number("66.7/2025/NQ-CP").key != parse_number("667/2025/NQ-CP").key
    assert parse_number("5/HD-UBND").key != parse_number("5/HĐ-UBND").key
    assert parse_number("05-KL/TW").key == parse_number("5/KL-TW").key


@pytest.mark.parametrize("printed", ["", "24/7", "10/3/2020", "khong", "12", "-CT/TW"])
def test_what_is_no_number(printed: str) -> None:
    """Dates and bare numbers are refused."""
    with pytest.raises(IdentifierError):
        parse_number(printed)


def test_tidy() -> None:
    """Dashes, slashes and the eth are unified, blanks dropped."""
    assert tidy_number(" 12 ‑ QÐ⁄TW. ") == "12-QĐ/TW"
