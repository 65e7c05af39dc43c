"""Formats by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from queries.exports.formats import FORMATS
from queries.exports.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.exports.records import TaskList, TaskRecord

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
    body = b"".join(FORMATS[name].write(listed, load_words("vi")))
    assert body.lstrip(b'"').startswith(BEGINNINGS[name])
    assert "/" in FORMATS[name].media_type
    assert FORMATS[name].ending == name.partition("-")[0]


@pytest.mark.parametrize("name", FORMATS)
def test_the_first_piece_does_not_wait_for_the_last_task(name: str, listed: TaskList) -> None:
    """Very many tasks are read while they are written."""
    read = 0

    def tasks() -> Iterator[TaskRecord]:
        nonlocal read
        for read in range(1, 5_000):
            own = listed.tasks[0]
            yield replace(own, obligation=f"{own.obligation}{read}", quote=str(2**read)[-200:])

    pieces = FORMATS[name].write(replace(listed, tasks=tasks()), load_words("vi"))
    next(pieces)
    assert read < 2_500
    assert max(map(len, pieces)) < 400_000
    assert read == 4_999
