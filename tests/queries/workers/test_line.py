"""Things are handed out in turn: who holds least comes first."""

from __future__ import annotations

import threading
import time

import pytest

from queries.errors import QueryRefused
from queries.workers.line import Line


def never() -> bool:
    return False


def test_a_thing_is_held_by_one_at_a_time() -> None:
    """A second one who asks waits until it is put back, or gives up."""
    line: Line[str] = Line()
    line.put("spade")
    assert line.take("a", never, 1) == "spade"
    with pytest.raises(QueryRefused) as refused:
        line.take("b", never, 0.05)
    assert refused.value.code == "no-worker-free"
    line.release("a")
    line.put("spade")
    assert line.take("b", never, 1) == "spade"


def test_who_is_gone_waits_no_longer() -> None:
    """A client that has hung up is taken out of the line."""
    line: Line[str] = Line()
    with pytest.raises(QueryRefused) as refused:
        line.take("a", lambda: True, 5)
    assert refused.value.code == "client-gone"


def test_who_holds_less_comes_first() -> None:
    """Of two who wait, the one without any gets the thing, though it came later."""
    line: Line[str] = Line()
    line.put("one")
    line.put("two")
    line.take("greedy", never, 1)
    line.take("greedy", never, 1)
    order: list[str] = []

    def wait(client: str) -> None:
        line.take(client, never, 5)
        order.append(client)
        line.release(client)
        line.put("one")

    threads = []
    for client in ("greedy", "modest"):
        threads.append(threading.Thread(target=wait, args=(client,)))
        threads[-1].start()
        time.sleep(0.05)
    line.put("one")
    for thread in threads:
        thread.join(5)
    assert order == ["modest", "greedy"]


def test_what_is_free_can_be_taken_out() -> None:
    """At the end all that is free is given up."""
    line: Line[str] = Line()
    line.put("one")
    assert line.empty() == ("one",)
    assert line.empty() == ()
