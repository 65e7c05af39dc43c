"""Pages of the national sites: properties and lists are taken, and leave the text."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from loaders.readers.html import read_html
from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.site_pages import is_notice, label_of
from loaders.records import SourceFile, SourceText

HEAD = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>"
BODY = "<p>Xã tổ chức trồng cây ven đường.</p>" * 3
DOCUMENT = f"<div class=content1>{HEAD}{BODY}</div>"
TABLE = """
<div id=divThuocTinh><h1>Chỉ thị 15/CT-UBND</h1><table>
<tr><td><b>Số hiệu:</b></td><td>15/CT-UBND</td><td></td><td><b>Loại văn bản:</b></td>
<td>Chỉ thị</td></tr>
<tr><td><b>Nơi ban hành:</b></td><td>Tỉnh Sông Mây</td><td></td><td><b>Người ký:</b></td>
<td>Lê Văn A</td></tr>
<tr><td>Ngày ban hành:</td><td>05/03/2024</td><td></td><td>Ngày hiệu lực:</td>
<td>Đã biết</td></tr>
<tr><td>Số công báo:</td><td>Đang cập nhật</td><td></td><td>Tình trạng:</td>
<td>Còn hiệu lực</td></tr></table></div>"""
FACTS = {
    "number": "15/CT-UBND",
    "type": "Chỉ thị",
    "issuer": "Tỉnh Sông Mây",
    "signer": "Lê Văn A",
    "date": "05/03/2024",
    "state": "Còn hiệu lực",
}
ENTRY = "Nghị định số 30/2020/NĐ-CP về công tác văn thư"


def read_page(body: str) -> SourceText:
    """Read markup as a page."""
    content = f"<html><body><div>{body}</div></body></html>".encode()
    file = SourceFile(name="a.html", media_type="text/html", content=content, sha256="")
    return read_html(file, DEFAULT_LIMITS)


def facts_of(text: SourceText) -> dict[str, str]:
    """Return the facts by their fields."""
    return {fact.field: fact.value for fact in text.page_facts}


def entries() -> list[tuple[str, dict[str, Any]]]:
    """Return the entries of the table with the names of their lists."""
    words = files("loaders.readers").joinpath("site_pages.toml").read_text("utf-8")
    lists = tomllib.loads(words)
    return [(name, entry) for name in ("field", "list", "frame") for entry in lists[name]]


@pytest.mark.parametrize(("name", "entry"), entries())
def test_examples_are_read_by_their_entry(name: str, entry: dict[str, Any]) -> None:
    """Each example is one of the labels of its entry, and no counter-example is."""
    del name
    assert all(label_of(example) in entry["reads"] for example in entry["examples"])
    assert not any(label_of(example) in entry["reads"] for example in entry["counter_examples"])
    assert all(label_of(label) == label for label in entry["reads"])


def test_labels_mean_one_thing() -> None:
    """No label stands in two entries."""
    labels = [label for name, entry in entries() if name != "frame" for label in entry["reads"]]
    assert len(labels) == len(set(labels))


def test_a_table_of_properties_is_taken_and_leaves_the_text() -> None:
    """Cells after labels are facts; unknown ones are none; the words of the document stay."""
    text = read_page(TABLE + DOCUMENT)
    assert facts_of(text) == FACTS
    assert text.text.split("\n")[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert text.text.endswith("ven đường.")


@pytest.mark.parametrize(
    "rows",
    [
        "<div><div>{}</div><div>{}</div></div>",
        "<ul><li><span>{}</span> {}</li></ul>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<p>{}: {}</p>",
        "<table><tr><td>{}<br>{}</td></tr></table>",
    ],
)
def test_properties_need_no_table(rows: str) -> None:
    """Pairs of blocks, lists and lines with a colon are read alike, also in a hidden tab."""
    labels = ["Số ký hiệu", "Loại văn bản", "Cơ quan ban hành", "Người ký", "Ngày ban hành"]
    pairs = zip([*labels, "Tình trạng hiệu lực"], FACTS.values(), strict=True)
    tab = "".join(rows.format(*pair) for pair in pairs)
    assert facts_of(read_page(DOCUMENT + f"<div aria-hidden=true>{tab}</div>")) == FACTS


def test_three_cells_after_one_label() -> None:
    """The older pages put body, post and signer behind one label."""
    page = (
        "<table><tr><td>Số ký hiệu</td><td>7/TT-BTC</td></tr><tr><td>Ngày ban hành</td>"
        "<td>01/02/2020</td></tr><tr><td>Cơ quan ban hành/ Chức danh / Người ký</td>"
        "<td>Bộ Tài chính</td><td>Bộ trưởng</td><td>Lê A</td></tr></table>"
    )
    facts = facts_of(read_page(page + DOCUMENT))
    assert facts["issuer"] == "Bộ Tài chính"
    assert facts["signer"] == "Lê A"


def test_a_table_of_the_document_stays() -> None:
    """A list of papers in an annex has the same words in its head and is no table of a site."""
    table = (
        "<table><tr><th>Số hiệu</th><th>Loại văn bản</th><th>Ngày ban hành</th></tr>"
        "<tr><td>1/QĐ</td><td>Quyết định</td><td>01/02/2020</td></tr></table>"
    )
    text = read_page(f"<div>{HEAD}{BODY}{table}</div>")
    assert text.page_facts == ()
    assert "1/QĐ | Quyết định | 01/02/2020" in text.text


HEADED = "{row}<b>Văn bản bị thay thế</b>{cell}{entry}{end}{row}<b>Văn bản hướng dẫn [N]</b>{cell}"
HEADED += "Thông tư số 1/2021/TT-BNV{end}"
LISTS = [
    HEADED.format(entry=ENTRY, row=row, cell=cell, end=end)
    for row, cell, end in (
        ("<div><div>", "</div><div><a>", "</a></div></div>"),
        ("<div class=luocdo><div class=title>", "</div><ul><li><a>", "</a></li></ul></div>"),
        ("<table><tr><td>", "</td><td>", "</td></tr></table>"),
        ("<h4>", "</h4><p>", "</p>"),
    )
]


@pytest.mark.parametrize("lists", LISTS)
@pytest.mark.parametrize("count", ["", "(1)", "<!-- -->(<!-- -->1<!-- -->)"])
def test_lists_of_related_documents_are_taken(lists: str, count: str) -> None:
    """The heading says which relation, and which way it goes."""
    text = read_page(f"{DOCUMENT}<div>{lists}</div>".replace("[N]", count))
    found = [(r.kind, r.towards, r.label, r.words) for r in text.page_relations if "số" in r.words]
    assert found == [
        ("replaces", False, "Văn bản bị thay thế", ENTRY),
        ("guides", True, "Văn bản hướng dẫn", "Thông tư số 1/2021/TT-BNV"),
    ]
    assert "30/2020" not in text.text


def test_entries_after_the_shown_document_belong_to_no_list() -> None:
    """The box of the document itself parts the lists."""
    page = (
        f"<div><p>Văn bản bị thay thế (0)</p><p>--</p><p>VĂN BẢN ĐANG XEM</p><p>{ENTRY}</p></div>"
    )
    assert read_page(DOCUMENT + page).page_relations == ()


def test_boxes_and_notices_leave_the_text() -> None:
    """Log-in prompts and comments are no words, even inside the element of the document."""
    boxes = "<div class='comment-box'>Bình luận hay</div><p>Đang tải văn bản...</p>"
    text = read_page(TABLE + f"<div>{HEAD}{boxes}{BODY}</div>").text
    assert "Bình luận" not in text
    assert "Đang tải" not in text
    assert is_notice("Đang tải văn bản...")


def test_pages_of_nobody_keep_every_box() -> None:
    """Where no site is known, a class alone removes nothing."""
    assert "Ý chính" in read_page(f"<div>{HEAD}<div class=comment>Ý chính</div>{BODY}</div>").text


def test_a_form_round_the_page_and_a_form_of_search_hinder_nothing() -> None:
    """A form may hold the whole page, and another the same labels without values."""
    search = "<div>Số hiệu</div><div>Loại văn bản</div>"
    text = read_page(f"<form>{search}<div>{TABLE}{DOCUMENT}</div></form>")
    assert facts_of(text) == FACTS
    assert text.text.endswith("ven đường.")
