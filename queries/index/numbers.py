"""How the number of a document is looked up: its bare number and its symbol, folded.

"48-CT/TW", "48 ct tw" and "số 048-CT-TW" are one key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from ontology.registry import load_registry
from ontology.vietnamese_text import fold

_JOINED: Final = re.compile(r"\s*([-/])\s*")
_NUMBER: Final = re.compile(
    r"(?<![0-9a-z])0*(?P<bare>[0-9]{1,6}[a-z]?)(?![0-9a-z])"
    r"(?:[/ ](?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
    r"(?:[-/. ]*(?P<symbol>[a-z]+[0-9]*(?:[-/][a-z0-9]+)*))?"
)
_NEXT: Final = re.compile(r"\s+(?P<word>[a-z]+[0-9]*(?:[-/][a-z0-9]+)*)(?![a-z0-9])")
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NOT_LETTER: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKey:
    """The parts of a number that a search compares.

    Args:
        bare: the running number without leading zeros ("48", "12a").
        year: a year printed inside the number or after it, else empty.
        symbol: letters and digits of the symbol, folded ("cttw"); empty where none is given.
        before: the folded words before the number ("chi thi so").
    """

    bare: str
    year: str
    symbol: str
    before: str


def symbol_key(symbol: str) -> str:
    """Return the letters and digits of a symbol, folded: signs and spaces do not count."""
    return _NOT_LETTER.sub("", fold(symbol))


def number_key(words: str) -> NumberKey | None:
    """Return the key of a printed or typed number, or None where there is no number in it.

    >>> number_key("03/2019/NĐ-CP")
    NumberKey(bare='3', year='2019', symbol='ndcp', before='')
    >>> number_key("9 ct ubnd").symbol
    'ctubnd'
    """
    folded = _JOINED.sub(r"\1", fold(words))
    found = _NUMBER.search(folded)
    if found is None:
        return None
    later = _YEAR.search(folded, found.end())
    year = found["year"] or (later.group() if later else "")
    return NumberKey(
        bare=found["bare"],
        year=year,
        symbol=symbol_key(found["symbol"] or "") + _issuer_apart(folded, found),
        before=folded[: found.start()].strip(),
    )


def _issuer_apart(folded: str, found: re.Match[str]) -> str:
    """Return the symbol of an issuer that a blank parts from that of the type, else nothing.

    Both must be registered: other words after a number belong to no symbol.
    """
    types, issuers = _registered()
    after = _NEXT.match(folded, found.end()) if found["symbol"] in types else None
    if after is None or re.split("[-/]", after["word"])[0] not in issuers:
        return ""
    return symbol_key(after["word"])


@cache
def _registered() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded symbols of types and of issuers."""
    registry = load_registry()
    types = {fold(s) for row in registry.document_types for s in (row.symbol, *row.other_symbols)}
    issuers = {fold(s) for row in registry.symbols for s in (row.symbol, *row.variants)}
    return frozenset(types - {""}), frozenset(issuers - {""})
