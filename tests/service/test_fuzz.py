"""Mutated queries: no defect, no worker lost, no growth. `bench/fuzzing.py` sends ten thousand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.fuzzing import fuzz

if TYPE_CHECKING:
    from tests.service.conftest import Service


def test_mutated_queries_do_no_harm(service: Service) -> None:
    """Each is answered, refused or out of time; then as many processes run as before."""
    outcome = fuzz(service.address, service.process, 120, seed=20)
    assert set(outcome.statuses) <= {200, 400, 406, 503}
    assert outcome.statuses[200] > 0
    end = time.monotonic() + 10
    while len(service.children()) + 1 < outcome.workers[0] and time.monotonic() < end:
        time.sleep(0.2)
    assert len(service.children()) + 1 == outcome.workers[0]
    assert outcome.memory[1] < 1.5 * outcome.memory[0] + 50_000
