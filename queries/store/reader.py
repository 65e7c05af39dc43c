"""What a store for reading can do: the protocol, and what a generation is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from queries.index.reader import SideIndex
    from queries.terms import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One published state of a store, which never changes.

    Args:
        number: counts from 1, one more each time.
        folder: where it is kept; its store of public graphs is `folder / "public"`, that of raw
            graphs, runs and findings `folder / "work"`, its side index `folder / "index.sqlite"`.
        published_at: when it was published.
    """

    number: int
    folder: Path
    published_at: datetime

    @property
    def version(self) -> str:
        """Name the data's version, for entity tags and dumps."""
        return f"{self.number}-{self.published_at:%Y%m%dT%H%M%SZ}"

    @property
    def public(self) -> Path:
        """The folder of effective and fixed graphs and their merge."""
        return self.folder / "public"

    @property
    def work(self) -> Path:
        """The folder of raw graphs, runs and findings."""
        return self.folder / "work"

    @property
    def index(self) -> Path:
        """The file of the side index."""
        return self.folder / "index.sqlite"


class Asker(Protocol):
    """Whoever answers a SELECT over the public default graph: a reader, a pool, a writer."""

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT."""


class Reader(Protocol):
    """Reads the newest generation; each call looks for a newer one first. Safe for threads."""

    def generation(self) -> Generation:
        """Return the newest generation."""

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings (name the graph)."""

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK."""

    def construct(self, query: str, media_type: str) -> bytes:
        """Return the triples of a CONSTRUCT or DESCRIBE in a graph format."""

    def graph(self, graph_iri: str, media_type: str) -> bytes:
        """Return a public graph in a graph format; without triples where it is not held."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the public graphs, sorted."""
