"""Papers that several bodies issue together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

HEAD = "BỘ CÔNG AN\nBỘ QUỐC PHÒNG\n"
PLAN = (
    "{head}-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: {number}\n\nHà Nội, ngày 02 tháng 4 năm 2024\n\n{kind}\nVề trồng cây\n\n"
    "Căn cứ Luật Lâm nghiệp;\n"
)


@pytest.mark.parametrize(
    ("kind", "number", "names"),
    [
        ("KẾ HOẠCH LIÊN TỊCH", "5/KHLT-BCA-BQP", ["Bộ Công an", "Bộ Quốc phòng"]),
        ("QUY CHẾ", "5/QCPH-BCA-BQP", ["Bộ Công an", "Bộ Quốc phòng"]),
        ("QUY CHẾ", "5/QC-BQP", []),
    ],
)
def test_type_word_or_symbol_tells(
    read: Callable[[str], Metadata], kind: str, number: str, names: list[str]
) -> None:
    """Each body of a joint paper is an issuer; two lines of a heading alone make none."""
    found = read(PLAN.format(head=HEAD, number=number, kind=kind))
    assert [each.value for each in found.co_issuers] == names
