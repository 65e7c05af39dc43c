"""Read the header of a catalogued question: the `#+` lines of its `.rq`, nested by two spaces.

Source: the convention of grlc, so that other tools can publish the folder as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from queries.errors import UnknownQuestion

_MARK: Final = "#+"
_INDENT: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a header with what is nested below it."""

    key: str
    value: str
    below: tuple[Entry, ...] = ()

    def child(self, key: str) -> Entry | None:
        """Return the nested entry of a key, or None."""
        return next((entry for entry in self.below if entry.key == key), None)

    def text(self, key: str, default: str = "") -> str:
        """Return the value of a nested entry, or the default."""
        found = self.child(key)
        return default if found is None else found.value


def read_header(text: str) -> Entry:
    """Return the header of a question as a tree under a nameless root.

    Raises:
        UnknownQuestion: a header line has no colon.
    """
    lines = [line[len(_MARK) :] for line in text.splitlines() if line.startswith(_MARK)]
    return Entry(key="", value="", below=_nested([line[1:] for line in lines if line.strip()], 0))


def _nested(lines: list[str], depth: int) -> tuple[Entry, ...]:
    """Return the entries of one depth, each with the deeper lines that follow it."""
    if not lines:
        return ()
    entries: list[Entry] = []
    starts = [i for i, line in enumerate(lines) if _depth(line) == depth]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        key, colon, value = lines[start].strip().partition(":")
        if not colon:
            raise UnknownQuestion("bad-header", f"The header line {lines[start]!r} has no colon.")
        below = _nested(lines[start + 1 : end], depth + 1)
        entries.append(Entry(key=key, value=value.strip(), below=below))
    return tuple(entries)


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // _INDENT
