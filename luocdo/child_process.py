"""A process of this program that does what may crash, hang or take too much memory.

It is told what to do by a channel, and ended with all that it started where it does not answer; it
ends by itself where the process that started it is no more, even in the middle of its work.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE: Final = 1_000_000
_LOOK_SECONDS: Final = 0.5


class ChildProcess:
    """A process that runs the `main` of a module; it starts when its channel is first asked for.

    Args:
        module: dotted name of the module, whose `main` calls `be_child`.
        megabytes: memory that it may take, and each process that it starts.
    """

    def __init__(self, module: str, megabytes: int) -> None:
        self._program = f"from {module} import main; main()"
        self._megabytes = megabytes
        self._running: subprocess.Popen[bytes] | None = None
        self._channel: Connection | None = None

    def channel(self) -> Connection:
        """Return the way to the running process, which is started where there is none."""
        if self._channel is None or self._running is None or self._running.poll() is not None:
            self.end()
            self._channel, theirs = Pipe()
            with theirs:
                self._running = self._start(theirs.fileno())
        return self._channel

    def _start(self, channel: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-c", self._program, str(channel), str(self._megabytes)]
        return subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            command,
            pass_fds=[channel],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def end(self) -> None:
        """End the process, if one runs, with all that it started."""
        if self._channel is not None:
            self._channel.close()
        if self._running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._running.pid, signal.SIGKILL)
            self._running.wait()
        self._channel = self._running = None


def be_child(serve: Callable[[Connection], None]) -> None:
    """Be the process: the first argument is its channel, the second the megabytes it may take.

    Args:
        serve: does what comes by the channel, until nobody is there to send more.
    """
    memory = int(sys.argv[2]) * _MEGABYTE
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    serve(Connection(int(sys.argv[1])))


def _end_with_parent(parent: int) -> None:
    """Wait until another process is the parent of this one; then end all that it started.

    Args:
        parent: number of the process that started this one.
    """
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os.killpg(0, signal.SIGKILL)
