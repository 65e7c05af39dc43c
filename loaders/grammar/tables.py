"""Read the tables of wordings and put their patterns together from named parts."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LOST = r"\s*"
"""What stands between two words where the blank may be lost."""

_SLOT = re.compile(r"\{([a-z_]+)\}")


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """Return a TOML table that lies beside the code of a package.

    Args:
        package: dotted name of the package ("loaders.grammar").
        name: file name ("numbers.toml").
    """
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


def fill(reads: str, parts: dict[str, str], *, named: bool = False) -> str:
    """Return a regular expression in which each `{part}` is the expression of that name.

    Args:
        reads: the pattern as the table writes it; parts may hold parts.
        parts: expressions by name.
        named: True makes each part of `reads` itself a named group.
    """

    def part(slot: re.Match[str]) -> str:
        inner = fill(parts[slot.group(1)], parts)
        return f"(?P<{slot.group(1)}>{inner})" if named else f"(?:{inner})"

    return _SLOT.sub(part, reads) if _SLOT.search(reads) else reads


def spaced(words: str, gap: str = r"\s+") -> str:
    """Return an expression for words between which a line may break.

    Args:
        words: in one line.
        gap: what may stand between two of them.
    """
    return gap.join(re.escape(word) for word in words.split())


def either(phrases: list[str] | tuple[str, ...], gap: str = r"\s+") -> str:
    """Return an expression for any of some phrases, longest first, lines breaking anywhere.

    Args:
        phrases: in one line each.
        gap: what may stand between two words.
    """
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(spaced(phrase, gap) for phrase in ordered)
