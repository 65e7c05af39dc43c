"""Markdown keeps every word at its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.markdown import read_markdown, read_text
from loaders.records import SourceFile


def read_words(text: str) -> str:
    """Read a text as a markdown file."""
    file = SourceFile(name="a.md", media_type="text/markdown", content=text.encode(), sha256="")
    return read_markdown(file, DEFAULT_LIMITS).text


def test_what_is_for_machines_becomes_blank() -> None:
    """Comments, tags, link targets, pictures and front matter are no words."""
    text = read_words(
        "---\ntitle: x\n---\n<!-- ẩn -->**Kế hoạch** <br/>[số 5](https://vi.du/a) ![](a.png)\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    )
    assert " ".join(text.split()) == "**Kế hoạch** số 5 | A | B | | 1 | 2 |"


def test_figures_beside_less_than_signs_stay() -> None:
    """A comparison is no tag."""
    assert read_words("tỷ lệ < 5% và > 3%") == "tỷ lệ < 5% và > 3%"


@given(st.text(alphabet="ab <>[]()!-|\n*#", min_size=1, max_size=200))
def test_places_stay(text: str) -> None:
    """Length and line breaks are those of the file."""
    read = read_words(text)
    assert len(read) == len(text)
    assert [i for i, c in enumerate(read) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_rows_that_only_place_blocks_become_lines() -> None:
    """A head or an end printed as one row of two cells; rows of figures stay rows."""
    row = "| SỞ Y TẾ<br>Số: 5/SYT-VP | Sông Mây, ngày 2 tháng 4 năm 2024 |"
    assert [line.strip() for line in read_words(row).split("\n") if line.strip()] == [
        "SỞ Y TẾ",
        "Số: 5/SYT-VP",
        "Sông Mây, ngày 2 tháng 4 năm 2024",
    ]
    figures = "| 1 | Trồng cây<br>ven đường | Sở A |"
    assert read_words(figures) == "| 1 | Trồng cây    ven đường | Sở A |"


def test_a_text_file_with_such_a_table_is_read_alike() -> None:
    """Any other stays as it is."""
    row = "| SỞ Y TẾ<br>Số: 5/SYT-VP | Sông Mây, ngày 2 tháng 4 năm 2024 |"
    plain = "Tỷ lệ <br> còn thấp\n"
    files = (
        SourceFile(name="a", media_type="text/plain", content=words.encode(), sha256="")
        for words in (row, plain)
    )
    kept = [read_text(file, DEFAULT_LIMITS).text for file in files]
    assert kept == [read_words(row), plain]
