"""The site is served until it is told to stop, as a process of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_the_site_is_served_and_stops_when_told(store: Path) -> None:
    """It says where it is, answers there, and ends with 0 on SIGTERM."""
    code = "import sys; from luocdo.commands import main; sys.exit(main(sys.argv[1:]))"
    words = ["serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            found = re.search(r"http://[\d.]+:\d+/", process.stdout.readline())
            assert found
            with urllib.request.urlopen(found[0], timeout=20) as answer:  # noqa: S310 - our own address
                assert answer.status == 200
        finally:
            process.send_signal(signal.SIGTERM)
        assert "Đã dừng." in process.stdout.read()
        assert process.wait(timeout=20) == 0


def test_an_empty_store_is_refused(luocdo: Callable[..., Done]) -> None:
    """The person is told to load first."""
    done = luocdo("serve", "--port", "0")
    assert done.code == 4
    assert "luocdo load" in done.err


def test_a_port_out_of_range_is_refused(luocdo: Callable[..., Done], store: Path) -> None:
    """One sentence, no traceback."""
    done = luocdo("serve", "--store", store, "--port", "70000")
    assert done.code == 4
    assert done.err.startswith("Không lắng nghe được")
