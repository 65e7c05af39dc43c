"""Work on what visitors send is done in a process apart, whose crash or delay costs one answer.

A task is sent to the process and has so many seconds in all. Where it takes longer, or takes too
much memory, the process is ended with all that it started, and the next task gets a new one.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from luocdo.child_process import ChildProcess, be_child
from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

logger = logging.getLogger(__name__)

Done = TypeVar("Done")

_TASKS: Final = 50
"""Tasks after which a process is followed by a fresh one, so that none grows for ever."""


class ApartError(LuocdoError):
    """A task that came to no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[Done]):
    """What came of a task.

    Args:
        value: its answer.
        failed: True where it fell over; there is no answer then.
    """

    value: Done | None = None
    failed: bool = False


class ProcessApart:
    """A process that does one task after the other; it starts with the first.

    Args:
        megabytes: memory that it may take, and each process that it starts.
        waiting: tasks that may run and wait at once.
    """

    def __init__(self, megabytes: int, waiting: int) -> None:
        self._child = ChildProcess(__name__, megabytes)
        self._room = threading.BoundedSemaphore(waiting)
        self._one_at_a_time = threading.Lock()
        self._done = 0

    def do(self, task: Callable[[], Done], seconds: float) -> Done:
        """Return the answer of a task.

        Args:
            task: can be sent to another process; what it calls can be imported there.
            seconds: how long it may take, and how long it may wait for others before.

        Raises:
            ApartError: there is no room, it took too long, or it fell over.
        """
        if not self._room.acquire(blocking=False):
            raise _busy()
        try:
            if not self._one_at_a_time.acquire(timeout=seconds):
                raise _busy()
            try:
                return self._do(task, seconds)
            finally:
                self._one_at_a_time.release()
        finally:
            self._room.release()

    def _do(self, task: Callable[[], Done], seconds: float) -> Done:
        if self._done >= _TASKS:
            self.end()
        try:
            channel = self._child.channel()
            channel.send(task)
            if not channel.poll(seconds):
                self.end()
                raise ApartError(
                    "reading-took-too-long", f"It took more than {seconds:g} seconds.", "Split it."
                )
            outcome = cast("Outcome[Done]", channel.recv())
        except (EOFError, OSError) as fault:
            self.end()
            raise _broke_off() from fault
        if outcome.failed:
            raise _broke_off()
        self._done += 1
        return cast("Done", outcome.value)

    def end(self) -> None:
        """End the process, if one runs, with all that it started."""
        self._child.end()
        self._done = 0


def _busy() -> ApartError:
    return ApartError("reader-busy", "Other files are being read.", "Send it again later.")


def _broke_off() -> ApartError:
    return ApartError("reading-broke-off", "The program that read it broke off.", "Save it anew.")


def serve(channel: Connection) -> None:
    """Do the tasks that come, until nobody is there to send more.

    Args:
        channel: brings tasks, takes their outcomes.
    """
    while True:
        try:
            task: Callable[[], object] = channel.recv()
        except (EOFError, OSError):
            return
        channel.send(_outcome(task))


def _outcome(task: Callable[[], object]) -> Outcome[object]:
    try:
        return Outcome(value=task())
    except Exception:  # whatever a hostile file brings about costs one answer
        logger.exception("a task apart fell over")
        return Outcome(failed=True)


def main() -> None:
    """Be the process that does the tasks."""
    be_child(serve)
