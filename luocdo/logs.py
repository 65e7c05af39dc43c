"""Log lines on the error stream, at the level that LUOCDO_LOG names (debug, info, warning)."""

from __future__ import annotations

import logging
import os

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_logging() -> None:
    """Send log lines to the error stream; without LUOCDO_LOG only those that report defects."""
    level = os.environ.get("LUOCDO_LOG", "critical").upper()
    known = level if level in logging.getLevelNamesMapping() else "CRITICAL"
    logging.basicConfig(level=known, format=FORMAT)


def log_requests() -> None:
    """Let the site write its line for each request, unless LUOCDO_LOG says what is wanted."""
    if "LUOCDO_LOG" not in os.environ:
        logging.getLogger("luocdo.gate").setLevel(logging.INFO)
