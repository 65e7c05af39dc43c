"""Tries are counted by address, and only as long as they matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui import curators
from webui.curators import Throttle

if TYPE_CHECKING:
    import pytest


def test_tries_are_counted_by_address_and_forgotten_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refused try does not count."""
    now = [0.0]
    monkeypatch.setattr(curators.time, "monotonic", lambda: now[0])
    throttle = Throttle(most=2, seconds=10)
    assert [throttle.count("a") for _ in range(3)] == [True, True, False]
    assert throttle.count("b")
    now[0] = 10.5
    assert throttle.count("a")


def test_the_memory_of_addresses_is_bounded() -> None:
    """Whoever comes from many addresses only makes it forget."""
    throttle = Throttle(most=1, seconds=1000, addresses=3)
    assert [throttle.count(str(number)) for number in range(10)] == [True] * 10
    assert not throttle.count("9")
