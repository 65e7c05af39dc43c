"""A child process answers by its channel, keeps to its memory, and ends with all that it started."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.child_process import ChildProcess, be_child
from tests.luocdo.processes import is_gone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

HERE = Path(__file__)
PLACES = os.pathsep.join(map(str, (HERE.parent, HERE.parents[2])))


def serve(channel: Connection) -> None:
    """Tell the memory allowed and a grandchild's number, then wait for work that never ends."""
    sleeper = subprocess.Popen(["sleep", "600"])  # noqa: S607 - a program that each system has
    channel.send((resource.getrlimit(resource.RLIMIT_AS)[0], sleeper.pid))
    channel.recv()
    time.sleep(600)


def main() -> None:
    """Be the child of this test."""
    be_child(serve)


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChildProcess]:
    monkeypatch.setenv("PYTHONPATH", PLACES)
    running = ChildProcess(HERE.stem, megabytes=3_000)
    yield running
    running.end()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")
def test_it_ends_with_all_that_it_started(child: ChildProcess) -> None:
    """The grandchild, too, is gone or waits to be buried."""
    channel = child.channel()
    assert channel.poll(30)
    memory, grandchild = channel.recv()
    assert memory == 3_000_000_000
    assert child.channel() is channel
    child.end()
    assert is_gone(grandchild)


START = """
import time
from luocdo.child_process import ChildProcess
child = ChildProcess("test_child_process", megabytes=3_000)
print(child.channel().recv()[1], flush=True)
child.channel().send("work")
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")
def test_it_ends_with_the_process_that_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed outright, with a child in the middle of its work: child and grandchild go too."""
    monkeypatch.setenv("PYTHONPATH", PLACES)
    with subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE) as parent:  # noqa: S603 - our own program
        assert parent.stdout is not None
        grandchild = int(parent.stdout.readline())
        parent.kill()
    assert is_gone(grandchild)


def test_another_one_starts_where_it_was_ended(child: ChildProcess) -> None:
    """With a channel of its own; ending twice does no harm."""
    first = child.channel()
    child.end()
    child.end()
    second = child.channel()
    assert second is not first
    assert second.poll(30)
