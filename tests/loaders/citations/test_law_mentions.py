"""Mentions of laws."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation, PartialDate

Finder = Callable[[str], tuple[Citation, ...]]


@pytest.mark.parametrize(
    ("text", "printed", "day"),
    [
        ("Luật Thư viện (sửa đổi) ngày 21/6/2020;", "(sửa đổi) ngày 21/6/2020", (2020, 6, 21)),
        ("Luật Thư viện (sửa đổi) số 46/2019/QH14;", "(sửa đổi) số 46/2019/QH14", None),
        ("Luật Thư viện năm 2019 và Hiến pháp", "năm 2019", (2019, None, None)),
        ("Luật Thư viện (sửa đổi) được thông qua", "Thư viện", None),
    ],
)
def test_what_follows_the_name_of_a_law(
    found: Finder, text: str, printed: str, day: tuple[int, int | None, int | None] | None
) -> None:
    """Year, day and number belong to the mention; that it was made anew does before these only."""
    law = found(f"Căn cứ {text}")[0]
    date = PartialDate(year=day[0], month=day[1], day=day[2]) if day else None
    assert (law.printed.endswith(printed), law.title, law.issued_on) == (True, "Thư viện", date)


def test_an_amending_law_stands_before_those_it_amends(found: Finder) -> None:
    """The day behind the names is that of the law which holds them, a stray comma or not."""
    outer, inner = found(
        "Căn cứ Luật sửa đổi, bổ sung, một số điều của Luật Thư viện ngày 22/11/2019;"
    )
    assert (outer.within, inner.within, inner.issued_on) == (None, 0, None)
    assert outer.issued_on == PartialDate(year=2019, month=11, day=22)
