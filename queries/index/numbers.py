"""How the number of a document is looked up: its bare number and its symbol, folded.

"48-CT/TW", "48 ct/tw" and "số 048-CT-TW" are one key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ontology.vietnamese_text import fold

_NUMBER: Final = re.compile(r"(?<![0-9])0*([0-9]{1,6}[a-z]?)(?![0-9a-z])(.*)", re.DOTALL)
_YEAR: Final = re.compile(r"[ /.-]*((?:19|20)[0-9]{2})(?![0-9])")
_NOT_LETTER: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKey:
    """The parts of a number that a search compares.

    Args:
        bare: the running number without leading zeros ("48", "12a").
        year: the year printed inside the number, else empty.
        symbol: letters and digits of the symbol, folded ("cttw"); empty where none is given.
    """

    bare: str
    year: str
    symbol: str


def symbol_key(symbol: str) -> str:
    """Return the letters and digits of a symbol, folded: signs and spaces do not count."""
    return _NOT_LETTER.sub("", fold(symbol))


def number_key(words: str) -> NumberKey | None:
    """Return the key of a printed or typed number, or None where there is no number in it.

    >>> number_key("Số: 03/2019/NĐ-CP")
    NumberKey(bare='3', year='2019', symbol='ndcp')
    """
    found = _NUMBER.search(fold(words))
    if found is None:
        return None
    bare, rest = found[1], found[2]
    year = _YEAR.match(rest)
    if year is not None:
        rest = rest[year.end() :]
    return NumberKey(bare=bare, year=year[1] if year else "", symbol=symbol_key(rest))
