"""Tries are counted by site and address, and only as long as they matter."""

from __future__ import annotations

import pytest
from flask import Flask

from webui import limits
from webui.limits import Limit, Throttle
from webui.problems import Problem


def test_tries_are_counted_by_address_and_forgotten_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refused try does not count."""
    now = [0.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
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


def test_a_try_can_be_taken_back() -> None:
    """Where there was none, nothing happens."""
    throttle = Throttle(most=1, seconds=1000)
    throttle.take_back("a")
    assert throttle.count("a")
    throttle.take_back("a")
    assert throttle.count("a")
    assert not throttle.count("a")


def test_two_sites_in_one_process_count_by_themselves() -> None:
    """Nobody is locked out of a site for what was tried at another."""
    limit = Limit(name="passwords", most=1, seconds=1000)
    for app in (Flask("one"), Flask("two")):
        with app.test_request_context():
            limit.count()
            with pytest.raises(Problem) as caught:
                limit.count()
            assert caught.value.status == 429
