"""Scores are printed with their formula, for the whole, by group, and over time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_the_whole_and_its_parts(luocdo: Callable[..., Done], store: Path) -> None:
    """The formula stands above the scores; parts add up to the whole."""
    whole = luocdo("completeness", "--store", store)
    assert whole.code == 0
    assert whole.out.startswith("Điểm = ")
    assert "17 văn bản" in whole.out
    parts = json.loads(
        luocdo("completeness", "--store", store, "--by", "body", "--format", "json").out
    )
    assert sum(part["documents"] for part in parts) == 17
    assert all(0 <= part["score"] <= 100 for part in parts)


def test_each_load_is_a_point(luocdo: Callable[..., Done], store: Path) -> None:
    """The day and the score of the whole."""
    points = json.loads(
        luocdo("completeness", "--store", store, "--over-time", "--format", "json").out
    )
    assert [point["documents"] for point in points][:1] == [17]
    assert "17" in luocdo("completeness", "--store", store, "--over-time", "--lang", "en").out


def test_nothing_kept_is_said(luocdo: Callable[..., Done], tmp_path: Path) -> None:
    """With what to do."""
    assert "luocdo check" in luocdo("completeness", "--store", tmp_path).out
