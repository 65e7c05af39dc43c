"""Tables as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from webui.sheets import sheet

if TYPE_CHECKING:
    from flask import Flask


def test_a_sheet_holds_its_cells_on_one_line_each_and_runs_nothing(app: Flask) -> None:
    """A formula becomes words; numbers stay numbers; what is unknown is empty."""
    with app.test_request_context("/"):
        answer = sheet("name", ("a", "b"), [("=1+1", None), ("một\nhai", -5), ('"x", y', "@b")])
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert "luocdo-name.csv" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows == [["a", "b"], ["'=1+1", ""], ["một hai", "-5"], ['"x", y', "'@b"]]
