"""In whose name a paper is signed, with and without the signer's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.post import read_post
from loaders.metadata.signer import read_signatures

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts


BLOCK = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n"


@pytest.mark.parametrize(
    ("block", "mode", "on_behalf"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Hoa\n", "tm", "ỦY BAN NHÂN DÂN"),
        ("T/M BAN THƯỜNG VỤ\nÓ BÍ THƯ\n", "tm", "BAN THƯỜNG VỤ"),
        ("CHỦ TỊCH\n~ ;\n", "", ""),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Hoa\n", "tl", ""),
    ],
)
def test_the_first_post(
    parts: Callable[[str], Parts], directive: str, block: str, mode: str, on_behalf: str
) -> None:
    """A lost name changes nothing."""
    printed = parts(directive.replace(BLOCK, block))
    found = read_post(printed, read_signatures(printed))
    assert found
    assert (found.mode, found.on_behalf) == (mode, on_behalf)


def test_no_end_no_post(parts: Callable[[str], Parts]) -> None:
    """A paper without a signature has none."""
    assert read_post(parts("1. Sở Y tế báo cáo."), ()) is None
