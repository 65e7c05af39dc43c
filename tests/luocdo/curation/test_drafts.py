"""A draft is looked through in a process apart, and nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.curation.apart import ProcessApart
from luocdo.curation.drafts import DraftTable, DraftTask, read_upload
from luocdo.loading.sources import limits
from luocdo.settings import Settings
from ontology.registry import load_registry
from webui.ports import Upload

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 07/CT-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

CHỈ THỊ
Về việc tăng cường phòng cháy, chữa cháy rừng

Căn cứ Chỉ thị số 4712/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ;
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a store that is not there."""
    return Settings(store=tmp_path / "kho")


def test_the_remarks_stand_at_their_words(settings: Settings) -> None:
    """In the language that was asked for; the store is not even made."""
    upload = Upload(name="draft.txt", content=DRAFT.encode())
    found = DraftTask(settings=settings, upload=upload, language="vi")()
    (remark,) = [r for r in found.remarks if "4712/CT-TTg" in r.words]
    assert found.text[remark.start : remark.end].split() == remark.words.split()
    assert (remark.severity, remark.line) == ("info", 9)
    english = DraftTask(settings=settings, upload=upload, language="en")()
    assert [r.said for r in english.remarks] != [r.said for r in found.remarks]
    assert not settings.store.exists()


def test_what_cannot_be_read_is_told_in_one_sentence(settings: Settings) -> None:
    """It comes through the process like an answer."""
    apart = ProcessApart(megabytes=3_000, waiting=1)
    table = DraftTable(settings=settings, apart=apart)
    try:
        refused = table.check(Upload(name="anh.exe", content=b"MZ\x00\x01" * 50), "vi")
        fine = table.check(Upload(name="draft.txt", content=DRAFT.encode()), "vi")
    finally:
        apart.end()
    assert "anh.exe" in refused.refusal
    assert (refused.text, refused.remarks) == ("", ())
    assert fine.remarks
    assert fine.refusal == ""


def test_a_process_that_is_busy_is_told(settings: Settings) -> None:
    """The visitor may come again."""
    table = DraftTable(settings=settings, apart=ProcessApart(megabytes=3_000, waiting=0))
    assert "đang đọc" in table.check(Upload(name="a.txt", content=b"a"), "vi").refusal


def test_the_kind_of_a_file_is_told_by_its_bytes_too(settings: Settings) -> None:
    """A page with another ending is one."""
    page = "".join(f"<p>{line}</p>" for line in DRAFT.splitlines())
    upload = Upload(name="a", content=f"<!DOCTYPE html><html>{page}</html>".encode())
    read = read_upload(upload, load_registry(None), settings, limits(settings))
    assert "<p>" not in read.source.text
    assert read.path == "id/vn/ct/ubnd-lang-son/2024/7"
