"""Force, as far as the collection knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from webui.facts.status import read_status

if TYPE_CHECKING:
    from types import ModuleType

TODAY = date(2026, 1, 1)


class OneChange:
    """An index that knows one change.

    Args:
        row: relation, document, day and whether it is partial.
    """

    def __init__(self, *row: object) -> None:
        self.row = row

    def rows(self, sql: str, values: dict[str, str]) -> list[tuple[object, ...]]:
        """Return the change."""
        assert "repeals" in sql
        assert values
        return [self.row]


def test_nothing_known_is_said_to_be_unknown(reader: Any, sample: ModuleType) -> None:
    """Without an end in the collection nobody says that a document is in force."""
    status = read_status(reader, reader.index(), str(sample.of(sample.DIRECTIVE)), TODAY)
    assert (status.name, status.ended_by, status.things) == ("unknown", (), set())


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (("replaces", "x", "2025-01-01", 0), "notInForce"),
        (("repeals", "x", "2025-01-01", 1), "partlyInForce"),
        (("replaces", "x", "2026-06-01", 0), "unknown"),
        (("replaces", "x", None, 0), "notInForce"),
        (("amends", "x", "2025-01-01", 0), "unknown"),
    ],
)
def test_what_ends_a_document_decides(
    reader: Any, sample: ModuleType, row: tuple[object, ...], name: str
) -> None:
    """A replacement ends it, a clause repealed leaves the rest, what is dated later does not yet."""
    index: Any = OneChange(*row)
    status = read_status(reader, index, str(sample.of(sample.DIRECTIVE)), TODAY)
    assert status.name == name
    assert bool(status.changed_by) == (row[0] == "amends")
