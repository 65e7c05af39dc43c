"""Groups that a clause describes."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.descriptions import described
from loaders.obligations.names import read_names


@pytest.mark.parametrize(
    ("words", "group", "stop"),
    [
        (
            "Các đơn vị được giao nhiệm vụ tại Phụ lục khẩn trương rà soát",
            "Các đơn vị được giao nhiệm vụ tại Phụ lục",
            "khẩn trương",
        ),
        ("các xã chưa nộp báo cáo cần nộp gấp", "các xã chưa nộp báo cáo", "cần"),
        ("Các đơn vị khẩn trương rà soát", "Các đơn vị", "khẩn trương"),
        ("Các xã đã chủ động rà soát", "Các xã", "đã"),
    ],
)
def test_a_group_takes_what_tells_which_bodies_it_is(words: str, group: str, stop: str) -> None:
    """The words up to what the group must do belong to its name, those of a tale do not."""
    run = described(normalise(words), read_names(normalise(words), 0, len(words)), len(words))
    assert (run.names[-1].agency, run.stop) == (group, stop)
