"""`make bench`: the speed of luocdo as ratios to the raw libraries, with the bars it is held to.

Figures of the table are ratios, as seconds differ from machine to machine. A bar that is missed is
printed as missed; the exit code is 0 all the same, since a noisy machine is no fault.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import asking, checking, reading, reusing, serving, starting, storing

if TYPE_CHECKING:
    from bench.measure import Result


def main(arguments: list[str] | None = None) -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description="Speed as ratios to the raw libraries.")
    parser.add_argument(
        "--size",
        type=int,
        default=1000,
        help="documents of the small collection; growth goes to tenfold",
    )
    size = max(10, parser.parse_args(arguments).size)
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="luocdo-bench-"))
    try:
        lines = measure(folder, size)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    met = sum(line.is_met for line in lines if line.bar is not None)
    asked = sum(line.bar is not None for line in lines)
    print(f"\n{met} of {asked} bars met, in {time.monotonic() - started:.0f} s")
    return 0


def measure(folder: Path, size: int) -> list[Result]:
    """Measure part after part, and print each line when it is known."""
    print(f"{'what':<62} {'ratio':>8}   {'bar':>8}")
    lines = _shown(starting.results())
    lines += _shown(storing.results(folder, size))
    small = asking.sides(folder / f"ours-{size}", size)
    large = asking.sides(folder / f"ours-{10 * size}", 10 * size)
    lines += _shown(asking.results(small, large))
    lines += _shown(serving.results(folder, 10 * size))
    lines += _shown(checking.results(folder, size))
    lines += _shown(reading.results())
    lines += _shown(reusing.results())
    return lines


def _shown(lines: list[Result]) -> list[Result]:
    for line in lines:
        print(row(line), flush=True)
    return lines


def row(line: Result) -> str:
    """Return one line of the table."""
    bar = f"{line.sense} {line.bar:g}" if line.bar is not None else "-"
    verdict = "" if line.bar is None else "met" if line.is_met else "MISSED"
    return f"{line.what:<62} {line.value:>8.3f}   {bar:>8}   {verdict:<6}  {line.note}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
