"""Knowledge is data: no word of Vietnamese stands in Python code."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOMS = ("luocdo", "ontology", "loaders", "queries", "webui")
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]")


def vietnamese_strings(path: Path) -> Iterator[str]:
    """Give the string tokens with Vietnamese letters that are no docstrings."""
    source = path.read_text(encoding="utf-8")
    fresh_line = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = tokenize.tok_name[token.type]
        is_string = kind in {"STRING", "FSTRING_MIDDLE"}
        docstring = is_string and fresh_line and token.string.startswith(('"""', 'r"""'))
        if is_string and not docstring and VIETNAMESE.search(token.string):
            yield f"{path.name}:{token.start[0]} {token.string[:60]}"
        if kind not in {"NL", "COMMENT"}:
            fresh_line = kind in {"NEWLINE", "INDENT", "DEDENT", "ENCODING"}


@pytest.mark.parametrize("room", ROOMS)
def test_no_vietnamese_in_code(room: str, project: Path) -> None:
    """Words that a domain expert could correct stand in tables, templates and translations."""
    paths = sorted((project / room).rglob("*.py"))
    assert paths
    assert [fault for path in paths for fault in vietnamese_strings(path)] == []
