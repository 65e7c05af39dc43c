"""The side index answers questions about a lineage as the store does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.questions import ask, bind, question

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

CENTRAL = "id/vn/kl/tw/k13/909"
DIRECTIVE = "id/vn/ct/ubnd-lam-thanh/2024/7"
PROVINCE = "Lâm Thanh"


def documents(reader: FolderReader) -> list[str]:
    """Return the IRIs of all documents, those that are only cited included."""
    return [str(row[0]) for row in reader.index().rows("SELECT iri FROM documents")]


@pytest.mark.parametrize(
    ("identifier", "narrowing"),
    [
        ("lineage-up", {}),
        ("lineage-up", {"depth": "1"}),
        ("lineage-down", {}),
        ("lineage-down", {"depth": "2", "rank": "3"}),
        ("lineage-down", {"place": PROVINCE}),
        ("lineage-down", {"depth": "0"}),
    ],
)
def test_the_index_gives_the_rows_of_the_store(
    reader: FolderReader, identifier: str, narrowing: dict[str, str]
) -> None:
    """For every document, in the same order."""
    for document in documents(reader):
        given = {"doc": document, **narrowing}
        query = bind(question(identifier), given, reader.index())
        ours, stores = ask(identifier, given, reader).rows, reader.select(query)
        assert ours.columns == stores.columns
        assert tuple(ours.rows) == tuple(stores.rows)


def test_rows_are_found_where_there_are_some(reader: FolderReader) -> None:
    """The comparison above is not one of nothing with nothing."""
    assert len(ask("lineage-up", {"doc": DIRECTIVE}, reader).rows) == 4
    down = ask("lineage-down", {"doc": CENTRAL, "place": PROVINCE}, reader).rows
    assert {str(row["status"]) for row in down.records()} >= {"resolved"}


def test_what_only_the_registry_knows_has_no_words(reader: FolderReader) -> None:
    """A relation without a citation shows nothing of what the document says elsewhere."""
    rows = [
        row
        for document in documents(reader)
        for row in ask("lineage-up", {"doc": document}, reader).rows.records()
    ]
    told = [row["quote"] for row in rows if row["status"] == "registry"]
    assert told
    assert set(told) == {None}
