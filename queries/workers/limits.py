"""What a free query may use at most."""

from __future__ import annotations

import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one query.

    Args:
        seconds: of time, waiting for a worker not included.
        patience: times as many seconds by the clock, while the worker waits for a processor.
        waiting: seconds that a query may wait for a free worker.
        rows: rows or triples of the answer.
        bytes: bytes of the answer as written.
        memory: bytes of data a worker may add to what it starts with.
        niceness: how much a worker steps back for others, 0 to 19.
    """

    seconds: float = 30.0
    waiting: float = 10.0
    rows: int = 1_000_000
    bytes: int = 200_000_000
    memory: int = 2_000_000_000
    niceness: int = 5
    patience: float = 1.0


def bound_memory(more: int) -> None:
    """Bound the data of this process to what it has now and so many bytes more.

    Data, not address space: libraries reserve far more addresses than they ever fill.
    """
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # no path to handle
        pages = int(file.read().split()[5])
    cap = pages * resource.getpagesize() + more
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (cap if hard < 0 else min(cap, hard), hard))
