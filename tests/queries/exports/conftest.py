"""Tasks of an invented body, from which every format is written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from queries.exports.records import Due, Reporting, TaskList, TaskRecord

OBLIGATION = "https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/7/obl/{}"


def record(number: int, *deadlines: Due, **others: object) -> TaskRecord:
    """Return a task; what is not said is the same for all."""
    said: dict[str, object] = {
        "obligation": OBLIGATION.format(number),
        "assignee": "https://w3id.org/luocdo/id/vn/agency/cat-lam-thanh",
        "agency": "Công an tỉnh Lam Thành",
        "role": "lead",
        "force": "mandatory",
        "task": "kiểm tra các bến đò",
        "quote": "Công an tỉnh chủ trì kiểm tra các bến đò, nhất là bến tự phát.",
        "deadlines": deadlines,
        "reports": (),
        "document": "https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/7",
        "number": "07/CT-UBND",
        "title": "Về bảo đảm trật tự các bến đò",
        "issued_on": date(2024, 3, 5),
    }
    return TaskRecord(**(said | others))  # type: ignore[arg-type]  # fields by name


DATED = Due(text="trước ngày 30/6/2024", day=date(2024, 6, 30), inclusive=False)
QUARTERLY = Due(
    text="trước ngày 20 của tháng cuối quý",
    recurrence="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
    anchor_stated=True,
)
UNANCHORED = Due(text="định kỳ 6 tháng", recurrence="FREQ=MONTHLY;INTERVAL=6")
REPORT = Reporting(recipient="Ủy ban nhân dân tỉnh Lam Thành", via="Văn phòng")


@pytest.fixture
def listed() -> TaskList:
    """Return a list with a dated task, two recurring reports and a task without a day."""
    return TaskList(
        agencies=("https://w3id.org/luocdo/id/vn/agency/cat-lam-thanh",),
        label="Công an tỉnh Lam Thành",
        made_at=datetime(2024, 7, 1, 8, 30, tzinfo=UTC),
        tasks=(
            record(1, DATED),
            record(2, QUARTERLY, reports=(REPORT,), task="báo cáo kết quả " + "rất dài " * 40),
            record(3, UNANCHORED, reports=(REPORT,)),
            record(4, Due(text="kịp thời"), quote='=HYPERLINK("http://x.example";"a")'),
        ),
    )
