"""A paper on one line gets its lines back, and every place leads back to what was read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.normalisation.lost_lines import (
    line_starts,
    lost_lines,
    with_line_feeds,
)
from loaders.normalisation.normaliser import normalise
from loaders.tables import fill, table

SIGN = "⏎"
TABLE = table("loaders.normalisation", "lost_lines.toml")
PAPER = (
    "UBND TỈNH SÔNG MÂY SỞ XÂY DỰNGCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "Số: 15/KH-SXD Sông Mây, ngày 05 tháng 6 năm 2024 KẾ HOẠCH Trồng cây ven đường Thực hiện Chỉ thị "
    "số 07/CT-UBND, Sở Xây dựng ban hành kế hoạch: I. NỘI DUNG 1. Trồng 500 cây. 2. Chăm sóc vườn "
    "ươm./. Nơi nhận: - UBND tỉnh; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Lê Thị Sen"
)


@pytest.mark.parametrize("entry", TABLE["break"], ids=[one["id"] for one in TABLE["break"]])
def test_breaks_prove_themselves(entry: dict[str, str]) -> None:
    """Each example is broken where its sign stands, each counter-example nowhere."""
    reads = re.compile(fill(entry["reads"], TABLE["part"]))
    after, once = entry["where"].endswith("after"), entry["where"].startswith("first")
    for example in entry["examples"]:
        text = example.replace(SIGN, "")
        found = [one.end() if after else one.start() for one in reads.finditer(text)]
        meant = [len(part) for part in _heads(example)]
        assert set(meant) <= set(found[:1] if once else found), example
    assert [text for text in entry["counter_examples"] if reads.search(text)] == []
    assert entry["source"]


@pytest.mark.parametrize(
    "entry", [*TABLE["sign"], *TABLE["border"]], ids=lambda entry: str(entry["id"])
)
def test_signs_prove_themselves(entry: dict[str, str]) -> None:
    """Each example shows the sign, no counter-example does."""
    reads = re.compile(fill(entry["reads"], TABLE["part"]))
    assert all(reads.search(text) for text in entry["examples"])
    assert not any(reads.search(text) for text in entry["counter_examples"])


def _heads(example: str) -> list[str]:
    """Return what stands before each sign of an example."""
    parts = example.split(SIGN)
    return ["".join(parts[: place + 1]) for place in range(len(parts) - 1)]


def test_a_paper_on_one_line_gets_its_lines_back() -> None:
    """Also where words were glued together."""
    assert [line.strip() for line in normalise(PAPER).text.split("\n")] == [
        "UBND TỈNH SÔNG MÂY",
        "SỞ XÂY DỰNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/KH-SXD",
        "Sông Mây, ngày 05 tháng 6 năm 2024",
        "KẾ HOẠCH",
        "Trồng cây ven đường",
        "Thực hiện Chỉ thị số 07/CT-UBND, Sở Xây dựng ban hành kế hoạch:",
        "I. NỘI DUNG",
        "1. Trồng 500 cây.",
        "2. Chăm sóc vườn ươm./.",
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "(Đã ký)",
        "Lê Thị Sen",
    ]


def test_a_long_paragraph_is_left_alone() -> None:
    """Numbers, dates and formulas inside a sentence are no signs of a whole paper on one line."""
    text = "Căn cứ Điều 1. Luật Cư trú; Số: 5/KH; 1. Sở Y tế; - Sở Nội vụ; " * 30
    assert line_starts(text) == ()
    assert len(lost_lines().signs) > 2


@given(
    places=st.sets(st.integers(min_value=1, max_value=8)),
    text=st.text(alphabet="ab |", min_size=10, max_size=10),
)
def test_every_letter_leads_back(places: set[int], text: str) -> None:
    """What was put in or replaced aside, each letter is the one of its place in the source."""
    lined, starts, offsets = with_line_feeds(text, tuple(sorted(places)), (0,), (0,))
    pieces = dict(zip(starts, offsets, strict=True))
    added = 0
    for at, letter in enumerate(lined):
        added = pieces.get(at, added)
        assert letter in ("\n", text[min(at + added, len(text) - 1)])
