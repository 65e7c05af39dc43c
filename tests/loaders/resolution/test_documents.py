"""Each citation is resolved by itself, on the day on which it uses its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.records import CitationForm, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Citation, Resolution


def test_a_name_inside_a_title_is_of_the_outer_day(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A decree of 2006 that details a law means the law of that time."""
    _, law = read(
        "Nghị định số 152/2006/NĐ-CP hướng dẫn Luật Bảo hiểm xã hội",
        (
            "Nghị định số 152/2006/NĐ-CP",
            cite(
                "Nghị định",
                "152/2006/NĐ-CP",
                day="2006-12-22",
                title="hướng dẫn Luật Bảo hiểm xã hội",
            ),
        ),
        ("Luật Bảo hiểm xã hội", cite("Luật", title="Bảo hiểm xã hội", within=0)),
    )
    assert law.target == "id/vn/qh11/2006/71"


def test_the_day_behind_amended_laws_is_not_theirs(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """The last law of an amending law's name is followed by the amending law's day."""
    name = "sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Xử lý vi phạm hành chính"
    _, last = read(
        f"Luật {name} ngày 29/11/2024",
        (f"Luật {name}", cite("Luật", title=name, day="2024-11-29")),
        (
            "Luật Xử lý vi phạm hành chính",
            cite("Luật", title="Xử lý vi phạm hành chính", day="2024-11-29", within=0),
        ),
    )
    assert last.target == "id/vn/qh13/2012/15"


def test_a_paper_without_a_day_is_as_young_as_what_it_cites(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """The last day that it prints of another paper tells which law was in force."""
    _, law = read(
        "Công điện số 3/CĐ-TTg ngày 5/2/2025 và Luật Đất đai",
        ("Công điện số 3/CĐ-TTg ngày 5/2/2025", cite("Công điện", "3/CĐ-TTg", day="2025-02-05")),
        ("Luật Đất đai", cite("Luật", title="Đất đai")),
        day="",
    )
    assert law.target == "id/vn/qh15/2024/31"


def test_a_paper_without_a_day_may_be_younger_than_all_that_it_cites(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """Where a name had another law since the last day that it prints, either may be meant."""
    _, law = read(
        "Công điện số 3/CĐ-TTg ngày 5/2/2010 và Luật Đất đai",
        ("Công điện số 3/CĐ-TTg ngày 5/2/2010", cite("Công điện", "3/CĐ-TTg", day="2010-02-05")),
        ("Luật Đất đai", cite("Luật", title="Đất đai")),
        day="",
    )
    assert law.status is Status.AMBIGUOUS
    assert {c.target for c in law.candidates} >= {"id/vn/qh11/2003/13", "id/vn/qh15/2024/31"}


def test_the_year_in_a_number_dates_what_its_title_names(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A decree of 2008, its day not printed, details no law that came after it."""
    title = "hướng dẫn Luật Đất đai"
    _, law = read(
        "Nghị định số 999/2008/NĐ-CP hướng dẫn Luật Đất đai",
        ("Nghị định số 999/2008/NĐ-CP", cite("Nghị định", "999/2008/NĐ-CP", title=title)),
        ("Luật Đất đai", cite("Luật", title="Đất đai", within=0)),
        day="2025-10-01",
    )
    assert law.target == "id/vn/qh11/2003/13"


def test_anaphors_and_unreadable_numbers_stay_open(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """Neither is an error."""
    this = replace(cite("Chỉ thị", title="này"), form=CitationForm.ANAPHORIC)
    anaphor, broken = read(
        "Chỉ thị này; Quyết định 24/7",
        ("Chỉ thị này", this),
        ("Quyết định 24/7", cite("Quyết định", "24/7")),
    )
    assert (anaphor.status, anaphor.reason) == (Status.UNRESOLVED, "anaphoric")
    assert (broken.status, broken.reason) == (Status.UNRESOLVED, "number-unreadable")
