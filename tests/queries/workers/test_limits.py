"""Limits."""

from __future__ import annotations

import multiprocessing
import resource

from queries.workers.limits import Limits, bound_memory


def within(more: int) -> tuple[int, int]:
    """Bound this process and return its soft limit before and after."""
    before = resource.getrlimit(resource.RLIMIT_DATA)[0]
    bound_memory(more)
    return before, resource.getrlimit(resource.RLIMIT_DATA)[0]


def test_a_process_is_bounded_above_what_it_has() -> None:
    """In a process of its own the soft limit is set, a little above what is asked for."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        before, after = pool.apply(_bounded, (50_000_000,))
    assert before != after
    assert 50_000_000 < after < 5_000_000_000


def _bounded(more: int) -> tuple[int, int]:
    return within(more)


def test_the_defaults_leave_room_for_ordinary_work() -> None:
    """Six-figure numbers of rows are ordinary."""
    assert Limits().rows >= 100_000
    assert Limits().seconds > Limits().waiting
