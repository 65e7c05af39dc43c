"""The whole public store as compressed N-Quads, written by a process of its own.

Pieces come through a pipe as they are made, so neither the dump nor its reader is ever whole in
memory, and a reader that goes away ends the writing.

Source: RDF 1.1 N-Quads; RFC 1952 (gzip).
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Final

from queries.store.embedded import QuadStore
from queries.workers.worker import end_with_the_parent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext
    from pathlib import Path

_PIECE: Final = 1 << 16  # bytes of a piece before it is sent
_GZIP: Final = 31  # window bits that mean a gzip header and trailer
_LEVEL: Final = 5
_NICE: Final = 10


def compressed_quads(store: QuadStore) -> Iterator[bytes]:
    """Go through the pieces of a store's named graphs as gzipped N-Quads."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    held = bytearray()
    for graph in sorted(store.graphs()):
        ending = f" <{graph}> .\n".encode()
        for line in store.graph(graph).splitlines():
            held += squeeze.compress(line.removesuffix(b".").rstrip() + ending)
        if len(held) >= _PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held + squeeze.flush())


def send(pipe: Connection, folder: Path) -> None:
    """Send the dump of a generation's store through a pipe, an empty piece at its end."""
    end_with_the_parent()
    os.nice(_NICE)
    try:
        for piece in compressed_quads(QuadStore.read_only(folder)):
            pipe.send_bytes(piece)
        pipe.send_bytes(b"")
    except OSError:
        return


def dumped(folder: Path, forks: ForkServerContext) -> Iterator[bytes]:
    """Go through the pieces of the dump of a generation's public store.

    Args:
        folder: the store.
        forks: starts the process that writes.

    Raises:
        EOFError: the process ended before the dump did; what came so far is not whole.
    """
    ours, theirs = forks.Pipe(duplex=False)
    process = forks.Process(target=send, args=(theirs, folder), daemon=True, name="dump")
    process.start()
    theirs.close()
    try:
        while piece := ours.recv_bytes():
            yield piece
    finally:
        ours.close()
        process.kill()
        process.join()
