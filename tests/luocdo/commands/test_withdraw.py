"""A document is taken out, what cites it is resolved again, and its identifier remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.serve import SiteReader
from ontology.namespaces import DEFAULT_BASE
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

PATH = "id/vn/ct/ubnd-lang-son/2024/7"
CITED = "id/vn/ct/ttg/2019/12"
HELD = f"ASK {{ <{DEFAULT_BASE}{PATH}> <https://w3id.org/luocdo/ns#presence> ?held }}"


def test_a_document_goes_and_comes_back(luocdo: Callable[..., Done], directive: Path) -> None:
    """With a successor, and as if it had never gone once it is loaded again."""
    assert luocdo("load", "--store", "kho", directive).code == 0
    before = FolderReader(directive.parent / "kho").merged()
    reader = SiteReader(directive.parent / "kho")
    done = luocdo("withdraw", "--store", "kho", "07/CT-UBND", "--successor", CITED)
    assert done.code == 0, done.err
    assert CITED in done.out
    assert reader.withdrawn(PATH) == CITED
    assert not reader.ask(HELD)
    again = luocdo("withdraw", "--store", "kho", "--lang", "en", CITED)
    assert again.code == 2
    assert "not stored" in again.err
    assert luocdo("load", "--store", "kho", directive).code == 0
    assert reader.withdrawn(PATH) is None
    assert sorted(reader.merged().splitlines()) == sorted(before.splitlines())


def test_what_it_leaves_is_checked_again(luocdo: Callable[..., Done], directive: Path) -> None:
    """Nothing is found on a document that has gone; nothing takes its own place."""
    assert luocdo("load", "--store", "kho", directive).code == 0
    itself = luocdo("withdraw", "--store", "kho", PATH, "--successor", PATH)
    assert itself.code == 2
    assert luocdo("withdraw", "--store", "kho", PATH).code == 0
    assert SiteReader(directive.parent / "kho").withdrawn(PATH) == ""
    assert PATH not in luocdo("check", "--store", "kho", "--format", "json").out
