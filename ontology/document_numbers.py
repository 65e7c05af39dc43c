"""Printed numbers as values: "15/CT-UBND", "48-CT/TW", "03/2019/NĐ-CP", "512/UBND-NC", "87/CP".

The grammar is that of domain.md, section 2. Sources: Decree 30/2020/NĐ-CP, Annex I (State);
Hướng dẫn 36-HD/VPTW of 2018 (Party: dash before the type, slash before the body).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ontology.errors import IdentifierError
from ontology.quick_records import quick
from ontology.registry import DocumentType, Registry, Symbol, load_registry, number_key

_NUMBER: Final = re.compile(
    r"(?P<running>[0-9]+(?:\.[0-9]+)?[a-z]?)"
    r"(?P<mark>[-/])"
    r"(?:(?P<year>(?:19|20)[0-9]{2})[-/])?"
    r"(?P<tail>.+)",
    re.IGNORECASE,
)
_ASSEMBLY: Final = re.compile(r"(?P<body>QH|UBTVQH)(?P<term>[0-9]{1,2})", re.IGNORECASE)
_LOOKALIKES: Final = dict(
    zip(
        "\u2010\u2011\u2012\u2013\u2014\u2212\u2044\u00d0\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425",
        "------/\u0110ABEKMHOPCTX",
        strict=True,
    )
)
_SIGNS: Final = str.maketrans(_LOOKALIKES)
_INVISIBLE: Final = re.compile(r"[\s\u00a0\u00ad\u200b-\u200d\ufeff]+")
_JOINT: Final = frozenset({"TTLT", "NQLT", "CTrPH", "QCPH", "KHLT", "KHPH", "HDLN"})


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A printed number in its parts.

    Args:
        printed: the number as given, dashes unified and inner spaces dropped.
        running: the running number without leading zeros, its letter in lower case ("30c").
        year: the year printed inside; None where none is.
        type_symbol: symbol of the type as the register spells it; None where none is printed.
        issuer_symbols: one, or several in joint documents, as the register spells them.
        unit: the drafting unit behind the issuer ("NC"); empty where none.
        system: "party" or "state", from the dash and slash and from the issuer.
    """

    printed: str
    running: str
    year: int | None
    type_symbol: str | None
    issuer_symbols: tuple[str, ...]
    unit: str
    system: str

    @property
    def issuer_symbol(self) -> str:
        """Return the symbol of the body whose number it is (the first of a joint document)."""
        return self.issuer_symbols[0]

    @property
    def is_joint(self) -> bool:
        """Tell whether several bodies issued it."""
        return len(self.issuer_symbols) > 1

    @property
    def assembly_term(self) -> int | None:
        """Return the term of the National Assembly in "QH14", "UBTVQH15"; None elsewhere."""
        found = _ASSEMBLY.fullmatch(self.issuer_symbol)
        return int(found["term"]) if found else None

    @property
    def symbol(self) -> str:
        """Return the part after the running number and year ("CT-UBND", "CT/TW")."""
        return _join(self.type_symbol, self.issuer_symbols, self.unit, self.system)

    @property
    def canonical(self) -> str:
        """Return the number in the form its system prescribes, without leading zeros."""
        year = "" if self.year is None else f"{self.year}/"
        mark = "-" if self.system == "party" and self.type_symbol else "/"
        return f"{self.running}{mark}{year}{self.symbol}"

    @property
    def key(self) -> str:
        """Return what two prints of one number have in common; for `documents_numbered`."""
        return number_key(self.canonical)


def _join(type_symbol: str | None, issuers: tuple[str, ...], unit: str, system: str) -> str:
    """Return the symbol in the order and with the signs of its system."""
    behind = "-".join((*issuers, unit) if unit else issuers)
    if type_symbol is None:
        return behind
    return f"{type_symbol}{'/' if system == 'party' else '-'}{behind}"


def tidy_number(printed: str) -> str:
    """Return the printed number with one kind of dash, slash and letter, and no inner spaces.

    Typists mix Cyrillic capitals into symbols, which look the same and are another letter.
    """
    return _INVISIBLE.sub("", printed.translate(_SIGNS)).strip(".,;:/-")


def parse_number(
    printed: str, registry: Registry | None = None, *, document_type: DocumentType | None = None
) -> DocumentNumber:
    """Return the parts of one printed number.

    Args:
        printed: a complete number, without the word before it.
        registry: the registers; None for those of the program.
        document_type: what the word before it says: in a công văn the first part is the body even
            where it looks like a type.

    Raises:
        IdentifierError: the text is no number with a symbol.

    >>> parse_number("05-KL/TW").canonical
    '5-KL/TW'
    """
    known = registry or load_registry()
    tidy = tidy_number(printed)
    found = _NUMBER.fullmatch(tidy)
    parts = [part for part in re.split("[-/]", found["tail"]) if part] if found else []
    if not found or not parts or not parts[0][0].isalpha():
        raise IdentifierError(
            "not-a-number", f"{printed!r} is not a number with a symbol.", "Give number/symbol."
        )
    symbol, rest = _take_type(parts, known, document_type, found["mark"])
    issuers, unit = _take_issuers(rest, known, joint=symbol in _JOINT)
    return DocumentNumber(
        printed=tidy,
        running=_running(found["running"]),
        year=int(found["year"]) if found["year"] else None,
        type_symbol=symbol,
        issuer_symbols=issuers,
        unit=unit,
        system=_system(found["mark"], found["tail"], symbol, known.symbol(issuers[0])),
    )


def _running(printed: str) -> str:
    """Return the running number without leading zeros, letters in lower case."""
    return printed.lower().lstrip("0") or "0"


def _take_type(
    parts: list[str], known: Registry, document_type: DocumentType | None, mark: str
) -> tuple[str | None, list[str]]:
    """Return the type symbol, if the first part is one, and what is left."""
    types = known.types_printed(parts[0]) if len(parts) > 1 else ()
    dispatch = document_type is not None and document_type.code == "CV"
    if not types or (dispatch and mark == "/" and types[0].code != "CV"):
        return None, parts
    return types[0].symbol, parts[1:]


def _take_issuers(parts: list[str], known: Registry, *, joint: bool) -> tuple[tuple[str, ...], str]:
    """Return the issuer symbols, spelled as in the register, and the drafting unit."""
    if joint:
        return tuple(_spell(part, known) for part in parts), ""
    if len(parts) > 1 and known.symbol(parts[0] + parts[1]):
        return (_spell(parts[0] + parts[1], known),), "-".join(parts[2:])
    return (_spell(parts[0], known),), "-".join(parts[1:])


def _spell(part: str, known: Registry) -> str:
    """Return an issuer symbol as the register spells it, else as printed."""
    assembly = _ASSEMBLY.fullmatch(part)
    if assembly:
        return f"{assembly['body'].upper()}{int(assembly['term'])}"
    row = known.symbol(part)
    return row.symbol if row else part


def _system(mark: str, tail: str, type_symbol: str | None, issuer: Symbol | None) -> str:
    """Return "party" or "state": a Party body decides, else the signs round the type symbol."""
    if type_symbol is None:
        return "state"
    if issuer is not None and issuer.system == "party":
        return "party"
    sign = next((character for character in tail if character in "-/"), "")
    return "party" if mark == "-" and sign == "/" else "state"
