"""Texts of the age before Unicode, whose letters were right in one font only (TCVN3, VNI)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

_SAMPLE: Final = 50_000
"""Characters that are looked at: a font encoding shows in every line."""
_OWN: Final = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0"
    "\u0300-\u0323\u1ea0-\u1ef9]"
)
"""Letters and marks that only Unicode gives to Vietnamese."""
_STRANGE: Final = (
    r"\xa1-\xa9\xab-\xba\xbc-\xbf\xc4-\xc7\xcb\xce-\xd1\xd6-\xd8\xdb\xdc\xde\xdf"
    r"\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\xff"
)
_STRANGE_LETTER: Final = re.compile(f"[{_STRANGE}](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
"""Signs of Latin-1 that Vietnamese does not write, beside a letter."""
_FEWEST: Final = 8
"""Signs below which a foreign word or two explain them."""
_SHARE: Final = 0.03
"""Share of such signs among the characters; the fonts give a tenth and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontEncoding:
    """One encoding of fonts.

    Args:
        name: id of its entry.
        fonts: how the names of its fonts begin, in small letters.
        capital_fonts: how the names of fonts end that print capitals for small letters.
        signs: what each sign becomes.
        pairs: what a vowel with the sign behind it becomes.
        telling: finds what no other encoding writes.
        paired: finds the pairs.
    """

    name: str
    fonts: tuple[str, ...]
    capital_fonts: str
    signs: dict[int, str]
    pairs: dict[str, str]
    telling: re.Pattern[str]
    paired: re.Pattern[str] | None = field(default=None)

    def converted(self, text: str) -> str:
        """Return a text of this encoding in Unicode."""
        if self.paired is None:
            return text.translate(self.signs)
        pieces: list[str] = []
        at = 0
        for found in self.paired.finditer(text):
            pieces += (text[at : found.start()].translate(self.signs), self.pairs[found.group()])
            at = found.end()
        return "".join([*pieces, text[at:].translate(self.signs)])


@cache
def font_encodings() -> tuple[FontEncoding, ...]:
    """Read `font_encodings.toml` once."""
    table = files("loaders.readers").joinpath("font_encodings.toml").read_text("utf-8")
    return tuple(
        _encoding(
            entry["id"],
            tuple(entry["fonts"]),
            entry.get("capital_fonts", ""),
            dict(zip(entry["signs"], entry["letters"], strict=True)),
            entry.get("pairs", ""),
            entry.get("telling", ""),
        )
        for entry in tomllib.loads(table)["encoding"]
    )


def _encoding(
    name: str,
    fonts: tuple[str, ...],
    capital_fonts: str,
    signs: dict[str, str],
    pairs: str,
    telling: str,
) -> FontEncoding:
    """Return an encoding made ready for use; pairs also in capitals."""
    listed = {pair[:2]: pair[2] for pair in pairs.split()}
    capitals = {pair.upper(): letter.upper() for pair, letter in listed.items()}
    mixed = {pair[0].upper() + pair[1]: letter.upper() for pair, letter in listed.items()}
    both = {**mixed, **capitals, **listed}
    paired = re.compile("|".join(sorted(both, key=len, reverse=True))) if both else None
    return FontEncoding(
        name=name,
        fonts=fonts,
        capital_fonts=capital_fonts,
        signs={ord(sign): letter for sign, letter in signs.items()},
        pairs=both,
        telling=re.compile(f"[{re.escape(telling)}]") if telling else (paired or re.compile("$^")),
        paired=paired,
    )


def is_font_encoded(text: str) -> bool:
    """Tell whether a text was typed in a font encoding, so that its letters are not what they seem.

    Args:
        text: the words as read.

    Source: TCVN 5712:1993 (its third table), and the encoding of the VNI fonts: both put letters
    of Vietnamese in the places of other signs of Latin-1.
    """
    sample = text[:_SAMPLE]
    strange = len(_STRANGE_LETTER.findall(sample))
    if strange < _FEWEST or strange < _SHARE * len(sample):
        return False
    return strange > len(_OWN.findall(sample))


def converted(text: str) -> tuple[str, str]:
    """Return a font-encoded text in Unicode, and the id of its encoding.

    Lines that hold letters of Unicode's Vietnamese were typed in another font and stay.

    Args:
        text: the words as read, of which `is_font_encoded` is true.
    """
    sample = text[:_SAMPLE]
    likeliest = max(font_encodings(), key=lambda kind: len(kind.telling.findall(sample)))
    lines = (
        line if _OWN.search(line) else likeliest.converted(line)
        for line in text.splitlines(keepends=True)
    )
    return "".join(lines), likeliest.name


def in_font(text: str, font: str) -> str:
    """Return the words of a run in Unicode, by the name of the font that prints them.

    Args:
        text: the words as stored.
        font: name of the font; empty where none is given.

    >>> in_font("QuyÕt ®Þnh", ".VnTimeH")
    'QUYẾT ĐỊNH'
    >>> in_font("Quyết định", ".VnTime")
    'Quyết định'
    """
    name = font.strip().lower()
    kind = next((kind for kind in font_encodings() if name.startswith(kind.fonts)), None)
    if kind is None or any(ord(sign) > 0xFF for sign in text):  # noqa: PLR2004 - end of Latin-1
        return text
    letters = kind.converted(text)
    capitals = bool(kind.capital_fonts) and name.endswith(kind.capital_fonts)
    return letters.upper() if capitals else letters
