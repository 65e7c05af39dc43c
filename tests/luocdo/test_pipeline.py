"""A document is read, built and kept once; what it concerns is resolved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.errors import SecretDocument
from luocdo.files import find_files, open_file
from luocdo.pipeline import limits, statuses
from luocdo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.records import SourceFile
    from luocdo.pipeline import Pipeline


def opened(path: Path) -> SourceFile:
    """Return the bytes of a file."""
    (found,) = find_files([str(path)]).files
    return open_file(found, 1_000_000)


def test_the_same_text_is_prepared_once(pipeline: Pipeline, directive: Path) -> None:
    """A document that is stored from the same text, tables and program is not built again."""
    document = pipeline.read(opened(directive))
    assert document.path == "id/vn/ct/ubnd-lang-son/2024/7"
    graphs = pipeline.prepare(document)
    assert graphs is not None
    pipeline.writer.load([graphs])
    assert pipeline.prepare(pipeline.read(opened(directive))) is None
    directive.write_text(directive.read_text("utf-8").replace("rừng", "chợ"), encoding="utf-8")
    assert pipeline.prepare(pipeline.read(opened(directive))) is not None


def test_every_quote_stands_in_the_text(pipeline: Pipeline, directive: Path) -> None:
    """The kept text is the text as read, so that spans can be cut out of it."""
    file = opened(directive)
    document = pipeline.read(file)
    assert document.source.text == file.content.decode()
    assert document.citations
    for citation in document.citations:
        assert document.source.text[citation.span.start : citation.span.end] == citation.printed


def test_statuses_count_every_citation(pipeline: Pipeline, directive: Path) -> None:
    """Each citation has one status."""
    document = pipeline.read(opened(directive))
    assert statuses(document).total() == len(document.citations) == len(document.resolutions)


def test_a_stamp_of_secrecy_is_refused(pipeline: Pipeline, directive: Path) -> None:
    """Nothing of the paper is kept, not even its text."""
    directive.write_text("MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(SecretDocument):
        pipeline.read(opened(directive))
    assert not list(pipeline.texts.root.rglob("*.txt*"))


def test_limits_are_those_of_the_settings() -> None:
    """The readers stop where the settings say."""
    taken = limits(Settings(max_file_bytes=3, max_text_chars=2))
    assert (taken.file_bytes, taken.characters) == (3, 2)
