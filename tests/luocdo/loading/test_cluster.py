"""A cluster does what one machine does, also when one of its processes is killed."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

from luocdo.corpus import Batch
from luocdo.files import find_files
from luocdo.loading.cluster import ClusterError, DaskCluster
from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from tests.luocdo.loading.test_executors import double

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from luocdo.loading.executors import Executor
    from tests.luocdo.conftest import Done


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Return a cluster of three processes of this machine."""
    with LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        yield started


class Killing:
    """Kills one worker of a cluster as soon as some work is done."""

    def __init__(self, cluster: LocalCluster) -> None:
        self.victims = [worker.pid for worker in cluster.workers.values()][:1]
        self.steps: list[str] = []

    def begin(self, step: str, total: int) -> None:
        """Note a step."""
        del total
        self.steps.append(step)

    def advance(self, name: str) -> None:
        """Kill the worker at the first part that is done."""
        del name
        for pid in self.victims:
            os.kill(pid, signal.SIGKILL)
        self.victims = []


class Silent:
    """Kills nobody."""

    def begin(self, step: str, total: int) -> None:
        """Hear of a step."""

    def advance(self, name: str) -> None:
        """Hear of a part."""


def loaded(store: Path, folder: Path, progress: Killing | Silent, who: Executor | None) -> set[str]:
    """Load a folder and return all that its documents' graphs say."""
    with open_pipeline(Settings(store=store, load_processes=1)) as pipeline:
        files = find_files([str(folder)]).files
        report = Batch(pipeline=pipeline, progress=progress, cluster=who).load(files)
        assert len(report.loaded) == len(files)
        rows = pipeline.writer.select("SELECT ?s ?p ?o { ?s ?p ?o }")
        return {str(row) for row in rows.rows}


def test_a_killed_worker_loses_nothing(
    tmp_path: Path, directive: Path, cluster: LocalCluster
) -> None:
    """The store says the same as after a load on one machine."""
    folder = tmp_path / "in"
    folder.mkdir()
    text = directive.read_text("utf-8")
    for number in range(10, 40):
        changed = text.replace("07/CT-UBND", f"{number}/CT-UBND").replace("12/CT-TTg", "11/CT-UBND")
        (folder / f"{number}.txt").write_text(changed, encoding="utf-8")
    killing = Killing(cluster)
    said = loaded(tmp_path / "cum", folder, killing, DaskCluster(cluster.scheduler_address))
    assert killing.victims == []
    assert killing.steps == ["reading", "linking"]
    assert said == loaded(tmp_path / "mot-may", folder, Silent(), None)


def test_more_jobs_than_may_wait(cluster: LocalCluster) -> None:
    """Each is done once."""
    done = dict(DaskCluster(cluster.scheduler_address).each(double, range(120)))
    assert done == {number: 2 * number for number in range(120)}


def test_where_nobody_answers_the_command_says_so(
    luocdo: Callable[..., Done], directive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with what to do, and the store is left as it was."""
    monkeypatch.setattr("luocdo.loading.cluster._PATIENCE", 1)
    done = luocdo("load", "--store", "kho", "--scheduler", "tcp://127.0.0.1:1", directive)
    assert done.code == 4
    assert "127.0.0.1:1" in done.err
    assert "Traceback" not in done.err


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match="luocdo\\[cluster\\]"):
        list(DaskCluster("tcp://127.0.0.1:1").each(double, [1]))
