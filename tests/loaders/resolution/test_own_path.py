"""A paper's own path comes from its heading, else from its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.records import Resolution, Status
from loaders.resolution.own_path import own_document_path, path_as_cited
from loaders.resolution.standpoint import standpoint
from ontology.identifiers import headless_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Citation, Metadata
    from loaders.resolution.agencies import AgencyNames
    from ontology.registry import Registry

TEXT = "Văn bản thử"


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        (
            ("CT", "010/CT-UBND", "Chủ tịch UBND tỉnh Bến Tre", "Bến Tre", "2023-02-01"),
            "ct/ubnd-ben-tre/2023/10",
        ),
        (
            ("CT", "03/CT-UBND", "UBND tỉnh Đồng Tháp", "Đồng Tháp", "2025-08-01"),
            "ct/ubnd-dong-thap-2025/2025/3",
        ),
        (
            ("NQ", "21/2025/NQ-HĐND", "HĐND tỉnh Nghệ An", "Nghệ An", "2025-11-18"),
            "nq/hdnd-nghe-an/2025-qp/21",
        ),
        (
            ("CV", "5095/SGDĐT-GDPT", "Sở Giáo dục và Đào tạo", "Hà Nội", "2025-12-03"),
            "cv/so-gddt-ha-noi/2025/5095",
        ),
        (("KL", "212-KL/TW", "Bộ Chính trị, Ban Bí thư", "", "2025-11-18"), "kl/tw/k13/212"),
        (
            ("TT", "06/2026/TT-BT\u0421", "Bộ trưởng Bộ Tài chính", "", "2026-01-26"),
            "tt/btc/2026/6",
        ),
        (("L", "56/2020/QH14", "Quốc hội", "", ""), "qh14/2020/56"),
    ],
)
def test_paths(
    said: Callable[..., Metadata],
    registry: Registry,
    names: AgencyNames,
    heading: tuple[str, ...],
    path: str,
) -> None:
    """Type, number, body, province and day give the path."""
    metadata = said(*heading)
    made = own_document_path(metadata, TEXT, standpoint(metadata, registry), names)
    assert made == f"id/vn/{path}"


@pytest.mark.parametrize(
    "heading",
    [
        ("TB", "", "Văn phòng UBND tỉnh Bến Tre", "Bến Tre", "2023-02-01"),
        ("CT", "10/CT-UBND", "UBND tỉnh", "", "2023-02-01"),
        ("CT", "10/CT-UBND", "UBND tỉnh Bến Tre", "Bến Tre", ""),
        ("TT", "97/2025/QĐ-UBND", "Bộ trưởng Bộ Tài chính", "", "2025-10-24"),
        ("KH", "07-KH/BTC", "Ban Tổ chức Cuộc thi", "Sơn La", "2023-07-26"),
    ],
)
def test_incomplete_headings(
    said: Callable[..., Metadata], registry: Registry, names: AgencyNames, heading: tuple[str, ...]
) -> None:
    """Without number, province, day or a certain series the text names the paper."""
    metadata = said(*heading)
    made = own_document_path(metadata, TEXT, standpoint(metadata, registry), names)
    assert made == headless_path(TEXT)


def test_a_paper_that_speaks_of_itself(
    said: Callable[..., Metadata], cite: Callable[..., Citation]
) -> None:
    """A print for readers that names the paper with its day gives it its path."""
    metadata = said("NQ", "57-NQ/TW", "Bộ Chính trị")
    mention = cite("Nghị quyết", "57-NQ/TW", day="2024-12-22")
    target = "id/vn/nq/tw/k13/57"
    resolution = Resolution(citation=0, status=Status.RESOLVED, target=target)
    path = headless_path(TEXT)
    assert path_as_cited(path, metadata, [mention], [resolution]) == target
    assert path_as_cited(path, said("NQ", "", ""), [mention], [resolution]) == path
    dated = said("NQ", "57-NQ/TW", "Bộ Chính trị", "", "2025-01-01")
    assert path_as_cited(path, dated, [mention], [resolution]) == path
