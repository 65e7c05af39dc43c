"""Tables of wordings are counted, digested, and refused by name where they are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.tables import WORDINGS, read_wordings
from ontology.errors import RegisterError

if TYPE_CHECKING:
    from pathlib import Path


def test_entries_are_counted_and_a_change_shows(tmp_path: Path) -> None:
    """Parts are no entries; another word gives another digest."""
    (tmp_path / "a").mkdir()
    table = tmp_path / "a" / "cues.toml"
    table.write_text('[part]\nx = "y"\n[[cue]]\nid = "1"\n[[cue]]\nid = "2"\n', encoding="utf-8")
    before = read_wordings(tmp_path)
    assert (before.files, before.entries) == (1, 2)
    table.write_text('[[cue]]\nid = "3"\n', encoding="utf-8")
    assert read_wordings(tmp_path).sha256 != before.sha256


@pytest.mark.parametrize("content", [b"[[cue]\n", b"a = '\xff'\n"])
def test_a_broken_table_is_named(tmp_path: Path, content: bytes) -> None:
    """The person who edits it learns which file and why."""
    (tmp_path / "cues.toml").write_bytes(content)
    with pytest.raises(RegisterError, match=r"cues\.toml"):
        read_wordings(tmp_path)


def test_the_program_has_its_tables() -> None:
    """They lie beside the code of the loaders."""
    found = read_wordings()
    assert found.files == len(list(WORDINGS.rglob("*.toml"))) > 20
    assert found.entries > 300
