"""Formats by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.exports.formats import FORMATS
from queries.exports.words import load_words

if TYPE_CHECKING:
    from queries.exports.records import TaskList

BEGINNINGS = {
    "ics": b"BEGIN:VCALENDAR\r\n",
    "xlsx": b"PK",
    "csv": "Cơ quan".encode(),
    "csv-bom": b"\xef\xbb\xbf",
    "json": b"{",
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_written_as_it_is_called(name: str, listed: TaskList) -> None:
    """With its media type and the ending of its files."""
    assert FORMATS[name].write(listed, load_words("vi")).lstrip(b'"').startswith(BEGINNINGS[name])
    assert "/" in FORMATS[name].media_type
    assert FORMATS[name].ending == name.partition("-")[0]
