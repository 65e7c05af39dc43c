"""The counts of facets are those of the lists that they lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from queries.facets import NAMES, count_facets
from queries.search import Filters, find_documents

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader


@pytest.mark.parametrize("words", ["", "kế hoạch", "ubnd"])
def test_each_choice_leaves_as_many_as_it_says(reader: FolderReader, words: str) -> None:
    """Choosing it gives a list of that length, whatever else is chosen."""
    index = reader.index()
    chosen = Filters(presence="fullText")
    for facet in count_facets(index, words, chosen):
        for choice in facet.choices:
            if facet.name == "year":
                narrowed = replace(
                    chosen, since=f"{choice.value}-01-01", until=f"{choice.value}-12-31"
                )
            else:
                narrowed = replace(chosen, **{facet.name: choice.value})
            listed = find_documents(index, words, narrowed)
            assert listed.total == choice.count, (facet.name, choice)


def test_facets_come_in_their_order(reader: FolderReader) -> None:
    """Also where texts are searched that no document has."""
    index = reader.index()
    assert tuple(facet.name for facet in count_facets(index, "", Filters())) == NAMES
    assert count_facets(index, "", Filters())[0].choices
    nothing = count_facets(index, "không có từ này", Filters(), in_text=True)
    assert all(facet.choices == () for facet in nothing)
