"""What is missing: at a glance, and every figure as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.completeness import CompletenessLog, Counts, DocumentCounts
from webui import create_app
from webui.site import Site

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from flask.testing import FlaskClient


@pytest.fixture
def scored(sample: ModuleType, reader: object, tmp_path: Path) -> FlaskClient:
    """Return a visitor of a site whose documents have been counted twice."""
    log = CompletenessLog(tmp_path)
    for known in (1, 3):
        counts = Counts(
            fields=4, fields_of=5, citations=known, citations_of=4, assignees=2, assignees_of=4,
            deadlines=2, deadlines_of=4, violations=0, warnings=1, infos=0,
        )  # fmt: skip
        of = DocumentCounts(
            path=f"id/{sample.DIRECTIVE}",
            body=str(sample.of(sample.COMMITTEE)),
            place=str(sample.of("vn/place/song-may")),
            counts=counts,
        )
        log.note((of,), f"2024-0{known}-01T00:00:00+00:00")
    queries = sample.queries_of(reader)
    site = Site(reader=reader, workers=queries, questions=reader, completeness=log)  # type: ignore[arg-type]  # a loaded module has no types
    return create_app(site).test_client()


def test_findings_stand_by_severity_and_rule(client: FlaskClient, sample: ModuleType) -> None:
    """The warning is told in the visitor's language, and links to citation and document."""
    text = client.get("/completeness?rule=C3").text
    assert "Cần xem lại" in text
    assert "Chưa xác định được văn bản được viện dẫn" in text
    assert f"/doc/{sample.DIRECTIVE}#cit-" in text
    assert "Cited document not determined" in client.get("/completeness?lang=en").text


def test_a_rule_that_nothing_breaks_shows_nothing(client: FlaskClient) -> None:
    """Other rules are not shown when one is named; a severity shows its own."""
    assert "<code>C3</code>" not in client.get("/completeness?rule=D1").text
    assert "<code>C3</code>" not in client.get("/completeness?severity=Violation").text
    assert "<code>C3</code>" in client.get("/completeness?severity=Warning").text


def test_scores_stand_with_what_they_are_made_of(scored: FlaskClient, sample: ModuleType) -> None:
    """The whole, its trend, and lists by document, body and place that lead on."""
    text = scored.get("/completeness?lang=vi").text
    assert "3 trong 4 viện dẫn đã xác định" in text
    assert '<polyline class="trend-line"' in text
    assert f"/doc/{sample.DIRECTIVE}?tab=completeness" in text
    assert "Công" not in scored.get("/completeness?by=place&lang=vi").text.split("<tbody>")[1]
    for grouping in ("document", "body", "place"):
        assert "<strong>64</strong>" in scored.get(f"/completeness?by={grouping}").text


def test_what_to_fetch_next_stands_with_its_words(client: FlaskClient, sample: ModuleType) -> None:
    """The conclusion is known from citations and its text is not held; also as a table to keep."""
    text = client.get("/completeness/fetch-next").text
    assert f"/doc/{sample.CONCLUSION}" in text
    assert "Kết luận số 909-KL/TW ngày 14/02/2024" in text
    table = client.get("/completeness/fetch-next?format=csv")
    assert "909-KL/TW" in table.text
    assert "fetch-next.csv" in table.headers["Content-Disposition"]
