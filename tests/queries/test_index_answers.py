"""Questions that the side index answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from queries.errors import BadParameter
from queries.index_answers import answer, is_answered
from queries.questions import ask, catalogue, question
from queries.terms import literal

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader


def test_the_catalogue_and_the_answers_agree() -> None:
    """Every question of the side index has its answer."""
    ours = [asked.id for asked in catalogue() if asked.dataset == "index"]
    assert ours == ["changes-since", "same-text"]
    assert all(map(is_answered, ours))
    assert not is_answered("due")


def test_documents_that_came_are_told_since_a_day(reader: FolderReader) -> None:
    """With their labels; nothing has come yet on a day to come."""
    rows = list(ask("changes-since", {"since": "2024-01-01"}, reader).rows.records())
    assert {row["change"] for row in rows} == {"added"}
    assert any(str(row["documentLabel"]).startswith("07/CT-UBND") for row in rows)
    assert len(ask("changes-since", {"since": "2999-01-01"}, reader).rows) == 0


def test_a_document_without_shared_words_has_no_rows(reader: FolderReader) -> None:
    """The columns are there all the same."""
    rows = answer("same-text", reader.index(), {"doc": None, "min": literal("80")})
    assert len(rows) == 0
    assert rows.columns == tuple(c.name for c in question("same-text").columns)


@pytest.mark.parametrize(
    ("identifier", "arguments", "name"),
    [
        ("changes-since", {}, "since"),
        ("changes-since", {"since": "yesterday"}, "since"),
        ("same-text", {"min": "much"}, "min"),
        ("same-text", {"doc": "999-CT/TW"}, "doc"),
        ("same-text", {"colour": "red"}, "colour"),
    ],
)
def test_a_bad_parameter_is_named(
    identifier: str, arguments: dict[str, str], name: str, reader: FolderReader
) -> None:
    """As for every other question."""
    with pytest.raises(BadParameter) as caught:
        ask(identifier, arguments, reader, today=date(2026, 1, 1))
    assert caught.value.name == name
