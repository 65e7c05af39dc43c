"""The one row of a document from what all graphs say of it.

A document that ten thousand others cite is spoken of in as many graphs, which say the same few
things. Only the first of them are read. What these leave open is looked up in indexes of the graphs
that say it, so that one more citation costs the same however many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class MergedRow(NamedTuple):
    """What is known of a document: the columns that its facts and its row have in common."""

    type: str | None
    printed_number: str | None
    number: str | None
    symbol: str | None
    date: str | None
    title: str | None
    issuer: str | None
    place: str | None
    presence: str | None
    force_status: str | None
    part_of: str | None
    aliases: str | None


FIELDS: Final = MergedRow._fields
"""Names of the columns, in their order."""

PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly")
"""How far the collection has a document, the best first; the best that a graph says counts."""

_READ: Final = 20
"""Graphs of which all is read; hardly any document of another one is spoken of in more."""
_FIRST: Final = f"""
SELECT graph, own, {", ".join(FIELDS)} FROM document_facts WHERE iri = ?
ORDER BY own DESC, graph LIMIT {_READ}
"""  # noqa: S608  # fixed names
_OF_GRAPH: Final = f"""
SELECT graph, own, {", ".join(FIELDS)} FROM document_facts WHERE iri = ? AND own = 0 AND graph = ?
"""  # noqa: S608  # fixed names
_OF_OTHERS: Final = """
SELECT {field} FROM document_facts WHERE iri = ? AND {field} IS NOT NULL
ORDER BY own DESC, graph LIMIT 1
"""
_HELD: Final = """
SELECT DISTINCT presence FROM document_facts WHERE iri = ? AND presence <> 'citedOnly'
"""


def merged(index: sqlite3.Connection, iri: str, registry: str) -> MergedRow | None:
    """Return what its own graph says of a document, then the register, then the others by name.

    Args:
        index: the side index.
        iri: of the document.
        registry: name of the graph of known documents.

    Returns:
        None where no graph speaks of it.
    """
    rows = index.execute(_FIRST, (iri,)).fetchall()
    if not rows:
        return None
    is_all = len(rows) < _READ
    if not is_all:
        rows += index.execute(_OF_GRAPH, (iri, registry)).fetchall()
    rows.sort(key=lambda row: (-row[1], row[0] != registry, row[0]))
    found = [next((v for v in column if v is not None), None) for column in zip(*rows, strict=True)]
    values = dict(zip(FIELDS, found[2:], strict=True))
    said = {row[2 + FIELDS.index("presence")] for row in rows}
    if not is_all:
        values |= {name: _said(index, iri, name) for name in FIELDS if values[name] is None}
        said.update(presence for (presence,) in index.execute(_HELD, (iri,)))
    values["presence"] = next((presence for presence in PRESENCES if presence in said), None)
    return MergedRow(**values)


def _said(index: sqlite3.Connection, iri: str, field: str) -> str | None:
    """Return what the first graph that says it says of a document."""
    row = index.execute(_OF_OTHERS.format(field=field), (iri,)).fetchone()
    return None if row is None else str(row[0])
