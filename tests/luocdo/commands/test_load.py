"""Files, folders and patterns are loaded; a bad file is refused by name and the batch goes on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

PDF = (
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")>>endobj\n"
    "trailer<</Root 1 0 R/Size 5{}>>\n%%EOF"
)
ENCRYPTED = PDF.format("/Encrypt 4 0 R/ID[(a)(a)]").encode()
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
BINARY = bytes(range(256)) * 9
OLD_FONT = ("ñy ban nh©n d©n tØnh. Céng hßa x· héi chñ nghÜa ViÖt Nam. " * 9).encode("latin-1")


def dump(luocdo: Callable[..., Done], store: Path) -> frozenset[str]:
    """Return all public triples of a store, with their graphs."""
    output = store.parent / f"{store.name}.nq"
    assert luocdo("export", "--store", store, output).code == 0
    return frozenset(output.read_text("utf-8").splitlines())


def test_the_account_speaks_vietnamese_and_english(
    luocdo: Callable[..., Done], directive: Path
) -> None:
    """How many documents, citations, tasks, and where they are kept."""
    done = luocdo("load", "--store", "kho", directive)
    assert (done.code, done.err) == (0, "")
    assert "Đã nạp 1 văn bản (1 mới hoặc thay đổi)." in done.out
    assert "Kho: kho" in done.out
    again = luocdo("load", "--store", "kho", directive, "--lang", "en")
    assert "Loaded 1 documents (0 new or changed)." in again.out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("trong.txt", b"", "không có chữ"),
        ("nhi-phan.txt", BINARY, "bảng mã"),
        ("tcvn3.txt", OLD_FONT, "bảng mã"),
        ("hong.pdf", b"%PDF-1.4 nothing", "bị hỏng"),
        ("khoa.pdf", ENCRYPTED, "mật khẩu"),
        ("hong.docx", b"PK\x03\x04 nothing", "bị hỏng"),
        ("cu.doc", OLD_WORD, "bị hỏng"),
        ("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "bị hỏng"),
        ("lon.txt", b"x" * 400_000, "quá lớn"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_the_batch_goes_on(
    name: str, content: bytes, says: str, luocdo: Callable[..., Done], directive: Path
) -> None:
    """One Vietnamese sentence names the file; exit code 3; the good file is kept."""
    (directive.parent / "luocdo.toml").write_text("max_file_bytes = 300000\n", encoding="utf-8")
    folder = directive.parent / "in"
    folder.mkdir()
    directive.rename(folder / "chi-thi.txt")
    (folder / name).write_bytes(content)
    done = luocdo("load", "--store", "kho", folder)
    assert done.code == 3
    assert "Đã nạp 1 văn bản" in done.out
    head, line = done.err.splitlines()
    assert head == "Không nhận 1 tệp:"
    assert line.startswith(f"  - {name}: ")
    assert says in line
    assert "Traceback" not in done.err


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_cut_file_is_refused(
    suffix: str, luocdo: Callable[..., Done], examples: Path, tmp_path: Path
) -> None:
    """Half of a real file is damage, not half of its facts."""
    (source,) = examples.glob(f"*.{suffix}")
    content = source.read_bytes()
    (tmp_path / f"cat.{suffix}").write_bytes(content[: len(content) // 2])
    done = luocdo("load", "--store", "kho", tmp_path / f"cat.{suffix}")
    assert done.code == 3
    assert f"cat.{suffix}: tệp bị hỏng" in done.err


def test_a_stamp_of_secrecy_is_refused_unless_allowed(
    luocdo: Callable[..., Done], directive: Path
) -> None:
    """The stamp stands in the head; the flag is the person's own decision."""
    directive.write_text("MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    done = luocdo("load", "--store", "kho", directive)
    assert done.code == 3
    assert "chi-thi.txt: văn bản đóng dấu mật" in done.err
    assert luocdo("load", "--store", "kho", "--allow-secret", directive).code == 0


def test_a_slip_in_a_path_is_usage(luocdo: Callable[..., Done]) -> None:
    """Nothing is loaded, and the pattern is repeated."""
    done = luocdo("load", "--store", "kho", "khong-co/*.txt")
    assert done.code == 2
    assert "khong-co/*.txt" in done.err


def test_loading_twice_equals_loading_once(
    luocdo: Callable[..., Done], examples: Path, store: Path, tmp_path: Path
) -> None:
    """Every public triple is the same after a second load, also of a part."""
    copy = tmp_path / "store"
    shutil.copytree(store, copy)
    before = dump(luocdo, copy)
    assert len(before) > 10_000
    own = ("--store", copy, "--registers", examples / "registers")
    assert "(0 mới hoặc thay đổi)" in luocdo("load", *own, examples).out
    assert luocdo("load", *own, examples / "0*.txt").code == 0
    assert dump(luocdo, copy) == before


def test_the_order_of_loading_does_not_matter(
    luocdo: Callable[..., Done], examples: Path, store: Path, tmp_path: Path
) -> None:
    """One by one from the last to the first gives the graph of all at once."""
    files = sorted(p for p in examples.iterdir() if p.is_file() and p.name != "README.md")
    other = tmp_path / "other"
    for chunk in (files[12:], files[9:12], [files[8]], [files[7]], files[3:7], files[:3]):
        done = luocdo("load", "--store", other, "--registers", examples / "registers", *chunk)
        assert done.code == 0, done.err
    assert dump(luocdo, other) ^ dump(luocdo, store) == frozenset()


LETTER = """Kính gửi: Công an các xã

Đề nghị báo cáo kết quả thực hiện Kế hoạch số 77 ngày 02/02/2024 về kiểm tra bến khách ngang sông.
"""
PLAN = """ỦY BAN NHÂN DÂN
TỈNH TIỀN GIANG
Số: 77/KH-UBND
Tiền Giang, ngày 02 tháng 02 năm 2024

KẾ HOẠCH
Kiểm tra bến khách ngang sông

1. Sở Xây dựng kiểm tra các bến trước ngày 30/4/2024.
"""


def test_a_later_document_settles_an_open_citation(
    luocdo: Callable[..., Done], tmp_path: Path
) -> None:
    """A letter names a plan by its bare number and date; the plan comes only afterwards."""
    letter, plan, store = (tmp_path / name for name in ("thư.txt", "kế hoạch.txt", "kho"))
    letter.write_text(LETTER, encoding="utf-8")
    plan.write_text(PLAN, encoding="utf-8")
    assert luocdo("load", "--store", store, letter).code == 0
    path = "<https://w3id.org/luocdo/id/vn/kh/ubnd-tien-giang/2024/77>"
    cites = f"<https://w3id.org/luocdo/ns#citedWork> {path}"
    assert not any(cites in quad for quad in dump(luocdo, store))
    done = luocdo("load", "--store", store, plan)
    assert "Xác định lại viện dẫn của 1 văn bản đã có." in done.out
    assert any(cites in quad for quad in dump(luocdo, store))
