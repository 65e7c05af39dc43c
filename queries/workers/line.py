"""The line of those who wait for something of which there are few, such as a worker process.

Who holds least comes first, then who came first: one client with many queries never keeps the
others waiting. Safe for threads.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from queries.errors import QueryRefused

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_LOOK: Final = 0.2  # seconds between two looks whether the client is still there


@dataclass(slots=True, kw_only=True, eq=False)
class _Ticket:
    """One who waits."""

    client: str


class Line(Generic[T]):
    """Hands out things, each to one at a time."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._free: list[T] = []
        self._waiting: list[_Ticket] = []
        self._held: Counter[str] = Counter()

    def put(self, thing: T) -> None:
        """Add a thing, or give one back."""
        with self._changed:
            self._free.append(thing)
            self._changed.notify_all()

    def take(self, client: str, gone: Callable[[], bool], seconds: float) -> T:
        """Return a thing when it is the client's turn.

        Args:
            client: who asks; `release` must be told the same.
            gone: tells whether the client has hung up; it is then taken out of the line.
            seconds: longest wait.

        Raises:
            QueryRefused: the wait was too long, or the client is gone.
        """
        ticket, end = _Ticket(client=client), time.monotonic() + seconds
        with self._changed:
            self._waiting.append(ticket)
            try:
                while not (self._free and self._next() is ticket):
                    self._wait(end, gone)
                self._held[client] += 1
                return self._free.pop()
            finally:
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def release(self, client: str) -> None:
        """Say that a client no longer holds what it took."""
        with self._changed:
            self._held[client] -= 1
            self._held += Counter()

    def empty(self) -> tuple[T, ...]:
        """Take out all that is free, whoever waits."""
        with self._changed:
            left, self._free = tuple(self._free), []
            return left

    def _next(self) -> _Ticket:
        return min(self._waiting, key=lambda ticket: self._held[ticket.client])

    def _wait(self, end: float, gone: Callable[[], bool]) -> None:
        """Wait a moment; raise when there is nothing more to wait for."""
        rest = end - time.monotonic()
        if gone():
            raise QueryRefused("client-gone", "The client has hung up.")
        if rest <= 0:
            raise QueryRefused(
                "no-worker-free",
                "All query workers are taken.",
                "Ask again in a few seconds.",
                retry_after=5,
            )
        self._changed.wait(min(_LOOK, rest))
