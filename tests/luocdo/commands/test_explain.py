"""A person reads why each citation was read, resolved and related so; nothing is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
Số: 21/KH-UBND
Lạng Sơn, ngày 5 tháng 4 năm 2024

KẾ HOẠCH
Chăm sóc vườn hồi

Thực hiện Kết luận số 13-KL/TW ngày 16/8/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số
48-CT/TW của Bộ Chính trị khóa X và Quyết dinh số 377/QD-UBND ngày 9/2/2022 của UBND tỉnh.
Các xã phổ biến Chỉ thị số 16 của Thủ tướng Chính phủ và Luật Sông ngòi xa lạ.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a file with an invented plan: a nested, a repaired, a short and an unknown mention."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_each_citation_is_explained_in_vietnamese(
    luocdo: Callable[..., Done], directive: Path
) -> None:
    """Words and line, form, rule, document, reason, relation and cue, in this order."""
    done = luocdo("explain", directive)
    assert (done.code, done.err) == (0, "")
    heading, *lines = done.out.strip().splitlines()
    assert heading == "chi-thi.txt: 07/CT-UBND (id/vn/ct/ubnd-lang-son/2024/7), 2 viện dẫn"
    start = lines.index(
        "[2] dòng 14: «Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ»"
    )
    read, rule, document, reason, relation = lines[start + 1 :]
    assert read.startswith("    đọc: đủ số, ký hiệu; Chỉ thị; số 12/CT-TTg; ban hành 2019-04-25")
    assert rule.startswith("    quy tắc: full:state-plain (số của Nhà nước không có năm")
    assert document.startswith("    văn bản: đã xác định; id/vn/ct/ttg/2019/12 «")
    assert document.endswith("; theo số, theo ngày; tin cậy 0.98")
    assert reason.startswith("    vì: những gì viện dẫn nêu chỉ khớp với một văn bản")
    assert relation.startswith("    quan hệ: văn bản này thực hiện [2]; theo chữ «Thực hiện»")
    assert not (directive.parent / "data").exists()


def test_nested_repaired_and_open_ones(luocdo: Callable[..., Done], plan: Path) -> None:
    """Inner citations are indented, repairs named, candidates listed with why none won."""
    out = luocdo("explain", "--lang", "en", plan).out
    lines = out.splitlines()
    outer = next(i for i, line in enumerate(lines) if line.startswith("[1] line 10: «Kết luận"))
    inner = next(i for i, line in enumerate(lines) if "«Chỉ thị số 48-CT/TW của" in line)
    assert lines[inner].startswith("    [2] line 10: ")
    assert outer < inner
    assert all(line.startswith("        ") for line in lines[inner + 1 : inner + 5])
    assert any(line.strip().startswith("relation: [1] continues [2]; by") for line in lines)
    assert "repaired: 377/QĐ-UBND (lost diacritics)\n" in out
    assert "document: unresolved" in out
    assert "because: the registers have no document of this name or number" in out


def test_candidates_are_told_with_their_scores(
    luocdo: Callable[..., Done], directive: Path
) -> None:
    """A law of which two were passed by then leaves both as candidates."""
    text = directive.read_text("utf-8").replace(
        "Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "{law}"
    )
    dated = text.replace("12 tháng 3 năm 2024", "15 tháng 3 năm 2014")
    directive.write_text(dated.format(law="Luật Đất đai"), encoding="utf-8")
    out = luocdo("explain", directive).out
    assert "    văn bản: còn nhiều khả năng\n" in out
    assert "    khả năng: 0.50 id/vn/qh11/2003/13 «Luật Đất đai»\n" in out
    assert "    chưa chọn: các khả năng đứng đầu ngang điểm" in out


def test_json_holds_the_same(luocdo: Callable[..., Done], plan: Path) -> None:
    """One object a document; codes stand beside their sentences, spans cut the file's text."""
    done = luocdo("explain", "--format", "json", plan, plan)
    (line,) = done.out.splitlines()
    said = json.loads(line)
    assert (said["doc"], said["number"]) == ("ke-hoach.txt", "21/KH-UBND")
    first, second, *_ = said["citations"]
    assert (second["within"], first["within"]) == (first["index"], None)
    assert first["target"] == "id/vn/kl/tw/k13/13"
    assert first["reason"]["code"] == "agrees"
    assert first["rule"]["id"] == "full:party"
    assert second["relations"][0]["cue"] == {"text": "tiếp tục thực hiện", "line": 10}
    text = plan.read_text("utf-8")
    assert [
        each["index"]
        for each in said["citations"]
        if " ".join(text[each["start"] : each["end"]].split()) != each["text"]
    ] == []


def test_every_example_can_be_explained(luocdo: Callable[..., Done], examples: Path) -> None:
    """No sentence is missing for what the examples hold, in either language and form."""
    for words in (["--lang", "en"], ["--lang", "vi"], ["--format", "json"]):
        done = luocdo("explain", *words, examples)
        assert (done.code, done.err) == (0, "")


def test_real_documents_can_be_explained(luocdo: Callable[..., Done], shared: Path) -> None:
    """No sentence is missing for what real papers hold."""
    done = luocdo("explain", *sorted((shared / "corpus").glob("[0-2]*.txt")))
    assert (done.code, done.err) == (0, "")


def test_bad_files_are_told_beside_the_good(luocdo: Callable[..., Done], directive: Path) -> None:
    """The good ones are explained; exit code 3."""
    (directive.parent / "hong.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = luocdo("explain", directive, directive.parent / "hong.pdf")
    assert done.code == 3
    assert "[2] dòng 14" in done.out
    assert done.err.startswith("hong.pdf: ")


def test_a_secret_document_is_not_explained(luocdo: Callable[..., Done], directive: Path) -> None:
    """Not even its words leave the program."""
    directive.write_text("TUYỆT MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    done = luocdo("explain", directive)
    assert (done.code, done.out) == (3, "")
