"""The loop of a worker process: open a generation, answer queries, one after another.

Its messages are frozen dataclasses through a pipe. It never decides to stop: the pool ends it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.errors import LuocdoError
from queries.errors import QueryError, QueryRefused, ResultTooLarge
from queries.results import boolean_bytes, write_rows
from queries.store.answers import Dataset, Solutions
from queries.store.embedded import QuadStore
from queries.store.serialising import Triples, graph_bytes
from queries.workers.limits import Limits, bound_memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from queries.store.embedded import Answered
    from queries.terms import Term

_DEATH_SIGNAL: Final = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>
_STACK_BYTES: Final = 256 * 1024 * 1024
"""Stack of the thread that parses: the engine descends once for each nested group, operator and
call, and ends the process where the usual 8 MB are used up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One query for a worker.

    Args:
        folder: the store of the generation to ask.
        query: its text, checked already.
        dataset: the graphs it is about.
        rows_type: media type for rows and booleans.
        graph_type: media type for triples.
        prefixes: names and namespaces, for Turtle.
    """

    folder: Path
    query: str
    dataset: Dataset
    rows_type: str
    graph_type: str
    prefixes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer of a worker.

    Args:
        media_type: the format of the body.
        body: the whole answer.
        rows: rows or triples in it; 1 for a boolean.
    """

    media_type: str
    body: bytes
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a worker says when it has started."""

    process: int


def run(pipe: Connection, limits: Limits) -> None:
    """Answer tasks from a pipe until it is closed, in a thread with a deep stack.

    Args:
        pipe: gives tasks and takes replies or errors.
        limits: rows, bytes and memory; time is watched from outside.
    """
    end_with_the_parent()
    os.nice(limits.niceness)
    threading.stack_size(_STACK_BYTES)
    answering = threading.Thread(target=_answer_all, args=(pipe, limits), daemon=True)
    answering.start()
    answering.join()


def end_with_the_parent() -> None:
    """Let the kernel end this process when its parent has ended, whatever it computes (prctl(2)).

    The parent is the small process that workers are forked from; it ends with the program.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)


def _answer_all(pipe: Connection, limits: Limits) -> None:
    """Answer task after task. The third catch-all of the program is below."""
    bound_memory(limits.memory)
    opened: dict[Path, QuadStore] = {}
    pipe.send(Ready(process=os.getpid()))
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_answer(task, limits, opened))


def _answer(task: Task, limits: Limits, opened: dict[Path, QuadStore]) -> Reply | LuocdoError:
    """Return the answer to a task, or the error that takes its place."""
    try:
        return reply(_store(task.folder, opened), task, limits)
    except LuocdoError as error:
        return error
    except MemoryError:
        return QueryRefused(
            "query-out-of-memory",
            "The query needs more memory than it is given.",
            "Ask for less: fewer rows, no DISTINCT or ORDER BY over everything.",
        )
    except Exception as error:  # noqa: BLE001  # the worker's catch-all: its client gets an answer
        return QueryError("query-failed", f"The query failed: {type(error).__name__}.")


def _store(folder: Path, opened: dict[Path, QuadStore]) -> QuadStore:
    """Return the store of a generation; when a newer one comes the older is let go."""
    if folder not in opened:
        opened.clear()
        opened[folder] = QuadStore.read_only(folder)
    return opened[folder]


def reply(store: QuadStore, task: Task, limits: Limits) -> Reply:
    """Return the whole answer to a task.

    Raises:
        QuerySyntax: the query does not parse.
        ResultTooLarge: the answer is over a limit.
        UnsuitableFormat: the format cannot hold it.
    """
    found: Answered = store.evaluate(task.query, task.dataset)
    if isinstance(found, Solutions):
        return _rows(found, task.rows_type, limits)
    if isinstance(found, Triples):
        return _triples(found, task, limits)
    return Reply(media_type=task.rows_type, body=boolean_bytes(found, task.rows_type), rows=1)


def _rows(found: Solutions, media_type: str, limits: Limits) -> Reply:
    counted = _Counted(rows=found.rows, limit=limits.rows)
    body = _whole(write_rows(found.columns, counted, media_type), limits.bytes)
    return Reply(media_type=media_type, body=body, rows=counted.count)


def _triples(found: Triples, task: Task, limits: Limits) -> Reply:
    written = graph_bytes(found, task.graph_type, limits.rows, dict(task.prefixes))
    if len(written.body) > limits.bytes:
        raise ResultTooLarge("bytes", limits.bytes)
    return Reply(media_type=task.graph_type, body=written.body, rows=written.triples)


class _Counted:
    """Rows that are counted as they pass, up to a limit.

    Args:
        rows: the rows.
        limit: how many may pass.
    """

    def __init__(self, *, rows: Iterable[tuple[Term | None, ...]], limit: int) -> None:
        self._rows = rows
        self._limit = limit
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Go through the rows; the one after the limit is an error."""
        for row in self._rows:
            self.count += 1
            if self.count > self._limit:
                raise ResultTooLarge("rows", self._limit)
            yield row


def _whole(pieces: Iterable[bytes], limit: int) -> bytes:
    """Return the pieces joined, up to a limit of bytes."""
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise ResultTooLarge("bytes", limit)
    return bytes(body)
