"""The lines that name what a document rests on."""

from __future__ import annotations

import pytest

from loaders.relations.basis import phrases, read_basis


def kind_at(text: str, mention: str) -> str | None:
    """Return the kind that the basis line of a mention gives it."""
    head = read_basis(text.lower()).head_of(text.index(mention))
    return head.kind if head else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Căn cứ Luật Thư viện;", "basedOn"),
        ("Mở đầu.\nCăn cứ các văn bản sau: Luật Thư viện;", "basedOn"),
        ("Xét đề nghị về Luật Thư viện;", "cites"),
        ("Căn cứ vào tình hình. Sở áp dụng Luật Thư viện;", None),
        ("Căn cứ Hiến pháp; Bộ Nội vụ và Bộ Tài chính hướng dẫn thi hành Luật Thư viện:", None),
        ("Thực hiện Luật Thư viện", None),
    ],
)
def test_first_words_hold_for_their_line(text: str, kind: str | None) -> None:
    """A line ends at a full stop, and where a body says what it does."""
    assert kind_at(text, "Luật Thư viện") == kind


def test_the_opening_ends_at_the_first_basis() -> None:
    """Who proposed is no basis; without one the whole text is the opening."""
    assert read_basis("xét tờ trình;\ncăn cứ luật").opening == len("xét tờ trình;\n")
    assert read_basis("không có gì").opening == len("không có gì")


def test_an_entry_gives_its_phrases() -> None:
    """Entries are asked for by their id."""
    assert "việc" in phrases("carried")
