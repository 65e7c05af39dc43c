"""Texts are cut where a reader would cut them, and written once."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from queries.index.passages import cut, keep

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MÂY

1. Công an tỉnh chủ trì,
phối hợp với Sở Tư pháp.
2. Sở Y tế báo cáo;
"""


def test_lines_of_one_sentence_are_one_passage() -> None:
    """An empty line and the end of a sentence cut."""
    assert [TEXT[start:end] for start, end in cut(TEXT)] == [
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY",
        "1. Công an tỉnh chủ trì,\nphối hợp với Sở Tư pháp.",
        "2. Sở Y tế báo cáo;",
    ]


@given(st.text(alphabet="ab .\n;", max_size=300))
def test_no_word_is_lost(text: str) -> None:
    """Passages stand in order and hold all that is no blank."""
    spans = list(cut(text))
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert "".join(text[s:e] for s, e in spans).split() == text.split() or (
        "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    )


def test_a_text_is_written_once(tmp_path: Path) -> None:
    """Its digest names it, so a second time there is nothing to do; one not kept is left out."""
    texts = {"a": TEXT}
    file = tmp_path / "passages.sqlite"
    for _ in range(2):
        keep(file, ["a", "missing"], texts.get)
    with closing(sqlite3.connect(file)) as index:
        assert index.execute("SELECT COUNT(*) FROM passages").fetchone() == (3,)
        found = index.execute(
            "SELECT COUNT(*) FROM passages_text WHERE words MATCH 'cong an'"
        ).fetchone()
    assert found == (1,)
