"""Targets: figures to reach and directions."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.targets import find_targets
from loaders.records import Span, Target

# Own sentences, one form of print each, with "direction comparison value unit baseline".
SENTENCES = (
    ("Tỷ lệ trẻ em được tiêm đủ mũi đạt trên 95%.", ("reach gt 95 % -",)),
    ("Tỷ lệ che phủ rừng đạt 42,5%.", ("reach eq 42.5 % -",)),
    ("Tỷ lệ lao động qua đào tạo đạt ít nhất 70%.", ("reach ge 70 % -",)),
    ("Có tối thiểu 60% hộ dân dùng nước sạch.", ("reach ge 60 % -",)),
    ("Không dưới 80% thôn có nhà văn hóa.", ("reach ge 80 % -",)),
    ("Tỷ lệ hộ nghèo không quá 1,5%.", ("reach le 1.5 % -",)),
    ("Tỷ lệ hồ sơ quá hạn dưới 2%.", ("reach lt 2 % -",)),
    ("Tỷ lệ thất thoát nước còn dưới 12%.", ("reach lt 12 % -",)),
    ("100% cơ sở y tế có bác sĩ.", ("reach eq 100 % -",)),
    ("90% trở lên hồ sơ được trả đúng hạn.", ("reach ge 90 % -",)),
    ("Tỷ lệ nợ đọng từ 3% trở xuống.", ("reach le 3 % -",)),
    ("≥ 75% cán bộ biết dùng chữ ký số.", ("reach ge 75 % -",)),
    ("Phấn đấu đạt từ 85% hồ sơ trực tuyến.", ("reach ge 85 % -",)),
    ("Phấn đấu 50% chợ đạt chuẩn an toàn thực phẩm.", ("reach eq 50 % -",)),
    ("Kéo giảm số vụ cháy ít nhất 10% so với năm 2023.", ("decrease ge 10 % năm 2023",)),
    (
        "Giảm tối thiểu 5% số người chết so với cùng kỳ năm trước.",
        ("decrease ge 5 % cùng kỳ năm trước",),
    ),
    (
        "Giảm 8% số vụ xâm hại trẻ em so với năm 2024.",
        ("decrease eq 8 % năm 2024",),
    ),
    ("Tăng thu ngân sách trên 12% so với năm trước.", ("increase gt 12 % năm trước",)),
    (
        "Phấn đấu tăng ít nhất 15% lượt khách so với giai đoạn 2016 - 2020.",
        ("increase ge 15 % giai đoạn 2016 - 2020",),
    ),
    ("Giảm tai nạn lao động từ 5% đến 7% mỗi năm.", ("decrease ge 5 % -",)),
    ("Giảm tỷ lệ suy dinh dưỡng xuống dưới 18%.", ("decrease lt 18 % -",)),
    ("Giảm tỷ lệ tảo hôn xuống còn 3%.", ("decrease eq 3 % -",)),
    ("Nâng tỷ lệ đô thị hóa lên 45%.", ("increase eq 45 % -",)),
    ("Tăng tỷ lệ phụ nữ tham gia cấp ủy đạt 30%.", ("increase eq 30 % -",)),
    ("Hoàn thành xây dựng 12 trạm y tế.", ("reach eq 12 trạm -",)),
    ("Xây dựng ít nhất 03 mô hình điểm.", ("reach ge 3 mô hình -",)),
    ("Thành lập mới 1.200 doanh nghiệp.", ("reach eq 1200 doanh nghiệp -",)),
    ("Đào tạo nghề cho 15.000 lao động.", ("reach eq 15000 lao động -",)),
    ("Có thêm tối thiểu 20 sản phẩm OCOP.", ("reach ge 20 sản phẩm -",)),
    ("Mỗi huyện xây dựng được ít nhất 01 vùng trồng.", ("reach ge 1 vùng -",)),
    ("Có ít nhất một cơ sở điều trị tại mỗi cụm.", ("reach ge 1 cơ sở -",)),
    ("Tổ chức tối thiểu hai lớp tập huấn.", ("reach ge 2 lớp -",)),
    ("Xóa 350 căn nhà tạm.", ("reach eq 350 căn -",)),
    ("Trồng mới 2.500 ha rừng.", ("reach eq 2500 ha -",)),
    ("Thu ngân sách đạt 18.500 tỷ đồng.", ("reach eq 18500 tỷ đồng -",)),
    ("Kim ngạch xuất khẩu đạt trên 2,6 tỷ USD.", ("reach gt 2.6 tỷ USD -",)),
    ("Thu nhập bình quân đạt 65 triệu đồng/người/năm.", ("reach eq 65 triệu đồng -",)),
    ("Đón ít nhất 5 triệu lượt khách.", ("reach ge 5 triệu lượt -",)),
    (
        "Giảm thời gian giải quyết còn không quá 03 ngày làm việc.",
        ("decrease le 3 ngày làm việc -",),
    ),
    (
        "Giảm số giờ làm việc nhà của phụ nữ còn 1,4 lần so với nam giới.",
        ("decrease eq 1.4 lần -",),
    ),
    ("Tỷ suất tử vong mẹ dưới 12/100.000 trẻ sinh ra sống.", ("reach lt 12 /100.000 trẻ -",)),
    (
        "Giảm tỷ suất sinh vị thành niên xuống 18 ca/1.000 phụ nữ.",
        ("decrease eq 18 ca/1.000 phụ nữ -",),
    ),
    ("Đạt 12 bác sĩ/10.000 dân.", ("reach eq 12 bác sĩ/10.000 dân -",)),
    ("Chỉ số hài lòng đạt trên 85 điểm.", ("reach gt 85 điểm -",)),
    ("Tuổi thọ trung bình đạt khoảng 75 tuổi.", ("reach eq 75 tuổi -",)),
    ("Đăng tải tối thiểu 04 tin, bài mỗi quý.", ("reach ge 4 tin -",)),
    ("Mở mới 06 tuyến xe buýt.", ("reach eq 6 tuyến -",)),
    ("Kết nạp ít nhất 200 đảng viên.", ("reach ge 200 đảng viên -",)),
    ("Giải quyết việc làm mới cho 25.000 người.", ("reach eq 25000 người -",)),
    ("Cấp 100% giấy chứng nhận lần đầu.", ("reach eq 100 % -",)),
    (
        "Tỷ lệ giải quyết tố giác đạt trên 90%, trong đó án nghiêm trọng đạt trên 95%.",
        ("reach gt 90 % -", "reach gt 95 % -"),
    ),
    (
        "80% nạn nhân được hỗ trợ; 50% người gây bạo lực được tư vấn.",
        ("reach eq 80 % -", "reach eq 50 % -"),
    ),
    ("Kéo giảm tai nạn giao thông cả 3 tiêu chí.", ("decrease - - - -",)),
    ("Phấn đấu giảm số vụ phạm pháp hình sự.", ("decrease - - - -",)),
    ("Nâng cao tỷ lệ hồ sơ trực tuyến.", ("increase - - - -",)),
    ("Tỷ lệ nữ trong quy hoạch ít nhất vào năm 2026 đạt 35%.", ("reach ge 35 % -",)),
    ("Tốc độ tăng trưởng bình quân 9,5%/năm.", ("reach eq 9.5 % -",)),
    ("Tốc độ tăng GRDP phấn đấu đạt 10 - 11%.", ("reach eq 10 % -",)),
    ("Giải ngân đạt 100% kế hoạch vốn.", ("reach eq 100 % -",)),
    ("Hỗ trợ xây dựng 40 km đường thôn.", ("reach eq 40 km -",)),
    ("Thành lập 05 hợp tác xã kiểu mới.", ("reach eq 5 hợp tác xã -",)),
    ("Tăng gấp 2 lần số doanh nghiệp công nghệ số.", ("increase eq 2 lần -",)),
    ("Có 3/5 xã đạt chuẩn nâng cao.", ("reach eq 3 xã -",)),
    ("Tỷ suất tử vong trẻ em dưới 1 tuổi còn 11,5‰.", ("reach eq 11.5 ‰ -",)),
    (
        "Có 12 bác sĩ, 3,2 dược sĩ trên 10.000 dân.",
        ("reach eq 12 bác sĩ -", "reach eq 3.2 dược sĩ -"),
    ),
    ("Chiều cao nam 18 tuổi đạt 169 cm, nữ 158 cm.", ("reach eq 169 cm -", "reach eq 158 cm -")),
    (
        "Đón 4 - 5 triệu lượt khách quốc tế, khoảng 20 - 22 triệu lượt khách nội địa.",
        ("reach eq 4 triệu lượt -", "reach eq 20 triệu lượt -"),
    ),
    ("Tuổi thọ trung bình khoảng 75,5 tuổi.", ("reach eq 75.5 tuổi -",)),
    ("Nâng tỷ lệ hài lòng từ 80% lên 92%.", ("increase eq 92 % -",)),
    ("Không để số vụ tăng quá 3% so với năm 2024.", ("increase le 3 % năm 2024",)),
    ("Tổng vốn toàn xã hội đạt 95 nghìn tỷ đồng.", ("reach eq 95 nghìn tỷ đồng -",)),
    ("Phấn đấu xếp hạng trong nhóm 10 tỉnh dẫn đầu.", ("reach le 10 tỉnh -",)),
    (
        "Sản lượng lương thực đạt 1,2 triệu tấn, trong đó lúa 1 triệu tấn.",
        ("reach eq 1.2 triệu tấn -", "reach eq 1 triệu tấn -"),
    ),
    ("Vào nhóm 15 tỉnh dẫn đầu về chuyển đổi số.", ("reach le 15 tỉnh -",)),
    ("Kéo giảm số vụ, số người chết từ 6% đến 8%.", ("decrease ge 6 % -",)),
    ("Phấn đấu giảm chi phí tuân thủ.", ("decrease - - - -",)),
    ("Thu nhập bình quân tăng 2,5 - 3 lần so với năm 2020.", ("increase eq 2.5 lần năm 2020",)),
    ("Hỗ trợ sửa chữa, xây mới nhà cho 1.700 hộ.", ("reach eq 1700 hộ -",)),
    ("Có 06/08 huyện đạt chuẩn; 12/15 xã đạt chuẩn.", ("reach eq 6 huyện -", "reach eq 12 xã -")),
    ("Giá trị sản phẩm trên 01 ha đất đạt 150 triệu đồng.", ("reach eq 150 triệu đồng -",)),
)

NONE = (
    "Áp dụng thuế suất 8% với hàng thiết yếu.",
    "Hỗ trợ 50% chi phí mua giống cho hộ nghèo.",
    "Khử khuẩn bằng dung dịch Cloramin B 25%.",
    "Trong 05 năm qua đã có nhiều chuyển biến.",
    "Tuyên truyền nhằm kéo giảm tai nạn.",
    "Góp phần làm giảm tội phạm.",
    "Tăng cường kiểm tra các cơ sở.",
    "Theo 03 nhóm nhiệm vụ trọng tâm.",
    "Để hoàn thành 02 công trình, các nhà thầu tăng ca.",
    "Nâng cao chất lượng nguồn nhân lực.",
    "Thực hiện Quyết định số 12 của Ủy ban nhân dân tỉnh.",
    "Trong 24 giờ phải báo cáo.",
    "Được trích tối đa 15% thu nhập tính thuế để lập quỹ.",
    "Chiều cao của thanh niên 18 tuổi phải được khảo sát.",
)


def told(target: Target) -> str:
    """Return a target in one line: direction, comparison, value, unit and baseline."""
    value = "-" if target.value is None else format(target.value, "g")
    parts = (target.direction, target.comparison, value, target.unit, target.baseline)
    return " ".join(part or "-" for part in parts)


def read(words: str) -> tuple[Target, ...]:
    """Return the targets of some words."""
    text = normalise(words)
    return find_targets(text, Span(start=0, end=len(text.text)))


@pytest.mark.parametrize(
    ("words", "direction", "comparison", "value", "unit"),
    [
        ("tỷ lệ giải quyết đạt trên 85%", "reach", "gt", 85, "%"),
        ("phấn đấu kéo giảm số vụ ít nhất 7% so với năm 2023", "decrease", "ge", 7, "%"),
        ("tăng tối thiểu 10%", "increase", "ge", 10, "%"),
        ("100% hồ sơ được giải quyết đúng hạn", "reach", "eq", 100, "%"),
        ("không quá 2,5% hồ sơ trễ hạn", "reach", "le", 2.5, "%"),
        ("90% trở lên", "reach", "ge", 90, "%"),
        ("Có ≥ 40% hợp tác xã dùng nền tảng số", "reach", "ge", 40, "%"),
        ("hoàn thành xây dựng 05 mô hình", "reach", "eq", 5, "mô hình"),
        ("đào tạo ít nhất 2.000 lao động", "reach", "ge", 2000, "lao động"),
    ],
)
def test_figures(words: str, direction: str, comparison: str, value: float, unit: str) -> None:
    """A figure keeps its direction, comparison, value and unit."""
    (target,) = read(words)
    assert (target.direction, target.comparison) == (direction, comparison)
    assert (target.value, target.unit) == (value, unit)


@pytest.mark.parametrize(("words", "expected"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_sentences(words: str, expected: tuple[str, ...]) -> None:
    """Each form of print gives its targets and no others."""
    assert tuple(told(target) for target in read(words)) == expected


@pytest.mark.parametrize("words", NONE)
def test_other_figures_are_none(words: str) -> None:
    """Rates, shares of cost, strengths, purposes and periods are no targets."""
    assert read(words) == ()


def test_measures_are_alike_across_documents() -> None:
    """The same thing measured in other words has the same key, and the noun counts."""
    first, second = (
        read("Kéo giảm tội phạm về trật tự xã hội ít nhất 5% so với năm 2022")[0],
        read("phấn đấu giảm số tội phạm trật tự xã hội 7%")[0],
    )
    assert first.key == second.key == "toi-pham-trat-tu-xa-hoi"
    assert read("Hoàn thành xây dựng 12 trạm y tế.")[0].measure == "trạm y tế"


def test_baseline() -> None:
    """What a figure is compared with is kept as printed."""
    (target,) = read("kéo giảm tội phạm ít nhất 5% so với năm 2022")
    assert target.baseline == "năm 2022"


def test_direction_without_figure() -> None:
    """A direction counts where it is ordered, not where it is a purpose."""
    (target,) = read("Quyết tâm kéo giảm tai nạn giao thông.")
    assert (target.direction, target.value, target.measure) == (
        "decrease",
        None,
        "tai nạn giao thông",
    )
    assert read("Tuyên truyền nhằm kéo giảm tai nạn") == ()
    assert read("góp phần làm giảm tội phạm") == ()


def test_parts_of_a_sentence_are_targets_of_their_own() -> None:
    """Clauses of one sentence do not share their words."""
    first, second = read("100% tin báo được tiếp nhận, trong đó tỷ lệ giải quyết đạt trên 90%")
    assert (first.value, second.value) == (100, 90)
    assert second.printed == "tỷ lệ giải quyết đạt trên 90%"


def test_rates_are_none() -> None:
    """A tax rate is no figure to reach."""
    assert read("áp dụng thuế suất 10%") == ()
    assert read("trong 05 năm qua") == ()


@pytest.mark.parametrize(
    "words",
    [
        "Hiện nay khối lượng thi công đạt 61%.",
        "Thi đua “500 ngày đêm hoàn thành 3.000 km đường cao tốc”.",
        "Ưu tiên các dự án trong danh mục hoàn thành 5.000 km đường.",
        "Tổ chức thi công 3 ca, 4 kíp.",
        "Doanh nghiệp do Nhà nước nắm giữ 100% vốn điều lệ lập báo cáo.",
        "Nếu số phiếu đồng ý đạt 50% thì thông qua.",
        "Báo cáo từ 01/01 đến 15/12.",
    ],
)
def test_figures_that_set_nothing(words: str) -> None:
    """How things stand, names of campaigns and lists of works set no figure."""
    assert read(words) == ()


@pytest.mark.parametrize(
    ("words", "comparison", "value", "unit"),
    [
        ("Tối thiểu có 5 doanh nghiệp số đầu ngành.", "ge", 5, "doanh nghiệp"),
        ("Đóng góp của năng suất vào tăng trưởng ở mức trên 55%.", "gt", 55, "%"),
        ("Có từ 40 - 50 tổ chức được xếp hạng.", "ge", 40, "tổ chức"),
    ],
)
def test_figures_of_programmes(words: str, comparison: str, value: float, unit: str) -> None:
    """Least numbers before their verb, levels, and ranges, which count from their lower end."""
    (target,) = read(words)
    assert (target.comparison, target.value, target.unit) == (comparison, value, unit)


def test_a_decimal_comma_ends_no_direction() -> None:
    """A figure of a fall is one target, its decimals included."""
    (target,) = read("Giảm tỷ lệ hộ nghèo đa chiều bình quân 1 - 1,5%/năm.")
    assert (target.direction, target.value) == ("decrease", 1)


def test_falls_of_one_thing_share_their_key() -> None:
    """The words that say that it falls are no part of what falls."""
    one, other = (
        read("Cắt giảm ít nhất 30% thời gian giải quyết thủ tục."),
        read("Giảm 25% thời gian giải quyết thủ tục."),
    )
    assert one[0].key == other[0].key
