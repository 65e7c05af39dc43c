"""Two texts side by side."""

from __future__ import annotations

from webui.alignment import aligned

SAME = "Tăng cường tuyên truyền, phổ biến pháp luật về an toàn giao thông đến từng thôn, {}."
OTHER = "Rà soát các tuyến đường có nguy cơ mất an toàn và đề xuất biện pháp khắc phục {}."
ALONE = "Mở rộng hợp tác với các tỉnh bạn trong đào tạo nghề cho lao động nông thôn hằng năm."


def test_shared_passages_stand_in_one_row_with_their_differences() -> None:
    """What differs is a piece of its own; all words of both sides are kept."""
    (row,) = aligned(SAME.format("bản"), SAME.format("buôn"))
    assert row.likeness > 80
    assert [p.words for p in row.left if not p.same] == ["bản."]
    assert " ".join(p.words for p in row.right) == SAME.format("buôn")


def test_every_paragraph_stands_once_and_strangers_stand_alone() -> None:
    """What only one text has is in a row of its own, before the next shared one."""
    rows = aligned(SAME.format("bản"), f"{ALONE}\n{SAME.format('bản')}")
    assert [(bool(r.left), bool(r.right)) for r in rows] == [(False, True), (True, True)]


def test_a_passage_out_of_order_is_said_to_have_moved() -> None:
    """The row stands where the first text has it."""
    left = f"{SAME.format('bản')}\n{OTHER.format('ngay')}"
    right = f"{OTHER.format('ngay')}\n{SAME.format('bản')}"
    assert [row.moved for row in aligned(left, right)] == [False, True]
