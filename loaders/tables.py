"""Read the tables that lie beside the code, and put their patterns together from named parts."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

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
