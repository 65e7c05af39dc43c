"""The row number of a document, so that rows in their order are documents from the best on.

The words of the side index are found in the order of row numbers, so that a page of the first
twenty of very many documents costs no more than those twenty. All of a person's words must be in
the title, so the title that holds little else is the best: what is left of BM25 where each word
counts once.

Source: Robertson and Zaragoza, 2009, on the length of a document in BM25.
"""

from __future__ import annotations

from typing import Final
from zlib import crc32

_LENGTH_BITS: Final = 10
_DAY_BITS: Final = 27
_NAME_BITS: Final = 24
_NO_DAY: Final = (1 << _DAY_BITS) - 1


def row_number(*, is_whole: bool, words: str, day: str | None, path: str) -> int:
    """Return where a document stands: with its text first, then short titles, then new ones.

    Two documents may get the same number where all else is alike; the later takes the next one.

    Args:
        is_whole: whether its text is held.
        words: what it is found by, blanks between them.
        day: ISO date of issue, None where unknown.
        path: its path, which keeps documents of one day apart.
    """
    length = min(len(words.split()), (1 << _LENGTH_BITS) - 1)
    digits = (day or "")[:10].replace("-", "")
    age = _NO_DAY - int(digits) if digits.isdecimal() and len(digits) == 8 else _NO_DAY  # noqa: PLR2004 - yyyymmdd
    name = crc32(path.encode()) >> (32 - _NAME_BITS)
    number = (int(not is_whole) << _LENGTH_BITS) | length
    return (((number << _DAY_BITS) | age) << _NAME_BITS) | name
