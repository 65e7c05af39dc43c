"""Who answers today for what was given to a body, and who answered before it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from webui.facts.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from webui.ports import Reader


def read_today(reader: Reader, bodies: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return today's responsible bodies of those that were succeeded, by IRI.

    Args:
        reader: the store.
        bodies: IRIs; those that nobody succeeded are left out of the answer.
    """
    wanted = sorted(set(bodies) - {""})
    found: dict[str, list[str]] = defaultdict(list)
    for row in ask(reader, "successors", body=wanted) if wanted else ():
        if row.maybe("next") is None:
            found[row.text("body")].append(row.text("after"))
    return {body: tuple(dict.fromkeys(after)) for body, after in found.items()}


def read_family(reader: Reader, body: str) -> tuple[str, ...]:
    """Return a body with all that it took over from and all that took over from it."""
    before = [row.text("before") for row in ask(reader, "predecessors", body=[body])]
    after = [row.text("after") for row in ask(reader, "successors", body=[body])]
    return tuple(dict.fromkeys((body, *before, *after)))
