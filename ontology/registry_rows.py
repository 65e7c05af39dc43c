"""The rows of the registers as frozen records; `registers/README.md` gives columns and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A kind of document: its words, its printed symbol, its class and its place in the ladder.

    Args:
        code: key of the register ("CT").
        symbol: what numbers print; empty where they print none (công văn, laws).
        slug: first part of a path; where symbol is empty, slug of the type word.
        name_vi, name_en: the type word.
        system: "state", "party" or "both".
        normative: "yes", "no" or "depends".
        rank: offset (rank_mode "by_issuer") or layer (rank_mode "fixed") of `domain.md` 4.
        rank_mode: see rank.
        numbering: how numbers of this type run, for readers.
        year_in_number: "always", "either", "never" or "none".
        class_name: local name of the class in the vocabulary.
        other_symbols: symbols that also stand in numbers of this type (a quy định prints QĐ).
        misprints: other spellings of the symbol.
        aliases: other type words.
    """

    code: str
    symbol: str
    slug: str
    name_vi: str
    name_en: str
    system: str
    normative: str
    rank: int
    rank_mode: str
    numbering: str
    year_in_number: str
    class_name: str
    other_symbols: tuple[str, ...]
    misprints: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """The part of a number that stands for the issuing body.

    Args:
        symbol: as printed ("UBND").
        agency_codes: bodies it may stand for, the likeliest first.
        system: "state", "party", "front", "court", "procuracy" or "military".
        variants: other spellings.
        valid_from, valid_to: first and last day of use, None where open.
    """

    symbol: str
    agency_codes: tuple[str, ...]
    system: str
    variants: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body, a post or a group of addressees; of provinces, the generic body.

    Args:
        code: key; of a provincial body without its province ("ubnd-tinh").
        name_vi, name_en: full name.
        kind: "state", "party", "office", "person-role", "group", "front", "court", ...
        level: "national", "province", "district" or "commune".
        rank: 1 (centre) to 6 (commune).
        parent: code of the body it belongs to; empty at the roots.
        symbol: what its numbers print; empty where unknown.
        successor: code of the body that took over; empty where none.
        ended_by: path of the document that ended it; empty where not known.
        valid_from, valid_to: first and last day, None where open.
    """

    code: str
    name_vi: str
    name_en: str
    kind: str
    level: str
    rank: int
    parent: str
    symbol: str
    successor: str
    valid_from: date | None
    valid_to: date | None
    ended_by: str = ""

    def existed(self, day: date | None) -> bool:
        """Tell whether the body existed on the day; True where the day is not known."""
        return _covers(self.valid_from, self.valid_to, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAlias:
    """Another name or abbreviation of a body."""

    alias: str
    agency_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or city under the centre, as one body in time.

    Args:
        slug: key ("dong-thap-2025" is the body that came by merger, "dong-thap" the older one).
        name_vi: with its kind ("Tỉnh Đồng Tháp").
        name_short: without it.
        kind: "province" or "municipality".
        code: statistical code, two digits; empty where unknown.
        aliases: other spellings.
        communes_by: path of the resolution that drew its communes when districts ended.
        valid_from, valid_to: first and last day, None where open.
    """

    slug: str
    name_vi: str
    name_short: str
    kind: str
    code: str
    aliases: tuple[str, ...]
    communes_by: str = ""
    valid_from: date | None
    valid_to: date | None

    def existed(self, day: date | None) -> bool:
        """Tell whether the province existed on the day; True where the day is not known."""
        return _covers(self.valid_from, self.valid_to, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceChange:
    """A merger, split or renaming: on `day`, `old` went into `new` (slugs)."""

    day: date
    old: str
    new: str
    kind: str
    by_document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """A document that is known without its text.

    Args:
        path: IRI path ("id/vn/ct/tw/k10/48").
        type_code: code of the register of document types.
        number: as printed; empty where it has none.
        issuer: code of the body or post that decided, with the province where provincial.
        issued_on: date of issue, None where not known.
        title: subject, or name of a law with its type word.
        status: "in-force", "replaced", "ended" or "unknown"; advice, not law.
        certainty: "A" number, date and title sure; "B" one of them weak; "C" a name only.
        replaced_by, continues, implements: paths; empty where none is known.
        valid_from, valid_to: first and last day in force, None where not known or open.
    """

    path: str
    type_code: str
    number: str
    issuer: str
    issued_on: date | None
    title: str
    status: str
    certainty: str
    replaced_by: str
    continues: str
    implements: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAlias:
    """A short form or name under which a known document is cited."""

    alias: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOfOffice:
    """A span of years in which a series of numbers runs.

    Args:
        body: "dang" (central Party), "qh", "tu" (any provincial committee) or `tu-{province}`.
        code: scope in paths ("k13", "qh15", "nk2020").
        label_vi, label_en: name.
        number: term (13), or first year of a provincial term (2020).
        valid_from, valid_to: first and last day; valid_to None for the running term.
        doubtful_from, doubtful_until: days at its beginning on which a paper may still belong to
            the term before; None where the first day is sharp.
        certainty: "A", "B" or "C" as for documents.
    """

    body: str
    code: str
    label_vi: str
    label_en: str
    number: int
    valid_from: date
    valid_to: date | None
    doubtful_from: date | None
    doubtful_until: date | None
    certainty: str

    def covers(self, day: date) -> bool:
        """Tell whether a paper of the day may belong to this term."""
        first = min(self.valid_from, self.doubtful_from or self.valid_from)
        return first <= day and (self.valid_to is None or day <= self.valid_to)


def _covers(first: date | None, last: date | None, day: date | None) -> bool:
    """Tell whether the day lies between two ends of which each may be open."""
    if day is None:
        return True
    return (first is None or first <= day) and (last is None or day <= last)
