"""The journal of a writer: what is being done, so that the next writer can finish it.

A change is noted before it begins and struck out when it is done. Every change can be done
again from its note, so a crash between two steps loses nothing and leaves nothing half done.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNote:
    """A graph that is being replaced by these N-Triples; None where it is being removed."""

    graph: str
    triples: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """First line of a journal: each graph's name and number of bytes, -1 for a removal."""

    graphs: tuple[tuple[str, int], ...]


def note(journal: Path, graphs: tuple[GraphNote, ...]) -> None:
    """Write down what is about to be done; the file is there whole or not at all."""
    sizes = tuple((g.graph, -1 if g.triples is None else len(g.triples)) for g in graphs)
    head = json.dumps(asdict(_Head(graphs=sizes))).encode()
    draft = journal.with_name(f"{journal.name}.draft")
    draft.write_bytes(b"\n".join([head, b"".join(g.triples or b"" for g in graphs)]))
    draft.replace(journal)


def strike_out(journal: Path) -> None:
    """Forget what was noted: it is done."""
    journal.unlink(missing_ok=True)


def read(journal: Path) -> tuple[GraphNote, ...]:
    """Return what was begun and not finished; nothing where all was finished."""
    if not journal.exists():
        return ()
    head, _, rest = journal.read_bytes().partition(b"\n")
    notes, position = [], 0
    for graph, size in json.loads(head)["graphs"]:
        kept = None if size < 0 else rest[position : position + size]
        notes.append(GraphNote(graph=graph, triples=kept))
        position += max(size, 0)
    return tuple(notes)
