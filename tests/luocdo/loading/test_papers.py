"""What is kept of a read file survives on disk, and answers the citations of its neighbours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaders.records import Status
from luocdo.loading.papers import (
    ArrivingPapers,
    left_paper,
    numbers_that_mean,
    paper_from,
    paper_of,
    running_number,
)
from luocdo.loading.work import read_document
from luocdo.settings import Settings
from ontology.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.loading.papers import ReadPaper
    from luocdo.pipeline import Pipeline
    from tests.luocdo.loading.test_work import Opened


def test_a_paper_is_the_same_after_it_was_written(paper: ReadPaper) -> None:
    """With and without a date."""
    assert paper_from(paper.written()) == paper
    undated = replace(paper, issued_on=None)
    assert paper_from(undated.written()) == undated
    assert paper.citations() == {Status.RESOLVED: 2, Status.UNRESOLVED: 1}


def test_what_is_kept_of_a_document(pipeline: Pipeline, directive: Path, opened: Opened) -> None:
    """Each citation has one status; number, date and title are those that the paper prints."""
    document = read_document(opened(directive), pipeline.registry, Settings())
    kept = paper_of(document, "a", "b")
    assert kept.citations().total() == len(document.citations) == len(document.resolutions)
    assert (kept.printed_number, str(kept.issued_on)) == ("07/CT-UBND", "2024-03-12")
    assert kept.obligations == len(document.obligations)


def test_arriving_papers_answer_by_number(paper: ReadPaper) -> None:
    """Zeros in front do not count; a paper without a number is held, but not found by one."""
    blank = replace(paper, path="id/vn/doc/0a", printed_number="")
    arriving = ArrivingPapers((paper, blank), DEFAULT_BASE)
    assert arriving.paths == {paper.path, blank.path}
    (found,) = arriving.numbered("7")
    assert found.iri == DEFAULT_BASE + paper.path
    assert arriving.numbered("") == arriving.numbered("07") == ()
    assert left_paper(paper.path, found).printed_number == paper.printed_number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("09/CT-UBND", "9"),
        ("48-CT/TW", "48"),
        ("0012/2020/QĐ-UBND", "12"),
        ("30c", "30c"),
        ("0", "0"),
    ],
)
def test_the_running_number_of_a_print(printed: str, number: str) -> None:
    """Zeros in front are dropped, whichever sign follows."""
    assert running_number(printed) == number


def test_numbers_by_which_others_may_mean_a_new_paper() -> None:
    """Whole, bare and with a zero in front, as papers print them."""
    assert set(numbers_that_mean(["07/CT-UBND"])) == {"07/CT-UBND", "7/CT-UBND", "7", "07"}
    assert numbers_that_mean([]) == ()
