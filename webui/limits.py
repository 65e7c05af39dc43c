"""How often one address may send a form: passwords are not guessed, and readers not kept busy.

Tries are counted for each application by itself, so that two sites in one process do not lock each
other's visitors out.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import cast

from flask import current_app, request

from webui.problems import Problem

_EXTENSION = "luocdo-limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How often one address may do something.

    Args:
        name: what is limited.
        most: tries.
        seconds: how long a try counts.
    """

    name: str
    most: int
    seconds: float

    def count(self) -> None:
        """Count a try of the visitor who asks.

        Raises:
            Problem: 429 where there were too many.
        """
        if not self._throttle().count(request.remote_addr or ""):
            raise Problem(429, "too-many-tries")

    def take_back(self) -> None:
        """Forget the last try of the visitor who asks: it was no guess."""
        self._throttle().take_back(request.remote_addr or "")

    def _throttle(self) -> Throttle:
        kept = cast("dict[Limit, Throttle]", current_app.extensions.setdefault(_EXTENSION, {}))
        return kept.setdefault(self, Throttle(most=self.most, seconds=self.seconds))


class Throttle:
    """Lets one address try so often in so many seconds.

    Args:
        most: tries.
        seconds: how long a try counts.
        addresses: most addresses that are remembered; then the whole memory is emptied.
    """

    def __init__(self, most: int, seconds: float, addresses: int = 10_000) -> None:
        self._most = most
        self._seconds = seconds
        self._addresses = addresses
        self._tries: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def count(self, address: str) -> bool:
        """Count a try and tell whether it is still allowed."""
        now = time.monotonic()
        with self._lock:
            if len(self._tries) >= self._addresses:
                self._tries.clear()
            tries = self._tries.setdefault(address, deque())
            while tries and now - tries[0] > self._seconds:
                tries.popleft()
            if len(tries) >= self._most:
                return False
            tries.append(now)
            return True

    def take_back(self, address: str) -> None:
        """Forget the last try of an address."""
        with self._lock:
            tries = self._tries.get(address)
            if tries:
                tries.pop()
