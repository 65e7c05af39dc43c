"""Nothing is logged on the screen unless somebody asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import logging
from luocdo.logs import start_logging
start_logging()
logging.getLogger("loaders").error("doc=%s", "x")
logging.getLogger("loaders").debug("doc=%s", "y")
"""


@pytest.mark.parametrize(
    ("level", "lines"), [(None, 0), ("error", 1), ("debug", 2), ("nonsense", 0)]
)
def test_the_level_is_that_of_the_environment(
    level: str | None, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines go to the error stream, so that JSON on the other one stays whole."""
    if level:
        monkeypatch.setenv("LUOCDO_LOG", level)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True
    )
    assert len(done.stderr.splitlines()) == lines
    assert done.stdout == ""
