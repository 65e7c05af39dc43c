"""Who does the work of a load: this process, several of this machine, or those of a cluster.

A process that dies (a crash of a foreign library, want of memory) takes down the work of its
neighbours too: what was not finished is then done again one by one, each in a process of its own,
so that only the paper at fault is lost. A process that works on one paper for too long is ended the
same way: by a signal that nothing catches, as a loop in a foreign library listens to nobody. Where
this process does the work itself, the signal breaks off the paper alone: what foreign libraries
read runs apart (`reader_process`), and Python's own loops and patterns look for signals.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Final, Generic, NoReturn, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from types import FrameType

Job = TypeVar("Job")
Done = TypeVar("Done")

_FEW: Final = 12
"""Jobs for which starting processes would take longer than doing them here."""
_AHEAD: Final = 6
"""Jobs a process that wait or are being done; it bounds what is in memory."""


class Executor(Protocol):
    """Does one task on many jobs."""

    def each(
        self, task: Callable[[Job], Done], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Done | None]]:
        """Give each job with what came of it, in the order in which they are done.

        None stands for a job that took too long or whose process died twice.
        """


class InProcess:
    """Does one job after the other in this process.

    Args:
        seconds: processor time that one job may take; only the main thread can be held to it.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def each(
        self, task: Callable[[Job], Done], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Done | None]]:
        """Give each job with what came of it, in order; None for one that took too long."""
        for job in jobs:
            yield job, self._within_time(task, job)

    def _within_time(self, task: Callable[[Job], Done], job: Job) -> Done | None:
        try:
            with _alarm(self._seconds):
                return task(job)
        except _TooLong:
            return None


class _TooLong(BaseException):
    """A job takes too long; no handler of a fault in the job may take it for its own."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` after so much processor time."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _raise_too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _raise_too_long(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _TooLong


class ProcessPool:
    """Does jobs in processes of this machine.

    Args:
        processes: how many.
        seconds: processor time that one job may take.
    """

    def __init__(self, processes: int, seconds: float) -> None:
        self._processes = processes
        self._seconds = seconds

    def each(
        self, task: Callable[[Job], Done], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Done | None]]:
        """Give each job with what came of it, as they are done."""
        waiting = iter(jobs)
        lost: list[Job] = []
        bounded = _Bounded(task=task, seconds=self._seconds)
        while True:
            done = yield from self._until_broken(bounded, waiting, lost)
            if done:
                return
            for job in lost:
                yield job, self._alone(bounded, job)
            lost.clear()

    def _until_broken(
        self, task: Callable[[Job], Done], waiting: Iterator[Job], lost: list[Job]
    ) -> Generator[tuple[Job, Done | None], None, bool]:
        """Do jobs until all are done, or a process dies; tell which, and what was lost."""
        running: dict[Future[Done], Job] = {}
        with _processes(self._processes) as pool:
            while True:
                for job in islice(waiting, self._processes * _AHEAD - len(running)):
                    running[pool.submit(task, job)] = job
                if not running:
                    return True
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    job = running.pop(future)
                    try:
                        yield job, future.result()
                    except BrokenProcessPool:
                        lost.append(job)
                if lost:
                    lost += running.values()
                    return False

    def _alone(self, task: Callable[[Job], Done], job: Job) -> Done | None:
        """Do a job in a process of its own."""
        with _processes(1) as pool:
            try:
                return pool.submit(task, job).result()
            except BrokenProcessPool:
                return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounded(Generic[Job, Done]):
    """Does a job, and ends its process where that takes more than so many seconds of processor."""

    task: Callable[[Job], Done]
    seconds: float

    def __call__(self, job: Job) -> Done:
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        try:
            return self.task(job)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _begin() -> None:
    """Begin a process: what it has loaded stays, and it does not outlive the load."""
    gc.freeze()
    Thread(target=_end_with_load, daemon=True).start()


def _end_with_load() -> None:
    """End this process with the one that loads, though it was killed: nothing else would."""
    load = multiprocessing.parent_process()
    if load is not None:
        load.join()
        os._exit(1)


@contextmanager
def _processes(number: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes; they end with the `with`, and at once where it ends by a fault."""
    context = multiprocessing.get_context("forkserver")
    pool = ProcessPoolExecutor(max_workers=number, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown(wait=True, cancel_futures=True)


def executor_for(jobs: int, processes: int, seconds: float) -> Executor:
    """Return who does a number of jobs.

    Args:
        jobs: how many.
        processes: how many processes the settings allow; 0 means one a processor.
        seconds: processor time that one job may take.
    """
    allowed = processes or os.cpu_count() or 1
    if jobs <= _FEW or allowed == 1:
        return InProcess(seconds)
    return ProcessPool(min(allowed, jobs), seconds)
