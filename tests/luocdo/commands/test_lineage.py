"""The chain of documents above one is printed with the words of each step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_the_chain_reaches_the_centre(luocdo: Callable[..., Done], store: Path) -> None:
    """Each step has its relation and its quote; deeper steps stand further in."""
    done = luocdo("lineage", "--store", store, "09/CT-UBND")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("09/CT-UBND: ")
    step, *_ = [i for i, line in enumerate(lines) if "└─ thực hiện: 13-KL/TW" in line]
    assert "«Kết luận số 13-KL/TW" in lines[step + 1]
    assert "└─ tiếp tục: 48-CT/TW" in lines[step + 2]
    assert lines[step + 2].index("└─") > lines[step].index("└─")


def test_english_names_the_relations(luocdo: Callable[..., Done], store: Path) -> None:
    """The words of the papers stay as printed."""
    out = luocdo("lineage", "--store", store, "09/CT-UBND", "--lang", "en").out
    assert "└─ implements: 13-KL/TW" in out
    assert "«Kết luận số 13-KL/TW" in out


def test_a_root_says_that_nothing_is_above(luocdo: Callable[..., Done], store: Path) -> None:
    """Of a central paper this collection shows nothing higher."""
    done = luocdo("lineage", "--store", store, "48-CT/TW")
    assert done.code == 0
    assert "không thấy văn bản cấp trên" in done.out


def test_an_unknown_number_is_usage(luocdo: Callable[..., Done], store: Path) -> None:
    """Exit code 2, the number repeated, no traceback."""
    done = luocdo("lineage", "--store", store, "99999/CT-UBND")
    assert done.code == 2
    assert "99999/CT-UBND" in done.err


def test_a_lineage_is_written_for_other_programs(luocdo: Callable[..., Done], store: Path) -> None:
    """Also the ways to another document, or one shortest chain."""
    words = ("lineage", "--store", store, "09/CT-UBND")
    assert "<graphml" in luocdo(*words, "--format", "graphml").out
    ways = json.loads(luocdo(*words, "--to", "48-CT/TW").out)
    assert ways["paths"]
    short = json.loads(luocdo(*words, "--to", "48-CT/TW", "--shortest").out)
    assert len(short["paths"]) == 1
