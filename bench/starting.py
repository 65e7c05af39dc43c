"""What it costs to begin: `luocdo --help` against a bare interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final

from bench.measure import ROUNDS, Pair, Result

_HEAVY: Final = ("rdflib", "flask", "pyvis", "pyoxigraph", "networkx", "pyshacl")
_HELP: Final = "from luocdo.commands import main; main(['--help'])"
_LOADED: Final = (
    f"import sys; {_HELP}; print(*(n for n in {_HEAVY!r} if n in sys.modules), file=sys.stderr)"
)


def _seconds(code: str) -> float:
    """Return the processor time of an interpreter that runs some code."""
    before = os.times()
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def results() -> list[Result]:
    """Return the lines about starting."""
    times = [(_many(_HELP), _many("pass")) for _ in range(ROUNDS)]
    pair = Pair(ours=min(t[0] for t in times), raw=min(t[1] for t in times))
    done = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, check=True, text=True
    )
    loaded = done.stderr.split()
    return [
        Result(
            what="luocdo --help : python -c pass",
            value=pair.ratio,
            bar=2.5,
            note=f"{1e3 * pair.ours:.0f} ms : {1e3 * pair.raw:.0f} ms",
        ),
        Result(
            what="heavy libraries that --help loads",
            value=len(loaded),
            bar=0,
            note=" ".join(loaded) or "none",
        ),
    ]


def _many(code: str, times: int = 5) -> float:
    """Return the mean of some runs: the clock of processes counts hundredths of a second."""
    return sum(_seconds(code) for _ in range(times)) / times
