"""Read document numbers of State and Party, repaired in the symbol slot only.

Source of the forms: Decree 30/2020/NĐ-CP (State), Hướng dẫn 36-HD/VPTW (Party); the table
`numbers.toml` names the source of each. Symbols come from the register, so a new one is readable
at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.grammar.tables import fill, table
from loaders.records import Span
from ontology.quick_records import quick
from ontology.vietnamese_text import strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ontology.registry import Registry, Symbol

_ANCHOR = re.compile(
    r"[0-9OIl](?:(?<=[0-9])(?:(?<![\w/].)|(?<=[sS][\u1ed1\u1ed0\u00f4].))(?<![0-9][.,:].)(?<!\w-.)"
    r"|(?<=[sS][\u1ed1\u1ed0\u00f4] [OIl])(?=[OoIl]{0,3}[0-9]))"
    r"[0-9OoIl]{0,4}(?:\.[0-9]{1,2})?[a-z\u0111]?"
    r"(?:[ \n]{0,2}[-/][ \n]{0,2}(?:(?:19|2[0O])[0-9OIl]{2}[ \n]{0,2}[-/][ \n]{0,2})?"
    r"(?=[A-Z\u0110\u01af0-9])|[ \n](?=[A-Z\u0110]{1,3}[A-Za-z\u0110\u0111]{1,3}[ ]?[-/]))"
)
_SMALL = re.compile(
    r"(?<![\w/.,-])[0-9]{1,5}[a-z\u0111]?[-/](?:(?:19|20)[0-9]{2}/)?"
    r"(?:[a-z\u0111]{1,4}[-/][a-z\u0111]{2,12}(?:-[a-z\u0111]{1,8})*|qh[0-9]{2})(?![\w/-])"
)
"""A number all in small letters, as posts and questions print it."""
_END = (
    r"(?:(?![^\W\u00b9\u00b2\u00b3\u2070-\u2079])|(?<=QH1[0-9])(?=[1-9][0-9]?(?!\w))"
    r"|(?<=[\w&])(?=ng\u00e0y|c\u1ee7a))"
)
"""Where a number may end: before the mark of a footnote, or words that lost their blank, too."""
_FOOTNOTE = re.compile(r"(?:[1-9]|1[7-9]|[2-9][0-9])\Z")
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_DIGIT_IN_TAIL = re.compile(r"(?<=[A-Z])[Ol](?=\d|$)")
_TAIL_WITH_DIGIT = re.compile(r"[A-Z]{1,4}[Ol]\d|[A-Z]{1,4}\d[Ol]")
_BLANKS = re.compile(r"[ \n]")
_ISSUERS = ("issuer", "assembly", "council", "old_issuer")
"""Parts of a form that name who issued; the symbol of the first is looked up."""
_GRAMMARS: dict[str, NumberGrammar] = {}


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class NumberReading:
    """A document number as it stands in a text.

    Args:
        span: the printed number, from its first digit to the end of its tail.
        number: the repaired number ("217-QĐ/TW"), leading zeros kept.
        running: the running number ("217", "30a", "66.7").
        year: the year inside the number; None where there is none.
        type_symbol: symbol of the type as the register writes it; None where it has no type part.
        issuer: symbol of issuer and unit ("UBND-NC", "QH14").
        tail: all after the running number, with its leading sign ("-QĐ/TW", "/2022/QĐ-UBND").
        known: True where the register of symbols knows the issuer.
        repairs: kinds of repair: ocrSymbol, letterForDigit, spacing, dash, diacritics.
        worded: True where only a type word or the word for number makes it one.
        rule: id of the table entry.
        confidence: 0 to 1.
    """

    span: Span
    number: str
    running: str
    year: int | None
    type_symbol: str | None
    issuer: str
    tail: str
    known: bool
    repairs: tuple[str, ...]
    worded: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForm:
    """One entry of the table of number forms, compiled."""

    id: str
    pattern: re.Pattern[str]
    writes: str
    bare: bool
    needs_known: bool
    worded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberGrammar:
    """The forms and the symbols that fill them.

    Args:
        forms: in the order in which they are tried.
        types: symbols of document types by exact, folded and damaged spelling.
        issuers: symbols of issuers by exact, folded and damaged spelling.
        no_issuers: symbols of types that name no issuer and make no number by themselves.
    """

    forms: tuple[NumberForm, ...]
    types: Mapping[str, str]
    issuers: Mapping[str, str]
    no_issuers: frozenset[str]

    def find(self, text: str) -> tuple[NumberReading, ...]:
        """Return the numbers of a text in order; none overlaps another."""
        found: list[NumberReading] = []
        position = 0
        while anchor := _ANCHOR.search(text, position):
            reading = self.read(text, anchor.start())
            position = anchor.start() + 1
            if reading is not None:
                found.append(reading)
                position = reading.span.end
        small = (self._small(match) for match in _SMALL.finditer(text))
        return tuple(sorted([*found, *filter(None, small)], key=lambda each: each.span.start))

    def _small(self, match: re.Match[str]) -> NumberReading | None:
        """Return a number all in small letters; None where its symbols are not both known."""
        reading = self.read(match.group().upper(), 0)
        if reading is None or not reading.known or reading.span.end < len(match.group()):
            return None
        if not reading.type_symbol and reading.rule != "assembly":
            return None
        span = Span(start=match.start(), end=match.end())
        kinds = tuple(dict.fromkeys((*reading.repairs, "diacritics")))
        return replace(reading, span=span, repairs=kinds, worded=True)

    def read(self, text: str, position: int) -> NumberReading | None:
        """Return the number that starts at a position; None where no form reads it."""
        for form in self.forms:
            match = form.pattern.match(text, position)
            reading = match and self._reading(form, match)
            if reading:
                return reading
        return None

    def _reading(self, form: NumberForm, match: re.Match[str]) -> NumberReading | None:
        """Return what a form's match says, or None where a symbol is not one."""
        parts = self._parted(match.groupdict())
        kind = self._type(parts.get("type"))
        end = match.end() - self._footnote(parts)
        printed = next(filter(None, map(parts.get, _ISSUERS)), "")
        issuer, known = self._issuer(printed[: len(printed) - match.end() + end])
        known = known or any(parts.get(part) for part in _ISSUERS[1:])
        if not self._fits(form, parts, kind, issuer, known=known):
            return None
        values = {
            "running": _digits(parts["running"] or ""),
            "year": _digits(parts.get("year") or ""),
            "type": kind or "",
            "issuer": issuer,
            "assembly": issuer,
            "council": issuer,
            "old_issuer": issuer,
            "last_type": parts.get("last_type") or "",
        }
        number = form.writes.format(**values)
        repairs = _repairs(match.string[match.start() : end], number, parts)
        return NumberReading(
            span=Span(start=match.start(), end=end),
            number=number,
            running=values["running"],
            year=int(values["year"]) if values["year"] else None,
            type_symbol=kind,
            issuer=issuer,
            tail=number[len(values["running"]) :],
            known=known,
            repairs=repairs,
            worded=form.worded,
            rule=form.id,
            confidence=_confidence(repairs, known=known),
        )

    def _parted(self, parts: dict[str, str | None]) -> dict[str, str | None]:
        """Return the parts of a match, type and issuer parted where they lost their dash."""
        glued = parts.pop("glued", None)
        if glued is None:
            return parts
        for cut in range(len(glued) - 1, 1, -1):
            if glued[:cut] in self.no_issuers and glued[cut:] in self.issuers:
                return parts | {"type": glued[:cut], "issuer": glued[cut:]}
        return parts | {"type": "", "issuer": glued}

    def _fits(
        self,
        form: NumberForm,
        parts: Mapping[str, str | None],
        kind: str | None,
        issuer: str,
        *,
        known: bool,
    ) -> bool:
        """Tell whether the symbols of a match are ones that the form allows."""
        if (parts.get("type") is not None and kind is None) or _is_zero(parts["running"] or ""):
            return False
        if form.needs_known and not known:
            return False
        return not (form.bare and issuer in self.no_issuers and not known)

    def _footnote(self, parts: Mapping[str, str | None]) -> int:
        """Return how many digits of a footnote's mark are glued to the issuer's symbol."""
        issuer = parts.get("issuer") or ""
        mark = _FOOTNOTE.search(issuer)
        if mark is None or parts.get("type") is None or "-" in issuer:
            return 0
        whole, plain = issuer, issuer[: mark.start()]
        if plain in table("loaders.grammar", "numbers.toml")["numbered"]["issuers"]:
            return 0
        glued = _look_up(plain, self.issuers) and not _look_up(whole, self.issuers)
        return len(mark.group()) if glued else 0

    def _type(self, printed: str | None) -> str | None:
        """Return the symbol of a type, repaired; None where it is not one."""
        return None if printed is None else _look_up(printed.replace(" ", ""), self.types)

    def _issuer(self, printed: str) -> tuple[str, bool]:
        """Return the symbol of an issuer with its units, repaired, and whether it is known."""
        segments = [_tail_digits(segment) for segment in _BLANKS.sub("", printed).split("-")]
        first = _look_up(segments[0], self.issuers)
        others = [_look_up(s, self.issuers) or s for s in segments[1:]]
        return "-".join([first or segments[0], *others]), first is not None


def _is_zero(running: str) -> bool:
    """Tell whether a running number is none: a nought that a blank cut from the digits before."""
    return not _digits(running).strip("0")


def _look_up(printed: str, symbols: Mapping[str, str]) -> str | None:
    """Return the registered spelling of a printed symbol."""
    return symbols.get(printed) or symbols.get(_key(printed))


def numbers_of(registry: Registry) -> NumberGrammar:
    """Return the grammar for the symbols of the registers, made once for the same tables.

    Args:
        registry: its document types and symbols fill the slots of the number forms.
    """
    if registry.sha256 not in _GRAMMARS:
        types = [s for row in registry.document_types for s in (row.symbol, *row.other_symbols)]
        issuers = [s for row in registry.symbols for s in (row.symbol, *_other(row))]
        others = [p for row in registry.document_types for p in row.misprints]
        _GRAMMARS[registry.sha256] = number_grammar(types, issuers, others)
    return _GRAMMARS[registry.sha256]


def _other(row: Symbol) -> list[str]:
    """Return the other spellings of a symbol that are no damage: they stay as printed."""
    data = table("loaders.grammar", "numbers.toml")
    damaged = {printed for entry in data["repair"] for printed in entry["printed"]}
    own = _key(row.symbol)
    return [v for v in row.variants if v not in damaged and _key(v) != own]


def number_grammar(
    types: Iterable[str], issuers: Iterable[str], others: Iterable[str] = ()
) -> NumberGrammar:
    """Return the grammar for given symbols.

    Args:
        types: symbols of document types as printed ("Q\u0110", "CTr"); of those that fold alike the
            first is taken for a damaged one.
        issuers: symbols of issuers ("UBND", "TW", "QH15"), with their other spellings.
        others: other spellings of types; those with other letters stay as printed ("CTPH").
    """
    data = table("loaders.grammar", "numbers.toml")
    parts: dict[str, str] = data["part"]
    types, issuers = tuple(filter(None, types)), tuple(filter(None, issuers))
    forms = tuple(
        NumberForm(
            id=entry["id"],
            pattern=re.compile(_expression(entry["reads"], parts) + _END),
            writes=entry["writes"],
            bare=entry.get("bare", False),
            needs_known=entry.get("known", False),
            worded=entry.get("worded", False),
        )
        for entry in data["number"]
    )
    known = _spellings(types, _damaged("type"))
    return NumberGrammar(
        forms=forms,
        types={each: each for each in others if _look_up(each, known) is None} | known,
        issuers=_spellings(issuers, _damaged("issuer")),
        no_issuers=frozenset(types).difference(data["alone"]["symbols"]),
    )


def _damaged(slot: str) -> dict[str, str]:
    """Return symbols of a slot by their damaged spelling."""
    repairs = table("loaders.grammar", "numbers.toml")["repair"]
    return {p: each["becomes"] for each in repairs if each["slot"] == slot for p in each["printed"]}


def _expression(reads: str, parts: dict[str, str]) -> str:
    """Return the expression of a form: its signs allow blanks, its parts are named groups."""
    signs = reads.replace("/", "\0").replace("-", parts["dash"]).replace("\0", parts["slash"])
    return fill(signs, parts, named=True)


def _spellings(symbols: tuple[str, ...], damaged: Mapping[str, str]) -> dict[str, str]:
    """Return registered spellings by exact, by damaged and by folded spelling."""
    folded: dict[str, str] = {}
    for symbol in symbols:
        folded.setdefault(_key(symbol), symbol)
    repaired = {p: right for p, right in damaged.items() if right in symbols}
    return folded | repaired | {symbol: symbol for symbol in symbols}


def _key(symbol: str) -> str:
    """Return the key under which spellings of a symbol are the same."""
    return strip_marks(symbol).upper().replace(".", "")


def _digits(printed: str) -> str:
    """Return a running number or year with letters in digit places read as digits."""
    head, suffix = (printed[:-1], printed[-1:]) if printed[-1:].islower() else (printed, "")
    if suffix in ("l", "o"):
        head, suffix = printed, ""
    return head.translate(_DIGITS) + suffix


def _tail_digits(segment: str) -> str:
    """Return a unit's symbol with letters between digits read as digits ("PVO1" -> "PV01")."""
    if segment.startswith(("QH", "UBTVQH")):
        prefix, _, term = segment.rpartition("QH")
        return (
            f"{prefix}QH{term.translate(_DIGITS)}" if set(term) <= set("0123456789OIl") else segment
        )
    if _TAIL_WITH_DIGIT.fullmatch(segment):
        return _DIGIT_IN_TAIL.sub(lambda letter: letter.group().translate(_DIGITS), segment)
    return segment


def _repairs(printed: str, number: str, parts: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the kinds of repair that lead from the print to the number."""
    tight = _BLANKS.sub("", printed)
    kinds = []
    if any(_digits(parts.get(p) or "") != (parts.get(p) or "") for p in ("running", "year")):
        kinds.append("letterForDigit")
    if tight != printed:
        kinds.append("spacing")
    if tight == number:
        return tuple(kinds)
    if _letters(tight) == _letters(number):
        return (*kinds, "dash")
    folded, wanted = _key(_letters(tight)), _key(_letters(number))
    if folded == wanted:
        kinds.append("diacritics")
    elif "letterForDigit" not in kinds:
        same = folded.translate(_DIGITS) == wanted.translate(_DIGITS)
        kinds.append("letterForDigit" if same else "ocrSymbol")
    return tuple(kinds)


def _letters(number: str) -> str:
    """Return the letters and digits of a number without its signs."""
    return "".join(sign for sign in number if sign.isalnum())


def _confidence(repairs: tuple[str, ...], *, known: bool) -> float:
    """Return how sure a number is: letters read as digits weigh most."""
    if "letterForDigit" in repairs:
        return 0.6
    if "ocrSymbol" in repairs:
        return 0.9
    return 0.98 if known else 0.92
