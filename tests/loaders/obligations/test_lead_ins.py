"""What only introduces: headings, lead-ins and items above others."""

from __future__ import annotations

from tests.loaders.obligations.reading import tasks


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


def test_an_order_above_paragraphs_that_lost_their_marks_is_theirs() -> None:
    """Web pages print the dashes of a telegram as nothing; a paragraph may still have its doer."""
    paper = """Số: 9/CĐ-UBND

CÔNG ĐIỆN

Về ứng phó với bão

Để ứng phó với bão, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành:

Theo dõi chặt chẽ diễn biến của bão, tổ chức kiểm đếm tàu thuyền.

Hướng dẫn neo đậu tàu thuyền tại các bến.

Đài Phát thanh và Truyền hình tỉnh tăng thời lượng phát tin về bão.

Đơn vị nào để xảy ra thiệt hại phải chịu trách nhiệm.
"""
    found = tasks(paper)
    doers = [[a.agency for a in task.assignments] for task in found]
    assert [task.printed[:4] for task in found[:3]] == ["Theo", "Hướn", "Đài "]
    assert doers[:3] == [
        ["các sở, ban, ngành"],
        ["các sở, ban, ngành"],
        ["Đài Phát thanh và Truyền hình tỉnh"],
    ]
    assert all("nào" not in doer for each in doers for doer in each)


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


GOALS = """KẾ HOẠCH
Cấp nước sạch

I. MỤC TIÊU

a) Mục tiêu đến hết năm 2026:

- 80% số hộ dùng nước sạch.

- 100% trạm y tế dùng nước sạch trong quý II/2026.

b) Để đạt 300 km đường ống đến hết năm 2026, cần:

- 12 trạm bơm tăng áp.
"""


def test_items_take_the_time_of_a_lead_in_that_says_little_else() -> None:
    """Those with a time of their own keep it; a time inside a sentence is that of its words."""
    found = [[(d.iso, d.inherited) for d in task.deadlines] for task in tasks(GOALS, "KH")]
    assert found[:2] == [[("2026", True)], [("2026-Q2", False)]]
    assert all(not deadlines for deadlines in found[2:])


def test_the_last_of_several_plain_items_is_no_heading_of_the_closing_words() -> None:
    """It is a task beside the others, and so are the words behind it."""
    letter = (
        "V/v phòng, chống dịch bệnh\n\nKính gửi: Ủy ban nhân dân các xã, phường.\n\n"
        "Ủy ban nhân dân huyện đề nghị UBND các xã, phường thực hiện các nội dung sau:\n\n"
        "1. Rà soát các cơ sở giết mổ.\n\n2. Tiêm phòng cho đàn vật nuôi.\n\n"
        "Đề nghị UBND các xã, phường báo cáo Sở Nông nghiệp và Môi trường.\n"
    )
    assert [t.printed.split()[0] for t in tasks(letter, "CV")] == ["Rà", "Tiêm", "Đề"]
