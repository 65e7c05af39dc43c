"""Tables beside the code, and patterns put together from named parts."""

from __future__ import annotations

import re

from loaders.tables import fill, table


def test_parts_hold_parts() -> None:
    """A part may be made of other parts, and only those of the pattern itself are named."""
    pattern = re.compile(fill("{pair}", {"pair": "{one}-{one}", "one": "[0-9]{1,2}"}, named=True))
    match = pattern.fullmatch("12-3")
    assert match is not None
    assert match.groupdict() == {"pair": "12-3"}


def test_a_table_is_read_once() -> None:
    """Every reader of a table holds the same one."""
    first = table("loaders.normalisation", "lost_lines.toml")
    assert first is table("loaders.normalisation", "lost_lines.toml")
    assert first["part"]
