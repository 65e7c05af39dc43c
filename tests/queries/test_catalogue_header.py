"""Headers of questions."""

from __future__ import annotations

import pytest

from queries.catalogue_header import read_header
from queries.errors import UnknownQuestion


def test_entries_nest_by_indentation() -> None:
    """Two spaces lead one level down; the query below is not read."""
    header = read_header(
        "#+ id: a-b\n#+ title:\n#+   vi: Một: hai\n#+   en: One\n#+ columns:\n"
        "#+   x:\n#+     kind: text\n#+   y:\n#+     kind: date\n# no header\nSELECT * { }\n"
    )
    assert header.text("id") == "a-b"
    title, columns = header.child("title"), header.child("columns")
    assert title is not None
    assert title.text("vi") == "Một: hai"
    assert columns is not None
    assert [(c.key, c.text("kind")) for c in columns.below] == [("x", "text"), ("y", "date")]
    assert header.text("missing", "none") == "none"


def test_a_line_without_a_colon_is_refused() -> None:
    """The offending line is named."""
    with pytest.raises(UnknownQuestion, match="nonsense"):
        read_header("#+ nonsense\n")
