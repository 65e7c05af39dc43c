"""The lines of an iCalendar file, which no library writes before it holds them all.

Source: RFC 5545, sections 3.1 and 3.3.11; RFC 7986.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST: Final = 75  # octets of a line, its end apart
_END: Final = b"\r\n"
_CONTINUES: Final = 0b1100_0000, 0b1000_0000  # bits of an octet inside a character of UTF-8
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(words: str) -> str:
    r"""Return words as a value of the type TEXT: no control character, marks escaped.

    >>> text("a, b\r\nc")
    'a\\, b\\nc'
    """
    plain = _CONTROL.sub("", words) if _CONTROL.search(words) else words
    return plain.translate(_ESCAPES)


def line(name: str, value: str) -> bytes:
    """Return a property as its line, folded so that no part is longer than 75 octets.

    Args:
        name: of the property, with its parameters.
        value: as its type writes it; line ends in it are dropped.
    """
    whole = f"{name}:{value}".replace("\r", "").replace("\n", "").encode("utf-8", "replace")
    return whole + _END if len(whole) <= _LONGEST else b"".join(_folded(whole))


def component(name: str, lines: Iterable[bytes]) -> bytes:
    """Return a component with its lines."""
    return b"".join((line("BEGIN", name), *lines, line("END", name)))


def _folded(whole: bytes) -> Iterator[bytes]:
    """Go through the parts of a long line, none of which ends inside a character."""
    mask, inside = _CONTINUES
    start, room, before = 0, _LONGEST, b""
    while len(whole) - start > room:
        end = start + room
        while whole[end] & mask == inside:
            end -= 1
        yield before + whole[start:end] + _END
        start, room, before = end, _LONGEST - 1, b" "
    yield before + whole[start:] + _END
