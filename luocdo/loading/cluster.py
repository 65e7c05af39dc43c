"""A Dask cluster as the one who works: several machines that share a folder.

Source: Dask.distributed, "Resilience": the work of a process that dies is done by another one; a
job that has outlived `allowed-failures` processes is given up.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Job = TypeVar("Job")
Done = TypeVar("Done")

_AHEAD: Final = 8
"""Jobs a thread of the cluster that wait or are being done; it bounds what is in memory."""
_PATIENCE: Final = 20
"""Seconds to wait for the scheduler."""


class ClusterError(LuocdoError):
    """A cluster that cannot be used."""


class DaskCluster:
    """Does jobs on a cluster whose machines see the same folders under the same names.

    Args:
        address: of the scheduler ("tcp://10.0.0.5:8786").

    Raises:
        ClusterError: at the first jobs, when the library is missing or nobody answers.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def each(
        self, task: Callable[[Job], Done], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Done | None]]:
        """Give each job with what came of it, as they are done; None where it killed workers."""
        library = _library()
        waiting = iter(jobs)
        with _client(library, self._address) as client:
            ahead = _AHEAD * max(1, sum(client.nthreads().values()))
            given = {client.submit(task, job, pure=False): job for job in islice(waiting, ahead)}
            results = library.as_completed(list(given), loop=client.loop)
            for future in results:
                job = given.pop(future)
                yield job, _outcome(library, future)
                for after in islice(waiting, 1):
                    following = client.submit(task, after, pure=False)
                    given[following] = after
                    results.add(following)


def _outcome(library: Any, future: Any) -> Any:
    """Return what came of a job; None where every worker that tried it died."""
    try:
        return future.result()
    except library.KilledWorker:
        return None


def _library() -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra, which few need
    except ImportError as fault:
        raise ClusterError(
            "cluster-library-missing",
            "The library of Dask is not installed.",
            "Install it: pip install 'luocdo[cluster]'.",
        ) from fault
    return distributed


def _client(library: Any, address: str) -> Any:
    try:
        return library.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        raise ClusterError(
            "cluster-unreachable",
            f"No scheduler answers at {address!r}.",
            "Start one (dask scheduler), or leave out --scheduler.",
        ) from fault
