"""Tables of assignments: row for row, in every format that has tables."""

from __future__ import annotations

import io

import pytest
from docx import Document

from loaders.normalisation.normaliser import normalise
from loaders.obligations import find
from loaders.readers import read
from loaders.readers.formats import media_type
from loaders.records import Metadata, Obligation, PartialDate, Reading, SourceFile
from loaders.segments import segment

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MÂY

Số: 45/KH-UBND

Sông Mây, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Bảo đảm an toàn hồ chứa nước năm 2026

I. MỤC ĐÍCH

1. Bảo đảm an toàn cho vùng hạ du.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Đồi

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND tỉnh Sông Mây)
"""
COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
ROWS = (
    ("I", "CÔNG TÁC TUYÊN TRUYỀN", "", "", "", ""),
    (
        "1",
        "Xây dựng kế hoạch truyền thông",
        "Sở Y tế",
        "Sở Tài chính; UBND các xã",
        "Quý II/2026",
        "Kế hoạch",
    ),
    (
        "2",
        "Mở chuyên mục trên đài",
        "Báo và phát thanh, truyền hình tỉnh",
        "",
        "Hằng tháng",
        "Chuyên mục",
    ),
    ("II", "SỬA CHỮA CÔNG TRÌNH", "", "", "", ""),
    ("3", "Lắp trạm đo mưa tự động", "UBND các xã", "Đài Khí tượng tỉnh", "2026 - 2027", ""),
    (
        "4",
        "Báo cáo kết quả thực hiện",
        "Các sở, ban, ngành",
        "Văn phòng UBND tỉnh",
        "6 tháng/lần",
        "",
    ),
)
EXPECTED = [
    (
        "Xây dựng kế hoạch truyền thông | Sở Y tế lead; Sở Tài chính coordinating; "
        "UBND các xã coordinating | 2026-Q2"
    ),
    "Mở chuyên mục trên đài | Báo và phát thanh, truyền hình tỉnh lead | FREQ=MONTHLY",
    "Lắp trạm đo mưa tự động | UBND các xã lead; Đài Khí tượng tỉnh coordinating | 2027",
    (
        "Báo cáo kết quả thực hiện | Các sở, ban, ngành lead; Văn phòng UBND tỉnh coordinating | "
        "FREQ=MONTHLY;INTERVAL=6"
    ),
]


def tasks(name: str, content: bytes) -> tuple[Obligation, ...]:
    """Return the tasks of a file of 12 January 2026."""
    file = SourceFile(
        name=name, media_type=media_type(name, content[:64]), content=content, sha256=""
    )
    text = normalise(read(file).text)
    issued = Reading(
        value=PartialDate(year=2026, month=1, day=12),
        printed="",
        span=None,
        rule="test",
        confidence=1.0,
    )
    return find(text, segment(text), Metadata(issued_on=issued), ())


def told(task: Obligation) -> str:
    """Return a task in one line: its words, its doers, its times."""
    doers = "; ".join(f"{a.agency} {a.role.value}" for a in task.assignments)
    times = "; ".join(d.iso or d.recurrence or d.printed for d in task.deadlines)
    return f"{' '.join(task.printed.split())} | {doers} | {times}"


def markdown() -> bytes:
    """Return the plan in markdown."""
    lines = [COLUMNS, ("---",) * len(COLUMNS), *ROWS]
    return (HEAD + "\n" + "\n".join(f"| {' | '.join(row)} |" for row in lines)).encode()


def page() -> bytes:
    """Return the plan as a web page: a head of two rows, groups over all columns."""
    head = (
        "<tr><th rowspan=2>STT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Phân công</th>"
        "<th rowspan=2>Thời gian</th><th rowspan=2>Sản phẩm</th></tr>"
        "<tr><th>Chủ trì</th><th>Phối hợp</th></tr>"
    )
    rows = "".join(
        f"<tr><td>{row[0]}</td><td colspan=5>{row[1]}</td></tr>"
        if not row[2]
        else "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in ROWS
    )
    body = "".join(f"<p>{line}</p>" for line in HEAD.splitlines() if line)
    return f"<html><body>{body}<table>{head}{rows}</table></body></html>".encode()


def document() -> bytes:
    """Return the plan as a document: merged heads, group rows merged over all columns."""
    made = Document()
    for line in filter(None, HEAD.splitlines()):
        made.add_paragraph(line)
    table = made.add_table(rows=2, cols=len(COLUMNS))
    table.cell(0, 2).merge(table.cell(0, 3)).text = "Phân công"
    for place in (0, 1, 4, 5):
        table.cell(0, place).merge(table.cell(1, place)).text = COLUMNS[place]
    table.cell(1, 2).text, table.cell(1, 3).text = "Đơn vị chủ trì", "Đơn vị phối hợp"
    for row in ROWS:
        cells = table.add_row().cells
        if row[2]:
            for cell, words in zip(cells, row, strict=True):
                cell.text = words
        else:
            cells[0].merge(cells[-1]).text = f"{row[0]}. {row[1]}"
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def cell_by_cell() -> bytes:
    """Return the plan as plain text with a cell a paragraph, as copied from a page."""
    cells = [*COLUMNS, *(cell for row in ROWS for cell in row if cell)]
    return (HEAD + "\n" + "\n\n".join(cells)).encode()


def line_by_line() -> bytes:
    """Return the plan as a gazette is converted: no mark of the cells is left."""
    lines = ["STT Nhiệm vụ", "Cơ quan", "chủ trì", "Cơ quan", "phối hợp", "Thời gian", "Sản phẩm"]
    for number, *cells in ROWS:
        lines += [f"{number}. {cells[0]}"] if not cells[1] else [f"{number}.", *filter(None, cells)]
    return (HEAD + "\n" + "\n".join(lines) + "\n").encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", markdown()),
        ("a.html", page()),
        ("a.docx", document()),
        ("a.txt", cell_by_cell()),
        ("a.txt", line_by_line()),
    ],
)
def test_a_table_comes_out_row_for_row(name: str, content: bytes) -> None:
    """Whatever the format: heads of two rows, groups, empty cells."""
    assert [told(task) for task in tasks(name, content)] == EXPECTED


def test_a_table_without_numbers() -> None:
    """Rows need no numbers."""
    lines = [COLUMNS[1:], ("---",) * 5, *(row[1:] for row in ROWS if row[2])]
    content = (HEAD + "\n" + "\n".join(f"| {' | '.join(row)} |" for row in lines)).encode()
    assert [told(task) for task in tasks("a.md", content)] == EXPECTED


def plan(*rows: str) -> list[str]:
    """Return the tasks of a table of three columns behind its number."""
    head = "| TT | Nội dung công việc | Đơn vị thực hiện | Thời hạn hoàn thành |"
    content = "\n".join((HEAD, head, "|---|---|---|---|", *rows)).encode()
    return [told(task) for task in tasks("a.md", content)]


def test_a_cell_holds_for_the_rows_below_it() -> None:
    """An empty cell for doers goes on from the row above, a ditto mark repeats it, a group ends it."""
    found = plan(
        "| 1 | Khảo sát hiện trạng các hồ | Sở Xây dựng | Tháng 3/2026 |",
        "| 2 | Lập danh mục hồ xuống cấp | | Tháng 4/2026 |",
        "| 3 | Trình danh mục sửa chữa | -nt- | |",
        "| II | CÔNG TÁC KHÁC | | |",
        "| 4 | Tổng kết chương trình an toàn | | Tháng 12/2026 |",
    )
    assert found == [
        "Khảo sát hiện trạng các hồ | Sở Xây dựng implementing | 2026-03",
        "Lập danh mục hồ xuống cấp | Sở Xây dựng implementing | 2026-04",
        "Trình danh mục sửa chữa | Sở Xây dựng implementing | ",
        "Tổng kết chương trình an toàn |  | 2026-12",
    ]


def test_a_row_over_the_turn_of_a_page() -> None:
    """The head of the next page is none of the rows; a row without a task goes on."""
    found = plan(
        "| 1 | Khảo sát hiện trạng các hồ | Sở Xây dựng | Tháng 3/2026 |",
        "| TT | Nội dung công việc | Đơn vị thực hiện | Thời hạn hoàn thành |",
        "| | | UBND các xã | |",
        "| 2 | Lập danh mục hồ xuống cấp | Sở Tài chính | Tháng 4/2026 |",
    )
    assert found == [
        "Khảo sát hiện trạng các hồ | Sở Xây dựng implementing; UBND các xã implementing | 2026-03",
        "Lập danh mục hồ xuống cấp | Sở Tài chính implementing | 2026-04",
    ]


def test_other_tables_assign_nothing() -> None:
    """Figures and lists of procedures give nobody a task."""
    for head in ("| STT | Chỉ tiêu | Đơn vị tính |", "| TT | Tên TTHC | Cơ quan thực hiện |"):
        rows = "| 1 | Cấp giấy phép xây dựng | Sở Xây dựng |"
        content = f"{HEAD}\n{head}\n|---|---|---|\n{rows}".encode()
        assert tasks("a.md", content) == ()


def test_a_row_that_numbers_the_columns_is_none() -> None:
    """The cells (1), (2) below a head are no task."""
    found = plan("| (1) | (2) | (3) | (4) |", "| 1 | Sửa đập tràn số 2 | UBND xã | 2026 |")
    assert found == ["Sửa đập tràn số 2 | UBND xã implementing | 2026"]


def figures(head: str, *rows: str) -> list[str]:
    """Return the figures that the rows of a table set, a line each."""
    bars = "|---" * (head.count("|") - 1) + "|"
    content = "\n".join((HEAD, head, bars, *rows)).encode()
    return [
        f"{target.measure}: {target.comparison} {target.value:g} {target.unit}"
        for task in tasks("a.md", content)
        for target in task.targets
    ]


def test_a_list_of_indicators_sets_a_figure_a_row() -> None:
    """Value and unit stand in cells of their own; what was reached before is no figure to reach."""
    found = figures(
        "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 | Mục tiêu 2026 | Cơ quan chủ trì |",
        "| 1 | Tỷ lệ hồ chứa có quan trắc mưa | % | 41 | ≥ 65 | Sở Xây dựng |",
        "| 2 | Số trạm đo mưa tự động | trạm | 12 | 30 | Đài Khí tượng tỉnh |",
        "| 3 | Xếp hạng an toàn hồ đập | bậc | 9 | Thuộc nhóm khá | Sở Xây dựng |",
    )
    assert found == [
        "Tỷ lệ hồ chứa có quan trắc mưa: ge 65 %",
        "Số trạm đo mưa tự động: eq 30 trạm",
    ]


def test_what_a_task_is_to_bring_may_hold_figures() -> None:
    """A cell of products says what is to be reached; a count of papers is none."""
    found = figures(
        "| TT | Nhiệm vụ | Đơn vị chủ trì | Kết quả |",
        "| 1 | Cắm mốc hành lang hồ | UBND các xã | Tối thiểu 90% hồ có mốc; 01 bản đồ |",
        "| 2 | Lập bản đồ ngập lụt | Sở Xây dựng | Quyết định ban hành |",
    )
    assert found == ["hồ có mốc: ge 90 %"]


def test_names_of_no_known_kind_and_names_without_a_comma() -> None:
    """A cell of names holds nothing else: short names count, and two that lost a line end."""
    found = plan(
        "| 1 | Phát bản tin dự báo lũ | FPT, VTC; Sở Y tế Sở Nội vụ | 10 ngày sau khi có bão |",
        "| 2 | Diễn tập sơ tán dân | Thường xuyên | |",
    )
    assert found == [
        (
            "Phát bản tin dự báo lũ | FPT implementing; VTC implementing; Sở Y tế implementing; "
            "Sở Nội vụ implementing | 10 ngày sau khi có bão"
        ),
        "Diễn tập sơ tán dân |  | ",
    ]


def test_heads_of_groups_in_merged_cells_and_spans_of_years() -> None:
    """A merged row repeats its words in each cell; the last of several years is the one due."""
    found = plan(
        "| I | VỀ THỂ CHẾ | VỀ THỂ CHẾ | VỀ THỂ CHẾ |",
        "| 1 | Lập sổ hồ chứa | Sở Y tế | 2026-2030 |",
        "| 2 | Dựng bảng báo lũ | Sở Y tế | 2025 |",
    )
    assert found == [
        "Lập sổ hồ chứa | Sở Y tế implementing | 2030",
        "Dựng bảng báo lũ | Sở Y tế implementing | 2025",
    ]
