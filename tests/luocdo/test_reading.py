"""Files become records one by one, and what cannot be read is told and passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.files import NothingToLoad
from luocdo.reading import read_documents
from luocdo.settings import Settings
from ontology.registry import load_registry

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.errors import DocumentError


def read(settings: Settings, *named: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the names of what was read, and names and codes of what was not."""
    refused: list[tuple[str, str]] = []

    def refuse(name: str, fault: DocumentError) -> None:
        refused.append((name, fault.code))

    documents = read_documents(map(str, named), load_registry(), settings, refuse)
    return [document.name for document in documents], refused


def test_bad_files_stop_nothing(directive: Path) -> None:
    """A damaged file is told by name and code; the others are read in the order of their names."""
    (directive.parent / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    names, refused = read(Settings(), directive.parent)
    assert names == ["chi-thi.txt"]
    assert refused == [("a.pdf", "damaged-document")]


@pytest.mark.parametrize(("allowed", "count"), [(True, 1), (False, 0)])
def test_secret_papers_need_a_setting(directive: Path, allowed: bool, count: int) -> None:  # noqa: FBT001 - a column of the table
    """A stamp of secrecy refuses the paper, unless the setting allows it."""
    directive.write_text("TUYỆT MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    names, refused = read(Settings(allow_secret=allowed), directive)
    assert len(names) == count
    assert [code for _, code in refused] == ["secret-document"][count:]


def test_a_path_without_files_is_refused(tmp_path: Path) -> None:
    """A wrong path is no empty answer."""
    with pytest.raises(NothingToLoad):
        read(Settings(), tmp_path / "none.txt")
