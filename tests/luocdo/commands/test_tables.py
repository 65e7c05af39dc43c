"""Tables are counted, put in order, and refused by file, row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

HEADER = "slug,name_vi,name_short,kind,code,aliases,source,valid_from,valid_to,note\n"
ROWS = (
    "song-may,Tỉnh Sông Mây,Sông Mây,province,,,Minh họa,,,\n"
    "go-suong,Tỉnh Gò Sương,Gò Sương,province,,,Minh họa,,,\n"
)


def own(tmp_path: Path, text: str) -> Path:
    """Return a folder with a register of one's own."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "provinces.csv").write_text(text, encoding="utf-8")
    return tmp_path / "own"


def test_readable_tables_are_counted(luocdo: Callable[..., Done], examples: Path) -> None:
    """Rows and digest of registers, entries and digest of wordings; own rows count."""
    done = luocdo("tables")
    assert (done.code, done.err) == (0, "")
    registers, wordings = done.out.splitlines()
    assert registers.startswith("Các bảng danh mục đều đọc được: ")
    assert wordings.startswith("Các bảng cách viết đều đọc được: ")
    assert luocdo("tables", "--registers", examples / "registers").out.splitlines()[0] != registers


def test_tidy_writes_ones_own_registers_in_order(
    luocdo: Callable[..., Done], tmp_path: Path
) -> None:
    """Only the folder that is named is written, and only once."""
    folder = own(tmp_path, HEADER + ROWS)
    done = luocdo("tables", "--tidy", "--registers", folder)
    assert done.code == 0
    assert "Đã xếp lại: provinces.csv." in done.out
    first, second = ROWS.splitlines(keepends=True)
    assert (folder / "provinces.csv").read_text("utf-8") == HEADER + second + first
    assert "đã đúng thứ tự" in luocdo("tables", "--tidy", "--registers", folder).out


def test_a_bad_row_is_refused_by_its_place(luocdo: Callable[..., Done], tmp_path: Path) -> None:
    """File, row and column, in one sentence, exit code 4."""
    folder = own(tmp_path, HEADER + ROWS.replace("province,,,", "kingdom,,,", 1))
    done = luocdo("tables", "--registers", folder)
    assert done.code == 4
    assert "provinces.csv, row 2, column kind" in done.err
    assert done.err.startswith("Một dòng danh mục không dùng được")
