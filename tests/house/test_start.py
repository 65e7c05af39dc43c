"""`luocdo --help` starts without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("rdflib", "flask", "pyvis", "pyoxigraph", "networkx", "pyshacl", "docx", "pypdfium2")


def test_help_loads_no_heavy_library() -> None:
    """Help is printed by a process that has loaded none of them."""
    code = (
        "import sys; from luocdo.commands import main; main(['--help']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter
    assert done.stderr.strip() == "[]"
    assert "load" in done.stdout
