"""Deadlines: dates, periods, rhythms and events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.normalisation.normaliser import normalise
from loaders.obligations.deadlines import find_deadlines, find_times
from loaders.records import Deadline, PartialDate, Span

ISSUED = PartialDate(year=2024, month=3, day=5)


def read(words: str) -> tuple[Deadline, ...]:
    """Return the deadlines of some words."""
    text = normalise(words)
    return find_deadlines(text, Span(start=0, end=len(text.text)), ISSUED)


# Own sentences in a paper of 10 March 2025: what each names, and its last day ("-": none).
SENTENCES = (
    # days
    ("Hoàn thành trước ngày 15/6/2025.", ("2025-06-15 2025-06-15",)),
    ("Gửi Sở Y tế trước ngày 15-6-2025.", ("2025-06-15 2025-06-15",)),
    ("Gửi Sở Y tế trước ngày 15.6.2025.", ("2025-06-15 2025-06-15",)),
    ("Gửi Sở Y tế trước ngày 05 tháng 6 năm 2025.", ("2025-06-05 2025-06-05",)),
    ("Trình trước 15/6/2025.", ("2025-06-15 2025-06-15",)),
    ("Báo cáo chậm nhất ngày 20/5/2025.", ("2025-05-20 2025-05-20",)),
    ("Báo cáo chậm nhất là ngày 20/5/2025.", ("2025-05-20 2025-05-20",)),
    ("Báo cáo muộn nhất vào ngày 20/5/2025.", ("2025-05-20 2025-05-20",)),
    ("Báo cáo chậm nhất đến hết ngày 20/5/2025.", ("2025-05-20 2025-05-20",)),
    ("Thực hiện đến hết ngày 31/12/2025.", ("2025-12-31 2025-12-31",)),
    ("Nộp hồ sơ trước 17 giờ ngày 20/4/2025.", ("2025-04-20 2025-04-20",)),
    ("Nộp hồ sơ trước 17h00 ngày 20/4/2025.", ("2025-04-20 2025-04-20",)),
    ("Nộp hồ sơ trước 10h30 ngày 15 tháng 4 năm 2025.", ("2025-04-15 2025-04-15",)),
    ("Hoàn thành trong ngày 15/4/2025.", ("2025-04-15 2025-04-15",)),
    ("Bàn giao xong trước ngày 30/4.", ("2025-04-30 2025-04-30",)),
    ("Bàn giao xong trước ngày 28/02.", ("2026-02-28 2026-02-28",)),
    ("Phát động vào ngày 19/5/2025.", ("2025-05-19 2025-05-19",)),
    ("Báo cáo trước ngày mùng 5 tháng 5 năm 2025.", ("2025-05-05 2025-05-05",)),
    ("Hoàn thành trước ngày 01 tháng Sáu năm 2025.", ("2025-06-01 2025-06-01",)),
    ("Thời hạn hoàn thành là ngày 30/9/2025.", ("2025-09-30 2025-09-30",)),
    (
        "Xong trước ngày 15/6/2025 và gửi báo cáo trước ngày 20/6/2025.",
        ("2025-06-15 2025-06-15", "2025-06-20 2025-06-20"),
    ),
    # months
    ("Hoàn thành trong tháng 4/2025.", ("2025-04 2025-04-30",)),
    ("Hoàn thành trong tháng 4 năm 2025.", ("2025-04 2025-04-30",)),
    ("Hoàn thành trong tháng 02/2028.", ("2028-02 2028-02-29",)),
    ("Xong trong tháng 5.", ("2025-05 2025-05-31",)),
    ("Trình cuối tháng 6/2025.", ("2025-06 2025-06-30",)),
    ("Trình chậm nhất trong tháng 7/2025.", ("2025-07 2025-07-31",)),
    ("Thực hiện đến hết tháng 8/2025.", ("2025-08 2025-08-31",)),
    ("Ban hành trước tháng 12 năm 2025.", ("2025-12 2025-11-30",)),
    ("Ban hành trước tháng 01/2026.", ("2026-01 2025-12-31",)),
    ("Hoàn thành trong tháng Mười năm 2025.", ("2025-10 2025-10-31",)),
    ("Hoàn thành vào tháng 11/2025.", ("2025-11 2025-11-30",)),
    ("Tổ chức trong tuần thứ hai của tháng 6/2025.", ("2025-06 2025-06-14",)),
    ("Tổ chức trong tuần đầu tháng 6/2025.", ("2025-06 2025-06-07",)),
    ("Tổ chức trong tuần cuối tháng 6 năm 2025.", ("2025-06 2025-06-30",)),
    # quarters, halves, years
    ("Trình trong quý II/2025.", ("2025-Q2 2025-06-30",)),
    ("Trình trong quý II năm 2025.", ("2025-Q2 2025-06-30",)),
    ("Trình trong Quý 3/2025.", ("2025-Q3 2025-09-30",)),
    ("Trình trong quý IV.", ("2025-Q4 2025-12-31",)),
    ("Hoàn thành cuối quý III/2025.", ("2025-Q3 2025-09-30",)),
    ("Hoàn thành trong quí I-2026.", ("2026-Q1 2026-03-31",)),
    ("Chậm nhất trong quý I năm 2026 phải xong.", ("2026-Q1 2026-03-31",)),
    ("Hết quý II/2025 phải hoàn thành kiểm kê.", ("2025-Q2 2025-06-30",)),
    ("Ban hành trước quý IV/2025.", ("2025-Q4 2025-09-30",)),
    ("Hoàn thành trong 6 tháng đầu năm 2026.", ("2026-06 2026-06-30",)),
    ("Hoàn thành trong 6 tháng đầu năm.", ("2025-06 2025-06-30",)),
    ("Hoàn thành trong sáu tháng cuối năm 2025.", ("2025-12 2025-12-31",)),
    ("Hoàn thành trong năm 2025.", ("2025 2025-12-31",)),
    ("Hoàn thành trước năm 2027.", ("2027 2026-12-31",)),
    ("Đến hết năm 2030, mọi thôn có đường cứng.", ("2030 2030-12-31",)),
    ("Đến năm 2030, có ít nhất 50% xã đạt chuẩn.", ("2030 2030-12-31",)),
    ("Phấn đấu đến năm 2027 đạt 80%.", ("2027 2027-12-31",)),
    ("Đến cuối năm 2026, hoàn thành số hóa.", ("2026 2026-12-31",)),
    ("Tỷ lệ đạt 85% vào năm 2027.", ("2027 2027-12-31",)),
    ("Giảm số giờ chờ còn 0,5 giờ vào năm 2026.", ("2026 2026-12-31",)),
    ("Hoàn thành chậm nhất vào cuối năm 2025.", ("2025 2025-12-31",)),
    # rhythms
    ("Hằng ngày báo cáo tình hình.", ("FREQ=DAILY -",)),
    ("Báo cáo trước 16 giờ hằng ngày.", ("FREQ=DAILY -",)),
    ("Báo cáo 02 lần/ngày.", ("FREQ=DAILY -",)),
    ("Định kỳ hằng tuần báo cáo Sở Nội vụ.", ("FREQ=WEEKLY -",)),
    ("Báo cáo vào thứ Sáu hằng tuần.", ("FREQ=WEEKLY;BYDAY=FR -",)),
    ("Báo cáo trước 15 giờ thứ Năm hằng tuần.", ("FREQ=WEEKLY;BYDAY=TH -",)),
    ("Báo cáo chiều thứ 6 hàng tuần.", ("FREQ=WEEKLY;BYDAY=FR -",)),
    ("Hằng tháng gửi báo cáo về Sở Y tế.", ("FREQ=MONTHLY -",)),
    ("Báo cáo trước ngày 25 hằng tháng.", ("FREQ=MONTHLY;BYMONTHDAY=25 -",)),
    ("Báo cáo chậm nhất ngày 05 hàng tháng.", ("FREQ=MONTHLY;BYMONTHDAY=5 -",)),
    ("Định kỳ ngày 20 hằng tháng tổng hợp.", ("FREQ=MONTHLY;BYMONTHDAY=20 -",)),
    ("Báo cáo vào ngày 15 hằng tháng.", ("FREQ=MONTHLY;BYMONTHDAY=15 -",)),
    ("Trước ngày 18 của tháng, gửi báo cáo.", ("FREQ=MONTHLY;BYMONTHDAY=18 -",)),
    ("Báo cáo vào ngày cuối cùng hằng tháng.", ("FREQ=MONTHLY;BYMONTHDAY=-1 -",)),
    ("Định kỳ hằng quý báo cáo kết quả.", ("FREQ=MONTHLY;INTERVAL=3 -",)),
    ("Mỗi quý một lần kiểm tra kho.", ("FREQ=MONTHLY;INTERVAL=3 -",)),
    ("Báo cáo 01 lần/quý.", ("FREQ=MONTHLY;INTERVAL=3 -",)),
    (
        "Báo cáo trước ngày 20 của tháng cuối quý.",
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20 -",),
    ),
    (
        "Báo cáo trước ngày 05 tháng đầu của quý sau.",
        ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5 -",),
    ),
    ("Định kỳ 6 tháng báo cáo Tỉnh ủy.", ("FREQ=MONTHLY;INTERVAL=6 -",)),
    ("Báo cáo 6 tháng một lần.", ("FREQ=MONTHLY;INTERVAL=6 -",)),
    ("Kiểm tra 2 lần/năm.", ("FREQ=MONTHLY;INTERVAL=6 -",)),
    ("Mỗi năm 02 lần tổ chức diễn tập.", ("FREQ=MONTHLY;INTERVAL=6 -",)),
    ("Định kỳ 6 tháng, năm báo cáo kết quả.", ("FREQ=MONTHLY;INTERVAL=6 -", "FREQ=YEARLY -")),
    (
        "Định kỳ hằng quý, 6 tháng, hằng năm báo cáo.",
        ("FREQ=MONTHLY;INTERVAL=3 -", "FREQ=MONTHLY;INTERVAL=6 -", "FREQ=YEARLY -"),
    ),
    ("Định kỳ 6 tháng và hằng năm báo cáo Sở.", ("FREQ=MONTHLY;INTERVAL=6 -", "FREQ=YEARLY -")),
    (
        "Định kỳ 03 tháng, 06 tháng và năm báo cáo.",
        ("FREQ=MONTHLY;INTERVAL=3 -", "FREQ=MONTHLY;INTERVAL=6 -", "FREQ=YEARLY -"),
    ),
    ("Hằng năm, tổ chức sơ kết.", ("FREQ=YEARLY -",)),
    ("Hàng năm tổ chức tập huấn.", ("FREQ=YEARLY -",)),
    ("Báo cáo trước ngày 30/11 hằng năm.", ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30 -",)),
    ("Hằng năm, trước ngày 30/11 gửi báo cáo.", ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30 -",)),
    (
        "Hàng năm, chậm nhất vào ngày 15 tháng 12 gửi báo cáo.",
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 -",),
    ),
    ("Định kỳ hằng năm (trước ngày 10/12) báo cáo.", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10 -",)),
    (
        "Báo cáo trước ngày 05/6 và ngày 05/12 hằng năm.",
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5 -", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 -"),
    ),
    (
        "Định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12) báo cáo.",
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15 -", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 -"),
    ),
    (
        "Định kỳ 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12) gửi Sở Y tế.",
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10 -", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10 -"),
    ),
    ("Tổ chức vào tháng 11 hằng năm.", ("FREQ=YEARLY;BYMONTH=11 -",)),
    ("Hoàn thành trong quý I hằng năm.", ("FREQ=YEARLY;BYMONTH=3 -",)),
    ("Trong tháng 3 hàng năm công khai số liệu.", ("FREQ=YEARLY;BYMONTH=3 -",)),
    ("Đánh giá 2 năm một lần.", ("FREQ=YEARLY;INTERVAL=2 -",)),
    ("Đánh giá 05 năm/lần.", ("FREQ=YEARLY;INTERVAL=5 -",)),
    ("Cứ 03 tháng một lần rà soát danh sách.", ("FREQ=MONTHLY;INTERVAL=3 -",)),
    # periods from an event
    ("Trong thời hạn 15 ngày kể từ ngày ký, ban hành kế hoạch.", ("- 2025-03-25",)),
    ("Trong vòng 10 ngày kể từ ngày ban hành Chỉ thị này phải xong.", ("- 2025-03-20",)),
    ("Chậm nhất 10 ngày kể từ ngày ký, gửi kế hoạch.", ("- 2025-03-20",)),
    ("Chậm nhất sau 30 ngày kể từ ngày ban hành Kế hoạch này.", ("- 2025-04-09",)),
    ("Trong thời hạn 02 tháng kể từ ngày ký.", ("- 2025-05-10",)),
    ("Trong thời hạn 05 ngày làm việc kể từ ngày ký.", ("- -",)),
    ("Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ.", ("- -",)),
    ("Chậm nhất 05 ngày làm việc sau khi kết thúc đợt kiểm tra.", ("- -",)),
    ("Trong vòng 24 giờ kể từ khi nhận tin báo.", ("- -",)),
    ("Xử lý trong 24 - 48 giờ sau khi nước rút.", ("- -",)),
    ("Ngay sau khi bão tan, thống kê thiệt hại.", ("- -",)),
    ("Sửa đổi quy chế ngay khi có hướng dẫn của Bộ Y tế.", ("- -",)),
    ("Trình tại kỳ họp Hội đồng nhân dân tỉnh gần nhất.", ("- -",)),
    ("Trình tại kỳ họp cuối năm 2025.", ("- -",)),
    ("Báo cáo kết quả khi kết thúc chiến dịch.", ("- -",)),
    ("Hoàn thành trước Tết Nguyên đán.", ("- -",)),
    ("Hoàn thành trước khi năm học mới bắt đầu.", ("- -",)),
    ("Sửa xong trước mùa mưa bão.", ("- -",)),
)
NONE = (
    "Thực hiện Quyết định số 12/QĐ-UBND ngày 15/6/2025.",
    "Chương trình hành động giai đoạn 2021 - 2025.",
    "Quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.",
    "Đã hoàn thành trong năm 2023.",
    "Kéo giảm 5% so với cùng kỳ năm 2024.",
    "Khẩn trương, kịp thời, thường xuyên thực hiện.",
    "Dự toán ngân sách hằng năm của đơn vị.",
    "Trong thời gian tới tiếp tục thực hiện.",
    "Theo lộ trình đã được duyệt.",
    "Tổng kết công tác năm 2024.",
    "Kết quả 6 tháng đầu năm 2025 đạt khá.",
    "Năm học 2025 - 2026 có nhiều đổi mới.",
    "Chiến lược phát triển đến năm 2045.",
    "Kiểm tra định kỳ hoặc đột xuất.",
    "Từ ngày 01/7/2025, chính quyền địa phương hai cấp vận hành.",
    "Luật có hiệu lực từ năm 2026.",
    "Đường dây nóng hoạt động 24/7.",
    "Trong 05 năm qua, công tác này có tiến bộ.",
)
TIMES = (
    ("Quý III/2025", ("2025-Q3 2025-09-30",)),
    ("Tháng 5/2025", ("2025-05 2025-05-31",)),
    ("30/6/2025", ("2025-06-30 2025-06-30",)),
    ("Trước 30/6/2025", ("2025-06-30 2025-06-30",)),
    ("Năm 2026", ("2026 2026-12-31",)),
    ("2025 - 2026", ("2026 2026-12-31",)),
    ("Giai đoạn 2025 - 2030", ("2030 2030-12-31",)),
    ("Hằng năm", ("FREQ=YEARLY -",)),
    ("Hàng quý", ("FREQ=MONTHLY;INTERVAL=3 -",)),
    ("Quý II - Quý IV/2025", ("2025-Q4 2025-12-31",)),
    ("Quý II, III/2025", ("2025-Q3 2025-09-30",)),
    ("Từ ngày 01/5/2025 đến ngày 30/5/2025", ("2025-05-30 2025-05-30",)),
    ("Từ tháng 5 đến tháng 9/2025", ("2025-09 2025-09-30",)),
    ("6 tháng đầu năm 2026", ("2026-06 2026-06-30",)),
    ("Thường xuyên", ()),
    ("Quý I", ("2025-Q1 2025-03-31",)),
    ("Tháng 12", ("2025-12 2025-12-31",)),
    ("Tháng 4 và tháng 10 hằng năm", ("FREQ=YEARLY;BYMONTH=4,10 -",)),
)

ON_10_MARCH = PartialDate(year=2025, month=3, day=10)


def told(deadline: Deadline) -> str:
    """Return a deadline in one line: what it names and its last day."""
    return f"{deadline.iso or deadline.recurrence or '-'} {deadline.due or '-'}"


@pytest.mark.parametrize(("words", "expected"), SENTENCES, ids=[words for words, _ in SENTENCES])
def test_sentences(words: str, expected: tuple[str, ...]) -> None:
    """Each printed form gives its day, period or rhythm; computed only where that is right."""
    text = normalise(words)
    span = Span(start=0, end=len(text.text))
    assert tuple(told(d) for d in find_deadlines(text, span, ON_10_MARCH)) == expected


@pytest.mark.parametrize("words", NONE)
def test_words_that_set_no_time(words: str) -> None:
    """Dates of papers, the past, programme periods, comparisons and vague words set none."""
    text = normalise(words)
    assert find_deadlines(text, Span(start=0, end=len(text.text)), ON_10_MARCH) == ()


@pytest.mark.parametrize(("words", "expected"), TIMES, ids=[words for words, _ in TIMES])
def test_cells_that_tell_a_time(words: str, expected: tuple[str, ...]) -> None:
    """In a column a time needs no word before it; a range of times is due at its end."""
    text = normalise(words)
    span = Span(start=0, end=len(text.text))
    assert tuple(told(d) for d in find_times(text, span, ON_10_MARCH)) == expected


@pytest.mark.parametrize(
    ("words", "iso", "due"),
    [
        ("Hoàn thành trước ngày 15/6/2024.", "2024-06-15", "2024-06-15"),
        ("Gửi về Sở chậm nhất ngày 20 tháng 11 năm 2024.", "2024-11-20", "2024-11-20"),
        ("Xong trong tháng 4/2024.", "2024-04", "2024-04-30"),
        ("Trình trong quý II năm 2024.", "2024-Q2", "2024-06-30"),
        ("Hoàn thành trong Quý IV/2024.", "2024-Q4", "2024-12-31"),
        ("Hoàn thành trong năm 2025.", "2025", "2025-12-31"),
        ("Đến hết năm 2030, có 50% xã đạt chuẩn.", "2030", "2030-12-31"),
        ("Hoàn thành trong 6 tháng đầu năm 2024.", "2024-06", "2024-06-30"),
        ("Báo cáo trước ngày 20/4.", "2024-04-20", "2024-04-20"),
        ("Báo cáo trước ngày 10/01.", "2025-01-10", "2025-01-10"),
    ],
)
def test_dates_and_periods(words: str, iso: str, due: str) -> None:
    """A period is due on its last day; a year left out is that of the paper or the next."""
    (deadline,) = read(words)
    assert (deadline.iso, deadline.due, deadline.recurrence) == (iso, due, None)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Định kỳ hằng quý báo cáo kết quả.", "FREQ=MONTHLY;INTERVAL=3"),
        ("định kỳ 6 tháng báo cáo", "FREQ=MONTHLY;INTERVAL=6"),
        ("Hằng năm, tổ chức sơ kết.", "FREQ=YEARLY"),
        ("báo cáo vào thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=TH"),
        ("báo cáo trước ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("gửi trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
        ("trước ngày 20 của tháng cuối quý", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
        (
            "Định kỳ hằng năm (trước ngày 10 tháng 12) báo cáo",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10",
        ),
    ],
)
def test_rhythms(words: str, rule: str) -> None:
    """A rhythm is a recurrence rule and no date."""
    (deadline,) = read(words)
    assert (deadline.recurrence, deadline.iso) == (rule, None)


def test_two_rhythms_of_one_phrase() -> None:
    """The words 'định kỳ 6 tháng, năm' are two rhythms, "05/6 và 05/12 hằng năm" two days."""
    assert [d.recurrence for d in read("định kỳ 6 tháng, năm báo cáo kết quả")] == [
        "FREQ=MONTHLY;INTERVAL=6",
        "FREQ=YEARLY",
    ]
    first, second = read("định kỳ trước ngày 05/6 và 05/12 hằng năm báo cáo")
    assert first.printed == "định kỳ trước ngày 05/6"
    assert second.printed == "05/12 hằng năm"
    assert second.recurrence == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"


@pytest.mark.parametrize(
    "words",
    ["trong thời hạn 15 ngày kể từ ngày nhận hồ sơ", "ngay sau khi bão tan", "tại kỳ họp gần nhất"],
)
def test_events_stay_open(words: str) -> None:
    """A period that runs from an event has no date of its own."""
    (deadline,) = read(words)
    assert deadline.iso is deadline.due is deadline.recurrence is None
    assert deadline.printed == words


def test_before_is_not_inclusive() -> None:
    """The words 'trước ngày' means that the day itself is too late; "trong", "chậm nhất" do not."""
    assert [d.inclusive for d in read("trước ngày 15/6/2024; chậm nhất ngày 20/6/2024")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "thực hiện Quyết định số 12/QĐ-UBND ngày 15/6/2024",
        "đã hoàn thành trong năm 2022",
        "Chương trình phòng, chống ma túy đến năm 2030",
        "giai đoạn 2025 - 2030, tầm nhìn đến năm 2045",
        "khẩn trương, kịp thời, theo lộ trình",
        "dự toán ngân sách hằng năm",
    ],
)
def test_other_times_are_none(words: str) -> None:
    """Dates of papers, the past, programme periods and vague words are no deadlines."""
    assert read(words) == ()


def test_columns_tell_bare_times() -> None:
    """In a column a quarter, month or year counts without a word before it."""
    text = normalise("Quý III/2024")
    (deadline,) = find_times(text, Span(start=0, end=len(text.text)), ISSUED)
    assert deadline.iso == "2024-Q3"
    text = normalise("2025")
    assert find_times(text, Span(start=0, end=4), ISSUED)[0].iso == "2025"


@given(st.dates(min_value=__import__("datetime").date(2025, 1, 1)))
def test_any_later_date_is_read_back(day: object) -> None:
    """A printed day comes back as the same ISO date, and its span quotes it."""
    words = f"Hoàn thành trước ngày {day:%d/%m/%Y}."
    if "/20" not in words and "/19" not in words:
        return
    (deadline,) = read(words)
    assert deadline.iso == f"{day:%Y-%m-%d}"
    assert words[deadline.span.start : deadline.span.end] == deadline.printed


@pytest.mark.parametrize(
    ("words", "printed", "recurrence"),
    [
        ("Trạm y tế báo cáo 02 lần/ngày.", "02 lần/ngày", "FREQ=DAILY"),
        ("Gửi UBND xã hằng tuần về tình hình đê.", "hằng tuần", "FREQ=WEEKLY"),
        ("Xây dựng quy chế khi Chính phủ ban hành nghị định.", None, None),
        ("Khử khuẩn ngay khi nước lui.", "ngay khi nước lui", None),
    ],
)
def test_rhythms_and_events_in_running_words(
    words: str, printed: str | None, recurrence: str | None
) -> None:
    """A rhythm may stand behind its recipient; an event gives no date."""
    text = normalise(words)
    (found,) = find_deadlines(text, Span(start=0, end=len(text.text)), None)
    assert found.recurrence == recurrence
    assert printed is None or found.printed == printed


@pytest.mark.parametrize(
    ("words", "start", "due"),
    [
        ("Thực hiện từ ngày 01/6 đến ngày 30/9/2024.", "2024-06-01", "2024-09-30"),
        ("Triển khai từ ngày 15/11/2024 đến hết ngày 15/02/2025.", "2024-11-15", "2025-02-15"),
        ("Thực hiện từ tháng 7 đến tháng 9 năm 2024.", "2024-07-01", "2024-09-30"),
        ("Hoàn thành trước ngày 15/6/2024.", None, "2024-06-15"),
    ],
)
def test_an_interval_keeps_its_first_day(words: str, start: str | None, due: str) -> None:
    """An interval is due on its last day and knows its first one."""
    (deadline,) = read(words)
    assert (deadline.start, deadline.due) == (start, due)


def test_a_range_in_a_column_keeps_its_first_day() -> None:
    """A cell that tells two times joined by a dash names one interval."""
    text = normalise("Quý II/2025 - Quý IV/2025")
    (deadline,) = find_times(text, Span(start=0, end=len(text.text)), ISSUED)
    assert (deadline.start, deadline.due) == ("2025-04-01", "2025-12-31")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Sở Y tế kiểm tra trước ngày 20/02/2024.", True),
        ("Sở Y tế kiểm tra trước ngày 20/11/2023.", False),
        ("Số liệu đến hết ngày 20/02/2024.", False),
    ],
)
def test_a_day_set_shortly_before_the_paper_counts(words: str, *, kept: bool) -> None:
    """A notice of conclusions tells of days between the meeting and itself; older ones are past."""
    assert bool(read(words)) is kept


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (
            "Báo cáo hằng quý (trước ngày 15 của tháng cuối quý) và hằng năm (trước ngày 10/12).",
            [
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10",
            ],
        ),
        ("Báo cáo định kỳ hằng tháng (trước ngày 14).", ["FREQ=MONTHLY;BYMONTHDAY=14"]),
        ("Tổng hợp hằng tháng vào ngày 20.", ["FREQ=MONTHLY;BYMONTHDAY=20"]),
        (
            "Định kỳ 6 tháng báo cáo Sở Y tế trước ngày 15 tháng 6 và trước ngày 01 tháng 12.",
            [
                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
            ],
        ),
        ("Báo cáo ngay sau khi Luật Thủy lợi (sửa đổi) được Quốc hội thông qua.", [None]),
        ("Triển khai dự án (khi Bộ Y tế có văn bản triển khai).", [None]),
    ],
)
def test_rhythms_take_the_day_beside_them(words: str, rules: list[str | None]) -> None:
    """A rhythm with its day is one time; what waits for a law or a ministry has no day."""
    assert [deadline.recurrence for deadline in read(words)] == rules
