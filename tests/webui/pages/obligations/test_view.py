"""Tasks as a list, a month and by document."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient

POLICE = "Công an tỉnh Sông Mây"


def test_a_body_is_named_by_words(client: FlaskClient, sample: ModuleType) -> None:
    """Name, name without marks, or path give the same tasks."""
    for words in (POLICE, "cong an tinh song may", sample.POLICE):
        text = client.get(f"/obligations?agency={words}&lang=vi").text
        assert f"Nhiệm vụ của {POLICE}" in text
        assert "Rà soát các quy chế phối hợp" in text
        assert "Tổ chức tuyên truyền" not in text


def test_words_that_name_nothing_are_said_back(client: FlaskClient) -> None:
    """A visitor is not shown all tasks instead."""
    text = client.get("/obligations?agency=<b>khong co</b>&lang=vi").text
    assert "Kho không biết “&lt;b&gt;khong co&lt;/b&gt;”" in text
    assert "0 nhiệm vụ" in text


def test_a_report_says_to_whom_and_when(client: FlaskClient) -> None:
    """Recipient and rhythm in words."""
    text = client.get("/obligations?kind=report&lang=vi").text
    assert "6 tháng một lần" in text
    assert "Ủy ban nhân dân tỉnh Sông Mây" in text


def test_todays_body_stands_beside_one_that_ended(client: FlaskClient, sample: ModuleType) -> None:
    """Who was given the task, and who answers for it today."""
    text = client.get(f"/obligations?agency={sample.LABOUR}&lang=vi").text
    assert "Sở Nội vụ tỉnh Sông Mây" in text
    assert "nay là" in text


def test_the_month_of_a_deadline_holds_it(client: FlaskClient) -> None:
    """Without a month the nearest deadline is shown; the link to another month keeps filters."""
    text = client.get("/obligations?view=calendar&due=dated&lang=vi").text
    assert "Tháng 6 năm 2024" in text
    assert "Rà soát các quy chế phối hợp" in text
    assert "month=2024-07" in text
    assert "due=dated" in text
    assert 'class="day-task"' not in client.get("/obligations?view=calendar&month=2020-01").text


@pytest.mark.parametrize("ending", ["ics", "xlsx", "csv", "json"])
def test_what_is_shown_can_be_kept(client: FlaskClient, ending: str) -> None:
    """The file holds the tasks that the filters leave, with a name of its own."""
    answer = client.get(f"/obligations?agency={POLICE}&due=dated&format={ending}")
    assert answer.status_code == 200
    assert f"luocdo-tasks.{ending}" in answer.headers["Content-Disposition"]
    assert len(answer.data) > 100
    if ending == "csv":
        assert "rà soát các quy chế phối hợp" in answer.text
        assert "kéo giảm" not in answer.text


def test_tasks_without_a_known_body_are_in_the_file_as_well(client: FlaskClient) -> None:
    """What names nobody that is known still is a task."""
    assert "tổ chức tuyên truyền" in client.get("/obligations?format=csv").text


def test_a_table_is_sent_as_it_is_made(client: FlaskClient) -> None:
    """Compressed where asked, once for each state of the data, and without a body for HEAD."""
    address = "/obligations?format=csv-bom"
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert plain.is_streamed
    assert plain.data.startswith(b"\xef\xbb\xbf")
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    for known in (plain, packed):
        again = client.get(address, headers={"If-None-Match": known.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
    head = client.head(address)
    assert (head.data, head.headers["ETag"]) == (b"", plain.headers["ETag"])
