"""A register has one canonical form, and writing it twice changes nothing."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from ontology.errors import RegisterError
from ontology.registry import REGISTERS
from ontology.registry_order import KEYS, canonical, registers_in, tidy

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = "slug,name_vi\n song-may ,Tỉnh Sông Mây\ngo-suong,Gò Sương | Suong\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a register out of order, with stray blanks and letters that are not NFC."""
    path = tmp_path / "provinces.csv"
    path.write_text(unicodedata.normalize("NFD", UNTIDY), encoding="utf-8")
    return path


def test_rows_are_sorted_and_cells_trimmed(register: Path) -> None:
    """The key sorts; blanks at ends and round bars go; letters become NFC."""
    assert tidy(register)
    expected = "slug,name_vi\ngo-suong,Gò Sương|Suong\nsong-may,Tỉnh Sông Mây\n"
    assert register.read_text(encoding="utf-8") == expected
    assert not tidy(register)


def test_missing_key_is_named(register: Path) -> None:
    """A file without its key column is refused and stays as it was."""
    register.write_text("name_vi\nGò Sương\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"provinces\.csv: no column slug"):
        tidy(register)
    assert register.read_text(encoding="utf-8") == "name_vi\nGò Sương\n"


def test_empty_and_foreign_files(tmp_path: Path) -> None:
    """An empty file lacks its key; bytes that are no UTF-8 are refused by name."""
    (tmp_path / "symbols.csv").write_bytes(b"")
    with pytest.raises(RegisterError, match="no column symbol"):
        canonical(tmp_path / "symbols.csv")
    (tmp_path / "symbols.csv").write_bytes(b"symbol\n\xff\xfe\n")
    with pytest.raises(RegisterError, match=r"symbols\.csv"):
        canonical(tmp_path / "symbols.csv")


def test_only_registers_are_taken(register: Path) -> None:
    """Other files of a folder are no registers."""
    (register.parent / "notes.csv").write_text("a\n", encoding="utf-8")
    assert registers_in(register.parent) == (register,)


def test_each_table_of_the_program_is_known() -> None:
    """No register of the program stands outside the order."""
    assert {path.name for path in REGISTERS.glob("*.csv")} == set(KEYS)
