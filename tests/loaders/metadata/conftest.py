"""A document in, its metadata out; all texts are invented, in an invented province."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata import read_metadata
from loaders.metadata.parts import Parts, parts_of
from loaders.normalisation.normaliser import normalise
from loaders.segments import segment
from ontology.registry import Registry, load_registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MÂY
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 07 /CT-UBND

Sông Mây, ngày 02 tháng 4 năm 2024

CHỈ THỊ
Về việc tăng cường trồng và chăm sóc cây xanh trên địa bàn tỉnh

Thời gian qua, công tác trồng cây còn chậm. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Xây dựng rà soát vườn ươm.

2. Ủy ban nhân dân các xã báo cáo kết quả trước ngày 30/6/2024./.

Nơi nhận:
- Như trên;
- Sở Xây dựng;
- Lưu: VT, KT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Thị Hoa
"""


@pytest.fixture(scope="session")
def registry() -> Registry:
    """Return the registers of the program."""
    return load_registry()


@pytest.fixture(scope="session")
def read(registry: Registry) -> Callable[[str], Metadata]:
    """Return a function from a printed text to its metadata."""

    def read_text(printed: str) -> Metadata:
        text = normalise(printed)
        return read_metadata(text, segment(text), registry)

    return read_text


@pytest.fixture(scope="session")
def parts() -> Callable[[str], Parts]:
    """Return a function from a printed text to the parts that metadata are read from."""

    def parts_of_text(printed: str) -> Parts:
        text = normalise(printed)
        return parts_of(text, segment(text))

    return parts_of_text


@pytest.fixture
def directive() -> str:
    """Return a provincial directive as it is printed."""
    return DIRECTIVE
