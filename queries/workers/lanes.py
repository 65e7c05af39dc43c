"""Two lanes of workers, so that short queries never wait behind long ones.

Every query begins in the quick lane. One that does not finish there soon is ended and begins again
in the slow lane, which has its own few workers and the whole time limit; it is remembered, so
that it goes there at once when it comes again. However many long queries there are, the quick
lane is free of each of them after a moment.

Source: multi-level feedback queues (Corbató, Merwin-Daggett and Daley, 1962).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from queries.errors import QueryRefused, QueryTimeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from queries.workers.pool import WorkerPool
    from queries.workers.worker import Reply, Task

_REMEMBERED: Final = 2_000


def _never() -> bool:
    return False


class Lanes:
    """A pool for quick queries before a pool for slow ones.

    Args:
        quick: ends each query after a moment.
        slow: gives each query the whole time.
        room: queries that may run and wait at once, 1 or more.
    """

    def __init__(self, quick: WorkerPool, slow: WorkerPool, room: int) -> None:
        self._quick = quick
        self._slow = slow
        self._room = threading.BoundedSemaphore(room)
        self._known: OrderedDict[bytes, None] = OrderedDict()
        self._knowing = threading.Lock()

    def processes(self) -> frozenset[int]:
        """Return the process ids of the workers of both lanes."""
        return self._quick.processes() | self._slow.processes()

    def ask(self, task: Task, *, client: str = "", gone: Callable[[], bool] = _never) -> Reply:
        """Return a worker's answer.

        Args:
            task: the query, checked by `guard.check`.
            client: who asks; whoever holds fewer workers comes first.
            gone: tells whether the client has hung up; its worker is then ended.

        Raises:
            QueryRefused: there is no room, no worker became free, or the worker died.
            QueryTimeout: the time is up.
            QueryError: what the worker found wrong with the query or its answer.
        """
        with self._entered():
            mark = sha256(task.query.encode("utf-8", "surrogatepass")).digest()
            if not self._is_slow(mark):
                try:
                    return self._quick.ask(task, client=client, gone=gone)
                except QueryTimeout:
                    self._remember(mark)
            return self._slow.ask(task, client=client, gone=gone)

    @contextmanager
    def _entered(self) -> Iterator[None]:
        if not self._room.acquire(blocking=False):
            raise QueryRefused(
                "no-worker-free",
                "Too many queries wait already.",
                "Ask again in a few seconds.",
                retry_after=5,
            )
        try:
            yield
        finally:
            self._room.release()

    def _is_slow(self, mark: bytes) -> bool:
        with self._knowing:
            return mark in self._known

    def _remember(self, mark: bytes) -> None:
        with self._knowing:
            self._known[mark] = None
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
