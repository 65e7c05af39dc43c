"""Two ways to do one thing, timed side by side; what counts is the ratio, never the seconds.

Both run in turns within one process and the least time of each is taken, so that a noisy machine
disturbs both alike. Time is that of the processor: other programs do not count.
"""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 5
_LEAST_SECONDS: Final = 0.02
_LOOK: Final = 0.5
_IDLE: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Least processor time of both sides, in seconds for one call."""

    ours: float
    raw: float

    @property
    def ratio(self) -> float:
        """How many times the raw library's time ours is."""
        return self.ours / self.raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of the table.

    Args:
        what: what was measured.
        value: the ratio.
        bar: what is asked of it; None where nothing is.
        sense: whether the bar is a ceiling or a floor.
        note: absolute figures, for orientation.
    """

    what: str
    value: float
    bar: float | None = None
    sense: Literal["<=", ">="] = "<="
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the bar is met; a line without a bar always is."""
        if self.bar is None:
            return True
        return self.value <= self.bar if self.sense == "<=" else self.value >= self.bar


def seconds(step: Callable[[], object], times: int = 1) -> float:
    """Return the processor time of one call, averaged over some."""
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        step()
    return (time.process_time() - start) / times


def side_by_side(
    ours: Callable[[], object], raw: Callable[[], object], rounds: int = ROUNDS
) -> Pair:
    """Return the least times of two calls that run in turns.

    A call shorter than the clock can tell is repeated within its turn; both have run once before.
    """
    often, raw_often = _times(ours), _times(raw)
    pairs = [(seconds(ours, often), seconds(raw, raw_often)) for _ in range(rounds)]
    return Pair(ours=min(p[0] for p in pairs), raw=min(p[1] for p in pairs))


def prepared_side_by_side(
    ours: Callable[[], Callable[[], object]],
    raw: Callable[[], Callable[[], object]],
    rounds: int = ROUNDS,
) -> Pair:
    """Return the least times of two calls that each need fresh preparation, which is not timed."""
    pairs = [(seconds(ours()), seconds(raw())) for _ in range(rounds)]
    return Pair(ours=min(p[0] for p in pairs), raw=min(p[1] for p in pairs))


def settle(longest: float = 300) -> None:
    """Wait until no thread of this process works.

    A store that was loaded in bulk is put in order by the library's own threads after it is opened
    next. Their time counts as this process's, and would be taken for that of the calls measured.

    Args:
        longest: seconds after which it waits no more.
    """
    end = time.monotonic() + longest
    while time.monotonic() < end:
        start = time.process_time()
        time.sleep(_LOOK)
        if time.process_time() - start < _IDLE * _LOOK:
            return


def _times(step: Callable[[], object]) -> int:
    """Return how often a call is repeated to be measured well, 1 to 200."""
    step()
    once = seconds(step)
    return max(1, min(200, int(_LEAST_SECONDS / max(once, 1e-6))))
