"""Texts of the age before Unicode, whose letters were right in one font only (TCVN3, VNI)."""

from __future__ import annotations

import re
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
_STRANGE_LETTER: Final = re.compile(f"[{_STRANGE}](?=[A-Za-z])|(?<=[A-Za-z])[{_STRANGE}]")
"""Signs of Latin-1 that Vietnamese does not write, beside a letter."""
_FEWEST: Final = 8
"""Signs below which a foreign word or two explain them."""
_SHARE: Final = 0.03
"""Share of such signs among the characters; the fonts give a tenth and more."""


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
