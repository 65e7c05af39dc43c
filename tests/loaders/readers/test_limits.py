"""A limit is kept exactly."""

from __future__ import annotations

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.limits import check_marks, check_size
from loaders.records import SourceFile

FILE = SourceFile(name="a.txt", media_type="text/plain", content=b"", sha256="")


def test_the_limit_itself_is_allowed() -> None:
    """Only more than the limit is refused."""
    check_size(FILE, 5, 5, "pages")
    with pytest.raises(DocumentTooLarge, match=r"a\.txt has 6 pages"):
        check_size(FILE, 6, 5, "pages")


def test_marks_without_end_are_refused() -> None:
    """To put them in order would take for ever; Vietnamese and dotted lines have no such rows."""
    check_marks(FILE, ("e\u0302\u0301 " + "\u2026" * 1_000 + "a\u0301" * 1_000) * 2)
    with pytest.raises(UnreadableDocument, match="marks"):
        check_marks(FILE, "a" + "\u0301\u0323" * 300)
