"""The same triples have the same version, and a removal says what came instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.generations import StoreFolder
from queries.store.versions import note_versions, noted, removal, successor_in, version_of

if TYPE_CHECKING:
    from pathlib import Path


def test_the_order_of_triples_does_not_count() -> None:
    """Their words do."""
    assert version_of(b"<a> <b> <c> .\n<a> <b> <d> .\n") == version_of(
        b"<a> <b> <d> .\n<a> <b> <c> ."
    )
    assert version_of(b"<a> <b> <c> .\n") != version_of(b"<a> <b> <d> .\n")


def test_a_removal_names_its_successor() -> None:
    """Or nothing; a graph that is held has none."""
    assert successor_in(removal("id/vn/a")) == "id/vn/a"
    assert successor_in(removal("")) == ""
    assert successor_in(version_of(b"")) is None


def test_a_list_is_kept(tmp_path: Path) -> None:
    """Later versions take the place of earlier ones."""
    note_versions(tmp_path, {"urn:a": "1", "urn:b": removal("id/x")})
    note_versions(tmp_path, {"urn:a": "2"})
    assert noted(StoreFolder(root=tmp_path).shared) == {"urn:a": "2", "urn:b": "removed id/x"}
    assert noted(tmp_path / "none") == {}
