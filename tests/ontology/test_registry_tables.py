"""A bad row is refused by file, row and column."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ontology import registry_tables as tables
from ontology.errors import RegisterError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "slug,name_vi,name_short,kind,code,aliases,source,valid_from,valid_to,note\n"
GOOD = "song-may,Tỉnh Sông Mây,Sông Mây,province,99,SM|S. Mây,x,1991,2025-06,\n"


def write(folder: Path, *rows: str) -> Path:
    """Write a table of provinces."""
    path = folder / "provinces.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


def test_a_row_becomes_a_record(tmp_path: Path) -> None:
    """A bar splits values; a year stands for its first day, a month for its last at an end."""
    (row,) = tables.read_table(write(tmp_path, GOOD), tables.province)
    assert row.aliases == ("SM", "S. Mây")
    assert (row.valid_from, row.valid_to) == (date(1991, 1, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("province", "kingdom", "kind"),
        ("1991", "1991-13", "valid_from"),
        ("1991", "soon", "valid_from"),
        ("song-may", "", "slug"),
        ("Sông Mây,", " Sông Mây,", "name_short"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, old: str, new: str, column: str) -> None:
    """The error says provinces.csv, row 3 and the column."""
    bad = GOOD.replace(old, new, 1) if column != "name_short" else GOOD.replace(",Sông", ", Sông")
    with pytest.raises(RegisterError) as caught:
        list(tables.read_table(write(tmp_path, GOOD, bad), tables.province))
    assert "provinces.csv, row 3" in caught.value.detail
    assert f"column {column}" in caught.value.detail


def test_a_missing_file_is_a_register_error(tmp_path: Path) -> None:
    """The library's own error does not get out."""
    with pytest.raises(RegisterError):
        list(tables.read_table(tmp_path / "none.csv", tables.province))


def test_a_day_of_issue_is_whole(tmp_path: Path) -> None:
    """A month alone is no date of issue: it would become the first of the month."""
    path = tmp_path / "documents.csv"
    path.write_text(
        "path,type,number,issuer,date,title_vi,status,certainty,replaced_by,continues,implements,"
        "source,valid_from,valid_to,note\n"
        "id/vn/ct/ttg/2030/1,CT,01/CT-TTg,ttg,2030-05,Về mưa,unknown,B,,,,x,,,\n",
        encoding="utf-8",
    )
    with pytest.raises(RegisterError, match="column date"):
        list(tables.read_table(path, tables.known_document))
