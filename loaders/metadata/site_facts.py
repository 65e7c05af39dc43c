"""What the site of a saved page says of a document, where its own text does not say it.

The text goes first: what it prints is never replaced, and a difference is remarked.
Source: contract of the graph, section 3 (`basis`: text, metadata, reviewer).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from loaders.grammar.numbers import numbers_of
from loaders.grammar.tables import table
from loaders.records import PartialDate, Reading, Remark
from ontology.vietnamese_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import Metadata
    from loaders.source_text import PageFact
    from ontology.registry import Registry

RULE: Final = "site-table"
"""Rule of readings that the table of a site gave; they have no words in the text."""
UNKNOWN: Final = "unknown"
"""Local name of the state of force where nobody says it."""
_SURE: Final = 0.9
_DATE: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_SYMBOL: Final = re.compile(r"^\d+[^-/]*[-/](?:\d{4}/)?")
_DAY: Final = dt.timedelta(days=1)
_MONTHS: Final = 12
_DAYS: Final = 31
_FIELDS: Final = {
    "number": "number",
    "type": "type_name",
    "issuer": "issuing_body",
    "signer": "signer",
    "date": "issued_on",
}


def complete(
    metadata: Metadata, facts: tuple[PageFact, ...], registry: Registry
) -> tuple[Metadata, tuple[Remark, ...]]:
    """Return the metadata with what only the site says, and remarks where site and text differ.

    Args:
        metadata: what the text says.
        facts: what the site says; empty for all other files.
        registry: types, symbols and bodies, without which a cell of the site is not believed.
    """
    added: dict[str, Any] = {}
    remarks: list[Remark] = []
    for fact in facts:
        for name, reading in _readings(fact, registry):
            known = getattr(metadata, name)
            if known is None or _completes(known, reading):
                added[name] = reading
            elif name in _FIELDS.values() and _differ(known, reading):
                detail = f"{name}: {known.printed} / {reading.printed}"
                remarks.append(Remark(code="site-differs", detail=detail, span=known.span))
    return replace(metadata, **added), tuple(remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteForce:
    """Whether a site holds a document to be in force: local name of the state, first, last day."""

    status: str = UNKNOWN
    start: dt.date | None = None
    end: dt.date | None = None


def read_force(facts: tuple[PageFact, ...]) -> SiteForce:
    """Return what a site says of the force of a document.

    The site prints the first day on which a document is no longer in force; the last day on
    which it is, the day before, is what the graph keeps (contract of the graph, section 3).
    """
    said = {fact.field: unicodedata.normalize("NFC", fact.value) for fact in facts}
    start, end = (_whole(said.get(name, "")) for name in ("effective", "expiry"))
    state = said.get("state", "").casefold()
    for entry in table("loaders.metadata", "site_states.toml")["state"]:
        if state.startswith(tuple(entry["reads"])):
            return SiteForce(status=entry["id"], start=start, end=end and end - _DAY)
    return SiteForce(start=start, end=end and end - _DAY)


def _whole(value: str) -> dt.date | None:
    day = day_of(value)
    try:
        return day.whole() if day else None
    except ValueError:
        return None


def day_of(value: str) -> PartialDate | None:
    """Return the day that a cell prints ("05/03/2024"), None where it prints none."""
    found = _DATE.search(value.strip())
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    possible = 1 <= day <= _DAYS and 1 <= month <= _MONTHS
    return PartialDate(year=year, month=month, day=day) if possible else None


def _readings(fact: PageFact, registry: Registry) -> Iterator[tuple[str, Reading[Any]]]:
    """Yield the fields of the metadata that a fact fills."""
    value = unicodedata.normalize("NFC", fact.value)
    if fact.field == "number":
        yield from _number(value, registry)
    elif fact.field == "type":
        yield from _type(value, registry)
    elif fact.field == "date" and (day := day_of(value)):
        yield "issued_on", _reading(day, value)
    elif fact.field == "signer" or (fact.field == "issuer" and registry.agencies_named(value)):
        yield _FIELDS[fact.field], _reading(value, value)


def _number(value: str, registry: Registry) -> Iterator[tuple[str, Reading[str]]]:
    """Yield number and symbol where a cell holds a whole number and nothing else."""
    found = numbers_of(registry).read(value, 0)
    if found is not None and found.span.end == len(value):
        yield "number", _reading(found.number, value)
        yield "symbol", _reading(_SYMBOL.sub("", found.number), value)


def _type(value: str, registry: Registry) -> Iterator[tuple[str, Reading[str]]]:
    """Yield code and name of a type that the register knows."""
    for kind in registry.types_named(value)[:1]:
        yield "document_type", _reading(kind.code, value)
        yield "type_name", _reading(kind.name_vi, value)


def _reading(value: Any, printed: str) -> Reading[Any]:
    return Reading(value=value, printed=printed, span=None, rule=RULE, confidence=_SURE)


def _completes(known: Reading[Any], other: Reading[Any]) -> bool:
    """Tell whether a date has the day that the text leaves blank, in the year that it prints."""
    blank = isinstance(known.value, PartialDate) and known.value.day is None
    return blank and known.value.year == other.value.year


def _differ(known: Reading[Any], other: Reading[Any]) -> bool:
    """Tell whether two readings of a field are not the same, apart from case and blanks."""
    if isinstance(known.value, str):
        one, two = _plain(known.value), _plain(other.value)
        return one not in two and two not in one
    return bool(known.value.day) and known.value != other.value


def _plain(words: str) -> str:
    return "".join(fold(words).split())
