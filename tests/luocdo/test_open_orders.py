"""An order without anybody is left open; rules, measures and sentences with a subject are not."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from loaders.readers import Limits
from loaders.records import Run, SourceFile
from luocdo.known_papers import KnownPapers
from luocdo.open_orders import OpenOrders
from luocdo.remarks import Draft
from ontology.registry import Registry, load_registry
from tests.luocdo.test_drafting import TODAY, draft

GIVEN = (
    "Sở Y tế rà soát các điểm tiêm chủng, báo cáo kết quả trước ngày 10 tháng 12 năm 2026.",
    "Sở Tài chính bố trí kinh phí tiêm chủng trước ngày 20 tháng 12 năm 2026.",
)
ALONE = "Tổ chức tập huấn cho nhân viên tiêm chủng ở các xã vùng cao."
DATED = "Hoàn thành việc lập danh sách trẻ em chưa tiêm đủ mũi trước ngày 15 tháng 12 năm 2026."
ORDER = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:"
PLAN = """\
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. NHIỆM VỤ, GIẢI PHÁP

1. Sở Y tế rà soát các điểm tiêm chủng trên địa bàn tỉnh.

2. {measure}

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế chủ trì thực hiện Kế hoạch này, báo cáo trước ngày 10 tháng 12 năm 2026.

2. Sở Tài chính bố trí kinh phí tiêm chủng trước ngày 20 tháng 12 năm 2026.

3. {last}
"""
OTHERS = "Các đơn vị có liên quan phối hợp thực hiện trước ngày 30 tháng 11 năm 2026."


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registers as they are."""
    return load_registry()


def left_open(text: str, registry: Registry) -> list[str]:
    """Return the words of the orders of a draft that nobody was given."""
    file = SourceFile(name="d.txt", media_type="text/plain", content=text.encode(), sha256="0" * 64)
    limits = Limits(file_bytes=1_000_000, characters=1_000_000)
    run = Run(version="", register_sha256="", settings="", started_at="")
    document = extract(file, registry, limits, run)
    orders = OpenOrders(
        draft=Draft(document=document, papers=KnownPapers(registry=registry), today=TODAY)
    )
    alone = [task for task in document.obligations if not task.assignments]
    spans = {task.span for task in alone if orders.is_left_open(task)}
    spans |= {section.span for section in orders.unread_items() if orders.is_order(section)}
    return sorted(" ".join(text[each.start : each.end].split()) for each in spans)


@pytest.mark.parametrize("alone", [ALONE, DATED])
def test_an_order_that_stands_alone_is_left_open(alone: str, registry: Registry) -> None:
    """Beside others that name who acts, and wherever a day is set."""
    (found,) = left_open(draft(ORDER, *GIVEN, alone), registry)
    assert found in alone


@pytest.mark.parametrize(
    "item",
    [
        "Người đứng đầu các cơ sở tiêm chủng kiểm tra dây chuyền lạnh trước ngày 15 tháng 12 năm 2026.",
        "Các cơ sở tiêm chủng tổ chức tập huấn cho nhân viên.",
        "Khuyến khích các gia đình đưa trẻ đi tiêm sớm trước ngày 15 tháng 12 năm 2026.",
        "Chỉ thị này có hiệu lực từ ngày 15 tháng 12 năm 2026.",
    ],
)
def test_a_sentence_with_its_doer_or_without_an_order_is_not(item: str, registry: Registry) -> None:
    """Who is to act stands at its beginning, or nobody is asked to."""
    assert left_open(draft(ORDER, *GIVEN, item), registry) == []


@pytest.mark.parametrize(("symbol", "kind"), [("TT-BYT", "THÔNG TƯ"), ("BC-UBND", "BÁO CÁO")])
def test_rules_and_reports_order_nothing(symbol: str, kind: str, registry: Registry) -> None:
    """The same items in a circular or a report are said of everyone, or of the issuer."""
    text = draft(ORDER, *GIVEN, ALONE, DATED, symbol=symbol, kind=kind)
    assert left_open(text, registry) == []


def test_measures_of_a_plan_that_says_who_does_what_are_not(registry: Registry) -> None:
    """The same words among those who carry the plan out are left open."""
    words = {"symbol": "KH-UBND", "kind": "KẾ HOẠCH", "title": "Tiêm chủng năm 2027"}
    measure = draft(PLAN.format(measure=ALONE, last=OTHERS), **words)
    order = draft(PLAN.format(measure=OTHERS, last=ALONE), **words)
    assert left_open(measure, registry) == []
    assert left_open(order, registry) == [ALONE.rstrip(".")]
