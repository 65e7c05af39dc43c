"""Who must do a task, as its own words say."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.assignees import Stated, read_stated
from loaders.records import Span


def stated(words: str) -> Stated:
    """Return what an item states."""
    text = normalise(words)
    return read_stated(text, Span(start=0, end=len(text.text)))


@pytest.mark.parametrize(
    "words",
    [
        "Phát huy vai trò của Mặt trận Tổ quốc.",
        "Thực hiện có hiệu quả công tác phối hợp giữa Công an với Quân đội.",
        "Tham mưu UBND tỉnh xử lý vi phạm.",
        "Xây dựng quy chế phối hợp với Bộ đội Biên phòng.",
        "Triển khai theo đề nghị của Sở Tài chính.",
    ],
)
def test_named_in_passing(words: str) -> None:
    """Bodies in other places of a sentence have nothing to do."""
    assert stated(words) == Stated()


def test_answers_behind_a_topic() -> None:
    """Bodies of a topic ask; those of the answer behind its colon must do something."""
    found = stated("Về đề nghị các bộ cấp vốn; bổ sung biên chế: Bộ Nội vụ xem xét, trả lời.")
    assert [name.agency for name in found.doers] == ["Bộ Nội vụ"]


def test_an_order_behind_circumstances() -> None:
    """The one who orders may stand behind a long circumstance that holds semicolons."""
    found = stated(
        "Để giữ rừng; khắc phục tồn tại, Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở tập trung"
    )
    assert [name.agency for name in found.doers] == ["Giám đốc các sở"]


def test_checks_that_ask_others_are_no_orders() -> None:
    """A doer who checks and asks somebody stays the doer."""
    assert stated("Nếu thiếu nước thì kiểm tra, yêu cầu các đơn vị khắc phục.").order == ""


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        (
            "Sở Xây dựng với vai trò là cơ quan thường trực Ban Chỉ đạo, chủ động lập báo cáo.",
            ["Sở Xây dựng"],
        ),
        ("Yêu cầu từng đơn vị, nhà thầu rà soát tiến độ.", ["từng đơn vị, nhà thầu"]),
        ("Khuyến khích các doanh nghiệp tham gia.", ["các doanh nghiệp"]),
        ("Trong quá trình thực hiện nếu có vướng mắc các xã phản ánh về Sở Y tế.", ["các xã"]),
        ("Đối với các chợ tạm, Sở Công Thương lập phương án di dời.", ["Sở Công Thương"]),
        ("Hằng tuần (trước 15 giờ thứ Tư), các xã báo cáo Sở Y tế.", ["các xã"]),
        ("Sở Nội vụ là cơ quan thường trực, giúp UBND tỉnh rà soát biên chế.", ["Sở Nội vụ"]),
        ("Các sở: Tài chính, Nội vụ hướng dẫn các xã.", ["sở Tài chính", "sở Nội vụ"]),
        (
            "Huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt.",
            ["Huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy"],
        ),
        (
            "Doanh nghiệp vận tải, chủ phương tiện phải chấp hành.",
            ["Doanh nghiệp vận tải, chủ phương tiện"],
        ),
        (
            "Chủ tịch UBND các tỉnh, thành phố\nKhẩn trương rà soát quy định.",
            ["Chủ tịch UBND các tỉnh, thành phố"],
        ),
        (
            "Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn, Tổng công ty rà soát vốn.",
            ["Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn, Tổng công ty"],
        ),
        (
            "Thành phố Hà Nội và các tỉnh Bắc Ninh, Gia Lai đẩy nhanh thủ tục.",
            ["Thành phố Hà Nội", "tỉnh Bắc Ninh", "tỉnh Gia Lai"],
        ),
    ],
)
def test_doers(words: str, doers: list[str]) -> None:
    """Doers beside their part, one by one, as companies and as provinces."""
    assert [name.agency for name in stated(words).doers] == doers


def test_a_party_body_that_leads_others_tells_them_too() -> None:
    """Who is led to do something does it as well."""
    found = stated("Cấp ủy, tổ chức đảng lãnh đạo chính quyền, Mặt trận Tổ quốc tuyên truyền.")
    assert [name.agency for name in found.told] == ["chính quyền", "Mặt trận Tổ quốc"]


def test_who_is_directed_to_lead() -> None:
    """A directed body with "chủ trì" behind it leads; one that ends a lead-in is directed too."""
    assert stated("Chỉ đạo Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát.").told_leads
    found = stated("Bộ Tài chính chỉ đạo Kho bạc Nhà nước")
    assert [name.agency for name in found.told] == ["Kho bạc Nhà nước"]


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        (
            "Ban Thường vụ Huyện ủy yêu cầu sau khi kết thúc Đại hội các đơn vị báo cáo.",
            ["các đơn vị"],
        ),
        ("Riêng Sở Y tế TP. Hà Nội phải thu hồi phiếu công bố.", ["Sở Y tế TP. Hà Nội"]),
        ("Nếu chậm tiến độ thì Thủ trưởng các đơn vị chịu trách nhiệm.", ["Thủ trưởng các đơn vị"]),
        ("Khen thưởng cấp tỉnh: Sở Nội vụ thẩm định hồ sơ.", ["Sở Nội vụ"]),
        (
            "Các ngành: Tài chính, Thuế và các địa phương rà soát.",
            ["ngành Tài chính", "ngành Thuế", "các địa phương"],
        ),
    ],
)
def test_doers_that_stand_late_or_share_a_head(words: str, doers: list[str]) -> None:
    """A doer is found behind a label, a circumstance and an abbreviated place."""
    assert [name.agency for name in stated(words).doers] == doers


def test_who_sends_a_contact_is_no_lead() -> None:
    """The contact is the one who is sent, not the body that sends him."""
    assert stated("Mỗi cơ quan, đơn vị cử 01 cán bộ làm đầu mối.").leading == ()
    assert stated("Sở Nội vụ làm đầu mối tổng hợp.").leading
