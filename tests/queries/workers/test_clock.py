"""A query has the time that it computes; one that waits for others has three times as long."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from queries.workers.clock import QueryClock, processor_seconds

if TYPE_CHECKING:
    import pytest

OURS = os.getpid()


def at(monkeypatch: pytest.MonkeyPatch, clock: float) -> None:
    """Stop the clock at a moment."""
    monkeypatch.setattr(time, "monotonic", lambda: clock)


def test_the_processor_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock the time is up; what was not computed is left, though not for ever."""
    used = [5.0]
    monkeypatch.setattr("queries.workers.clock.processor_seconds", lambda _: used[0])
    at(monkeypatch, 100.0)
    clock = QueryClock(OURS, 2.0, patience=3.0)
    assert clock.left() == 2.0
    at(monkeypatch, 101.5)
    assert clock.left() == 0.5
    at(monkeypatch, 103.0)
    used[0] = 5.25
    assert clock.left() == 1.75
    used[0] = 7.0
    assert clock.left() == 0.0
    used[0] = 5.25
    at(monkeypatch, 106.0)
    assert clock.left() == 0.0


def test_a_process_is_looked_at() -> None:
    """Its time only grows; one that has ended has no time left."""
    before = processor_seconds(OURS)
    while processor_seconds(OURS) <= before:
        sum(range(100_000))
    assert processor_seconds(OURS) < float("inf")
    assert processor_seconds(2**22 + 1) == float("inf")
