"""Every job is done once, whoever does it, and one that kills its process costs only itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from luocdo.loading.executors import Executor, InProcess, ProcessPool, executor_for
from tests.luocdo.processes import is_gone

PATIENT = 600.0


def double(number: int) -> int:
    """Return twice a number."""
    return 2 * number


def double_unless_seven(number: int) -> int:
    """End the process at the number seven, as a crash of a foreign library would."""
    if number == 7:
        os._exit(1)
    return 2 * number


@pytest.mark.parametrize("executor", [InProcess(PATIENT), ProcessPool(2, PATIENT)])
def test_every_job_is_done_once(executor: Executor) -> None:
    """More jobs than may wait at a time."""
    done = dict(executor.each(double, range(40)))
    assert done == {number: 2 * number for number in range(40)}


def test_a_job_that_kills_its_process_costs_only_itself() -> None:
    """Its neighbours are done again, and those that come after it are done."""
    done = dict(ProcessPool(2, PATIENT).each(double_unless_seven, range(20)))
    assert done == {number: None if number == 7 else 2 * number for number in range(20)}


def double_or_go_on(number: int) -> int:
    """Work for ever at the number three, as a foreign library that was led astray would."""
    while number == 3:
        pass
    return 2 * number


@pytest.mark.parametrize("executor", [InProcess(0.5), ProcessPool(2, 0.5)])
def test_a_job_that_never_ends_costs_only_itself(executor: Executor) -> None:
    """It is broken off after the processor time that a job may take."""
    done = dict(executor.each(double_or_go_on, range(6)))
    assert done == {number: None if number == 3 else 2 * number for number in range(6)}


def matched_or_stuck(number: int) -> bool:
    """Search, at the number three, with a pattern that takes ages."""
    return number == 3 and re.match("(a|aa)+b", "a" * 60) is not None


def test_a_pattern_that_takes_ages_is_broken_off_in_this_process() -> None:
    """Nothing of Python runs meanwhile but the pattern, which looks for signals."""
    done = dict(InProcess(0.5).each(matched_or_stuck, range(6)))
    assert done == {number: None if number == 3 else False for number in range(6)}


def test_a_fault_of_a_task_reaches_the_caller() -> None:
    """It is a defect, which no retry mends."""
    with pytest.raises(TypeError):
        list(ProcessPool(2, PATIENT).each(double.__call__, [object()]))  # type: ignore[list-item]  # a wrong job


def number_of_process(_: int) -> int:
    """Return the number of the process that does the job."""
    return os.getpid()


def work_and_wait() -> None:
    """Tell what processes work, and leave them without work."""
    done = ProcessPool(2, PATIENT).each(number_of_process, (1, 2))
    sys.stdout.write(f"{next(done)[1]}\n")
    sys.stdout.flush()
    time.sleep(600)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")
def test_no_process_outlives_a_load_that_was_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for work that never comes, and would do so for ever."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    start = "from tests.luocdo.loading.test_executors import work_and_wait; work_and_wait()"
    with subprocess.Popen([sys.executable, "-c", start], stdout=subprocess.PIPE) as load:  # noqa: S603 - our own program
        assert load.stdout is not None
        worker = int(load.stdout.readline())
        load.kill()
    assert is_gone(worker)


@pytest.mark.parametrize(
    ("jobs", "processes", "kind"),
    [(1, 4, InProcess), (500, 1, InProcess), (500, 4, ProcessPool)],
)
def test_few_jobs_are_done_here(jobs: int, processes: int, kind: type) -> None:
    """Starting processes takes longer than doing them."""
    assert isinstance(executor_for(jobs, processes, PATIENT), kind)
