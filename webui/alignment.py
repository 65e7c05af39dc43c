"""Two texts side by side: paragraphs that say the same stand in one row, word differences marked.

Rows follow the first text; what stands in the second only comes before the next shared paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from webui.passages import passages_of, reused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webui.passages import Passage, Reuse

_LONGEST: Final = 400  # words of a paragraph up to which words are compared one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a paragraph; `same` where the other paragraph has them too."""

    words: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """A row: the pieces on either side, empty where that text has nothing like it.

    Args:
        left, right: pieces of the two paragraphs.
        left_at, right_at: where they begin in their text, None where they do not.
        likeness: in per cent; 0 where only one side has words.
        moved: the right paragraph stands elsewhere in its text than its neighbours.
    """

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    left_at: int | None
    right_at: int | None
    likeness: float = 0.0
    moved: bool = False


def aligned(left: str, right: str) -> tuple[AlignedRow, ...]:
    """Return all rows of two texts, each paragraph of either text once."""
    shared = {reuse.left.start: reuse for reuse in reused(left, right)}
    taken = {reuse.right.start for reuse in shared.values()}
    alone = [p for p in passages_of(right) if p.start not in taken]
    rows: list[AlignedRow] = []
    reached = 0
    for passage in passages_of(left):
        reuse = shared.get(passage.start)
        if reuse is None:
            rows.append(_left_only(passage))
            continue
        moved = reuse.right.start < reached
        if not moved:
            while alone and alone[0].start < reuse.right.start:
                rows.append(_right_only(alone.pop(0)))
            reached = reuse.right.start
        rows.append(_both(reuse, moved=moved))
    rows += map(_right_only, alone)
    return tuple(rows)


def _left_only(passage: Passage) -> AlignedRow:
    piece = Piece(words=passage.words, same=False)
    return AlignedRow(left=(piece,), right=(), left_at=passage.start, right_at=None)


def _right_only(passage: Passage) -> AlignedRow:
    piece = Piece(words=passage.words, same=False)
    return AlignedRow(left=(), right=(piece,), left_at=None, right_at=passage.start)


def _both(reuse: Reuse, *, moved: bool) -> AlignedRow:
    left, right = reuse.left.words.split(), reuse.right.words.split()
    if max(len(left), len(right)) > _LONGEST:
        blocks = [(0, 0, 0)]
    else:
        blocks = [
            (block.a, block.b, block.size)
            for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        ]
    return AlignedRow(
        left=tuple(_pieces(left, [(a, size) for a, _, size in blocks])),
        right=tuple(_pieces(right, [(b, size) for _, b, size in blocks])),
        left_at=reuse.left.start,
        right_at=reuse.right.start,
        likeness=reuse.likeness,
        moved=moved,
    )


def _pieces(words: list[str], same: list[tuple[int, int]]) -> Iterator[Piece]:
    """Give runs of words, those that both paragraphs have and those between them."""
    place = 0
    for start, size in [*same, (len(words), 0)]:
        if start > place:
            yield Piece(words=" ".join(words[place:start]), same=False)
        if size:
            yield Piece(words=" ".join(words[start : start + size]), same=True)
        place = max(place, start + size)
