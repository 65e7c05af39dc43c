"""A document is kept once; what it concerns is resolved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loading.papers import ReadPaper
from tests.luocdo.loading.test_work import read

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.pipeline import Pipeline


def test_the_same_text_is_kept_once(pipeline: Pipeline, directive: Path) -> None:
    """A document that is stored from the same text, tables and program is told to be kept."""
    paper = read(pipeline, directive)
    assert isinstance(paper, ReadPaper)
    assert not pipeline.is_kept(paper)
    pipeline.writer.load([pipeline.graphs(paper, pipeline.linker(()).link(paper))])
    assert pipeline.is_kept(paper)
    directive.write_text(directive.read_text("utf-8").replace("rừng", "chợ"), encoding="utf-8")
    changed = read(pipeline, directive)
    assert isinstance(changed, ReadPaper)
    assert changed.path == paper.path
    assert not pipeline.is_kept(changed)


def test_what_is_written_a_moment_ago_counts(pipeline: Pipeline, directive: Path) -> None:
    """Papers linked in this process see the live store."""
    paper = read(pipeline, directive)
    assert isinstance(paper, ReadPaper)
    before = pipeline.linker(())
    assert not before.collection.holds(paper.path)
    pipeline.writer.load([pipeline.graphs(paper, before.link(paper))])
    assert pipeline.linker(()).collection.holds(paper.path)
    assert pipeline.linker((paper,)).collection.holds(paper.path)


def test_a_paper_that_comes_later_is_found_by_those_that_cite_it(
    pipeline: Pipeline, directive: Path, tmp_path: Path
) -> None:
    """The earlier paper is resolved again, unless it was linked knowing of the new one."""
    later = tmp_path / "sau.txt"
    text = directive.read_text("utf-8")
    later.write_text(
        text.replace("07/CT-UBND", "09/CT-UBND").replace(
            "Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ",
            "Chỉ thị số 07/CT-UBND ngày 12 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh",
        ),
        encoding="utf-8",
    )
    for path in (later, directive):
        paper = read(pipeline, path)
        assert isinstance(paper, ReadPaper)
        graph = pipeline.linker(()).link(paper)
        pipeline.writer.load([pipeline.graphs(paper, graph)])
    new = {"id/vn/ct/ubnd-lang-son/2024/7"}
    earlier = {"id/vn/ct/ubnd-lang-son/2024/9"}
    assert pipeline.resolve_again(new, earlier) == 0
    assert pipeline.resolve_again(new, set()) == 1
    assert pipeline.resolve_again(new, set()) == 0
