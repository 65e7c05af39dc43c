"""A batch goes on after a bad file, is taken up where it broke off, and tells what it did."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from loaders.records import Status
from luocdo import corpus
from luocdo.corpus import Batch
from luocdo.files import find_files
from luocdo.loading.work import Reading
from luocdo.opening import open_pipeline
from luocdo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaders.errors import DocumentError
    from luocdo.corpus import LoadReport
    from luocdo.files import FoundFile
    from luocdo.loading.papers import ReadPaper
    from luocdo.pipeline import Pipeline


class Seen:
    """Notes how far a load is."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int]] = []
        self.done: list[str] = []

    def begin(self, step: str, total: int) -> None:
        """Note a step."""
        self.steps.append((step, total))

    def advance(self, name: str) -> None:
        """Note a part."""
        self.done.append(name)


def loaded(pipeline: Pipeline, *folders: Path) -> tuple[LoadReport, Seen]:
    """Load folders and return the account, with what its progress told."""
    seen = Seen()
    files = find_files([str(folder) for folder in folders]).files
    return Batch(pipeline=pipeline, progress=seen).load(files), seen


@pytest.fixture
def folder(directive: Path) -> Path:
    """Return a folder with three papers of one series, one of them twice, and an empty file."""
    place = directive.parent / "in"
    place.mkdir()
    text = directive.read_text("utf-8")
    for number in ("07", "08", "09"):
        changed = text.replace("07/CT-UBND", f"{number}/CT-UBND")
        (place / f"{number}.txt").write_text(changed, encoding="utf-8")
    copied = text.replace("nguy cơ cháy cao", "nguy cơ cháy")
    (place / "07-ban-sao.txt").write_text(copied, encoding="utf-8")
    (place / "00.txt").write_bytes(b"")
    return place


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are read from now on."""
    names: list[str] = []
    original = Reading.__call__

    def spy(task: Reading, found: FoundFile) -> ReadPaper | DocumentError:
        names.append(found.name)
        return original(task, found)

    monkeypatch.setattr(Reading, "__call__", spy)
    return names


def test_a_bad_file_stops_nothing(pipeline: Pipeline, folder: Path) -> None:
    """Each file is advanced over once; the refused one has its reason, the copy its holder."""
    report, seen = loaded(pipeline, folder)
    assert seen.steps == [("reading", 5), ("linking", 3)]
    assert len(seen.done) == 8
    assert [(f.name, f.fault.code) for f in report.refused] == [("00.txt", "empty-document")]
    assert [file.name for file in report.loaded] == ["07-ban-sao.txt", "08.txt", "09.txt"]
    assert [(copy.name, copy.kept) for copy in report.repeated] == [("07.txt", "07-ban-sao.txt")]
    assert report.citations().total() >= 3
    assert report.obligations() >= 6
    assert set(report.citations()) <= set(Status)
    assert len(pipeline.writer.documents()) == 3


def test_what_has_not_changed_is_not_read_again(
    pipeline: Pipeline, folder: Path, read_files: list[str]
) -> None:
    """Only what is refused is tried again: it may be the machine that lacked something."""
    first, _ = loaded(pipeline, folder)
    assert len(read_files) == 5
    read_files.clear()
    second, _ = loaded(pipeline, folder)
    assert read_files == ["00.txt"]
    assert [file.changed for file in second.loaded] == [False] * 3
    assert second.citations() == first.citations()
    assert second.repeated == first.repeated


def test_a_changed_file_is_read_and_stored_again(
    pipeline: Pipeline, folder: Path, read_files: list[str]
) -> None:
    """The others are left alone."""
    loaded(pipeline, folder)
    read_files.clear()
    path = folder / "08.txt"
    path.write_text(path.read_text("utf-8").replace("tháng 6", "tháng 7"), encoding="utf-8")
    report, _ = loaded(pipeline, folder)
    assert read_files == ["00.txt", "08.txt"]
    assert [file.name for file in report.loaded if file.changed] == ["08.txt"]


def test_a_copy_comes_up_when_the_file_before_it_has_gone(pipeline: Pipeline, folder: Path) -> None:
    """What the manifest knows of it does not hide that the store has the other text."""
    loaded(pipeline, folder)
    (folder / "07-ban-sao.txt").unlink()
    report, _ = loaded(pipeline, folder)
    assert [file.name for file in report.loaded if file.changed] == ["07.txt"]


class BreaksOff(Exception):
    """Stands for the end of the process."""


def test_a_load_that_broke_off_is_taken_up_again(
    tmp_path: Path, folder: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After reading nothing is read twice; the end is the same as without the break."""
    settings = Settings(store=tmp_path / "kho")

    def break_off(*_: object) -> Sequence[object]:
        raise BreaksOff

    with monkeypatch.context() as broken, open_pipeline(settings) as pipeline:
        broken.setattr(corpus.Batch, "_linked", break_off)
        with pytest.raises(BreaksOff):
            loaded(pipeline, folder)
    with monkeypatch.context() as broken, open_pipeline(settings) as pipeline:
        broken.setattr(type(pipeline), "publish", break_off)
        with pytest.raises(BreaksOff):
            loaded(pipeline, folder)
    assert sorted(set(read_files)) == sorted(file.name for file in folder.iterdir())
    assert read_files.count("08.txt") == 1
    with open_pipeline(settings) as pipeline:
        loaded(pipeline, folder)
        again = [pipeline.writer.graph(graph) for graph in graphs(pipeline)]
    with open_pipeline(Settings(store=tmp_path / "kho-sach")) as pipeline:
        loaded(pipeline, folder)
        assert [set(pipeline.writer.graph(graph)) for graph in graphs(pipeline)] == [
            set(graph) for graph in again
        ]


def graphs(pipeline: Pipeline) -> list[str]:
    """Return the names of the documents' graphs."""
    base = pipeline.settings.base_iri
    return [f"{base}graph/doc/{path.removeprefix('id/')}" for path in pipeline.writer.documents()]


def test_many_files_are_read_by_several_processes(tmp_path: Path, folder: Path) -> None:
    """The store says the same as after reading them one by one."""
    text = (folder / "08.txt").read_text("utf-8")
    shutil.rmtree(folder)
    folder.mkdir()
    for number in range(10, 30):
        changed = text.replace("08/CT-UBND", f"{number}/CT-UBND").replace("12/CT-TTg", "11/CT-UBND")
        (folder / f"{number}.txt").write_text(changed, encoding="utf-8")
    said = []
    for processes in (1, 2):
        settings = Settings(store=tmp_path / f"kho-{processes}", load_processes=processes)
        with open_pipeline(settings) as pipeline:
            report, _ = loaded(pipeline, folder)
            assert len(report.loaded) == 20
            said.append([set(pipeline.writer.graph(graph)) for graph in graphs(pipeline)])
    assert said[0] == said[1]
