"""What a body must do, on the screen and in files."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from icalendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_a_generic_name_finds_the_bodies_of_the_provinces(
    luocdo: Callable[..., Done], store: Path
) -> None:
    """In one command, without knowing any path."""
    done = luocdo("tasks", "Công an tỉnh", "--store", store)
    assert done.code == 0
    assert "Chủ trì" in done.out
    assert "03/CT-UBND" in done.out


def test_a_calendar_is_written_to_a_file(
    luocdo: Callable[..., Done], store: Path, tmp_path: Path
) -> None:
    """It opens, and holds events with a quote."""
    out = tmp_path / "tasks.ics"
    done = luocdo("tasks", "Công an tỉnh", "--format", "ics", "--out", out, "--store", store)
    assert done.code == 0
    assert str(out) in done.err
    calendar = Calendar.from_ical(out.read_bytes())
    assert any("«" in str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT"))


def test_a_window_and_a_place_narrow_the_tasks(
    luocdo: Callable[..., Done], store: Path, tmp_path: Path
) -> None:
    """Fewer tasks, each due in the window."""
    asked = ("tasks", "Công an tỉnh", "--store", store, "--format", "json", "--out")
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    luocdo(*asked, first)
    luocdo(*asked, second, "--from", "2024-01-01", "--to", "2024-12-31", "--place", "Sông Mây")
    everything, some = (json.loads(p.read_text("utf-8"))["tasks"] for p in (first, second))
    assert 0 < len(some) < len(everything)
    assert all(task["deadlines"] for task in some)


def test_csv_has_links(luocdo: Callable[..., Done], store: Path, tmp_path: Path) -> None:
    """Every row leads to its task."""
    out = tmp_path / "tasks.csv"
    luocdo("tasks", "cat-song-may", "--format", "csv-bom", "--out", out, "--store", store)
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert rows
    assert all("/obl/" in row["Liên kết"] for row in rows)


def test_what_cannot_be_meant_is_usage(
    luocdo: Callable[..., Done], store: Path, tmp_path: Path
) -> None:
    """An unknown body, a bad day, a place without it, a folder that is not there."""
    for words in (
        ("Sở Không Có",),
        ("Công an tỉnh", "--from", "1/2/2024"),
        ("Công an tỉnh", "--place", "Không Đâu"),
        ("Công an tỉnh", "--format", "csv", "--out", tmp_path / "none" / "x.csv"),
    ):
        done = luocdo("tasks", *words, "--store", store)
        assert done.code == 2, words
        assert len(done.err.splitlines()) == 1
