"""A page gives the words of its document, a line a block."""

from __future__ import annotations

import pytest

from loaders.errors import UnreadableDocument
from loaders.readers.html import read_html
from loaders.readers.limits import DEFAULT_LIMITS
from loaders.records import SourceFile

HEAD = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
BODY = "<p>Xã tổ chức trồng cây ven đường.</p>" * 9


def read_page(markup: str) -> str:
    """Read markup as a page."""
    file = SourceFile(name="a.html", media_type="text/html", content=markup.encode(), sha256="")
    return read_html(file, DEFAULT_LIMITS).text


def test_the_frame_of_the_site_is_left_out() -> None:
    """Menus, scripts, footers and lists beside the document are no words of it."""
    page = (
        "<html><body><nav>Trang chủ</nav><div>Tin mới</div>"
        f"<div><div><script>x()</script>{HEAD}{BODY}</div></div>"
        "<div>Mục lục</div><footer>Liên hệ</footer></body></html>"
    )
    lines = read_page(page).split("\n")
    assert lines[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert lines[-1] == "Xã tổ chức trồng cây ven đường."
    assert len(lines) == 10


def test_the_head_is_kept_where_the_body_is_nested_deeper() -> None:
    """The element that is taken holds head and body."""
    lines = read_page(f"<body><div>{HEAD}<section>{BODY}</section></div></body>").split("\n")
    assert lines[0].startswith("CỘNG HÒA")


def test_inline_elements_do_not_break_lines() -> None:
    """A word may be half bold."""
    assert read_page("<p>số <b>1</b>2/KH-UB<i>ND</i><br>ngày</p>") == "số 12/KH-UBND\nngày"


def test_tables_give_rows_and_layout_tables_lines() -> None:
    """Rows of figures stay rows; blocks set side by side follow each other."""
    data = "<table><tr><th>TT</th><th>Tên</th><th>Hạn</th></tr><tr><td>1</td><td>A<br>B</td><td>"
    assert read_page(data + "x</td></tr></table>") == "TT | Tên | Hạn\n1 | A B | x"
    layout = "<table><tr><td>Nơi nhận:<br>- Như trên.</td><td>CHỦ TỊCH<br>Lê A</td></tr></table>"
    assert read_page(layout) == "Nơi nhận:\n- Như trên.\nCHỦ TỊCH\nLê A"


@pytest.mark.parametrize("tag", ["div", "table", "b", "table><tr><td"])
def test_hostile_nesting_ends(tag: str) -> None:
    """Thousands of nested elements neither crash nor hang, and what stands before is kept."""
    assert "Số 5" in read_page("<p>Số 5</p>" * 200 + f"<{tag}>" * 3000 + "Kế hoạch")


def test_nesting_beyond_all_measure_is_refused() -> None:
    """Parsing takes time by the square of open elements, so it is not begun."""
    with pytest.raises(UnreadableDocument, match=r"a\.html"):
        read_page("<div>" * 6000 + "Số 5")


def test_unclosed_and_closed_elements_are_told_apart() -> None:
    """Many elements one after another are no nesting."""
    assert read_page("<div>Số</div> <span>5</span>" * 4000).startswith("Số")


def test_equal_elements_are_not_taken_for_their_parent() -> None:
    """The walk ends at the element it began with, not at one that reads the same."""
    page = "<div><div><p>Một</p></div></div><div><div><p>Một</p></div></div><p>Hai</p>"
    assert read_page(page).split("\n") == ["Một", "Một", "Hai"]
