"""Names of files as clients send them: shown, and never opened."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

_LONGEST: Final = 120


def shown_name(name: str) -> str:
    """Return the last part of a client's name for a file, fit to be shown on one line.

    Args:
        name: as it came, of any system; it may be hostile.
    """
    last = PurePath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[-_LONGEST:]
