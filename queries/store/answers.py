"""What goes into a store besides triples, and what comes out of a query, free of any library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphChange:
    """What replacing a graph did: triples it now has, and whether any of them is new or gone."""

    triples: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The graphs a query is about.

    Args:
        default: graphs whose merge is the default graph; None for that of the store.
        named: graphs that GRAPH may name; None for all of the store, or none beside a merge.
    """

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """A running SELECT: column names and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenGraph:
    """Triples as bytes, and how many they are."""

    body: bytes
    triples: int
