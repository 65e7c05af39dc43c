"""Processes that answer free queries: started before they are needed, ended when time is up.

A query engine cannot be asked to stop; ending its process stops it for certain and gives back
its memory. Safe for threads: each call holds one worker until its answer is there.
"""

from __future__ import annotations

import multiprocessing
import queue
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from queries.errors import QueryRefused, QueryTimeout
from queries.workers.worker import Ready, Reply, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from queries.workers.limits import Limits
    from queries.workers.worker import Task

_LOOK: Final = 0.1  # seconds between two looks whether the client is still there
_START: Final = 60.0  # seconds that a process may take to start
_SPAWN: Final = multiprocessing.get_context("spawn")


@dataclass(slots=True, kw_only=True)
class _Worker:
    """A process with our end of its pipe."""

    process: SpawnProcess
    pipe: Connection
    started: bool = False


def _never() -> bool:
    return False


class WorkerPool:
    """A fixed number of worker processes.

    Args:
        size: processes, 1 or more.
        limits: what one query may use.
        per_client: workers that one client may hold at once; half of them where None.
    """

    def __init__(self, size: int, limits: Limits, per_client: int | None = None) -> None:
        self._limits = limits
        self._per_client = per_client or max(1, size // 2)
        self._held: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._closed = threading.Event()
        self._all: set[int] = set()
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(self._new())

    def __enter__(self) -> Self:
        """Return the pool itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the pool, whatever happened."""
        self.close()

    @property
    def limits(self) -> Limits:
        """What one query may use."""
        return self._limits

    def processes(self) -> frozenset[int]:
        """Return the process ids of the workers that live."""
        return frozenset(self._all)

    def ask(self, task: Task, *, client: str = "", gone: Callable[[], bool] = _never) -> Reply:
        """Return a worker's answer.

        Args:
            task: the query, checked by `guard.check`.
            client: who asks; one client may hold only some of the workers. Empty: ourselves.
            gone: tells whether the client has hung up; its worker is then ended.

        Raises:
            QueryRefused: no worker is free, the client holds too many, or the worker died.
            QueryTimeout: the time is up.
            QueryError: what the worker found wrong with the query or its answer.
        """
        with self._share(client):
            worker = self._free(gone)
            answer = self._answer(worker, task, gone)
        if isinstance(answer, Reply):
            return answer
        raise answer

    def close(self) -> None:
        """End all workers that are free; those that still answer end with the program."""
        self._closed.set()
        while True:
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return
            self._end(worker)

    @contextmanager
    def _share(self, client: str) -> Iterator[None]:
        """Count what a client holds while it holds it."""
        with self._counting:
            if client and self._held[client] >= self._per_client:
                raise QueryRefused(
                    "too-many-queries",
                    f"One client may run {self._per_client} queries at once.",
                    "Wait for an answer before you ask again.",
                    retry_after=int(self._limits.seconds) or 1,
                )
            self._held[client] += 1
        try:
            yield
        finally:
            with self._counting:
                self._held[client] -= 1
                self._held += Counter()

    def _free(self, gone: Callable[[], bool]) -> _Worker:
        """Return a worker that has started, waiting for one as long as the limits say."""
        end = time.monotonic() + self._limits.waiting
        while not self._closed.is_set():
            try:
                return self._idle.get(timeout=min(_LOOK, self._limits.waiting))
            except queue.Empty:
                if gone() or time.monotonic() >= end:
                    break
        raise QueryRefused(
            "no-worker-free",
            "All query workers are taken.",
            "Ask again in a few seconds.",
            retry_after=max(1, int(self._limits.waiting)),
        )

    def _answer(self, worker: _Worker, task: Task, gone: Callable[[], bool]) -> Reply | Exception:
        """Return what a worker answers, and put it or its replacement back."""
        kept = False
        try:
            self._await_start(worker)
            worker.pipe.send(task)
            answer = self._received(worker, gone)
            kept = True
        except (EOFError, OSError):
            return QueryRefused(
                "worker-died",
                "The query ended its worker: it is too complex or needs too much memory.",
                "Make it smaller.",
                retry_after=1,
            )
        finally:
            self._put_back(worker, whole=kept)
        return answer

    def _received(self, worker: _Worker, gone: Callable[[], bool]) -> Reply | Exception:
        """Return a message of a worker, or raise when the time is up or the client gone."""
        end = time.monotonic() + self._limits.seconds
        while not worker.pipe.poll(min(_LOOK, max(0.0, end - time.monotonic()))):
            if gone():
                raise QueryRefused("client-gone", "The client has hung up.")
            if time.monotonic() >= end:
                raise QueryTimeout(self._limits.seconds)
        answer: Reply | Exception = worker.pipe.recv()
        return answer

    def _await_start(self, worker: _Worker) -> None:
        """Wait for a worker that was started a moment ago."""
        if worker.started:
            return
        if not worker.pipe.poll(_START) or not isinstance(worker.pipe.recv(), Ready):
            raise EOFError
        worker.started = True

    def _put_back(self, worker: _Worker, *, whole: bool) -> None:
        """Make a worker free again; one that cannot go on is ended and replaced."""
        if whole and not self._closed.is_set():
            self._idle.put(worker)
            return
        self._end(worker)
        if not self._closed.is_set():
            self._idle.put(self._new())

    def _new(self) -> _Worker:
        """Start a worker; it says by itself when it is ready."""
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(
            target=run, args=(theirs, self._limits), daemon=True, name="query-worker"
        )
        process.start()
        theirs.close()
        self._all.add(process.pid or 0)
        return _Worker(process=process, pipe=ours)

    def _end(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        self._all.discard(worker.process.pid or 0)
        worker.pipe.close()
