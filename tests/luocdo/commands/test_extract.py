"""What is read is printed as JSON, one document a line, and nothing is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_one_object_a_line(luocdo: Callable[..., Done], directive: Path) -> None:
    """Spans cut the text as it lies in the file; no store is made."""
    done = luocdo("extract", directive)
    assert (done.code, done.err) == (0, "")
    (line,) = done.out.splitlines()
    read = json.loads(line)
    text = directive.read_text("utf-8")
    assert read["metadata"]["number"] == "07/CT-UBND"
    assert read["citations"]
    assert [c for c in read["citations"] if text[c["start"] : c["end"]] != c["text"]] == []
    assert not (directive.parent / "data").exists()


def test_bad_files_are_told_beside_the_good(luocdo: Callable[..., Done], directive: Path) -> None:
    """The objects of the good ones stay valid JSON; exit code 3."""
    (directive.parent / "hong.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = luocdo("extract", directive, directive.parent / "hong.pdf")
    assert done.code == 3
    assert len([json.loads(line) for line in done.out.splitlines()]) == 1
    assert done.err.startswith("hong.pdf: ")


def test_a_secret_document_is_not_printed(luocdo: Callable[..., Done], directive: Path) -> None:
    """Not even its words leave the program."""
    directive.write_text("TUYỆT MẬT\n" + directive.read_text("utf-8"), encoding="utf-8")
    done = luocdo("extract", directive)
    assert (done.code, done.out) == (3, "")
