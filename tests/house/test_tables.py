"""Rows that prove themselves: every register and every table of wordings is in order.

That each example is read by its own entry, and no counter-example is, the mirror tests of the
modules show that read the tables.
"""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ontology.registry import load_registry
from ontology.registry_order import KEYS, canonical

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("loaders", "ontology", "queries", "webui", "luocdo")
TABLES = sorted(path for room in ROOMS for path in (PROJECT / room).rglob("*.toml"))
REGISTERS = sorted(
    path
    for folder in ("ontology/registers", "examples/registers")
    for path in (PROJECT / folder).glob("*.csv")
)
TRANSLATIONS = [path for path in TABLES if path.parent.name == "translations"]
WORDINGS = [path for path in TABLES if path.is_relative_to(PROJECT / "loaders")]


def name_of(path: Path) -> str:
    """Return how a test calls a table."""
    return path.relative_to(PROJECT).as_posix()


def read(path: Path) -> dict[str, Any]:
    """Return a TOML table."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entries(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the entries of a table by the list that they stand in."""
    return {
        name: value
        for name, value in read(path).items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    }


def called(entry: dict[str, Any]) -> str:
    """Return what tells an entry apart: its id, or what it is about."""
    return str(entry.get("id") or {k: v for k, v in entry.items() if k not in {"source", "means"}})


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a register."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", [*TABLES, *REGISTERS], ids=name_of)
def test_text_is_nfc(path: Path) -> None:
    """Words are compared as they are stored, so there is one way to store them."""
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("path", WORDINGS, ids=name_of)
def test_entries_are_told_apart(path: Path) -> None:
    """An id, or what an entry is about, stands once in its list."""
    for name, listed in entries(path).items():
        known = [called(entry) for entry in listed]
        assert sorted(known) == sorted(set(known)), name


@pytest.mark.parametrize("path", WORDINGS, ids=name_of)
def test_entries_say_whose_rule_they_are(path: Path) -> None:
    """Each entry has a source; one that reads says what it makes and shows examples."""
    faults = [
        f"{name} {called(entry)}"
        for name, listed in entries(path).items()
        for entry in listed
        if not entry.get("source")
        or ("reads" in entry and not (entry.get("means") or entry.get("kind")))
        or ("reads" in entry and not (entry.get("examples") and "counter_examples" in entry))
    ]
    assert faults == []


@pytest.mark.parametrize("path", WORDINGS, ids=name_of)
def test_an_example_is_no_counter_example(path: Path) -> None:
    """What an entry must read and what it must leave are not the same, and neither stands twice."""
    for name, listed in entries(path).items():
        for entry in listed:
            shown = [_text(e) for e in (*entry.get("examples", ()),)]
            left = [_text(e) for e in (*entry.get("counter_examples", ()),)]
            assert set(shown) & set(left) == set(), (name, called(entry))
            assert len(left) == len(set(left)), (name, called(entry))


def _text(example: object) -> str:
    return str(example.get("text", example)) if isinstance(example, dict) else str(example)


@pytest.mark.parametrize("path", WORDINGS, ids=name_of)
def test_shadowed_entries_exist(path: Path) -> None:
    """`instead_of` names entries of the same table."""
    listed = [entry for group in entries(path).values() for entry in group]
    known = {entry.get("id") for entry in listed}
    for entry in listed:
        named = entry.get("instead_of", [])
        assert set([named] if isinstance(named, str) else named) <= known, called(entry)


def test_translations_are_in_pairs() -> None:
    """Where a room speaks Vietnamese, it speaks English with the same keys."""
    folders = {path.parent for path in TRANSLATIONS}
    assert folders
    for folder in folders:
        vi, en = (read(folder / f"{language}.toml") for language in ("vi", "en"))
        assert {group: set(keys) for group, keys in vi.items()} == {
            group: set(keys) for group, keys in en.items()
        }, folder


@pytest.mark.parametrize("path", REGISTERS, ids=name_of)
def test_registers_are_in_canonical_order(path: Path) -> None:
    """Sorted by key, cells trimmed: `luocdo tables --tidy` would change nothing."""
    assert path.read_text(encoding="utf-8") == canonical(path)


@pytest.mark.parametrize("path", REGISTERS, ids=name_of)
def test_keys_stand_once(path: Path) -> None:
    """A fact has one row, also where rows of one's own are added."""
    keys = [tuple(row[column] for column in KEYS[path.name]) for row in rows(path)]
    assert [one for one, other in pairwise(sorted(keys)) if one == other] == []


@pytest.mark.parametrize("path", REGISTERS, ids=name_of)
def test_rows_have_a_source(path: Path) -> None:
    """Each fact says where it stands."""
    assert [row for row in rows(path) if not row["source"]] == []
    assert [row for row in rows(path) if None in row] == []


@pytest.mark.parametrize("path", REGISTERS, ids=name_of)
def test_dates_are_ordered(path: Path) -> None:
    """Nothing ends before it begins."""
    for row in rows(path):
        begin, end = row.get("valid_from", ""), row.get("valid_to", "")
        if begin and end:
            width = min(len(begin), len(end))
            assert begin[:width] <= end[:width], row


def test_cells_hold_no_value_twice() -> None:
    """Several values of a cell are split by a bar, each once."""
    for path in REGISTERS:
        for row in rows(path):
            for cell in row.values():
                values = cell.split("|")
                assert len(values) == len(set(values)), (path.name, row)


def test_references_resolve() -> None:
    """Reading all registers, with the example's rows and without, refuses no row."""
    alone = load_registry()
    added = load_registry(PROJECT / "examples" / "registers")
    assert len(added.provinces) > len(alone.provinces) > 34
    assert alone.sha256 != added.sha256
