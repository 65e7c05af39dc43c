"""A folder in step with a store that several machines share.

Whoever writes a graph there notes its version; whoever reads keeps the versions that were read,
and takes in the graphs of another one. Only a note says that a graph was removed: what was never
shared stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from queries.store.generations import StoreFolder
from queries.store.versions import noted, successor_in, version_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from queries.store.folder_writer import FolderWriter


class SharedGraphs(Protocol):
    """The store that is shared."""

    def versions(self) -> dict[str, str]:
        """Return the versions of the graphs, as those who wrote them noted."""

    def version(self, graph: str) -> str:
        """Return the version of one graph; empty where none is noted."""

    def graphs(self) -> dict[str, str]:
        """Return the graphs, each with the number of its triples."""

    def graph(self, name: str) -> bytes:
        """Return a graph as N-Triples."""


def differing(root: Path, store: SharedGraphs) -> dict[str, str]:
    """Return the versions of the shared graphs that a folder has not taken in.

    Args:
        root: the folder.
        store: the shared store; where nobody noted versions, the numbers of triples stand in.
    """
    held = noted(StoreFolder(root=root).shared)
    there = store.versions() or store.graphs()
    return {graph: version for graph, version in there.items() if held.get(graph) != version}


def take(writer: FolderWriter, store: SharedGraphs, wanted: Mapping[str, str]) -> dict[str, str]:
    """Take graphs over into a folder, unpublished, and return the versions that were.

    A graph that waits in the folder to be published and shared is left alone, and one that
    somebody is writing is left for the next time.

    Args:
        writer: of the folder.
        store: the shared store.
        wanted: graphs and their versions.
    """
    waiting = set(writer.unpublished_graphs())
    done = dict[str, str]()
    for graph, version in wanted.items():
        if graph not in waiting and _took(writer, store, graph, version):
            done[graph] = version
    return done


def _took(writer: FolderWriter, store: SharedGraphs, graph: str, version: str) -> bool:
    """Take one graph over; tell whether it was there in the version that is wanted."""
    successor = successor_in(version)
    if successor is not None:
        writer.remove_shared(graph, successor)
        return True
    triples = store.graph(graph)
    if version_of(triples) != version and store.version(graph) not in ("", version):
        return False
    writer.replace_fixed(graph, triples)
    return True
