"""The roof reads foreign formats apart, and each scan once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.records import SourceFile, SourceText
from loaders.source_text import PagePicture
from luocdo.loading import sources
from luocdo.loading.sources import keeping_reader, limits, reader
from luocdo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.readers import Limits

FILE = SourceFile(name="a.png", media_type="image/png", content=b"x", sha256="ab" * 32)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that were really read."""
    names: list[str] = []

    def read(file: SourceFile, bounds: Limits, *, megabytes: int, seconds: float) -> SourceText:
        names.append(f"{file.name} {megabytes} {seconds} {bounds.processes}")
        picture = PagePicture(page=1, content=b"jpeg")
        return SourceText(source_sha256=file.sha256, text="x", pictures=(picture,))

    monkeypatch.setattr(sources, "read_apart", read)
    return names


def test_a_scan_is_recognised_once_for_a_store(tmp_path: Path, asked: list[str]) -> None:
    """The second load of the same bytes asks nobody, nor does a command that keeps nothing."""
    settings = Settings(store=tmp_path, read_megabytes=5, read_seconds=2.0)
    bounds = limits(settings)
    assert reader(settings)(FILE, bounds).text == "x"
    assert not list(tmp_path.iterdir())
    for _ in range(2):
        assert keeping_reader(settings)(FILE, bounds).text == "x"
    assert reader(settings)(FILE, bounds).text == "x"
    assert asked == ["a.png 5 2.0 0"] * 2


def test_limits_follow_the_settings() -> None:
    """Each bound of the readers is a setting."""
    bounds = limits(Settings(max_pages=1, max_scanned_pages=2, page_seconds=3, page_processes=4))
    assert (bounds.pages, bounds.scanned_pages) == (1, 2)
    assert (bounds.page_seconds, bounds.processes) == (3, 4)


def test_files_read_side_by_side_have_their_pages_read_one_by_one(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes times pages would be more than the machine has cores."""
    monkeypatch.setattr(sources, "parent_process", object)
    settings = Settings(store=tmp_path, read_megabytes=5, read_seconds=2.0)
    reader(settings)(FILE, limits(settings))
    assert asked == ["a.png 5 2.0 1"]
