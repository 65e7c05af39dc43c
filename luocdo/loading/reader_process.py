"""Foreign formats are read in a process apart, whose crash or endless loop costs one file.

A parser written in C may fall over a file that was made to make it fall. One process reads file
after file; where it dies, takes too much memory, or says nothing for too long, it is ended, the
file is refused with a sentence, and the next file gets a new process.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeAlias

from loaders import readers
from loaders.errors import DocumentError, UnreadableDocument
from luocdo.child_process import ChildProcess, be_child

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from loaders.readers import Limits
    from loaders.records import SourceFile, SourceText

_PLAIN: Final = frozenset({"text/plain", "text/markdown"})
"""Kinds that no foreign parser reads."""

_Answer: TypeAlias = "SourceText | DocumentError | None"
"""The words, why there are none, or a sign of life."""


class ReaderProcess:
    """A process that reads files; it is started with the first, and again where it was ended.

    Args:
        megabytes: memory that it may take.
        seconds: how long it may say nothing.
    """

    def __init__(self, megabytes: int, seconds: float) -> None:
        self._child = ChildProcess(__name__, megabytes)
        self._seconds = seconds
        self._one_at_a_time = Lock()

    def read(self, file: SourceFile, limits: Limits) -> SourceText:
        """Return the words of a file.

        Args:
            file: the file with its media type.
            limits: how much is taken at most.

        Raises:
            DocumentError: it cannot be read, or reading it broke off or took too long.
        """
        with self._one_at_a_time:
            try:
                channel = self._child.channel()
                channel.send((file, limits))
                answer = self._answer(file, channel)
            except (EOFError, OSError) as fault:
                self.end()
                raise UnreadableDocument(
                    "reading-broke-off",
                    f"{file.name}: the program that read it broke off.",
                    "Save the file again in another format; it may be damaged or too complex.",
                ) from fault
            except BaseException:
                self.end()
                raise
        if isinstance(answer, DocumentError):
            raise answer
        return answer

    def _answer(self, file: SourceFile, channel: Connection) -> SourceText | DocumentError:
        """Wait for what becomes of a file, as long as there are signs of life."""
        while channel.poll(self._seconds):
            answer: _Answer = channel.recv()
            if answer is not None:
                return answer
        self.end()
        return UnreadableDocument(
            "reading-took-too-long",
            f"{file.name}: reading it took more than {self._seconds:g} seconds.",
            "Split the file, or raise read_seconds.",
        )

    def end(self) -> None:
        """End the process, if one runs, with all that it started."""
        self._child.end()


@lru_cache(maxsize=1)
def _shared(pid: int, megabytes: int, seconds: float) -> ReaderProcess:
    """Return the one reader of this process."""
    del pid
    return ReaderProcess(megabytes, seconds)


def read_apart(file: SourceFile, limits: Limits, *, megabytes: int, seconds: float) -> SourceText:
    """Return the words of a file; where a foreign parser reads it, that runs in a process apart.

    Args:
        file: the file with its media type.
        limits: how much is taken at most.
        megabytes: memory that reading may take.
        seconds: how long it may go without a sign of life.

    Raises:
        DocumentError: the file cannot be read.
    """
    if file.media_type in _PLAIN or file.media_type not in readers.READERS:
        return readers.read(file, limits)
    return _shared(os.getpid(), megabytes, seconds).read(file, limits)


def serve(channel: Connection) -> None:
    """Read the files that come, until nobody is there to send more.

    Args:
        channel: brings file and limits, takes signs of life and the answer.
    """
    while True:
        try:
            file, limits = channel.recv()
        except (EOFError, OSError):
            return
        channel.send(_read(file, replace(limits, alive=lambda: channel.send(None))))


def _read(file: SourceFile, limits: Limits) -> SourceText | DocumentError:
    """Return the words of a file, or why there are none."""
    try:
        return readers.read(file, limits)
    except DocumentError as fault:
        return type(fault)(fault.code, fault.detail, fault.hint)
    except (MemoryError, RecursionError):
        return UnreadableDocument(
            "reading-broke-off",
            f"{file.name}: reading it takes more memory than allowed.",
            "Split the file, or raise read_megabytes.",
        )


def main() -> None:
    """Be the process that reads; what foreign parsers complain of is told nobody."""
    with suppress(OSError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
    be_child(serve)
