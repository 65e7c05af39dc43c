"""Deadlines: dates, periods, rhythms and events."""

from __future__ import annotations

import tomllib
from pathlib import Path

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


DATA = tomllib.loads(
    Path(__file__).with_name("deadline_sentences.toml").read_text(encoding="utf-8")
)

ON_10_MARCH = PartialDate(year=2025, month=3, day=10)


def told(deadline: Deadline) -> str:
    """Return a deadline in one line: what it names and its last day."""
    return f"{deadline.iso or deadline.recurrence or '-'} {deadline.due or '-'}"


@pytest.mark.parametrize("row", DATA["sentence"], ids=lambda row: row["words"])
def test_sentences(row: dict[str, list[str]]) -> None:
    """Each printed form gives its day, period or rhythm; computed only where that is right."""
    text = normalise(str(row["words"]))
    span = Span(start=0, end=len(text.text))
    assert [told(d) for d in find_deadlines(text, span, ON_10_MARCH)] == row["gives"]


@pytest.mark.parametrize("words", DATA["none"])
def test_words_that_set_no_time(words: str) -> None:
    """Dates of papers, the past, programme periods, comparisons and vague words set none."""
    text = normalise(words)
    assert find_deadlines(text, Span(start=0, end=len(text.text)), ON_10_MARCH) == ()


@pytest.mark.parametrize("row", DATA["cell"], ids=lambda row: row["words"])
def test_cells_that_tell_a_time(row: dict[str, list[str]]) -> None:
    """In a column a time needs no word before it; a range of times is due at its end."""
    text = normalise(str(row["words"]))
    span = Span(start=0, end=len(text.text))
    assert [told(d) for d in find_times(text, span, ON_10_MARCH)] == row["gives"]


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
        (
            "Định kỳ hằng tháng báo cáo, gửi Sở Y tế trước ngày 20 hằng tháng.",
            ["FREQ=MONTHLY;BYMONTHDAY=20"],
        ),
        ("Báo cáo ngay sau khi Luật Thủy lợi (sửa đổi) được Quốc hội thông qua.", [None]),
        ("Triển khai dự án (khi Bộ Y tế có văn bản triển khai).", [None]),
    ],
)
def test_rhythms_take_the_day_beside_them(words: str, rules: list[str | None]) -> None:
    """A rhythm with its day is one time; what waits for a law or a ministry has no day."""
    assert [deadline.recurrence for deadline in read(words)] == rules
