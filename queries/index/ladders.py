"""Where a document stands: rank and ladder (Party or State) of who issued it.

Where the issuer of a document is not known (it is only cited), the body that its path names
tells, or else the other documents of the same series.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from queries.index.reader import DocumentRow, NameRow, SideIndex

PARTY_ROOT: Final = "agency/dcsvn"
"""The body above all bodies of the Party, in the register of agencies."""
_CHAIN: Final = 12
_SIBLINGS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Rank 1 (centre) to 6 (commune), None where unknown; ladder, empty where unknown."""

    rank: int | None
    ladder: Literal["party", "state", ""]


def standings(index: SideIndex, documents: Iterable[DocumentRow]) -> dict[str, Standing]:
    """Return where documents stand, by IRI.

    Args:
        index: side index of a generation.
        documents: rows of that index.
    """
    asked = tuple(documents)
    issuers = {row.iri: row.issuer or _named(row) for row in asked}
    known = _with_those_above(index, set(issuers.values()))
    found = {row.iri: _standing(issuers[row.iri], known) for row in asked}
    for row in asked:
        if found[row.iri].rank is None:
            key = "/".join(row.series.split("/", 2)[:2])
            found[row.iri] = index.once(("series", key), partial(_of_series, index, key))
    return found


def _named(row: DocumentRow) -> str:
    """Return the body that the second part of a path names; it may not exist."""
    parts = row.series.split("/")
    base = row.iri.removesuffix(row.path)
    return f"{base}id/vn/agency/{parts[1]}" if len(parts) > 1 else ""


def _with_those_above(index: SideIndex, bodies: set[str]) -> dict[str, NameRow]:
    """Return bodies with all bodies above them, by IRI."""
    known: dict[str, NameRow] = {}
    wanted = bodies - {""}
    for _ in range(_CHAIN):
        found = index.names(wanted)
        known.update(found)
        wanted = {row.parent for row in found.values() if row.parent} - known.keys()
        if not wanted:
            break
    return known


def _standing(body: str, known: Mapping[str, NameRow]) -> Standing:
    """Return where a body stands; a body of unknown rank tells nothing."""
    row = known.get(body)
    if row is None or row.rank is None:
        return Standing(rank=None, ladder="")
    top = row
    for _ in range(_CHAIN):
        above = known.get(top.parent or "")
        if above is None:
            break
        top = above
    return Standing(rank=row.rank, ladder="party" if top.iri.endswith(PARTY_ROOT) else "state")


def _of_series(index: SideIndex, series: str) -> Standing:
    """Return where most documents of a series stand whose issuer is known."""
    rows = index.rows(
        "SELECT DISTINCT issuer FROM documents"
        " WHERE series >= ?1 || '/' AND series < ?1 || '0' AND issuer IS NOT NULL LIMIT ?2",
        (series, _SIBLINGS),
    )
    issuers = {str(row[0]) for row in rows}
    known = _with_those_above(index, issuers)
    votes = Counter(_standing(issuer, known) for issuer in issuers)
    votes.pop(Standing(rank=None, ladder=""), None)
    return votes.most_common(1)[0][0] if votes else Standing(rank=None, ladder="")
