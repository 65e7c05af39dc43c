"""Whether a number without year or term may be of a document that the register does not hold.

Numbers restart with each term of the Party and each year of the State, so a number that one term
has reached, a later one may have reached as well: the register shows how far each had come by a
day. Of terms that reached it, papers without a date mean the latest.

Source: Hướng dẫn 36-HD/VPTW (2018), part II.3; Decree 30/2020/NĐ-CP, annex I, II.3.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from ontology.registry import KnownDocument, Registry

Reached = dict[str, list[tuple["date | None", int]]]
"""By scope, the running numbers that are known, with their days."""

_PARTS: Final = 6
_ISSUED: dict[str, dict[tuple[str, str], Reached]] = {}


def may_be_another(row: KnownDocument, day: date | None, registry: Registry) -> bool:
    """Tell whether the number of a known document may as well be that of a later term or a year.

    Args:
        row: the known document; only numbers of its type count, as two types may share a series.
        day: of the citing paper; None where not known.
        registry: the registers.
    """
    series, scope, running = _parts(row)
    if running is None or scope[:1].isdigit():
        return True
    scopes = _issued(registry).get(series, {})
    return any(
        number >= running and _by(issued_on, day)
        for other, known in scopes.items()
        if _order(other) > _order(scope)
        for issued_on, number in known
    )


def _order(scope: str) -> int:
    """Return where a term or year stands among those of its series."""
    return int("".join(sign for sign in scope if sign.isdigit()) or 0)


def _by(issued_on: date | None, day: date | None) -> bool:
    """Tell whether a document was issued by a day, as far as both are known."""
    return issued_on is None or day is None or issued_on <= day


def _parts(row: KnownDocument) -> tuple[tuple[str, str], str, int | None]:
    """Return type and series, scope and running number; no number where the path has none."""
    parts = row.path.split("/")
    if len(parts) != _PARTS or not parts[5].isdigit():
        return ("", ""), "", None
    return (row.type_code, parts[3]), parts[4], int(parts[5])


def _issued(registry: Registry) -> dict[tuple[str, str], Reached]:
    """Return the known numbers by series and scope, made once for the same tables."""
    if registry.sha256 not in _ISSUED:
        found: defaultdict[tuple[str, str], Reached] = defaultdict(dict)
        for row in registry.documents:
            series, scope, running = _parts(row)
            if running is not None:
                found[series].setdefault(scope, []).append((row.issued_on, running))
        _ISSUED[registry.sha256] = dict(found)
    return _ISSUED[registry.sha256]
