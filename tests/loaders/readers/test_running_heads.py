"""The frame of the pages parts no sentence; what only looks like it stays."""

from __future__ import annotations

import pytest

from loaders.readers.page_layout import PageWords
from loaders.readers.running_heads import without_running_heads
from loaders.records import Span
from loaders.source_text import Box, PrintedWord

BODY = ("Các sở, ban, ngành", "rà soát và báo cáo", "trước ngày 15 tháng 6", "theo mẫu đính kèm")


def pages(*texts: str) -> tuple[PageWords, ...]:
    return tuple(PageWords(text=text) for text in texts)


def kept(*texts: str) -> list[str]:
    return [page.text for page in without_running_heads(pages(*texts))]


@pytest.mark.parametrize(
    "head",
    [
        "CÔNG BÁO/Số 302/Ngày 02-06-2026 {}",
        "{} CÔNG BÁO/Số 302 + 303/Ngày 02-06-2026",
        "TẠP CHÍ TỔ CHỨC\n- {} -",
        "{}",
    ],
)
def test_a_head_with_a_number_that_grows_is_taken_out(head: str) -> None:
    """Only the first page keeps it; the sentence runs on to the next page."""
    printed = [f"{head.format(70 + i)}\n{body}" for i, body in enumerate(BODY)]
    assert kept(*printed) == [printed[0], *BODY[1:]]


def test_left_and_right_pages_have_heads_and_feet_of_their_own() -> None:
    """The number stands on the outer side."""
    printed = [
        f"{body}\n{i + 4} Công báo" if i % 2 else f"{body}\nCông báo {i + 4}"
        for i, body in enumerate(BODY)
    ]
    assert kept(*printed) == [printed[0], *BODY[1:]]


def test_a_number_of_its_own_page_is_taken_out() -> None:
    """A paper numbers its pages from the second on."""
    assert kept(BODY[0], f"2\n{BODY[1]}", f"{BODY[2]}\n- 3 -") == list(BODY[:3])


@pytest.mark.parametrize(
    "texts",
    [
        (f"1. Rà soát\n{BODY[0]}", f"4. Kiểm tra\n{BODY[1]}", f"9. Báo cáo\n{BODY[2]}"),
        (f"PHỤ LỤC\n{BODY[0]}", f"PHỤ LỤC\n{BODY[1]}"),
        (f"năm 2024\n{BODY[0]}", f"năm 2021\n{BODY[1]}", f"năm 2026\n{BODY[2]}"),
        (BODY[0], f"Tổng số: 15\n{BODY[1]}", f"7\n{BODY[2]}", BODY[3]),
        ("", BODY[1], ""),
        (),
    ],
)
def test_what_the_paper_says_stays(texts: tuple[str, ...]) -> None:
    """Numbers of items, years, and heads that two annexes share."""
    assert kept(*texts) == list(texts)


def test_words_keep_their_places() -> None:
    """The words of a scan after a head move with their text, those of the head go."""
    box = Box(left=0.1, top=0.1, right=0.2, bottom=0.2)

    def scanned(number: int) -> PageWords:
        head = f"Công báo {number}"
        text = f"{head}\nBộ Y tế chủ trì"
        at = text.index("chủ")
        spans = (Span(start=0, end=4), Span(start=at, end=at + 3))
        words = tuple(PrintedWord(span=s, page=1, box=box, confidence=0.9) for s in spans)
        return PageWords(text=text, words=words, confidence=0.9)

    first, second = without_running_heads([scanned(11), scanned(12)])
    assert len(first.words) == 2
    (word,) = second.words
    assert second.text[word.span.start : word.span.end] == "chủ"
