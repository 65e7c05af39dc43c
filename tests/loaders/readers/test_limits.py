"""A limit is kept exactly."""

from __future__ import annotations

import pytest

from loaders.errors import DocumentTooLarge
from loaders.readers.limits import check_size
from loaders.records import SourceFile

FILE = SourceFile(name="a.txt", media_type="text/plain", content=b"", sha256="")


def test_the_limit_itself_is_allowed() -> None:
    """Only more than the limit is refused."""
    check_size(FILE, 5, 5, "pages")
    with pytest.raises(DocumentTooLarge, match=r"a\.txt has 6 pages"):
        check_size(FILE, 6, 5, "pages")
