"""A draft is looked through, its faults are told with their words, and nothing is stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_faults_are_told_with_their_words(luocdo: Callable[..., Done], directive: Path) -> None:
    """Line, words, and what the registers know instead."""
    text = directive.read_text("utf-8").replace("ngày 25 tháng 4", "ngày 29 tháng 4")
    directive.write_text(text.replace("12 tháng 3 năm 2024", "12 tháng 3 năm 2026"), "utf-8")
    done = luocdo("check-draft", directive)
    assert done.code == 1
    assert "12/CT-TTg" in done.out
    assert "2019-04-25" in done.out
    assert "[warning] line " in luocdo("check-draft", directive, "--lang", "en").out
    assert not (directive.parent / "data").exists()


def test_json_has_the_fields_of_each_remark(luocdo: Callable[..., Done], directive: Path) -> None:
    """One object a file."""
    done = luocdo("check-draft", directive, "--format", "json", "--fail-on", "info")
    (line,) = done.out.splitlines()
    read = json.loads(line)
    assert {"code", "severity", "words", "line", "value"} <= read["remarks"][0].keys()
    assert done.code == 1


def test_a_file_that_cannot_be_read_is_named(luocdo: Callable[..., Done], tmp_path: Path) -> None:
    """Exit code 3, as for any command that reads files."""
    path = tmp_path / "hong.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    done = luocdo("check-draft", path)
    assert done.code == 3
    assert "hong.pdf" in done.err
