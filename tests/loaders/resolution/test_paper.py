"""Mentions of one paper explain each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.records import CitationForm, Status
from loaders.resolution.paper import OwnPaper

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Citation, Resolution


def test_a_number_is_explained_elsewhere(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A number without its day means what the same number with its day means."""
    first, second = read(
        "Theo Kế hoạch số 5/KH-UBND ngày 2/3/2023. Thực hiện Kế hoạch số 05/KH-UBND.",
        ("Kế hoạch số 5/KH-UBND", cite("Kế hoạch", "5/KH-UBND", day="2023-03-02")),
        ("Kế hoạch số 05/KH-UBND", cite("Kế hoạch", "05/KH-UBND")),
    )
    assert second.target == first.target == "id/vn/kh/ubnd-ben-tre/2023/5"
    assert "byAntecedent" in second.methods
    assert second.confidence <= first.confidence


def test_two_days_leave_a_number_open(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """One number of two years: a third mention without a year may be either."""
    *_, third = read(
        "Kế hoạch A, Kế hoạch B, Kế hoạch C",
        ("Kế hoạch A", cite("Kế hoạch", "5/KH-UBND", day="2023-03-02")),
        ("Kế hoạch B", cite("Kế hoạch", "5/KH-UBND", day="2022-03-02")),
        ("Kế hoạch C", cite("Kế hoạch", "5/KH-UBND")),
    )
    assert third.status is Status.AMBIGUOUS
    assert len(third.candidates) == 2


def test_a_run_shares_its_year(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """The year printed once at the end of a list of numbers counts for all of them."""
    first, second = read(
        "các Công điện số 17/CĐ-TTg và số 22/CĐ-TTg ngày 9/1/2024",
        ("Công điện số 17/CĐ-TTg", cite("Công điện", "17/CĐ-TTg")),
        ("số 22/CĐ-TTg ngày 9/1/2024", cite("Công điện", "22/CĐ-TTg", day="2024-01-09")),
    )
    assert (first.target, second.target) == ("id/vn/cd/ttg/2024/17", "id/vn/cd/ttg/2024/22")
    apart, _ = read(
        "Công điện số 17/CĐ-TTg đã hết. Nay có số 22/CĐ-TTg ngày 9/1/2024",
        ("Công điện số 17/CĐ-TTg", cite("Công điện", "17/CĐ-TTg")),
        ("số 22/CĐ-TTg ngày 9/1/2024", cite("Công điện", "22/CĐ-TTg", day="2024-01-09")),
    )
    assert apart.target is None


def test_a_short_form_repeats_a_number(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """The bare number means the full one of the same paper, unless another author is named."""
    _, short, other = read(
        "Kết luận số 54-KL/TW; Kết luận 54; Kết luận số 54 của Ban Bí thư",
        (
            "Kết luận số 54-KL/TW",
            cite("Kết luận", "54-KL/TW", day="2023-05-09", issuer="Bộ Chính trị"),
        ),
        ("Kết luận 54", cite("Kết luận", short="54")),
        ("Kết luận số 54 của Ban Bí thư", cite("Kết luận", short="54", issuer="Ban Bí thư")),
    )
    assert short.target == "id/vn/kl/tw/k13/54"
    assert other.target is None


def test_an_annex_hangs_on_its_decision(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """By the words between, or as the title of the decision."""
    scheme = cite("Đề án", title="trồng dừa ven sông")
    text = "Đề án trồng dừa ven sông ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 1/2/2023"
    decision = cite("Quyết định", "8/QĐ-UBND", day="2023-02-01")
    annex, _ = read(
        text,
        ("Đề án trồng dừa ven sông", scheme),
        ("Quyết định số 8/QĐ-UBND ngày 1/2/2023", decision),
    )
    assert annex.target == "id/vn/qd/ubnd-ben-tre/2023/8/annex"
    _, inside = read(
        "Quyết định số 8/QĐ-UBND phê duyệt Đề án trồng dừa ven sông",
        ("Quyết định số 8/QĐ-UBND", replace(decision, title="phê duyệt Đề án trồng dừa ven sông")),
        ("Đề án trồng dừa ven sông", replace(scheme, within=0)),
    )
    assert inside.target == annex.target
    _, only_named = read(
        "Quyết định số 8/QĐ-UBND về đôn đốc Đề án trồng dừa ven sông",
        ("Quyết định số 8/QĐ-UBND", replace(decision, title="về đôn đốc Đề án trồng dừa")),
        ("Đề án trồng dừa ven sông", replace(scheme, within=0)),
    )
    assert only_named.target is None


def test_the_papers_own_annex(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """What the paper's own title promulgates is its annex, wherever it is named."""
    own = OwnPaper(path="id/vn/qd/ubnd-ben-tre/2024/7", title="Ban hành Quy chế quản lý bến đò")
    (statute,) = read(
        "Ban hành Quy chế quản lý bến đò",
        ("Quy chế quản lý bến đò", cite("Quy chế", title="quản lý bến đò")),
        own=own,
    )
    assert statute.target == f"{own.path}/annex"


def test_a_name_is_defined_in_brackets(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A bracket that says how the paper is called gives a name for the rest of the text."""
    _, name = read(
        "Kế hoạch số 5/KH-UBND ngày 2/3/2023 (sau đây gọi tắt là Kế hoạch bến đò)",
        ("Kế hoạch số 5/KH-UBND ngày 2/3/2023", cite("Kế hoạch", "5/KH-UBND", day="2023-03-02")),
        ("Kế hoạch bến đò", cite("Kế hoạch", title="bến đò")),
    )
    assert name.target == "id/vn/kh/ubnd-ben-tre/2023/5"
    assert "byAlias" in name.methods


def test_a_name_keeps_its_printed_year(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A law named with a year that nobody knows is not the older one of that name."""
    _, newer = read(
        "Luật Viên chức; Luật Viên chức năm 2099",
        ("Luật Viên chức", cite("Luật", title="Viên chức")),
        ("Luật Viên chức năm 2099", cite("Luật", title="Viên chức", day="2099")),
    )
    assert newer.target is None


def test_a_paper_with_many_mentions(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """The nearest mention before counts first, however many there are."""
    count = 300
    text = " ".join(f"Kế hoạch ({index})" for index in range(2 * count))
    dated = [
        (f"Kế hoạch ({index})", cite("Kế hoạch", f"{index + 1}/KH-UBND", day="2023-03-02"))
        for index in range(count)
    ]
    bare = [
        (f"Kế hoạch ({count + index})", cite("Kế hoạch", f"{index + 1}/KH-UBND"))
        for index in range(count)
    ]
    found = read(text, *dated, *bare)
    assert [r.target for r in found[:count]] == [r.target for r in found[count:]]


def test_a_mention_points_back_to_the_only_one_of_its_type(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """Where one directive is named above, that is meant; where two are, both are candidates."""
    above = replace(cite("Chỉ thị"), form=CitationForm.ANAPHORIC)
    first, decision, back, other, open_one = read(
        "Chỉ thị A, Quyết định B, Chỉ thị nêu trên, Chỉ thị C, Chỉ thị nói trên",
        ("Chỉ thị A", cite("Chỉ thị", "5/CT-UBND", day="2023-03-02")),
        ("Quyết định B", cite("Quyết định", "6/QĐ-UBND", day="2023-03-02")),
        ("Chỉ thị nêu trên", above),
        ("Chỉ thị C", cite("Chỉ thị", "7/CT-UBND", day="2023-03-02")),
        ("Chỉ thị nói trên", above),
    )
    assert (back.target, back.reason) == (first.target, "named-above")
    assert back.confidence < first.confidence
    assert open_one.status is Status.AMBIGUOUS
    assert {each.target for each in open_one.candidates} == {first.target, other.target}
    assert decision.target not in {each.target for each in open_one.candidates}


def test_a_mention_points_back_to_nothing_where_one_above_is_unknown(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """Of two directives above, one of which nobody knows, none is chosen."""
    above = replace(cite("Chỉ thị"), form=CitationForm.ANAPHORIC)
    *_, back = read(
        "Chỉ thị A, Chỉ thị B, Chỉ thị nêu trên",
        ("Chỉ thị A", cite("Chỉ thị", "5/CT-UBND", day="2023-03-02")),
        ("Chỉ thị B", cite("Chỉ thị", "6/CT-UBND")),
        ("Chỉ thị nêu trên", above),
    )
    assert back.target is None


def test_the_register_says_what_an_outer_paper_continues(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """A number inside the title of a known paper is the one that the register says it continues."""
    _, inner = read(
        "Kết luận A về việc tiếp tục thực hiện Chỉ thị B",
        ("Kết luận A", cite("Kết luận", "05-KL/TW", day="2021-06-03")),
        ("Chỉ thị B", replace(cite("Chỉ thị", "50-CT/TW"), within=0)),
    )
    assert (inner.status, inner.target) == (Status.RESOLVED, "id/vn/ct/tw/k11/50")


def test_a_submission_puts_nothing_into_being(
    cite: Callable[..., Citation], read: Callable[..., tuple[Resolution, ...]]
) -> None:
    """What a submission proposes to issue is no annex of it."""
    _, rules = read(
        "Tờ trình A về ban hành Quy chế B",
        (
            "Tờ trình A",
            cite("Tờ trình", "66/TTr-SYT", day="2013-05-17", title="về ban hành Quy chế B"),
        ),
        ("Quy chế B", replace(cite("Quy chế", title="B"), within=0)),
    )
    assert rules.target is None
