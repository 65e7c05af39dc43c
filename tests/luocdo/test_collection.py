"""What is stored answers what the registers leave open, in whatever order papers came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.collection import running_number
from luocdo.files import find_files, open_file

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.pipeline import Pipeline


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


def test_what_is_kept_a_moment_ago_counts(pipeline: Pipeline, directive: Path) -> None:
    """A document is held once it is prepared; nothing else is."""
    assert not pipeline.collection.holds("id/vn/ct/ubnd-lang-son/2024/7")
    (found,) = find_files([str(directive)]).files
    document = pipeline.read(open_file(found, 100_000))
    pipeline.prepare(document)
    assert pipeline.collection.holds(document.path)
    assert not pipeline.collection.holds("id/vn/ct/ubnd-lang-son/2024/8")


def test_numbers_by_which_others_may_mean_a_new_paper(pipeline: Pipeline, directive: Path) -> None:
    """Whole, bare and with a zero in front, as papers print them."""
    (found,) = find_files([str(directive)]).files
    graphs = pipeline.prepare(pipeline.read(open_file(found, 100_000)))
    assert graphs is not None
    pipeline.writer.replace(graphs)
    numbers = pipeline.collection.numbers([graphs.document_path])
    assert {"07/CT-UBND", "7/CT-UBND", "7", "07"} <= set(numbers)
