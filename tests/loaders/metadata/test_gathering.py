"""Metadata of whole papers."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.metadata import read_metadata
from loaders.normalisation.normaliser import normalise
from loaders.records import Metadata, PartialDate, Reading
from loaders.segments import segment
from ontology.registry import load_registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIECES = st.sampled_from(
    [
        "ỦY BAN NHÂN DÂN", "TỈNH SÔNG MÂY", "Số: /TB-VP", "Số: 5/CT-UBND", "CHỈ THỊ", "CỦA", "|",
        "Kính gửi:", "- A;", "Nơi nhận:", "TM. ỦY BAN", "KT. CHỦ TỊCH", "Lê Hoa", "ngày tháng năm",
        "Sông Mây, ngày 99 tháng 99 năm 2024", "Căn cứ Luật;", "X điện:", "", "**", "Điều 1.", "*",
        "LUẬT", "VĂN BẢN HỢP NHẤT", "Số: 1/VBHN-BQP", "MẬT", "HỎA TỐC", "PHỤ LỤC", "\u1ea1\u0301",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    """No text breaks the step, and every span quotes what was printed."""
    text = normalise("\n".join(lines))
    found = read_metadata(text, segment(text), load_registry())
    for field in fields(Metadata):
        value = getattr(found, field.name)
        for reading in value if isinstance(value, tuple) else (value,):
            if isinstance(reading, Reading) and reading.span:
                assert 0 <= reading.span.start <= reading.span.end <= len(text.text)
                assert 0 < reading.confidence <= 1


def test_a_whole_directive(read: Callable[[str], Metadata], directive: str) -> None:
    """All fields together."""
    found = read(directive)
    assert found.number is not None
    assert found.issued_on is not None
    assert found.signer is not None
    assert found.number.value == "07/CT-UBND"
    assert found.number.printed == "07 /CT-UBND"
    assert found.issued_on.value == PartialDate(year=2024, month=4, day=2)
    assert found.signer.value == "Lê Thị Hoa"
    assert found.urgency is None
    assert found.secrecy is None


def test_the_seeds_are_read_as_annotated(shared: Path, read: Callable[[str], Metadata]) -> None:
    """Number, date, signer and recipients of the shared examples."""
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        printed = (shared / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = read(printed)
        assert (found.number.value if found.number else None) == gold["number"]
        assert (found.signer.value if found.signer else None) == gold["signer"]
        assert (found.issued_on.value.iso() if found.issued_on else None) == gold["date"]
        assert (found.issuing_body.value if found.issuing_body else None) == gold["issuer"]
        assert len(found.recipients) == len(gold["recipients"])
