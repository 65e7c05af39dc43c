"""Tables of pages as CSV that spreadsheets open: with a byte order mark and harmless cells.

Source: RFC 4180; OWASP on CSV injection, for cells that a spreadsheet would run as a formula.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from flask import make_response

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flask import Response

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Answer with a table as a CSV file.

    Args:
        name: of the file, without ending.
        heads: headings of the columns.
        rows: cells; None is an empty one.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    response = make_response(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace"))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-{name}.csv"'
    return response


def _cell(value: object) -> str:
    words = "" if value is None else " ".join(str(value).split())
    return f"'{words}" if words.startswith(_FORMULA) and not _is_number(words) else words


def _is_number(words: str) -> bool:
    return words.removeprefix("-").replace(".", "", 1).isdigit()
