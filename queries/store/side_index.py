"""The side index of the next generation, at the cost of what changed and not of what is stored.

An index of a large collection takes long to copy. So the generation that is about to be forgotten
hands its index on: what changed since it was published is written into it. Until there are enough
generations, where that would be more work than copying, and where the old one is of another layout
and would be made anew from all graphs, the newest index is copied.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from queries.errors import StoreError
from queries.index.build import refresh
from queries.index.findings import is_of_findings
from queries.index.layout import is_of_this_layout
from queries.store.generations import KEPT, kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from queries.index.nodes import Statement, TripleSource
    from queries.store.generations import StoreFolder

_INDEX: Final = "index.sqlite"
_CHANGED: Final = "changed"
_FEW: Final = 300
"""Changed graphs that are sooner written twice than a whole index is copied."""


class IndexedGraphs:
    """The graphs that the side index tells of: the public ones, and those of findings.

    Args:
        public: the live store of public graphs.
        work: the live store of raw graphs, runs and findings.
        base: the setting `base_iri`, with its final slash.
    """

    def __init__(self, public: TripleSource, work: TripleSource, base: str) -> None:
        self._public, self._work, self._base = public, work, base

    def graphs(self) -> Iterator[str]:
        """Go through the names of the graphs."""
        yield from self._public.graphs()
        yield from (name for name in self._work.graphs() if is_of_findings(name, self._base))

    def triples(self, graph: str) -> Iterator[Statement]:
        """Go through the triples of a graph."""
        store = self._work if is_of_findings(graph, self._base) else self._public
        return store.triples(graph)


def prepare_index(
    folder: StoreFolder, draft: Path, source: TripleSource, changed: Sequence[str], base: str
) -> None:
    """Write the side index of the next generation into its draft.

    Args:
        folder: the store.
        draft: folder of the next generation.
        source: the live graphs.
        changed: graphs that changed since the newest generation, each once.
        base: the setting `base_iri`, with its final slash.

    Raises:
        StoreError: it cannot be written.
    """
    index = draft / _INDEX
    try:
        (draft / _CHANGED).write_text("".join(f"{name}\n" for name in changed), encoding="utf-8")
        behind = _take_over(kept(folder), index)
    except OSError as fault:
        raise StoreError(
            "store-unwritable", f"{draft}: {fault.strerror}.", "Check rights and space."
        ) from fault
    refresh(index, source, tuple(dict.fromkeys([*behind, *changed])), base)


def _take_over(generations: Sequence[Path], index: Path) -> tuple[str, ...]:
    """Put the index of a generation in place; return the graphs that changed since it was made."""
    if not generations:
        return ()
    oldest, *later = generations
    if len(generations) >= KEPT and all(place.exists() for place in _needed(oldest, later)):
        behind = tuple(name for generation in later for name in _changed(generation))
        if len(behind) <= _FEW and is_of_this_layout(oldest / _INDEX):
            (oldest / _INDEX).replace(index)
            return behind
    newest = generations[-1] / _INDEX
    if newest.exists():
        shutil.copyfile(newest, index)
    return ()


def _needed(oldest: Path, later: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files without which an index cannot be handed on."""
    return (oldest / _INDEX, *(generation / _CHANGED for generation in later))


def _changed(generation: Path) -> tuple[str, ...]:
    """Return the graphs that changed with a generation."""
    return tuple((generation / _CHANGED).read_text(encoding="utf-8").splitlines())
