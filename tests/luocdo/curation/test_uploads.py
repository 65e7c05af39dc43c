"""A file is read apart, waits, and is in the store once it is accepted, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.curation.apart import ProcessApart
from luocdo.curation.uploads import PreviewTask, StoreTask, UploadTable
from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from queries.store.folder_reader import FolderReader
from tests.luocdo.conftest import DIRECTIVE, paths_of
from webui.ports import Acceptance, Upload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "id/vn/ct/ubnd-lang-son/2024/7"
UPLOAD = Upload(name="chi-thi.txt", content=DIRECTIVE.encode())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a store with nothing in it."""
    return Settings(store=tmp_path / "kho", check_at_load=0)


@pytest.fixture
def table(settings: Settings) -> Iterator[UploadTable]:
    """Return a table with a process of its own."""
    apart = ProcessApart(megabytes=3_000, waiting=2)
    yield UploadTable(settings=settings, apart=apart)
    apart.end()


def test_a_file_is_stored_when_it_is_accepted(table: UploadTable, settings: Settings) -> None:
    """Then it no longer waits; others can do nothing to it."""
    waiting = table.keep("lan", UPLOAD, "vi")
    assert waiting.document.endswith(PATH)
    assert table.waiting("lan") == (waiting,)
    assert not (settings.store / "generations").exists()
    assert table.accept("hoa", waiting.token, "vi") == Acceptance()
    table.discard("hoa", waiting.token)
    stored = table.accept("lan", waiting.token, "vi")
    assert stored == Acceptance(document=waiting.document)
    assert paths_of(settings.store) == (PATH,)
    assert FolderReader(settings.store).generation().number == 1
    assert table.waiting("lan") == ()
    assert table.accept("lan", waiting.token, "vi") == Acceptance()


def test_what_cannot_be_read_waits_as_a_sentence(table: UploadTable, settings: Settings) -> None:
    """It can be forgotten, not accepted; its bytes are not kept."""
    refused = table.keep("lan", Upload(name="anh.exe", content=b"MZ\x00\x01" * 99), "vi")
    assert "anh.exe" in refused.refusal
    assert not (settings.store / "uploads" / refused.token / "content").exists()
    assert table.accept("lan", refused.token, "vi") == Acceptance()
    table.discard("lan", refused.token)
    assert table.waiting("lan") == ()


def test_while_another_program_writes_nothing_is_stored(settings: Settings, tmp_path: Path) -> None:
    """The curator reads why, and the file still waits."""
    place = tmp_path / "content"
    place.write_bytes(UPLOAD.content)
    task = StoreTask(settings=settings, content=place, name="a.txt", language="vi")
    with open_pipeline(settings):
        refused = task()
    assert refused.document == ""
    assert refused.refusal
    assert task().document.endswith(PATH)


def test_a_paper_stamped_secret_is_not_even_shown(settings: Settings) -> None:
    """As with every other way to load."""
    words = DIRECTIVE.replace("CHỈ THỊ\n", "TỐI MẬT\n\nCHỈ THỊ\n", 1)
    upload = Upload(name="a.txt", content=words.encode())
    shown = PreviewTask(settings=settings, upload=upload, language="vi")()
    assert shown.refusal
    assert shown.text == ""


def test_a_busy_reader_is_told(settings: Settings) -> None:
    """As a sentence of the file."""
    table = UploadTable(settings=settings, apart=ProcessApart(megabytes=3_000, waiting=0))
    assert "đang đọc" in table.keep("lan", UPLOAD, "vi").refusal
    assert table.has_room("lan", 1)
    assert table.largest() == 20_000_000
