"""Which bodies a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.bodies import in_place, instances, resolve_bodies
from queries.errors import BadParameter

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

AGENCY = "https://w3id.org/luocdo/id/vn/agency/"


def test_a_name_with_its_province_means_one_body(reader: FolderReader) -> None:
    """With or without marks, by name, path or IRI."""
    for words in ("Công an tỉnh Lam Thành", "id/vn/agency/cat-lam-thanh", "cat-lam-thanh"):
        assert resolve_bodies(reader.index(), words) == (f"{AGENCY}cat-lam-thanh",)


def test_a_generic_body_means_that_of_each_province(reader: FolderReader) -> None:
    """The ending of a generic code does not count."""
    index = reader.index()
    assert instances(index, f"{AGENCY}cat") == (f"{AGENCY}cat-lam-thanh",)
    assert instances(index, f"{AGENCY}ubnd-tinh") == (f"{AGENCY}ubnd-lam-thanh",)
    assert instances(index, f"{AGENCY}bbt") == ()
    assert instances(index, "https://example.org/cat") == ()


def test_a_place_narrows_them(reader: FolderReader) -> None:
    """A place that has none of them is refused by name."""
    bodies = (f"{AGENCY}cat-lam-thanh",)
    assert in_place(reader.index(), bodies, "lam thanh") == bodies
    assert in_place(reader.index(), bodies, "") == bodies
    with pytest.raises(BadParameter) as caught:
        in_place(reader.index(), bodies, "Nowhere")
    assert caught.value.name == "place"
