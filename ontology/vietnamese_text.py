"""Fold, compare and slug Vietnamese text: case, diacritics, and the two habits of placing tones.

Source: Unicode normalisation forms (UAX 15); TCVN 6909:2001 for the letters; the two spellings of
open syllables in oa, oe and uy stand beside each other in printed documents (hòa, hoà; ủy, uỷ).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook, tilde, dot below
_OPEN_SYLLABLES: Final = (("o", "a"), ("o", "e"), ("u", "y"))
_COMBINING: Final = range(0x0300, 0x0370)
_LATIN: Final = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))
_STROKES: Final = {0x0111: "d", 0x0110: "d", 0x00D0: "d", 0x00F0: "d", 0x0142: "l", 0x00F8: "o"}
_PUNCTUATION: Final = {
    0x00A0: " ",
    0x00AD: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0xFEFF: None,
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2014: "-",
    0x2212: "-",
    0x2044: "/",
    0x201C: '"',
    0x201D: '"',
    0x2018: "'",
    0x2019: "'",
}


def _base_letter(letter: str) -> str:
    """Return a letter in lower case without its marks."""
    return "".join(
        c for c in unicodedata.normalize("NFD", letter.lower()) if not unicodedata.combining(c)
    )


class _WordTable(dict[int, str | None]):
    """A table to translate with that reads any sign it does not know as a blank."""

    def __missing__(self, code: int) -> str:
        return " "


def _folding_table() -> dict[int, str | None]:
    """Return the table that `fold` translates with: one look-up a character.

    All of ASCII is in it, as a look-up that fails costs more than one that succeeds.
    """
    table: dict[int, str | None] = {code: chr(code).lower() for code in range(128)}
    table.update({code: _base_letter(chr(code)) for block in _LATIN for code in block})
    table.update(dict.fromkeys(_COMBINING))
    table.update(_STROKES)
    table.update(_PUNCTUATION)
    return table


def _word_table() -> _WordTable:
    """Return the table of `fold_words`: what is no letter or figure becomes a blank."""
    return _WordTable(
        {code: _NOT_WORD.sub(" ", letters or "") for code, letters in _FOLDING.items()}
    )


def _tone_moves() -> dict[str, str]:
    """Return each pair of vowels with the tone on the second, and the same with it on the first."""
    moves = {}
    for first, second in _OPEN_SYLLABLES:
        for one, two in ((first, second), (first.upper(), second), (first.upper(), second.upper())):
            for tone in _TONES:
                late = one + unicodedata.normalize("NFC", two + tone)
                moves[late] = unicodedata.normalize("NFC", one + tone) + two
    return moves


_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_FOLDING: Final = _folding_table()
_WORDS: Final = _word_table()
_MOVES: Final = _tone_moves()
_LATE_TONE: Final = re.compile(rf"(?<![qQ])(?:{'|'.join(_MOVES)})(?![^\W\d_])")
_SPACES: Final = re.compile(r"\s+")


def strip_marks(text: str) -> str:
    """Return the text in lower case without diacritics, character for character where it is NFC.

    Args:
        text: any text; in NFC without soft hyphens and zero-width marks its length is kept, so
            that offsets of the answer are offsets of the text.
    """
    return text.translate(_FOLDING)


def fold(text: str) -> str:
    """Return the key under which texts that differ in case, marks and spaces are the same.

    Args:
        text: any text, NFC or NFD.

    >>> fold("Uỷ  ban nhân dân") == fold("ỦY BAN NHÂN DÂN")
    True
    """
    return _SPACES.sub(" ", text.translate(_FOLDING)).strip()


def fold_words(text: str) -> str:
    """Return the folded text with every run of other signs read as one blank.

    Args:
        text: any text; hyphens, commas and quotes no longer count.

    >>> fold_words("Bà Rịa - Vũng Tàu") == fold_words("Bà Rịa–Vũng Tàu")
    True
    """
    return " ".join(text.translate(_WORDS).split())


def place_tones(text: str) -> str:
    """Return NFC text with the tone of open syllables on the first vowel (hòa, khỏe, ủy).

    Args:
        text: any text; "quý" stays, as its u belongs to the consonant.

    >>> place_tones("khoá, uỷ, quý")
    'khóa, ủy, quý'
    """
    return _LATE_TONE.sub(lambda found: _MOVES[found.group()], unicodedata.normalize("NFC", text))


def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens, for aliases and kinds of groups.

    Args:
        text: any text. Slugs of types, bodies and places come from the registers, never from
            here: two symbols may differ in a stroke alone.

    >>> slug("Nghị quyết số 12")
    'nghi-quyet-so-12'
    """
    return "-".join(text.translate(_WORDS).split())
