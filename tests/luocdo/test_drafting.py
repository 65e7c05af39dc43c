"""Planted faults are all found, and a clean draft raises no warning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.extraction import extract
from loaders.readers import Limits
from loaders.records import Run, SourceFile
from luocdo.drafting import check_draft
from luocdo.known_papers import KnownPapers
from ontology.registry import load_registry

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.remarks import Remark
    from ontology.registry import Registry

TODAY = date(2026, 11, 2)
FRAME = """\
ỦY BAN NHÂN DÂN
TỈNH MÂY SƯƠNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số:      /{symbol}
Mây Sương, ngày {day} tháng {month} năm 2026

{kind}
{title}

{preamble}

{items}

Nơi nhận:
{recipients}
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lâm Thị Bạch Vân
"""
ORDER = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:"


@pytest.fixture(scope="module")
def registry(project: Path) -> Registry:
    """Return the registers with those of the invented province."""
    return load_registry(project / "examples" / "registers")


def draft(
    preamble: str,
    *items: str,
    symbol: str = "CT-UBND",
    kind: str = "CHỈ THỊ",
    title: str = "Về việc tăng cường phòng cháy, chữa cháy rừng mùa khô",
    recipients: str = "- Các sở, ban, ngành tỉnh;",
    day: str = "     ",
) -> str:
    """Return the text of a draft; without a day, as before signing."""
    numbered = "\n\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))
    return FRAME.format(
        symbol=symbol, day=day, month="11", kind=kind, title=title, preamble=preamble,
        items=numbered, recipients=recipients,
    )  # fmt: skip


def remarks(text: str, registry: Registry) -> tuple[Remark, ...]:
    """Return the remarks on a text."""
    file = SourceFile(
        name="draft.txt", media_type="text/plain", content=text.encode(), sha256="0" * 64
    )
    limits = Limits(file_bytes=1_000_000, characters=1_000_000)
    run = Run(version="", register_sha256="", settings="", started_at="")
    papers = KnownPapers(registry=registry)
    return check_draft(extract(file, registry, limits, run), papers, TODAY)


FORESTRY = "Căn cứ Luật Lâm nghiệp số 16/2017/QH14 ngày 15 tháng 11 năm 2017;\n"
ARCHIVES = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
GIVEN = "Công an tỉnh chủ trì, phối hợp với Sở Nông nghiệp và Môi trường rà soát các khu rừng có nguy cơ cháy cao, hoàn thành trước ngày 15 tháng 12 năm 2026."
BUDGET = (
    "Sở Tài chính bố trí kinh phí mua sắm phương tiện chữa cháy trước ngày 20 tháng 12 năm 2026."
)

FAULTY = {
    "dates and titles": (
        draft(
            f"{FORESTRY}Căn cứ Nghị định số 30/2020/NĐ-CP ngày 15 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n"
            "Thực hiện Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ về khôi phục rừng ngập mặn ven biển, "
            + ORDER,
            GIVEN,
            BUDGET,
        ),
        {("date-differs", "30/2020/NĐ-CP"), ("title-differs", "rừng ngập mặn")},
    ),
    "numbers": (
        draft(
            "Căn cứ Quyết định số /QĐ-TTg của Thủ tướng Chính phủ;\n"
            f"Căn cứ Nghị định số 30/2020/ND-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n{ORDER}",
            GIVEN,
            "Sở Tư pháp rà soát việc thực hiện Nghị định số 45/2021/QĐ-TTg của Chính phủ trước ngày 10 tháng 12 năm 2026.",
            "Sở Nội vụ tham mưu thực hiện Nghị quyết số 12 của Tỉnh ủy trước ngày 10 tháng 12 năm 2026.",
        ),
        {
            ("malformed-number", "/QĐ-TTg"),
            ("misspelt-number", "30/2020/ND-CP"),
            ("type-conflict", "45/2021/QĐ-TTg"),
            ("unclear-number", "Nghị quyết số 12"),
        },
    ),
    "numbers that cannot be": (
        draft(
            "Căn cứ Quyết định số ....../QĐ-TTg ngày 20 tháng 3 năm 2026 của Thủ tướng Chính phủ;\n"
            "Căn cứ Nghị định số 2025/118/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ;\n"
            "Căn cứ Nghị định số 115/2021/NĐ-CP/QH ngày 11 tháng 11 năm 2021 của Chính phủ;\n"
            "Căn cứ Luật Lâm nghiệp số 16/2018/QH14;\n"
            f"Theo đề nghị tại Tờ trình số 0/TTr-SNV;\n{ORDER}",
            GIVEN,
            BUDGET,
        ),
        {
            ("malformed-number", "....../QĐ-TTg"),
            ("malformed-number", "2025/118/NĐ-CP"),
            ("malformed-number", "115/2021/NĐ-CP/QH"),
            ("malformed-number", "0/TTr-SNV"),
            ("number-differs", "16/2018/QH14"),
        },
    ),
    "numbers of the Party": (
        draft(
            "Thực hiện Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013 của Ban Chấp hành Trung ương khóa X; "
            "Nghị quyết số 27/NQ-TW ngày 09 tháng 11 năm 2022 của Ban Chấp hành Trung ương; "
            "Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2018 của Thủ tướng Chính phủ, " + ORDER,
            GIVEN,
            BUDGET,
        ),
        {
            ("term-differs", "29-NQ/TW"),
            ("misspelt-number", "27/NQ-TW"),
            ("date-differs", "12/CT-TTg"),
        },
    ),
    "ended documents": (
        draft(
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015;\n"
            "Thực hiện Chỉ thị số 16/CT-TTg ngày 31 tháng 3 năm 2020 của Thủ tướng Chính phủ về thực hiện các biện pháp cấp bách phòng, chống dịch COVID-19, "
            + ORDER,
            GIVEN,
            BUDGET,
        ),
        {("ended-document", "80/2015/QH13"), ("ended-document", "16/CT-TTg")},
    ),
    "ended bodies": (
        draft(
            f"{FORESTRY}{ORDER}",
            "Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính bố trí vốn trước ngày 20 tháng 12 năm 2026.",
            "Sở Khoa học và Công nghệ làm việc với Bộ Thông tin và Truyền thông và Ủy ban nhân dân tỉnh Bắc Giang trước ngày 25 tháng 12 năm 2026.",
            recipients="- Sở Lao động - Thương binh và Xã hội;",
        ),
        {
            ("ended-body", "Sở Kế hoạch và Đầu tư"),
            ("ended-body", "Bộ Thông tin và Truyền thông"),
            ("ended-body", "tỉnh Bắc Giang"),
            ("ended-body", "Sở Lao động - Thương binh và Xã hội"),
        },
    ),
    "districts": (
        draft(
            f"{FORESTRY}{ORDER}",
            "UBND huyện Nam Đàn chủ trì, phối hợp với Công an các huyện rà soát trước ngày 20 tháng 12 năm 2026.",
            "Phòng Tài nguyên và Môi trường quận Lê Chân báo cáo Huyện ủy Đức Trọng trước ngày 25 tháng 12 năm 2026.",
            "Sở Nội vụ gửi Bộ trưởng các Bộ: Tài chính, Giao thông vận tải trước ngày 25 tháng 12 năm 2026.",
            recipients="- UBND thành phố Thủ Đức;\n- Tòa án nhân dân cấp cao;",
        ),
        {
            ("ended-body", "UBND huyện"),
            ("ended-body", "Công an các huyện"),
            ("ended-body", "Phòng Tài nguyên và Môi trường quận"),
            ("ended-body", "Huyện ủy"),
            ("ended-body", "Giao thông vận tải"),
            ("ended-body", "UBND thành phố Thủ Đức"),
            ("ended-body", "Tòa án nhân dân cấp cao"),
        },
    ),
    "days": (
        draft(
            f"{FORESTRY}{ORDER}",
            GIVEN,
            "Sở Tài chính bố trí kinh phí trước ngày 31 tháng 11 năm 2026.",
            day="02",
        ),
        {("impossible-day", "31 tháng 11")},
    ),
    "tasks": (
        draft(
            f"{FORESTRY}\n{ORDER}",
            GIVEN,
            "Tổ chức tuyên truyền, vận động nhân dân không đốt nương làm rẫy trong mùa khô.",
            BUDGET,
            "Công an tỉnh kiểm tra việc chấp hành quy định về phòng cháy, chữa cháy rừng.",
        ),
        {("unassigned-task", "Tổ chức tuyên truyền"), ("undated-task", "kiểm tra việc chấp hành")},
    ),
    "tasks below a basis": (
        draft(
            f"{FORESTRY}{ORDER}",
            GIVEN,
            "Tổ chức tuyên truyền, vận động nhân dân không đốt nương làm rẫy trong mùa khô.",
            BUDGET,
        ),
        {("unassigned-task", "Tổ chức tuyên truyền")},
    ),
    "years": (
        draft(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ về công tác văn thư;\n"
            f"Căn cứ Chỉ thị số 40/CT-TTg ngày 25 tháng 12 năm 2026 của Thủ tướng Chính phủ;\n{ORDER}",
            GIVEN,
            BUDGET,
            day="02",
        ),
        {("year-conflict", "30/2020/NĐ-CP"), ("cites-later", "40/CT-TTg")},
    ),
}
CLEAN = {
    "directive": draft(f"{FORESTRY}Căn cứ {ARCHIVES};\n{ORDER}", GIVEN, BUDGET, day="02"),
    "plan": draft(
        f"{FORESTRY}Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng rừng năm 2027 như sau:",
        "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở, ngành liên quan tổ chức trồng 1.200 ha rừng, hoàn thành trước ngày 30 tháng 6 năm 2027.",
        "Sở Tài chính thẩm định dự toán, hoàn thành trước ngày 15 tháng 01 năm 2027.",
        symbol="KH-UBND",
        kind="KẾ HOẠCH",
        title="Trồng rừng năm 2027",
    ),
    "looking back": draft(
        "Sau một thời gian thực hiện Luật Lâm nghiệp, công tác bảo vệ rừng đã có chuyển biến. Công an tỉnh Bắc Giang (cũ) đã chia sẻ kinh nghiệm. "
        + ORDER,
        GIVEN,
        BUDGET,
    ),
    "words about names": draft(
        f"{FORESTRY}Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 54/2014/QH13, Luật số 67/2020/QH14, Luật số 11/2022/QH15;\n"
        "Sau khi bãi bỏ Luật Đầu tư công số 39/2019/QH14 và thay thế cụm từ “Ủy ban nhân dân cấp huyện” bằng cụm từ “Ủy ban nhân dân cấp xã”, các cơ sở công nghiệp đã ổn định. "
        + ORDER,
        GIVEN,
        BUDGET
        + "\n\nPHỤ LỤC\n(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng 11 năm 2026 của Ủy ban nhân dân tỉnh)",
        symbol="QĐ-UBND",
        kind="QUYẾT ĐỊNH",
        title="Về việc tăng cường phòng cháy, chữa cháy rừng mùa khô",
    ),
    "telegram": draft(
        "Để chủ động ứng phó với mưa lũ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:",
        "Bộ Chỉ huy quân sự tỉnh bố trí lực lượng ứng trực 24/7 trước ngày 05 tháng 11 năm 2026.",
        "Sở Y tế chuẩn bị cơ số thuốc phòng, chống dịch và/hoặc hóa chất khử khuẩn trước ngày 06 tháng 11 năm 2026.",
        symbol="CĐ-UBND",
        kind="CÔNG ĐIỆN",
        title="Về việc chủ động ứng phó với mưa lũ",
    ),
    "replacing": draft(
        f"{FORESTRY}{ORDER}",
        GIVEN,
        BUDGET,
        "Chỉ thị này thay thế Chỉ thị số 16/CT-TTg ngày 31 tháng 3 năm 2020 của Thủ tướng Chính phủ.",
        title="Về việc bảo vệ rừng và phòng cháy rừng",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_planted_faults_are_found(name: str, registry: Registry) -> None:
    """Each with its words, and no other warning."""
    text, planted = FAULTY[name]
    found = remarks(text, registry)
    missed = {
        (code, words)
        for code, words in planted
        if not any(each.code == code and words in each.words for each in found)
    }
    assert missed == set()
    others = [
        each
        for each in found
        if each.severity == "warning"
        and not any(code == each.code and words in each.words for code, words in planted)
    ]
    assert [(each.code, each.words) for each in others if name != "years"] == []


@pytest.mark.parametrize("name", CLEAN)
def test_clean_drafts_raise_no_warning(name: str, registry: Registry) -> None:
    """What could not be verified may be said, but nothing is called wrong."""
    found = remarks(CLEAN[name], registry)
    assert [(each.code, each.words) for each in found if each.severity == "warning"] == []


def test_remarks_say_where_and_what_instead(registry: Registry) -> None:
    """Line and words are those of the draft; the value is what the registers know."""
    text, _ = FAULTY["ended bodies"]
    found = remarks(text, registry)
    for each in found:
        assert " ".join(text[each.start : each.end].split()) == each.words
        assert each.words.split()[0] in text.splitlines()[each.line - 1]
    heirs = {each.words: each.value for each in found}
    assert heirs["Sở Kế hoạch và Đầu tư"] == "Sở Tài chính"
    assert heirs["tỉnh Bắc Giang"] == "Tỉnh Bắc Ninh"


def test_a_printed_day_is_the_day_of_the_draft(registry: Registry) -> None:
    """In 2024 the department still existed."""
    text = draft(ORDER, "Sở Kế hoạch và Đầu tư bố trí vốn.", day="02").replace("2026", "2024")
    assert "ended-body" not in {each.code for each in remarks(text, registry)}
