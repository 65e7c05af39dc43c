"""`luocdo --help` starts without the heavy libraries, nearly as fast as the interpreter."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("rdflib", "flask", "pyvis", "pyoxigraph", "networkx", "pyshacl", "docx", "pypdfium2")


SLOW = ("typing", "re", "enum", "dataclasses", "tomllib", "pathlib", "argparse", "logging")
"""Parts of the standard library that take as long to load as the interpreter takes to start."""


@pytest.mark.parametrize("words", [["--help"], [], ["--lang", "en"], ["--version"]])
def test_help_loads_next_to_nothing(words: list[str]) -> None:
    """Help is printed by a process that has loaded no heavy library and nothing slow."""
    code = (
        f"import sys; from luocdo.commands import main; main({words!r} or None);"
        f"print([name for name in {HEAVY + SLOW!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    assert "luocdo" in done.stdout
