"""Whose series a number belongs to, and in which year or term of it.

The words after a number, not its symbol, decide the author; the symbol decides the series. A
number of a provincial body means nothing without the province, one of a district or commune gets
no province's path. Sources: domain.md, sections 2 and 3; ontology.md, section 5.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from loaders.resolution.standpoint import whole_day
from loaders.resolution.wordings import phrases
from ontology.identifiers import instance_code
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from loaders.records import PartialDate
    from loaders.resolution.agencies import AgencyNames, Body
    from loaders.resolution.standpoint import Standpoint
    from ontology.document_numbers import DocumentNumber
    from ontology.registry import Agency, Province, Symbol

_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_CENTRAL_SERIES: Final = "tw"
_PROVINCIAL_SERIES: Final = "tu"
_CONGRESS: Final = "dhd-tw"
_PARTY: Final = "party"
_NATIONAL: Final = "national"
_PROVINCE: Final = "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of numbers that a printed number may belong to.

    Args:
        code: of the body, with the province ("ubnd-tien-giang"); empty where the number names its
            series itself (the Assembly, joint documents).
        party: True where numbers run through a term and not through a year.
        body: for provincial Party bodies, whose terms count ("tu-tien-giang").
    """

    code: str
    party: bool = False
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReading:
    """The series a number may belong to, the likeliest first.

    Args:
        options: none where it cannot be told.
        reason: code that says why there are none, or several.
    """

    options: tuple[Series, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A cited number with the words that stand by it."""

    number: DocumentNumber
    issuer: str | None
    issued_on: PartialDate | None

    @property
    def day(self) -> date | None:
        """Return the day of the document, or the middle of its year where only that is known."""
        whole = whole_day(self.issued_on)
        year = self.number.year or (self.issued_on.year if self.issued_on else None)
        return whole or (date(year, 6, 30) if year else None)


def roman(numeral: str) -> int:
    """Return the value of a Roman numeral up to 39 ("XIII" is 13); 0 for other words."""
    values = [_ROMAN.get(letter, 0) for letter in numeral.upper()]
    if not values or 0 in values:
        return 0
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def term_scopes(
    series: Series, stand: Standpoint, day: date | None, numeral: str | None
) -> tuple[str, ...]:
    """Return the terms a Party number may be of: the printed one, else those of its day.

    Args:
        series: a series of the Party.
        stand: the citing paper, for the registers.
        day: date of the cited document.
        numeral: Roman numeral of "(khóa X)".
    """
    printed = roman(numeral or "")
    if series.code == _CONGRESS:
        return (f"dh{printed}",) if printed else ()
    if series.body:
        terms = stand.registry.terms_on(series.body, day) if day else ()
        return tuple(term.code for term in terms)
    if printed:
        return (f"k{printed}",)
    terms = stand.registry.terms_on("dang", day) if day else ()
    return tuple(term.code for term in terms)


def series_of(
    number: DocumentNumber,
    issuer: str | None,
    issued_on: PartialDate | None,
    stand: Standpoint,
    names: AgencyNames,
) -> SeriesReading:
    """Return the series of a number.

    Args:
        number: the parsed number.
        issuer: the issuing body as printed, None where not named.
        issued_on: date of the document, as far as known.
        stand: the citing paper.
        names: resolver of names.
    """
    if number.assembly_term is not None or number.is_joint:
        return _self_named(number, stand)
    row = stand.registry.symbol(number.issuer_symbol)
    if row is None:
        return SeriesReading(options=(), reason="unknown-symbol")
    mention = _Mention(number=number, issuer=issuer, issued_on=issued_on)
    then = replace(stand, day=mention.day or stand.day)
    body = names.numbering_body(issuer, then) if issuer else None
    agencies = _agencies(row, then)
    if body is not None and body.agency.code in {agency.code for agency in agencies}:
        return _of_body(body.agency, body.province, mention, stand)
    agency = _default(agencies, number, then)
    reason = _doubt(number, row, issuer, body) or ("" if agency else "symbol-names-no-body")
    if reason or agency is None:
        return SeriesReading(options=(), reason=reason)
    province = body.province if body is not None else None
    return _of_body(agency, province, mention, stand)


def _doubt(number: DocumentNumber, row: Symbol, issuer: str | None, body: Body | None) -> str:
    """Return why the symbol alone cannot tell the body, or nothing.

    A body of the State behind Party signs may be a body of another name; a district's paper has
    the symbols of a province's.
    """
    if number.system == _PARTY and row.system != _PARTY and body is None:
        return "mixed-style"
    return "below-province" if issuer and _is_local(issuer, body) else ""


def _self_named(number: DocumentNumber, stand: Standpoint) -> SeriesReading:
    """Return the series of the Assembly, or of a joint document of central bodies."""
    if number.is_joint:
        rows = [stand.registry.symbol(symbol) for symbol in number.issuer_symbols]
        local = [row for row in rows if row is not None and _only_local(row, stand)]
        if local:
            return SeriesReading(options=(), reason="local-joint")
    return SeriesReading(options=(Series(code=""),))


def _only_local(row: Symbol, stand: Standpoint) -> bool:
    """Tell whether a symbol stands for provincial and lower bodies alone."""
    found = [stand.registry.agency(code) for code in row.agency_codes]
    return bool(found) and all(agency and agency.level != _NATIONAL for agency in found)


def _agencies(row: Symbol, stand: Standpoint) -> tuple[Agency, ...]:
    """Return the bodies of a symbol that existed on the day, else all."""
    found = [stand.registry.agency(code) for code in row.agency_codes]
    known = tuple(agency for agency in found if agency is not None)
    return tuple(agency for agency in known if agency.existed(stand.day)) or known


def _is_local(issuer: str, body: Body | None) -> bool:
    """Tell whether a named issuer is a body of a district or commune."""
    if body is not None and body.agency.level in {_NATIONAL, _PROVINCE}:
        return False
    words = f" {fold_words(issuer)} "
    if any(f" {word} " in words for word in phrases("below-province")):
        return True
    city = phrases("city-word")[0]
    return body is None and f" {city} " in words


def _default(
    agencies: tuple[Agency, ...], number: DocumentNumber, stand: Standpoint
) -> Agency | None:
    """Return the body that a symbol means when nothing names it.

    Where it may be a central or a provincial body, the citing paper's level decides; of several
    provincial ones the first counts only where the symbol is its own.
    """
    level = _PROVINCE if stand.province is not None else _NATIONAL
    system = [row for row in agencies if (row.kind == _PARTY) == (number.system == _PARTY)]
    pool = [row for row in system or agencies if row.level in {_NATIONAL, _PROVINCE}]
    here = [row for row in pool if row.level == level] or pool
    if not here:
        return None
    own = [row for row in here if row.symbol == number.issuer_symbol]
    return (own or here)[0] if own or len(here) == 1 or _one_series(here) else None


def _one_series(agencies: list[Agency]) -> bool:
    """Tell whether bodies share a series (the committee, its standing board and body)."""
    codes = {agency.code for agency in agencies}
    return bool(codes & {_CENTRAL_SERIES, _PROVINCIAL_SERIES})


def _of_body(
    agency: Agency, province: Province | None, mention: _Mention, stand: Standpoint
) -> SeriesReading:
    """Return the series of a body; of a provincial one, of the province at that time."""
    number = mention.number
    party = number.system == _PARTY and agency.kind in {_PARTY, "office"}
    if agency.level == _NATIONAL:
        shared = number.issuer_symbol == _CENTRAL_SERIES.upper()
        code = _CENTRAL_SERIES if shared else agency.code
        return SeriesReading(options=(Series(code=code, party=party),))
    if agency.level != _PROVINCE:
        return SeriesReading(options=(), reason="below-province")
    provinces = _provinces(province, mention, stand)
    if not provinces:
        return SeriesReading(options=(), reason="province-missing")
    options = tuple(_provincial(agency, slug, party=party, number=number) for slug in provinces)
    return SeriesReading(options=options, reason="merged-province" if len(options) > 1 else "")


def _provincial(agency: Agency, province: str, *, party: bool, number: DocumentNumber) -> Series:
    """Return the series of a provincial body; all bodies that print TU share one."""
    shared = number.issuer_symbol == _PROVINCIAL_SERIES.upper()
    code = f"{_PROVINCIAL_SERIES}-{province}" if shared else instance_code(agency, province)
    return Series(code=code, party=party, body=f"{_PROVINCIAL_SERIES}-{province}" if party else "")


def _provinces(named: Province | None, mention: _Mention, stand: Standpoint) -> tuple[str, ...]:
    """Return the slugs of the province that a number is of, several after a merger.

    Args:
        named: the province that the issuer's name gives.
        mention: the cited number; "tỉnh" or "thành phố" in its issuer tells merged ones apart.
        stand: the citing paper; its province counts where none is named.
    """
    province = named or stand.province
    if province is None or (named is None and _stands_below(stand, mention.number)):
        return ()
    day = mention.day
    if day is None or province.existed(day):
        return (province.slug,)
    changes = stand.registry.province_changes
    before = dict.fromkeys(change.old for change in changes if change.new == province.slug)
    rows = [row for slug in before if (row := stand.registry.province(slug)) is not None]
    alive = [row for row in rows if row.existed(day)]
    kind = _printed_kind(mention.issuer)
    return tuple(row.slug for row in alive if kind in {"", row.kind})


def _printed_kind(issuer: str | None) -> str:
    """Return the kind of province that the last word of an issuer's name says, or nothing."""
    words = fold_words(issuer or "")
    if words.endswith(phrases("city-word")[0]):
        return "municipality"
    return "province" if words.endswith(phrases("province-word")[0]) else ""


def _stands_below(stand: Standpoint, number: DocumentNumber) -> bool:
    """Tell whether the citing paper is of a district or commune, whose own series it may mean."""
    row = stand.registry.symbol(number.issuer_symbol)
    levels = {
        agency.level
        for code in (row.agency_codes if row else ())
        if (agency := stand.registry.agency(code)) is not None
    }
    words = f" {fold_words(stand.issuer)} "
    named_below = any(f" {word} " in words for word in phrases("below-province"))
    return named_below and len(levels) > 1
