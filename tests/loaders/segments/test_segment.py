"""The whole walk: properties for any text, and agreement with annotated documents."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.normalisation.normaliser import normalise
from loaders.records import Section, SectionKind
from loaders.segments import segment

if TYPE_CHECKING:
    from pathlib import Path

PIECES = st.sampled_from(
    [
        "1. ", "2. ", "a) ", "b) ", "- ", "+ ", "I. ", "II. ", "Điều 1. ", "Chương I", "(1) ",
        "PHỤ LỤC", "Nơi nhận:", "KT. CHỦ TỊCH", "Kính gửi:", "CHỈ THỊ", "QUYẾT ĐỊNH:", "TT", "7",
        "Căn cứ Luật Đê điều;", "CÔNG BÁO/Số 3/Ngày 04-05-2023", "Số: 5/CT-UBND", "|", '"', ":",
        ".", ";", "./.", " ", "\n", "\n\n", "các xã", "Rà soát", "(Kèm theo Quyết định", "§. ",
        "[1]", "điện:", "Trần Văn Suối", "ỦY BAN NHÂN DÂN", "đ) ", "*", "---", "…",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join))


def check(sections: tuple[Section, ...], length: int) -> None:
    """Assert what holds for the sections of any text."""
    for place, section in enumerate(sections):
        assert section.index == place
        assert 0 <= section.span.start <= section.span.end <= length
        if section.parent is not None:
            parent = sections[section.parent]
            assert parent.index < place
            assert section.depth == parent.depth + 1
    words = [one for one in sections if one.kind is not SectionKind.NOISE]
    for one, following in pairwise(words):
        assert one.span.end <= following.span.start
    paths = [one.clause_path for one in sections if one.clause_path]
    assert len(paths) == len(set(paths))


@settings(max_examples=300, deadline=None)
@example("KÍNH GỬI|")
@given(TEXTS)
def test_sections_of_any_text_are_ordered_and_inside_it(text: str) -> None:
    """Never raises; spans are inside the text, in order, children after their parents."""
    normalised = normalise(text)
    check(segment(normalised), len(normalised.text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_begin_and_end_with_words(text: str) -> None:
    """No white space at the ends of a span."""
    normalised = normalise(text)
    for section in segment(normalised):
        words = normalised.text[section.span.start : section.span.end]
        assert words == words.strip()


def test_a_text_without_words_has_no_sections() -> None:
    """Nothing printed, nothing read."""
    assert segment(normalise("")) == ()
    assert segment(normalise("\n \n---\n")) == ()


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _texts(shared: Path) -> dict[str, str]:
    """Return the texts of all shared documents by stem, offsets as in the file."""
    paths = [*(shared / "seeds").glob("*.txt"), *(shared / "corpus").glob("*.txt")]
    return {path.stem: path.read_bytes().decode("utf-8") for path in paths}


def test_annotated_tasks_are_sections(shared: Path) -> None:
    """At least 97 % of the annotated tasks are exactly one section each."""
    texts = _texts(shared)
    total = found = 0
    for path in sorted((shared / "gold").rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if not document["tasks"]:
            continue
        normalised = normalise(texts[document["doc"]])
        spans = [normalised.to_source(one.span) for one in segment(normalised)]
        for task in document["tasks"]:
            place = (task["start"], task["end"])
            fits = sum(_overlap(place, (span.start, span.end)) >= 0.9 for span in spans)
            total += 1
            found += fits == 1
    assert total
    assert found >= 0.97 * total


def test_shared_documents_keep_the_order_of_their_words(shared: Path) -> None:
    """The properties hold for real documents, damaged ones too."""
    for text in _texts(shared).values():
        normalised = normalise(text)
        check(segment(normalised), len(normalised.text))
