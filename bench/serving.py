"""Memory of a process that answers the questions of pages, against the raw library in one.

Each side runs in a process of its own that opens the two stores of the same generation from disk,
asks about the same documents and says how much memory it then has. What it shares with other
processes counts in part (`Pss` of proc(5)). The web server and the templates come on top; they do
not grow with the collection.

python -m bench.serving raw|ours FOLDER SIZE
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.measure import Result

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKED: Final = 2_000
"""Documents asked about, spread over the collection."""

_STATEMENTS: Final = "SELECT ?property ?value WHERE {{ <{document}> ?property ?value }}"
_CITING: Final = (
    "SELECT ?citation ?citing WHERE {{"
    " ?citation <https://w3id.org/luocdo/ns#citedWork> <{document}> ;"
    " <https://w3id.org/luocdo/ns#statedIn> ?citing }} LIMIT 50"
)


def results(folder: Path, size: int) -> list[Result]:
    """Return the line about memory for the published store of a size.

    Args:
        folder: holds `ours-SIZE`.
        size: documents in it.
    """
    root = folder / f"ours-{size}"
    ours, raw = (_measured(side, root, size) for side in ("ours", "raw"))
    return [
        Result(
            what=f"memory while serving {size} documents : raw process",
            value=ours / raw,
            bar=1.3,
            note=f"{ours / 1024:.0f} MB : {raw / 1024:.0f} MB",
        )
    ]


def _measured(side: str, root: Path, size: int) -> int:
    """Return the memory of a side in kilobytes."""
    command = [sys.executable, "-m", "bench.serving", side, str(root), str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


def serve(side: str, root: Path, size: int) -> int:
    """Answer questions about many documents; return the memory of this process in kilobytes."""
    from bench.synthetic import document_path  # noqa: PLC0415 - after the libraries of a side

    ask = {"raw": _raw, "ours": _ours}[side](root)
    base = "https://w3id.org/luocdo/"
    for place in range(0, size, max(1, size // _ASKED)):
        ask(base + document_path(place))
    words = Path("/proc/self/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+)", words, re.MULTILINE)
    return int(found[1]) if found else 0


def _raw(root: Path) -> Callable[[str], None]:
    """Return what asks the raw library."""
    import pyoxigraph as ox  # noqa: PLC0415 - each side loads its own library

    from queries.store.generations import StoreFolder, newest  # noqa: PLC0415 - as above

    latest = newest(StoreFolder(root=root))
    stores = [ox.Store.read_only(str(place)) for place in (latest.public, latest.work)]

    def ask(document: str) -> None:
        for query in (_STATEMENTS, _CITING):
            for _ in stores[0].query(query.format(document=document)):
                pass

    return ask


def _ours(root: Path) -> Callable[[str], None]:
    """Return what asks a reader of ours, and its side index about the lineage."""
    from queries.lineage import lineage  # noqa: PLC0415 - each side loads its own library
    from queries.store.folder_reader import FolderReader  # noqa: PLC0415 - as above

    reader = FolderReader(root)

    def ask(document: str) -> None:
        for query in (_STATEMENTS, _CITING):
            reader.select(query.format(document=document))
        lineage(reader.index(), document)

    return ask


if __name__ == "__main__":
    print(serve(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
