"""The heading names bodies between motto, number and stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.letterhead import heading_bodies

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts
    from ontology.registry import Registry

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    ("head", "motto"),
    [
        (HEAD, "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"),
        (HEAD, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH SÔNG MÂY", "CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_the_motto_is_no_body(
    parts: Callable[[str], Parts], registry: Registry, directive: str, head: str, motto: str
) -> None:
    """However its lines break."""
    found = parts(directive.replace(HEAD, head).replace(MOTTO, motto))
    bodies, span = heading_bodies(found, registry)
    assert bodies == ("Ủy ban nhân dân tỉnh Sông Mây",)
    assert span is not None
    assert found.text.text[span.start : span.end].split() == head.split()


def test_no_heading(parts: Callable[[str], Parts], registry: Registry) -> None:
    """A text that lost its heading names nobody there."""
    assert heading_bodies(parts("Số: 5/TB-VP\n\nTHÔNG BÁO\nVề cây\n"), registry) == ((), None)


def test_columns_that_touch_are_parted(
    parts: Callable[[str], Parts], registry: Registry, directive: str
) -> None:
    """A scan loses the first letter of the motto behind a long name."""
    found = parts(directive.replace(f"\n-------\n\n{MOTTO}", MOTTO[1:]))
    assert heading_bodies(found, registry)[0] == ("Ủy ban nhân dân tỉnh Sông Mây",)
