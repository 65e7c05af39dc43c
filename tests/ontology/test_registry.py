"""The registers load, agree with each other and answer look-ups."""

from __future__ import annotations

import csv
import unicodedata
from datetime import date
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from ontology.document_numbers import parse_number
from ontology.errors import RegisterError
from ontology.registry import REGISTERS, load_registry

if TYPE_CHECKING:
    from pathlib import Path


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table as they stand."""
    with (REGISTERS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


KEYS = {
    "document_types.csv": ("code",),
    "symbols.csv": ("symbol",),
    "agencies.csv": ("code",),
    "agency_aliases.csv": ("alias", "agency_code"),
    "provinces.csv": ("slug",),
    "province_changes.csv": ("date", "old", "new"),
    "documents.csv": ("path",),
    "document_aliases.csv": ("alias", "path"),
    "terms_of_office.csv": ("body", "code"),
}


@pytest.mark.parametrize("name", sorted(KEYS))
def test_tables_are_canonical(name: str) -> None:
    """Rows are sorted by their key, keys are unique, text is NFC, every row has a source."""
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows(name)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    for row in rows(name):
        assert row["source"], row
        assert all(unicodedata.is_normalized("NFC", cell) for cell in row.values())


def test_look_ups() -> None:
    """Types, symbols, bodies and provinces are found by what is printed."""
    registry = load_registry()
    assert registry.types_printed("QÐ")[0].code == "QĐ"
    assert {row.code for row in registry.types_printed("TT")} == {"TT", "TTRI"}
    assert registry.types_named("CHỈ THỊ")[0].class_name == "Directive"
    assert registry.types_printed("HD")[0].slug == "hd"
    assert registry.types_printed("HĐ")[0].slug == "hop-dong"
    symbol = registry.symbol("BNN&PTNT")
    assert symbol is not None
    assert symbol.agency_codes == ("bnnptnt",)
    assert [row.code for row in registry.agencies_named("Sở KH&ĐT")] == ["so-khdt"]


def test_a_province_is_found_at_its_time() -> None:
    """A name that lives on after a merger is another body from that day."""
    registry = load_registry()
    before = registry.provinces_named("Đồng Tháp", date(2025, 6, 30))
    after = registry.provinces_named("tỉnh đồng tháp", date(2025, 7, 1))
    assert [row.slug for row in before] == ["dong-thap"]
    assert [row.slug for row in after] == ["dong-thap-2025"]
    assert registry.successors("tien-giang", date(2025, 7, 1)) == ("dong-thap-2025",)
    assert registry.successors("tien-giang", date(2025, 6, 30)) == ("tien-giang",)
    assert registry.successors("ha-noi", date(2025, 7, 1)) == ("ha-noi",)


def test_there_are_34_provinces_today() -> None:
    """Resolution 202/2025/QH15 leaves 34 provinces and cities."""
    today = date(2025, 7, 1)
    assert sum(row.existed(today) for row in load_registry().provinces) == 34


def test_terms() -> None:
    """A day in a term gives one, a day of change two, and a province may differ."""
    registry = load_registry()
    assert [t.code for t in registry.terms_on("dang", date(2022, 3, 16))] == ["k13"]
    assert [t.code for t in registry.terms_on("dang", date(2026, 1, 9))] == ["k13"]
    assert [t.code for t in registry.terms_on("dang", date(2026, 2, 25))] == ["k14"]
    assert [t.code for t in registry.terms_on("tu-tien-giang", date(2022, 12, 19))] == ["nk2020"]
    assert len(registry.terms_on("tu-tien-giang", date(2020, 10, 10))) == 2
    assert [t.code for t in registry.terms_on("tu-ha-noi", date(2020, 10, 10))] == ["nk2015"]


def test_known_documents() -> None:
    """A known document is found by path, number and alias."""
    registry = load_registry()
    paths = {row.path for row in registry.documents_numbered(parse_number("12-NQ/TW").key)}
    assert paths == {f"id/vn/nq/tw/{term}/12" for term in ("k11", "k12", "k13")}
    assert registry.document("id/vn/ct/tw/k10/48") is not None
    assert "id/vn/qd/ttg/2022/6/annex" in {
        row.path for row in registry.documents_called("Đề án 06")
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("symbols.csv", "ubnd-tinh|", "nobody|", "unknown-reference"),
        ("provinces.csv", "\nan-giang,", "\nca-mau,", "repeated-key"),
        ("agencies.csv", ",national,", ",galactic,", "bad-register-row"),
    ],
)
def test_bad_tables_are_refused(tmp_path: Path, name: str, old: str, new: str, code: str) -> None:
    """A dangling reference, a repeated key and a value outside its list stop the loading."""
    folder = tmp_path / "registers"
    copytree(REGISTERS, folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_registry(folder=folder)
    assert caught.value.code == code


def test_the_digest_names_the_tables(tmp_path: Path) -> None:
    """One changed byte changes the digest."""
    folder = tmp_path / "registers"
    copytree(REGISTERS, folder)
    assert load_registry(folder=folder).sha256 == load_registry().sha256
    other = tmp_path / "other"
    copytree(REGISTERS, other)
    with (other / "symbols.csv").open("a", encoding="utf-8") as file:
        file.write("ZZZ,bca,state,,x,,,\n")
    assert load_registry(folder=other).sha256 != load_registry().sha256
