"""Read a paper of one day, as the tests of tasks do."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations import find
from loaders.records import Metadata, Obligation, PartialDate, Reading
from loaders.segments import segment

DIRECTIVE = """Số: 21/CT-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

CHỈ THỊ

Về phòng cháy, chữa cháy mùa khô

Thời gian qua, tình hình cháy rừng diễn biến phức tạp.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các xã thực hiện
các nhiệm vụ sau:

1. Rà soát phương án chữa cháy, hoàn thành trước ngày 15/3/2025.

Kiểm tra phương tiện chữa cháy tại cơ sở.

2. Sở Nông nghiệp và Môi trường:

a) Chủ trì, phối hợp với Công an tỉnh tuần tra rừng.

b) Phấn đấu giảm ít nhất 10% số vụ cháy so với năm 2024.

3. Giao Công an tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị; định kỳ hằng quý báo cáo
Ủy ban nhân dân tỉnh (qua Văn phòng Ủy ban nhân dân tỉnh).

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Mây
"""


def tasks(words: str, kind: str = "") -> tuple[Obligation, ...]:
    """Return the tasks of a paper of 12 February 2025 of a kind."""
    text = normalise(words)
    issued = Reading(
        value=PartialDate(year=2025, month=2, day=12),
        printed="",
        span=None,
        rule="test",
        confidence=1.0,
    )
    code = Reading(value=kind, printed="", span=None, rule="test", confidence=1.0)
    known = Metadata(issued_on=issued, document_type=code if kind else None)
    return find(text, segment(text), known, ())
