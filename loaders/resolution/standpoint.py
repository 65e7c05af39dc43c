"""Where a paper stands: who issued it, for which province, on which day.

Names and numbers mean different things to different papers: "UBND tỉnh" is another body in each
province, and a province's name is another body after a merger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ontology.quick_records import quick

if TYPE_CHECKING:
    from loaders.records import Metadata, PartialDate
    from ontology.registry import Province, Registry


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What resolution knows of the citing paper.

    Args:
        registry: the registers.
        province: the province whose paper it is; None for central papers or where not said.
        day: its date; None where not known or not whole.
        year: its year, where at least that is known.
        issuer: its issuing body as printed; empty where unknown.
    """

    registry: Registry
    province: Province | None = None
    day: date | None = None
    year: int | None = None
    issuer: str = ""


def whole_day(written: PartialDate | None) -> date | None:
    """Return the day of a date, or None where a part is missing or no such day exists."""
    if written is None or written.month is None or written.day is None:
        return None
    try:
        return date(written.year, written.month, written.day)
    except ValueError:
        return None


def standpoint(metadata: Metadata, registry: Registry) -> Standpoint:
    """Return where a paper stands.

    Args:
        metadata: what it says of itself.
        registry: the registers.
    """
    written = metadata.issued_on.value if metadata.issued_on else None
    day = whole_day(written)
    named = metadata.province.value if metadata.province else ""
    provinces = registry.provinces_named(named, day) if named else ()
    return Standpoint(
        registry=registry,
        province=provinces[0] if len(provinces) == 1 else None,
        day=day,
        year=written.year if written else None,
        issuer=metadata.issuing_body.value if metadata.issuing_body else "",
    )
