"""Processes that answer free queries: started before they are needed, ended when time is up.

A query engine cannot be asked to stop; ending its process stops it for certain and gives back
its memory. Safe for threads: each call holds one worker until its answer is there.

Workers are forked from one small process without threads that has loaded the libraries and
opened nothing, so a worker that was ended is replaced within hundredths of a second.
"""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from queries.errors import QueryRefused, QueryTimeout
from queries.workers.clock import QueryClock
from queries.workers.line import Line
from queries.workers.worker import Ready, Reply, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

    from queries.workers.limits import Limits
    from queries.workers.worker import Task

_LOOK: Final = 0.1  # seconds between two looks whether the client is still there
_START: Final = 60.0  # seconds that a process may take to start
ANSWERS: Final = 1_000
"""Answers after which a worker is replaced, as the engine never gives back all that it took."""

FORKS: Final = multiprocessing.get_context("forkserver")
"""Starts processes from one that has loaded what workers need."""

FORKS.set_forkserver_preload(["queries.workers.worker", "queries.workers.dump"])


@dataclass(slots=True, kw_only=True)
class _Worker:
    """A process with our end of its pipe."""

    process: ForkServerProcess
    pipe: Connection
    started: bool = False
    answers: int = 0


def _never() -> bool:
    return False


class WorkerPool:
    """A fixed number of worker processes.

    Args:
        size: processes, 1 or more.
        limits: what one query may use.
    """

    def __init__(self, size: int, limits: Limits) -> None:
        self._limits = limits
        self._closed = threading.Event()
        self._all: set[int] = set()
        self._idle: Line[_Worker] = Line()
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
            client: who asks; whoever holds fewer workers comes first.
            gone: tells whether the client has hung up; its worker is then ended.

        Raises:
            QueryRefused: no worker is free, or the worker died.
            QueryTimeout: the time is up.
            QueryError: what the worker found wrong with the query or its answer.
        """
        if self._closed.is_set():
            raise QueryRefused("no-worker-free", "The service is stopping.", retry_after=5)
        worker = self._idle.take(client, gone, self._limits.waiting)
        try:
            answer = self._answer(worker, task, gone)
        finally:
            self._idle.release(client)
        if isinstance(answer, Reply):
            return answer
        raise answer

    def close(self) -> None:
        """End all workers that are free; those that still answer end with the program."""
        self._closed.set()
        for worker in self._idle.empty():
            self._end(worker)

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
        limits = self._limits
        clock = QueryClock(worker.process.pid or 0, limits.seconds, limits.patience)
        while not worker.pipe.poll(min(_LOOK, clock.left())):
            if gone():
                raise QueryRefused("client-gone", "The client has hung up.")
            if not clock.left():
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
        """Make a worker free again; one that cannot go on, or has long worked, is replaced."""
        worker.answers += 1
        if whole and worker.answers < ANSWERS and not self._closed.is_set():
            self._idle.put(worker)
            return
        self._end(worker)
        if not self._closed.is_set():
            self._idle.put(self._new())

    def _new(self) -> _Worker:
        """Start a worker; it says by itself when it is ready."""
        ours, theirs = FORKS.Pipe()
        process = FORKS.Process(
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
