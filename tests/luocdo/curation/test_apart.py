"""A task that falls over, dies or never ends costs its own answer, and no other."""

from __future__ import annotations

import os
import threading
import time
from functools import partial
from multiprocessing import Pipe
from typing import TYPE_CHECKING

import pytest

from luocdo.curation.apart import ApartError, Outcome, ProcessApart, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="module")
def apart() -> Iterator[ProcessApart]:
    """Return a process."""
    made = ProcessApart(megabytes=2_000, waiting=2)
    yield made
    made.end()


def test_tasks_are_done_by_one_process_that_is_not_this_one(apart: ProcessApart) -> None:
    """It stays, so that what was loaded once serves again."""
    first = apart.do(os.getpid, 20)
    assert first != os.getpid()
    assert apart.do(partial(int, "7"), 20) == 7
    assert apart.do(os.getpid, 20) == first


@pytest.mark.parametrize(
    ("task", "seconds", "code"),
    [
        (partial(time.sleep, 600), 0.5, "reading-took-too-long"),
        (partial(os._exit, 1), 20, "reading-broke-off"),
        (partial(int, "no number"), 20, "reading-broke-off"),
        (partial(bytearray, 50_000_000_000), 20, "reading-broke-off"),
    ],
)
def test_what_goes_wrong_is_told_and_the_next_task_is_done(
    apart: ProcessApart, task: Callable[[], object], seconds: float, code: str
) -> None:
    """Time, a crash, a fault and memory."""
    apart.do(os.getpid, 20)
    with pytest.raises(ApartError) as caught:
        apart.do(task, seconds)
    assert caught.value.code == code
    assert apart.do(partial(int, "8"), 20) == 8


def test_more_than_may_wait_are_sent_away(apart: ProcessApart) -> None:
    """At once."""
    sleepers = [threading.Thread(target=apart.do, args=(partial(time.sleep, 1), 20)) for _ in "ab"]
    for sleeper in sleepers:
        sleeper.start()
    while apart._room._value:
        time.sleep(0.01)
    with pytest.raises(ApartError) as caught:
        apart.do(os.getpid, 20)
    assert caught.value.code == "reader-busy"
    for sleeper in sleepers:
        sleeper.join()


def test_tasks_are_served_until_the_other_side_is_gone() -> None:
    """Each gets an outcome."""
    ours, theirs = Pipe()
    ours.send(partial(int, "9"))
    ours.send(partial(int, "x"))
    server = threading.Thread(target=serve, args=(theirs,))
    server.start()
    assert (ours.recv(), ours.recv()) == (Outcome(value=9), Outcome(failed=True))
    ours.close()
    server.join()
