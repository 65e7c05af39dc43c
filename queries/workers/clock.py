"""The time of one query: what it computed, so that a busy machine ends no query that is short."""

from __future__ import annotations

import os
import time
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")


class QueryClock:
    """Counts from when it is made.

    Args:
        process: id of the process that computes.
        seconds: that the query may take.
        patience: times as many by the clock, where the process had to wait for others.
    """

    def __init__(self, process: int, seconds: float, patience: float) -> None:
        self._process = process
        self._seconds = seconds
        self._most = patience * seconds
        self._began = time.monotonic()
        self._used = processor_seconds(process)

    def left(self) -> float:
        """Return how many seconds are left at least; 0 when the time is up."""
        passed = time.monotonic() - self._began
        if passed < self._seconds:
            return self._seconds - passed
        if passed >= self._most:
            return 0.0
        used = processor_seconds(self._process) - self._used
        return max(0.0, self._seconds - used)


def processor_seconds(process: int) -> float:
    """Return the processor time of a process and all its threads; infinite where it has ended.

    Source: proc(5), fields utime and stime of /proc/PID/stat.
    """
    try:
        with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123 - no path to handle
            fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return float("inf")
    return (int(fields[11]) + int(fields[12])) / _TICKS
