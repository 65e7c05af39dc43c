"""What the pipeline asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.lookups import citing, undecided

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn/"
DIRECTIVE = f"{BASE}ct/ubnd-lam-thanh/2024/7"
PLAN = f"{BASE}kh/so-noi-vu-lam-thanh/2024/31"


def test_citing_counts_candidates(reader: FolderReader) -> None:
    """Who cites a document, and who may mean it, is resolved again when it goes."""
    assert citing(reader, DIRECTIVE) == (PLAN,)
    assert citing(reader, f"{BASE}nq/tu-lam-thanh/nk2015/12") == (DIRECTIVE, PLAN)
    assert citing(reader, PLAN) == ()


def test_undecided_may_be_narrowed(reader: FolderReader) -> None:
    """By the numbers of a document that comes."""
    assert undecided(reader) == (DIRECTIVE,)
    assert undecided(reader, ["909-KL/TW", "12"]) == (DIRECTIVE,)
    assert undecided(reader, ['") } DROP ALL']) == ()
