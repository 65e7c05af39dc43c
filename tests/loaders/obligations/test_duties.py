"""The whole step: from a paper to its tasks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaders.normalisation.normaliser import normalise
from loaders.obligations import find
from loaders.records import Metadata, Obligation, PartialDate, Reading
from loaders.segments import segment

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_directive() -> None:
    """Each item and later paragraph is a task; preamble, lead-ins and lists are none."""
    found = tasks(DIRECTIVE)
    assert [task.label for task in found] == ["1", "1¶2", "2.a", "2.b", "3"]
    assert [task.index for task in found] == [0, 1, 2, 3, 4]


def test_doers_are_inherited() -> None:
    """From the preamble, from the item's own lead-in, or named in the item."""
    first, second, third, _, last = tasks(DIRECTIVE)
    addressees = ["Giám đốc các sở", "Chủ tịch UBND các xã"]
    assert [a.agency for a in first.assignments] == addressees
    assert [a.agency for a in second.assignments] == addressees
    assert [(a.agency, a.role.value) for a in third.assignments] == [
        ("Sở Nông nghiệp và Môi trường", "lead"),
        ("Công an tỉnh", "coordinating"),
    ]
    assert [(a.agency, a.basis.value) for a in last.assignments] == [("Công an tỉnh", "stated")]
    assert third.lead_in is not None
    assert last.lead_in is None


def test_what_tasks_hold() -> None:
    """Deadlines, targets, reports and force come with the task."""
    first, _, _, fourth, last = tasks(DIRECTIVE)
    assert [(d.iso, d.inclusive) for d in first.deadlines] == [("2025-03-15", False)]
    assert [(t.value, t.direction, t.baseline) for t in fourth.targets] == [
        (10, "decrease", "năm 2024")
    ]
    assert last.reports[0].reports_to == ("Ủy ban nhân dân tỉnh",)
    assert last.reports[0].via == "Văn phòng Ủy ban nhân dân tỉnh"
    assert [d.recurrence for d in last.deadlines] == ["FREQ=MONTHLY;INTERVAL=3"]
    assert first.force.value == "mandatory"


def test_spans_quote_their_words() -> None:
    """Every span of a task lies in it and quotes what was printed."""
    text = normalise(DIRECTIVE)
    for task in tasks(DIRECTIVE):
        assert text.quote(task.span) == task.printed
        for deadline in task.deadlines:
            assert task.span.covers(deadline.span)
        assert task.summary


def test_plans_hold_tasks_in_their_chapters_only() -> None:
    """Purposes, requirements and funding are none; lines of attributes belong to their task."""
    plan = (
        "KẾ HOẠCH\nChuyển đổi số\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao nhận thức của cán bộ.\n\n"
        "II. NHIỆM VỤ\n\n1. Xây dựng kho dữ liệu dùng chung.\n\n"
        "- Cơ quan chủ trì: Sở Khoa học và Công nghệ.\n\n- Thời gian: Quý III/2025.\n\n"
        "III. KINH PHÍ\n\n1. Kinh phí do ngân sách tỉnh bảo đảm.\n"
    )
    (task,) = tasks(plan)
    assert task.printed.startswith("Xây dựng kho")
    assert [a.agency for a in task.assignments] == ["Sở Khoa học và Công nghệ"]
    assert [d.iso for d in task.deadlines] == ["2025-Q3"]


def test_real_papers(shared: Path) -> None:
    """In the five annotated papers nearly every task is found, and little else."""
    hits = wanted = given = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        words = (shared / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
        text = normalise(words)
        found = [text.to_source(task.span) for task in find(text, segment(text), Metadata(), ())]
        wanted += len(gold["tasks"])
        given += len(found)
        hits += sum(
            any(abs(s.start - t["start"]) + abs(s.end - t["end"]) < 20 for s in found)
            for t in gold["tasks"]
        )
    assert 2 * hits / (wanted + given) >= 0.88


def test_an_order_that_lists_things_is_the_task() -> None:
    """Things listed below an order are none; bodies that close a paper orders nothing of its own."""
    paper = """KẾ HOẠCH

Phòng cháy rừng mùa khô

I. NHIỆM VỤ, GIẢI PHÁP

1. Rà soát trang thiết bị.

2. Kiểm tra kho vật tư, xử lý nghiêm vi phạm đối với:

- Bình bọt quá hạn sử dụng tại trạm.

- Máy bơm nước không còn hoạt động.

Ủy ban nhân dân tỉnh giao Giám đốc các sở triển khai thực hiện bảo đảm tiến độ, chất lượng.
"""
    printed = [" ".join(task.printed.split()) for task in tasks(paper)]
    assert [words[:8] for words in printed] == ["Rà soát ", "Kiểm tra"]


def test_a_paragraph_behind_listed_things_may_be_a_task() -> None:
    """Things to be counted are none; who sends the count behind them has a task."""
    paper = """Số: 9/CĐ-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

CÔNG ĐIỆN

Về thống kê thiệt hại do bão

Vừa qua, bão số 9 gây mưa lớn.

Để sớm khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu thực hiện các nhiệm vụ sau:

1. Chủ tịch Ủy ban nhân dân các xã rà soát, thống kê, báo cáo cụ thể các nội dung sau:

a) Số hộ phải di dời.

b) Số nhà bị tốc mái.

Ủy ban nhân dân các xã gửi báo cáo về Sở Xây dựng trước ngày 20/02/2025.

2. Sở Tài chính bố trí kinh phí sửa chữa.
"""
    found = tasks(paper)
    printed = [" ".join(task.printed.split())[:22] for task in found]
    assert printed == ["Chủ tịch Ủy ban nhân d", "Ủy ban nhân dân các xã", "Sở Tài chính bố trí ki"]
    assert found[1].reports[0].reports_to == ("Sở Xây dựng",)


def test_bearers_below_a_label_belong_to_the_task_above() -> None:
    """Names below 'Cơ quan thực hiện:' are bearers; a line that says what one does is a task."""
    plan = (
        "KẾ HOẠCH\nTruyền thông\n\nII. NHIỆM VỤ\n\na) Hoạt động 1\n\n"
        "- Nội dung: Tuyên truyền trên đài truyền thanh.\n\n- Cơ quan thực hiện:\n\n"
        "+ Sở Văn hóa chủ trì, phối hợp với các sở, ban, ngành tỉnh.\n\n"
        "+ Sở Xây dựng đăng thông điệp trên bảng điện tử.\n"
    )
    first, second = tasks(plan)
    assert [(a.agency, a.role.value) for a in first.assignments] == [
        ("Sở Văn hóa", "lead"),
        ("các sở, ban, ngành tỉnh", "coordinating"),
    ]
    assert [a.agency for a in second.assignments] == ["Sở Xây dựng"]


def test_lines_of_attributes_add_up() -> None:
    """Who leads in one line is kept where the next line tells who works with them."""
    plan = (
        "KẾ HOẠCH\nChuyển đổi số\n\nIII. NHIỆM VỤ\n\n1. Nâng cấp đường truyền.\n\n"
        "- Đơn vị chủ trì: Văn phòng HĐND và UBND huyện.\n\n- Đơn vị phối hợp: Phòng Nội vụ.\n"
    )
    (task,) = tasks(plan)
    assert [(a.agency, a.role.value) for a in task.assignments] == [
        ("Văn phòng HĐND và UBND huyện", "lead"),
        ("Phòng Nội vụ", "coordinating"),
    ]


def test_a_time_under_another_heading_is_not_that_of_the_task_before() -> None:
    """Lines of attributes belong to the task above or beside them only."""
    plan = (
        "KẾ HOẠCH\nThi đua\n\nII. NHIỆM VỤ\n\n1. Tuyên truyền\n\n- Treo cờ tại trụ sở.\n\n"
        "2. Hội thi\n\na) Thời gian: trước ngày 15/12/2025.\n\nb) Tổ chức chấm thi.\n"
    )
    first, *_ = tasks(plan)
    assert first.printed == "Treo cờ tại trụ sở"
    assert first.deadlines == ()


def test_an_order_before_the_chapters_holds_for_them() -> None:
    """What orders in the opening and ends in a colon is no task; the chapters below hold them."""
    paper = """Số: 12/CĐ-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

CÔNG ĐIỆN

Về cắt giảm thủ tục

Thời gian qua, việc cắt giảm còn chậm; trong đó:

(1) Còn nhiều giấy tờ trùng lặp;

(2) Còn nhiều hồ sơ quá hạn.

Để khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở thực hiện các nhiệm vụ sau:

I. VỀ THỂ CHẾ

1. Rà soát quy định về hồ sơ, hoàn thành trong tháng 3/2025.

II. VỀ HỒ SƠ TRỰC TUYẾN

1. Sở Nội vụ công bố danh mục hồ sơ trực tuyến.
"""
    found = tasks(paper)
    assert [" ".join(task.printed.split())[:13] for task in found] == [
        "Rà soát quy đ",
        "Sở Nội vụ côn",
    ]


def test_those_of_whom_an_aim_sets_a_figure_are_no_doers() -> None:
    """An aim names who is to be reached, not who must reach it."""
    plan = (
        "KẾ HOẠCH\nChuyển đổi số\n\nI. MỤC TIÊU\n\n"
        "1. Phấn đấu 80% cơ sở giáo dục được tiếp cận tài liệu số.\n\n"
        "II. NHIỆM VỤ\n\n1. Mở lớp tập huấn.\n"
    )
    first, _ = tasks(plan)
    assert first.targets[0].value == 80
    assert first.assignments == ()


BARE = """KẾ HOẠCH
Diễn tập ứng phó lũ

Mưa lũ năm nay đến sớm.

1. Sở Y tế chuẩn bị cơ số thuốc từ ngày 01/5 đến 30/6/2025.

2. Rà soát phương án di dời dân.

- Tình trạng sạt lở ở một số nơi.
"""


def test_items_of_a_plan_without_headings_are_its_tasks() -> None:
    """Those that name a doer or begin with what is to be done, in a paper that orders."""
    found = tasks(BARE, "KH")
    assert [task.printed[:8] for task in found] == ["Sở Y tế ", "Rà soát "]


def test_items_of_a_report_without_headings_are_no_tasks() -> None:
    """A report only tells."""
    assert not tasks(BARE, "BC")


HEADED = """QUYẾT ĐỊNH:

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:

1. Sửa sang công tác giao rừng.

Sở Nông nghiệp và Môi trường có trách nhiệm lập hồ sơ giao rừng.

Giao Sở Tài chính cấp kinh phí.

2. Sở Y tế kiểm tra nước sạch.

Các bệnh viện lập kế hoạch trực.

3. Công an tỉnh

a) Chủ trì, phối hợp với:

- Sở Xây dựng và các đơn vị liên quan rà soát bến bãi.
"""


def test_an_item_above_paragraphs_with_doers_is_a_heading() -> None:
    """A short item that names nobody heads the paragraphs below it; one with a doer is a task."""
    found = [task.printed.split(" ")[0:2] for task in tasks(HEADED, "Chỉ thị")]
    assert found == [
        ["Sở", "Nông"],
        ["Giao", "Sở"],
        ["Sở", "Y"],
        ["Các", "bệnh"],
        ["Sở", "Xây"],
    ]


def test_items_below_a_lead_in_to_join_name_partners() -> None:
    """Where a lead-in ends with "phối hợp với", its items name those to work with."""
    last = tasks(HEADED, "Chỉ thị")[-1]
    assert [(a.agency, a.role.value) for a in last.assignments] == [
        ("Công an tỉnh", "lead"),
        ("Sở Xây dựng", "coordinating"),
        ("các đơn vị liên quan", "coordinating"),
    ]


INSPECTION = """Số: 61/TB-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

THÔNG BÁO
Kết luận kiểm tra công tác lưu trữ

1. Ưu điểm: Trung tâm đã lập kho riêng.

2. Ban Thường vụ Đảng ủy yêu cầu:

Trung tâm Lưu trữ tỉnh phát huy ưu điểm, khắc phục hạn chế và thực hiện các nội dung sau:

- Hoàn chỉnh quy chế khai thác tài liệu.

3. Hoàn chỉnh danh mục hồ sơ, báo cáo Sở Nội vụ trước ngày 15/4/2025.

Các đơn vị nghiêm túc triển khai thực hiện./.
"""


def test_what_lacks_are_told_before_what_to_do() -> None:
    """Who asks opens tasks, a lead-in that names lacks too; an item with a day is no heading."""
    found = tasks(INSPECTION)
    assert [task.label for task in found] == ["2.-1", "3"]
    assert [[a.agency for a in task.assignments] for task in found] == [
        ["Trung tâm Lưu trữ tỉnh"],
        [],
    ]


def test_a_deciding_article_that_names_lead_and_partners() -> None:
    """Who leads and who works with him is said there, however the article ends."""
    article = "Điều 2. Sở Xây dựng chủ trì, phối hợp với Sở Y tế tổ chức thực hiện Quyết định này."
    found = tasks(f"Số: 9/QĐ-UBND\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Đề án.\n\n{article}\n")
    assert [[(a.agency, a.role.value) for a in task.assignments] for task in found] == [
        [("Sở Xây dựng", "lead"), ("Sở Y tế", "coordinating")]
    ]


LETTER = """Số: 44/STC-QLG

Sông Mây, ngày 12 tháng 02 năm 2025

Kính gửi: Phòng Kinh tế các xã, phường.

Từ thực tế báo cáo của các xã, Sở Tài chính nhận thấy một số tồn tại, cụ thể:

- Nhiều xã chưa báo cáo đúng hạn.

Do đó, Sở Tài chính đề nghị Phòng Kinh tế các xã, phường thực hiện các yêu cầu sau:

1. Đối với công tác báo cáo giá đất.

- Rà soát giá đất trên địa bàn.

- Chủ động xây dựng phương án.

Kết quả thực hiện báo cáo về Sở Tài chính trước ngày 05/12/2025.

Mọi vướng mắc xin liên hệ Sở Tài chính (Phòng Quản lý giá).
"""


def test_an_order_behind_a_tale_opens_the_numbers_of_a_letter() -> None:
    """What lacks is told first; the order behind it, not the tale, leads in what follows."""
    found = tasks(LETTER)
    assert [task.printed.split()[0] for task in found] == ["Rà", "Chủ", "Kết"]
    named = ["Phòng Kinh tế các xã, phường"]
    assert [a.agency for a in found[0].assignments] == named
    assert [d.iso for d in found[2].deadlines] == ["2025-12-05"]
    assert found[2].reports[0].reports_to == ("Sở Tài chính",)


def test_a_rate_to_reach_names_no_doer() -> None:
    """Whoever a rate is measured of is told nothing by it."""
    plan = DIRECTIVE.replace(
        "Kiểm tra phương tiện chữa cháy tại cơ sở.",
        "Tỷ lệ kiểm tra: đối với hộ kinh doanh, cá nhân kinh doanh nộp thuế đạt 85%.",
    )
    (rate,) = [task for task in tasks(plan) if task.printed.startswith("Tỷ lệ")]
    assert "cá nhân kinh doanh" not in " ".join(a.agency for a in rate.assignments)


NOTICE = """Số: 08/TB-STC

Sông Mây, ngày 12 tháng 02 năm 2025

THÔNG BÁO

Phân công thực hiện Bản thỏa thuận

Nhằm nâng cao chất lượng phối hợp, Sở Tài chính yêu cầu các phòng thực hiện:

1. Đối với nội dung tại điểm 2: “Hỗ trợ chuyển đổi số” - giao Phòng Tin học chủ trì, phối hợp với Công an tỉnh triển khai thực hiện.

2. Giao Phòng Giá là đơn vị đầu mối của Sở chịu trách nhiệm theo dõi việc thực hiện.

3. Đẩy mạnh công tác tập huấn.

Sở Tài chính thông báo để các phòng biết và triển khai thực hiện. Nếu có vướng mắc, đề nghị Phòng Giá phản ánh về Sở Tài chính.
"""


def test_orders_behind_a_quotation_and_a_closing_formula() -> None:
    """An order may stand behind what it is about; who announces is told nothing."""
    named = [[(a.agency, str(a.role)) for a in task.assignments] for task in tasks(NOTICE)]
    assert named[0][0] == ("Phòng Tin học", "lead")
    assert named[1][0] == ("Phòng Giá", "lead")
    assert [task.printed.split()[0] for task in tasks(NOTICE)][2] == "Đẩy"
    assert [agency for agency, _ in named[3]] == ["Phòng Giá"]
