"""The subject where no type line stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.untyped import untyped_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts

HEAD = "TÒA ÁN NHÂN DÂN TỐI CAO\nSố: 15/HD-TANDTC\nHà Nội, ngày 2 tháng 4 năm 2024\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("CÔNG TÁC TRỒNG CÂY Ở CÁC TÒA ÁN", 1),
        ("VỀ VIỆC TRỒNG CÂY", 1),
        ("BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 0),
        ("KHÓA XII, KỲ HỌP THỨ MƯỜI MỘT", 0),
    ],
)
def test_a_line_that_names_no_body_is_the_subject(
    parts: Callable[[str], Parts], line: str, found: int
) -> None:
    """Names of bodies and posts are none."""
    lines = untyped_subject(parts(f"{HEAD}{line}\nCăn cứ Luật Lâm nghiệp;\nĐiều 1. Trồng cây.\n"))
    assert [each.words for each in lines[:1]] == [line] * found
