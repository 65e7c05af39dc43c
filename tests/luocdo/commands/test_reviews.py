"""Decisions come out as labelled data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from luocdo.curation.reviewing import Wish, decide
from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from ontology.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_each_decision_is_a_line(
    luocdo: Callable[..., Done], directive: Path, tmp_path: Path
) -> None:
    """With the place of its words, the verdict, who and when."""
    assert luocdo("load", "--store", "kho", directive).code == 0
    assert luocdo("reviews", "--store", "kho").out == ""
    node = f"{DEFAULT_BASE}id/vn/ct/ubnd-lang-son/2024/7/cit/12-34"
    with open_pipeline(Settings(store=tmp_path / "kho")) as pipeline:
        decide(
            pipeline,
            Wish(node=node, verdict="reject", reviewer="lan", reason="Không viện dẫn", quote="x"),
        )
    (line,) = luocdo("reviews", "--store", "kho").out.splitlines()
    label = json.loads(line)
    assert label["document"] == "id/vn/ct/ubnd-lang-son/2024/7"
    assert (label["start"], label["end"], label["verdict"]) == (12, 34, "reject")
    assert (label["reviewer"], label["reason"], label["new"]) == ("lan", "Không viện dẫn", None)
