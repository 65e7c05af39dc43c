"""A batch goes on after a bad file, and its account says what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import Status
from luocdo.corpus import Batch
from luocdo.files import find_files

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from loaders.records import SourceFile
    from luocdo.corpus import LoadReport
    from luocdo.pipeline import Pipeline


def loaded(pipeline: Pipeline, folder: Path) -> tuple[LoadReport, list[str]]:
    """Load a folder and return the account, with the files in the order of their progress."""
    seen: list[str] = []
    report = Batch(pipeline=pipeline, advance=seen.append).load(find_files([str(folder)]).files)
    return report, seen


def test_a_bad_file_stops_nothing(pipeline: Pipeline, directive: Path) -> None:
    """Each file is advanced over once; the refused one has its reason."""
    folder = directive.parent / "in"
    folder.mkdir()
    directive.rename(folder / "b.txt")
    (folder / "a.txt").write_bytes(b"")
    report, seen = loaded(pipeline, folder)
    assert seen == ["a.txt", "b.txt"]
    assert [(file.name, file.fault.code) for file in report.refused] == [
        ("a.txt", "empty-document")
    ]
    assert [file.name for file in report.loaded] == ["b.txt"]
    assert report.citations().total() >= 1
    assert report.obligations() >= 2
    assert set(report.citations()) <= set(Status)


def test_a_defect_is_a_refused_file(
    pipeline: Pipeline,
    directive: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A mistake of ours on one paper costs that paper only, and is logged for a report."""

    def fail(_: SourceFile) -> None:
        raise KeyError("span")

    monkeypatch.setattr(type(pipeline), "read", lambda _, file: fail(file))
    report, _ = loaded(pipeline, directive)
    assert [file.fault.code for file in report.refused] == ["our-defect"]
    assert "chi-thi.txt" in caplog.text


def test_copies_of_one_document_are_told(pipeline: Pipeline, directive: Path) -> None:
    """Two files with one number are one document: the first is kept, the other named."""
    folder = directive.parent / "in"
    folder.mkdir()
    text = directive.read_text("utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("nguy cơ cháy cao", "nguy cơ cháy"), "utf-8")
    report, _ = loaded(pipeline, folder)
    (repeated,) = report.repeated
    assert (repeated.name, repeated.kept) == ("b.txt", "a.txt")
    assert [file.name for file in report.loaded] == ["a.txt"]
    assert pipeline.writer.documents() == ("id/vn/ct/ubnd-lang-son/2024/7",)
