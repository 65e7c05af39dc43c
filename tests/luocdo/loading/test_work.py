"""Reading keeps a raw graph and a text, and refuses with a reason; linking sees what arrives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import DocumentError, DocumentTooLarge, SecretDocument
from loaders.records import SourceFile
from luocdo.files import find_files
from luocdo.loading import work
from luocdo.loading.papers import ReadPaper
from luocdo.loading.work import (
    Linking,
    Reading,
    keep_arriving,
    limits,
    raw_shelf,
    read_document,
    reader_version,
)
from luocdo.settings import Settings

if TYPE_CHECKING:
    import pytest

    from luocdo.pipeline import Pipeline

Opened = Callable[[Path], SourceFile]


def read(pipeline: Pipeline, path: Path) -> ReadPaper | DocumentError:
    """Read a file as a load does."""
    (found,) = find_files([str(path)]).files
    task = Reading(settings=pipeline.settings, tables=pipeline.registry.sha256)
    return task(found)


def test_a_read_file_leaves_its_raw_graph_and_its_text(pipeline: Pipeline, directive: Path) -> None:
    """Under the digests of the bytes and of the words."""
    paper = read(pipeline, directive)
    assert isinstance(paper, ReadPaper)
    assert paper.path == "id/vn/ct/ubnd-lang-son/2024/7"
    assert raw_shelf(pipeline.settings, pipeline.registry).has(paper.file_sha256)
    texts = list((pipeline.settings.store / "texts").rglob("*.txt"))
    assert [text.stem for text in texts] == [paper.text_sha256]


def test_a_paper_that_says_more_than_any_real_one_is_refused(
    pipeline: Pipeline, directive: Path
) -> None:
    """A text made of nothing but numbers would fill the store; the sentence names the file."""
    bounded = replace(pipeline.settings, max_facts=1)
    (found,) = find_files([str(directive)]).files
    refused = Reading(settings=bounded, tables=pipeline.registry.sha256)(found)
    assert isinstance(refused, DocumentTooLarge)
    assert found.name in refused.detail


def test_every_quote_stands_in_the_text(
    pipeline: Pipeline, directive: Path, opened: Opened
) -> None:
    """The text as read is the one that spans are cut out of."""
    file = opened(directive)
    document = read_document(file, pipeline.registry, pipeline.settings)
    assert document.source.text == file.content.decode()
    assert document.citations
    for citation in document.citations:
        assert document.source.text[citation.span.start : citation.span.end] == citation.printed


def test_a_stamp_of_secrecy_is_refused(pipeline: Pipeline, directive: Path) -> None:
    """Nothing of the paper is kept, not even its text."""
    directive.write_text("MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    assert isinstance(read(pipeline, directive), SecretDocument)
    assert not list(pipeline.settings.store.rglob("*.txt*"))
    assert not list(pipeline.settings.store.rglob("*.nt"))


def test_a_defect_is_a_refused_file(
    pipeline: Pipeline,
    directive: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A mistake of ours on one paper costs that paper only, and is logged for a report."""

    def fail(*_: object) -> None:
        raise KeyError("span")

    monkeypatch.setattr(work, "extract", fail)
    fault = read(pipeline, directive)
    assert isinstance(fault, DocumentError)
    assert fault.code == "our-defect"
    assert "chi-thi.txt" in caplog.text


def test_a_paper_that_arrives_decides_a_citation(pipeline: Pipeline, directive: Path) -> None:
    """The directive rests on the cited paper's text only where that paper comes too."""
    paper = read(pipeline, directive)
    assert isinstance(paper, ReadPaper)
    graphs = []
    for others in ((), ("id/vn/ct/ttg/2019/12",)):
        place = pipeline.settings.store / f"arriving-{len(others)}"
        keep_arriving(place, [paper, *(_paper_at(path, paper) for path in others)])
        task = Linking(settings=pipeline.settings, tables=pipeline.registry.sha256, arriving=place)
        graphs.append(task(paper))
    alone, together = graphs
    cited = b"<https://w3id.org/luocdo/id/vn/ct/ttg/2019/12> <https://w3id.org/luocdo/ns#presence>"
    assert cited in alone
    assert cited not in together


def _paper_at(path: str, like: ReadPaper) -> ReadPaper:
    return ReadPaper(
        file_sha256="",
        text_sha256="",
        path=path,
        statuses=(),
        obligations=0,
        printed_number="12/CT-TTg",
        issued_on=like.issued_on,
        title="",
    )


def test_limits_are_those_of_the_settings(pipeline: Pipeline) -> None:
    """The readers stop where the settings say, and other bounds are another reader."""
    small = Settings(max_file_bytes=3, max_text_chars=2)
    taken = limits(small)
    assert (taken.file_bytes, taken.characters) == (3, 2)
    assert reader_version(small, pipeline.registry) != reader_version(Settings(), pipeline.registry)
