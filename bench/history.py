"""The figures of the last run, kept beside the project so that the next run can tell a change."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bench.gold import Figure, Mistake

if TYPE_CHECKING:
    from pathlib import Path

_SAME = 0.0005


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The outcome of a run."""

    figures: tuple[Figure, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two runs.

    Args:
        figures: pairs of the figure before and now, where F1 differs by a thousandth.
        mended: mistakes that are made no more.
        new: mistakes that were not made before.
    """

    figures: tuple[tuple[Figure, Figure], ...]
    mended: tuple[Mistake, ...]
    new: tuple[Mistake, ...]


def keep(run: Run, path: Path) -> None:
    """Write a run to a file, in the place of the last one."""
    path.write_text(json.dumps(asdict(run), ensure_ascii=False), encoding="utf-8")


def last(path: Path) -> Run | None:
    """Return the run that a file keeps; None where there is none that can be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Run(
            figures=tuple(Figure(**entry) for entry in kept["figures"]),
            mistakes=tuple(Mistake(**entry) for entry in kept["mistakes"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def changes(before: Run, now: Run) -> Changes:
    """Return what differs between two runs; groups that one of them lacks do not count.

    Args:
        before, now: the runs.
    """
    known = {(figure.group, figure.measure): figure for figure in before.figures}
    pairs = [
        (known[figure.group, figure.measure], figure)
        for figure in now.figures
        if (figure.group, figure.measure) in known
    ]
    old, new = Counter(before.mistakes), Counter(now.mistakes)
    return Changes(
        figures=tuple((a, b) for a, b in pairs if abs(a.f1 - b.f1) >= _SAME),
        mended=tuple(sorted((old - new).elements())),
        new=tuple(sorted((new - old).elements())),
    )
