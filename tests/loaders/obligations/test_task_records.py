"""The record of a task: what it holds, and what stands beside it."""

from __future__ import annotations

from tests.loaders.obligations.reading import DIRECTIVE, tasks


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


def test_a_rate_to_reach_names_no_doer() -> None:
    """Whoever a rate is measured of is told nothing by it."""
    plan = DIRECTIVE.replace(
        "Kiểm tra phương tiện chữa cháy tại cơ sở.",
        "Tỷ lệ kiểm tra: đối với hộ kinh doanh, cá nhân kinh doanh nộp thuế đạt 85%.",
    )
    (rate,) = [task for task in tasks(plan) if task.printed.startswith("Tỷ lệ")]
    assert "cá nhân kinh doanh" not in " ".join(a.agency for a in rate.assignments)


MEETING = """THÔNG BÁO
Kết luận giao ban tháng

1. Dự án cầu Đá Trắng: mặt bằng đạt 88,3%, chậm so với kế hoạch. Yêu cầu Ban Quản lý dự án
hoàn thành 95% mặt bằng.

2. Phấn đấu đạt 90% khối lượng. Giao Sở Xây dựng đôn đốc nhà thầu.
"""


def test_figures_of_a_tale_before_the_order_are_no_targets() -> None:
    """Those of an aim before the order are."""
    found = [[str(t.value) for t in task.targets] for task in tasks(MEETING, "TB")]
    assert found == [["95.0"], ["90.0"]]
