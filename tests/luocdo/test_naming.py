"""Documents are found by number, name, path or IRI, and called by number and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.naming import LONGEST, Names, shortened
from ontology.namespaces import DEFAULT_BASE
from queries.errors import BadParameter
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from pathlib import Path

PATH = "id/vn/ct/ubnd-song-may/2023/9"


@pytest.fixture
def names(store: Path) -> Names:
    """Return the names in the example store."""
    return Names(reader=FolderReader(store), base=DEFAULT_BASE)


@pytest.mark.parametrize("words", ["09/CT-UBND", "9/CT-UBND", PATH, DEFAULT_BASE + PATH])
def test_each_way_to_name_a_document_leads_to_it(words: str, names: Names) -> None:
    """Leading zeros and the form of the address do not matter."""
    assert names.path(words) == PATH


def test_what_nobody_has_is_an_error(names: Names) -> None:
    """The error repeats the words."""
    with pytest.raises(BadParameter, match="99999"):
        names.path("99999/CT-UBND")


def test_labels_fall_back_to_the_path(names: Names) -> None:
    """A document has number and title, another node its path, nothing has none."""
    assert names.label(DEFAULT_BASE + PATH).startswith("09/CT-UBND: ")
    assert names.label(DEFAULT_BASE + "id/vn/x") == "id/vn/x"
    assert names.label("") == ""


def test_long_words_are_cut_on_one_line() -> None:
    """Line breaks become blanks; what is cut says so."""
    assert shortened(" a\n  b ") == "a b"
    cut = shortened("từ " * LONGEST)
    assert len(cut) <= LONGEST
    assert cut.endswith("…")
