"""What the tests of loading share: a paper that was read."""

from __future__ import annotations

import datetime as dt

import pytest

from luocdo.loading.papers import ReadPaper


@pytest.fixture
def paper() -> ReadPaper:
    """Return a paper as reading leaves it."""
    return ReadPaper(
        file_sha256="ab" * 32,
        text_sha256="cd" * 32,
        path="id/vn/ct/ubnd-lang-son/2024/7",
        statuses=(("resolved", 2), ("unresolved", 1)),
        obligations=3,
        printed_number="07/CT-UBND",
        issued_on=dt.date(2024, 3, 12),
        title="Về phòng cháy",
    )
