"""A child process answers by its channel, keeps to its memory, and ends with all that it started."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.child_process import ChildProcess, be_child

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection


def serve(channel: Connection) -> None:
    """Tell the memory allowed and a grandchild's number, then wait to be ended."""
    sleeper = subprocess.Popen(["sleep", "600"])  # noqa: S607 - a program that each system has
    channel.send((resource.getrlimit(resource.RLIMIT_AS)[0], sleeper.pid))
    channel.recv()


def main() -> None:
    """Be the child of this test."""
    be_child(serve)


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChildProcess]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    running = ChildProcess(Path(__file__).stem, megabytes=3_000)
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
    patience = time.monotonic() + 30
    while _is_alive(grandchild) and time.monotonic() < patience:
        time.sleep(0.01)
    assert not _is_alive(grandchild)


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return not state.rpartition(") ")[2].startswith("Z")


def test_another_one_starts_where_it_was_ended(child: ChildProcess) -> None:
    """With a channel of its own; ending twice does no harm."""
    first = child.channel()
    child.end()
    child.end()
    second = child.channel()
    assert second is not first
    assert second.poll(30)
