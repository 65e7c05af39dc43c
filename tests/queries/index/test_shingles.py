"""Word triples, and how alike passages are."""

from __future__ import annotations

import random

import pytest

from queries.index.shingles import (
    hashing,
    is_enough,
    passage_words,
    shingles,
    similarity,
    size_of,
    wording_id,
)

PASSAGE = (
    "Công an tỉnh chủ trì, phối hợp với các sở, ngành kiểm tra toàn bộ bến đò ngang, lập danh sách"
    " chủ phương tiện chưa có giấy phép và báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 6"
)


def test_signs_and_marks_do_not_count() -> None:
    """Nor does case; a passage of few words counts for nothing."""
    assert passage_words(PASSAGE) == passage_words(PASSAGE.upper().replace(",", " ;"))
    assert passage_words("Các sở, ngành thực hiện") == ""


def test_the_same_words_have_one_number() -> None:
    """Which tells how many triples there are."""
    words = passage_words(PASSAGE)
    assert wording_id(words) == wording_id(words)
    assert wording_id(words) != wording_id(words + " nay")
    assert size_of(wording_id(words)) == len(words.split()) - 2 == len(shingles(words))
    assert 0 < wording_id(words) < 1 << 63
    assert hashing() == hashing() > 0


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2])
def test_changed_words_leave_a_passage_alike(share: float) -> None:
    """Some words may be others."""
    chance = random.Random(3)  # noqa: S311  # samples need no secrets
    words = passage_words(PASSAGE).split()
    for place in chance.sample(range(len(words)), round(share * len(words))):
        words[place] = f"khac{place}"
    assert similarity(passage_words(PASSAGE), " ".join(words)) >= 80


def test_common_turns_of_phrase_are_not_enough() -> None:
    """Words in another order, or strewn over a long passage, repeat nothing."""
    words = passage_words(PASSAGE).split()
    mixed = sorted(words, key=lambda word: word[::-1])
    assert similarity(" ".join(words), " ".join(mixed)) == 0
    assert similarity(" ".join(words), "so tai chinh bo tri kinh phi mua sam trang thiet bi") == 0


def test_a_short_passage_must_stand_whole_in_a_long_one() -> None:
    """A few triples in common are enough only for passages of one size."""
    assert is_enough(6, 40, 20)
    assert not is_enough(6, 40, 400)
