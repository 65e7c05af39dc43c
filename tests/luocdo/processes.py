"""Whether a process of a test is still there."""

from __future__ import annotations

import time
from pathlib import Path


def is_gone(process: int) -> bool:
    """Wait until a process has ended or waits to be buried; False after a minute.

    Args:
        process: its number.
    """
    patience = time.monotonic() + 60
    while _is_alive(process) and time.monotonic() < patience:
        time.sleep(0.02)
    return not _is_alive(process)


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return not state.rpartition(") ")[2].startswith("Z")
