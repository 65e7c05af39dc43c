"""Step 6 as a whole: every trigger proves itself; one relation a mention; precedence."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.citations import find
from loaders.grammar.tables import table
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata, Reading, Relation, Section, SectionKind, Span
from loaders.relations import classify
from ontology.registry import load_registry

Related = Callable[..., tuple[tuple[Citation, ...], tuple[Relation, ...]]]
DATA = table("loaders.relations", "triggers.toml")
OWN = [*DATA["trigger"], *DATA["head"], *DATA["after"]]


with (Path(__file__).parent / "wordings.csv").open(encoding="utf-8", newline="") as lines:
    WORDINGS = tuple(csv.DictReader(lines))


def kinds(related: Related, text: str, metadata: Metadata | None = None) -> list[str]:
    """Return the kinds of the document's own relations, in order."""
    _, relations = related(text, metadata)
    return [relation.kind for relation in relations if relation.source is None]


def typed(code: str) -> Metadata:
    """Return the metadata of a document of a type."""
    return Metadata(
        document_type=Reading(value=code, printed="", span=None, rule="", confidence=1.0)
    )


@pytest.mark.parametrize("wording", WORDINGS, ids=[w["text"][:60] for w in WORDINGS])
def test_each_wording_gives_its_relations(related: Related, wording: dict[str, str]) -> None:
    """Active, passive, nominal, denied and supposed forms, in documents of several types."""
    _, relations = related(wording["text"].replace("\\n", "\n"), typed(wording["type"]))
    found = {f"{'self' if r.source is None else r.source} {r.kind} {r.target}" for r in relations}
    assert found == {part for part in wording["expected"].split("; ") if part}


@pytest.mark.parametrize("example", [x for entry in OWN for x in entry["examples"]])
def test_each_example_gives_its_kind(related: Related, example: dict[str, str]) -> None:
    """The document's relation to the first paper of an example is the one stated."""
    assert kinds(related, example["text"])[0] == example["gives"]


@pytest.mark.parametrize(
    ("entry", "text"), [(e, text) for e in OWN for text in e["counter_examples"]]
)
def test_no_counter_example_is_read(related: Related, entry: dict[str, object], text: str) -> None:
    """A counter-example is decided by another entry."""
    _, relations = related(text)
    assert entry["id"] not in [relation.rule for relation in relations]
    if entry["id"] == "legal-basis":
        assert "basedOn" not in [relation.kind for relation in relations]


def test_only_what_is_issued_itself_is_issued(related: Related) -> None:
    """A paper that something else is issued for is only named."""
    issued = 'Căn cứ Quyết định số 8/QĐ-TTg về việc ban hành {}Đề án "Xây dựng thư viện xã";'
    kinds = [related(issued.format(words))[1][-1].kind for words in ("", "Bộ tiêu chí của ")]
    assert kinds == ["promulgates", "cites"]


def test_what_is_asked_is_not_ordered(related: Related) -> None:
    """Words that ask whether a paper is carried out only refer to it."""
    asked = related("Phiên họp bàn có thực hiện Kế hoạch số 64/KH-UBND hay không.")[1]
    ordered = related("Phiên họp bàn, thực hiện Kế hoạch số 64/KH-UBND.")[1]
    assert [relation.kind for relation in (*asked, *ordered)] == ["cites", "implements"]


def test_the_lead_in_holds_for_every_item(related: Related) -> None:
    """The verb before a colon governs each item; an item's own verb wins."""
    text = (
        "Thực hiện nghiêm các văn bản, trọng tâm là: Kết luận số 1-KL/TW về thư viện; "
        "Nghị quyết số 2-NQ/TW về sách; bãi bỏ Chỉ thị số 3-CT/TW."
    )
    assert kinds(related, text) == ["implements", "implements", "repeals"]


def test_a_heading_of_the_basis_holds_for_its_list(related: Related) -> None:
    """A plan may list what it rests on below a heading; other headings lead to no basis."""
    items = "1. Kết luận số 1-KL/TW về thư viện;\n2. Nghị quyết số 2-NQ/TW về sách."
    assert kinds(related, f"Mở đầu\nI. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n{items}") == ["basedOn"] * 2
    assert kinds(related, f"Mở đầu\nI. TÀI LIỆU\n{items}") == ["cites"] * 2


def test_a_list_of_ended_papers(related: Related) -> None:
    """Papers listed below a sentence that ends their force are replaced."""
    text = (
        "2. Các Quyết định sau hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành:\n"
        "a) Quyết định số 1/QĐ-UBND về thư viện;\n"
        "b) Quyết định số 2/QĐ-UBND về sách."
    )
    assert kinds(related, text, typed("QĐ")) == ["replaces", "replaces"]


def test_nested_papers_relate_to_their_outer_one(related: Related) -> None:
    """The outer paper goes on with the inner one; the document only carries out the outer."""
    _, relations = related(
        "Thực hiện Kết luận số 13-KL/TW về tiếp tục thực hiện Chỉ thị số 48-CT/TW."
    )
    assert [(r.source, r.kind, r.target) for r in relations] == [
        (None, "implements", 0),
        (0, "continues", 1),
    ]


def test_a_basis_line_holds_all_its_papers(related: Related) -> None:
    """Every paper of a basis line is a basis; what was proposed is none."""
    text = (
        "Căn cứ Luật Thư viện số 46/2019/QH14; Nghị định số 93/2020/NĐ-CP;\n"
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 5/TTr-SNV;"
    )
    assert kinds(related, text) == ["basedOn", "basedOn", "cites"]


@pytest.mark.parametrize(("code", "kind"), [("QĐ", "amends"), ("KH", "cites")])
def test_only_some_papers_change_others(related: Related, code: str, kind: str) -> None:
    """A plan that has a decision amended later does not amend it itself."""
    text = "Sửa đổi, bổ sung Quyết định số 41/2018/QĐ-UBND."
    assert kinds(related, text, typed(code)) == [kind]


@pytest.mark.parametrize("kind", [SectionKind.TABLE_ROW, SectionKind.ANNEX])
def test_tables_plan_changes_but_make_none(kind: SectionKind) -> None:
    """A list of papers to be amended, in a table or an annex, amends none."""
    text = normalise("Sửa đổi Quyết định số 41/2018/QĐ-UBND.")
    citations = find(text, (), Metadata(), load_registry())
    aside = Section(index=0, kind=kind, span=Span(start=0, end=len(text.text)))
    (relation,) = classify(text, (aside,), Metadata(), citations)
    assert relation.kind == "cites"


def test_a_plan_may_replace_a_plan(related: Related) -> None:
    """What a paper says of itself holds for every type."""
    text = "Kế hoạch này thay thế Kế hoạch số 41/KH-UBND."
    assert kinds(related, text, typed("KH")) == ["replaces"]


def test_a_short_name_takes_the_relation_beside_it(related: Related) -> None:
    """A bracket that shortens a name relates as the mention before it."""
    text = (
        "Quyết định này sửa đổi Quyết định số 41/2018/QĐ-UBND về thư viện "
        "(sau đây gọi tắt là Quyết định số 41/2018/QĐ-UBND)."
    )
    assert kinds(related, text) == ["amends", "amends"]


def test_a_consolidated_text_merges_what_stands_before_its_basis(related: Related) -> None:
    """The first papers of a consolidated text are merged; their own relation stays."""
    text = (
        "Quyết định số 1/2008/QĐ-TTg về thư viện, được sửa đổi, bổ sung bởi:\n"
        "Quyết định số 2/2010/QĐ-TTg.\nCăn cứ Luật Thư viện;\n"
    )
    _, relations = related(text, typed("VBHN"))
    found = {(r.source, r.kind, r.target) for r in relations}
    assert {(None, "consolidates", 0), (None, "consolidates", 1), (1, "amends", 0)} <= found
    assert (None, "basedOn", 2) in found


def test_a_note_takes_the_relation_of_its_anchor(related: Related) -> None:
    """A footnote that spells out what a sentence follows is carried out as well."""
    text = (
        "Sở Xây dựng sửa đường ven hồ theo chỉ đạo của Thủ tướng Chính phủ[1] trước mùa mưa.\n\n"
        "[1] Công điện số 7/CĐ-TTg về đường ven hồ."
    )
    assert kinds(related, text) == ["implements"]


def test_a_consolidated_text_quotes_others(related: Related) -> None:
    """What a note quotes of a paper is said by that paper, to the end of the quotation."""
    text = (
        "Căn cứ Luật Thư viện số 46/2019/QH14;\n\n"
        "[1] Nghị định số 5/2021/NĐ-CP có căn cứ ban hành như sau:\n"
        '"Căn cứ Luật Xuất bản số 19/2012/QH13;".\n'
        "[2] Nghị định số 6/2022/NĐ-CP."
    )
    _, relations = related(text, typed("VBHN"))
    assert [(r.source, r.kind, r.target) for r in relations] == [
        (None, "basedOn", 0),
        (None, "cites", 1),
        (1, "basedOn", 2),
        (None, "cites", 3),
    ]


def test_a_heading_leads_in_a_long_list(related: Related) -> None:
    """The heading of an article governs its items, however many stand between."""
    items = "".join(
        f"\n\n{n}. Quyết định số {n}/2009/QĐ-UBND về việc đặt tên cho những con đường ven hồ."
        for n in range(1, 40)
    )
    text = f"Quyết định.\n\nĐiều 1. Bãi bỏ toàn bộ một số văn bản{items}"
    assert kinds(related, text, typed("QĐ")) == ["repeals"] * 39


def test_another_article_has_a_list_of_its_own(related: Related) -> None:
    """A list does not go on past the heading of the next article."""
    text = (
        "Quyết định.\n\nĐiều 1. Bãi bỏ các văn bản\n\n1. Quyết định số 3/2009/QĐ-UBND.\n\n"
        "Điều 2. Tham khảo\n\n1. Quyết định số 4/2009/QĐ-UBND."
    )
    assert kinds(related, text, typed("QĐ")) == ["repeals", "cites"]


def test_only_the_assembly_changes_its_papers(related: Related) -> None:
    """A resolution of the Government that names a law to be amended does not amend it."""
    assert kinds(related, "Sửa đổi Luật Thư viện.", typed("NQ")) == ["cites"]
    assert kinds(related, "Sửa đổi Luật Thư viện.", typed("L")) == ["amends"]


def test_only_a_paper_that_says_so_details_another(related: Related) -> None:
    """Somebody's duty to write a decree of detail details nothing."""
    duty = "Bộ Tài chính xây dựng văn bản quy định chi tiết, hướng dẫn thi hành Luật Thư viện."
    assert kinds(related, duty) == ["cites"]
    assert kinds(related, "Nghị định này quy định chi tiết Luật Thư viện.") == ["guides"]


def test_guidance_guides_what_it_explains(related: Related) -> None:
    """A paper of guidance guides; to another, explaining is carrying out."""
    text = "Ban Tổ chức hướng dẫn một số nội dung nêu tại Quy định số 41-QĐ/TW."
    assert kinds(related, text, typed("HD")) == ["guides"]
    assert kinds(related, text, typed("KH")) == ["implements"]


def test_a_colon_in_a_basis_line_may_open_a_list(related: Related) -> None:
    """Papers listed after a colon are a basis too; what a body resolves is not."""
    text = (
        "Căn cứ các Luật của Quốc hội: Luật Thư viện số 46/2019/QH14; Luật Xuất bản số "
        "19/2012/QH13;\n\nBộ trưởng Bộ Nội vụ ban hành Thông tư sửa đổi Thông tư số 5/2021/TT-BNV."
    )
    assert kinds(related, text, typed("TT")) == ["basedOn", "basedOn", "amends"]


def test_a_far_paper_after_an_order_is_no_basis(related: Related) -> None:
    """An item that begins with a basis word but orders something names no basis."""
    text = (
        "1. Căn cứ hướng dẫn của cơ quan cấp trên và điều kiện thực tế của từng địa phương, đơn vị,"
        " lập dự toán kinh phí mua sách cho thư viện xã theo quy định tại Luật Thư viện."
    )
    assert kinds(related, text) == ["cites"]


def test_what_describes_orders_nothing(related: Related) -> None:
    """In a rule, a note or a report of the past, acting according to a policy is a reference."""
    text = "Bố trí kinh phí theo Kế hoạch số 15/KH-UBND."
    assert kinds(related, text, typed("KH")) == ["implements"]
    assert kinds(related, text, typed("TT")) == ["cites"]
    assert kinds(related, "Sở đã bố trí kinh phí theo Kế hoạch số 15/KH-UBND.") == ["cites"]
    assert kinds(related, "\n[1] Kinh phí theo Kế hoạch số 15/KH-UBND.") == ["cites"]


def test_a_circular_guides_what_it_announces(related: Related) -> None:
    """The sentence that ends in "as follows" tells what a circular guides."""
    text = "Liên Bộ hướng dẫn chế độ quy định tại Nghị định số 15/2020/NĐ-CP{end}"
    announced = text.format(end=" về sách như sau:")
    assert kinds(related, announced, typed("TTLT")) == ["guides"]
    assert kinds(related, announced, typed("KH")) == ["cites"]
    assert kinds(related, text.format(end="."), typed("TTLT")) == ["cites"]


def test_what_only_proposes_puts_nothing_into_being(related: Related) -> None:
    """A submission on issuing rules names them; a decision on issuing them promulgates them."""
    text = "Xét {} về việc ban hành Quy chế làm việc của Hội đồng;"
    submitted = related(text.format("Tờ trình số 5/TTr-SNV"))[1]
    decided = related(text.format("Quyết định số 5/QĐ-UBND"))[1]
    assert [r.kind for r in submitted if r.source == 0] == ["cites"]
    assert [r.kind for r in decided if r.source == 0] == ["promulgates"]


def test_what_a_paper_issues_it_does_not_carry_out(related: Related) -> None:
    """The plan that a decision promulgates is named again in its closing articles."""
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch xây dựng thư viện xã giai đoạn 2025.\n\n"
        "Điều 2. Các sở thực hiện Kế hoạch xây dựng thư viện xã giai đoạn 2025."
    )
    assert kinds(related, text, typed("QĐ")) == ["promulgates", "cites"]


def test_guidance_guides_what_its_title_carries_out() -> None:
    """The title of a guidance says "thực hiện" of what it guides."""
    text = "Thực hiện Quy định số 41-QĐ/TW"
    normalised = normalise(text)
    citations = tuple(
        replace(c, in_title=True) for c in find(normalised, (), typed("HD"), load_registry())
    )
    assert [r.kind for r in classify(normalised, (), typed("HD"), citations)] == ["guides"]
    assert [r.kind for r in classify(normalised, (), typed("KH"), citations)] == ["implements"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Quyết định số 1/2019/QĐ-UBND và Quyết định số 2/2020/QĐ-UBND hết hiệu lực kể từ ngày "
                "Quyết định này có hiệu lực."
            ),
            [(None, "replaces", 0), (None, "replaces", 1)],
        ),
        (
            (
                "Quyết định này sửa đổi Quyết định số 1/2019/QĐ-UBND, thay thế Quyết định số "
                "2/2020/QĐ-UBND và bãi bỏ Quyết định số 3/2021/QĐ-UBND."
            ),
            [(None, "amends", 0), (None, "replaces", 1), (None, "repeals", 2)],
        ),
        (
            (
                "Căn cứ Nghị định số 1/2019/NĐ-CP (được sửa đổi bởi Nghị định số 2/2020/NĐ-CP) và "
                "Luật Thư viện số 46/2019/QH14;"
            ),
            [(None, "basedOn", 0), (1, "amends", 0), (None, "basedOn", 2)],
        ),
        (
            'Điều 1. Phê duyệt Đề án "Phát triển thư viện xã giai đoạn 2025 - 2030".',
            [(None, "approves", 0)],
        ),
        (
            "Căn cứ vào tình hình thực tế, các sở thực hiện Kế hoạch số 4/KH-UBND.",
            [(None, "implements", 0)],
        ),
    ],
)
def test_rows_acts_and_basis(
    related: Related, text: str, expected: list[tuple[int | None, str, int]]
) -> None:
    """Words after a row hold for all of it; each act of a coordination has its own paper."""
    _, relations = related(text, typed("QĐ"))
    assert [(r.source, r.kind, r.target) for r in relations] == expected


def test_only_what_decides_ends_a_paper(related: Related) -> None:
    """A report that a decision has ended does not end it."""
    text = "Quyết định số 1/2019/QĐ-UBND hết hiệu lực."
    assert kinds(related, text, typed("QĐ")) == ["replaces"]
    assert kinds(related, text, typed("BC")) == ["cites"]


def test_an_act_of_issuing_is_the_documents_own(related: Related) -> None:
    """A minister who issues a circular on issuing rules promulgates the rules."""
    text = (
        "Bộ trưởng Bộ Nội vụ ban hành Thông tư ban hành Quy chế thi viết của thư viện xã.\n\n"
        "Điều 1. Ban hành kèm theo Thông tư này Quy chế thi viết của thư viện xã."
    )
    assert set(kinds(related, text, typed("TT"))) == {"promulgates"}


def test_the_place_in_a_paper_takes_no_verb_of_its_list(related: Related) -> None:
    """An item that quotes a place in a law is not carried out, whatever its lead-in says."""
    text = (
        "Thực hiện ý kiến chỉ đạo, Cục Thuế tổng hợp chính sách như sau:\n"
        "- Tại khoản 1 Điều 13 Luật Thư viện số 46/2019/QH14 quy định mức phí."
    )
    assert kinds(related, text, typed("CV")) == ["cites"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Khi thực hiện sắp xếp tổ chức, nếu có chức danh mới chưa có trong Kế hoạch số "
                "8/KH-UBND thì các sở báo cáo."
            ),
            ["cites"],
        ),
        (
            (
                "Kế hoạch.\n\n1. Phân công\nCăn cứ nội dung Kế hoạch số 8/KH-UBND, các sở tổ chức "
                "học tập."
            ),
            ["cites"],
        ),
        (
            "Kế hoạch.\n\nCăn cứ Kế hoạch số 8/KH-UBND, các sở tổ chức học tập.",
            ["basedOn"],
        ),
        ("Căn cứ chức năng, nhiệm vụ và theo quy định của Luật Thư viện, các sở làm.", ["cites"]),
    ],
)
def test_words_of_the_body_give_no_basis(related: Related, text: str, expected: list[str]) -> None:
    """A line of the body that tells somebody to act names no basis; a condition severs a verb."""
    assert kinds(related, text, typed("KH")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Chấp hành họp và bàn Quyết định số 8-QĐ/TU.", ["cites"]),
        ("Các xã chấp hành Quyết định số 8-QĐ/TU.", ["implements"]),
    ],
)
def test_the_name_of_a_committee_is_no_verb(
    related: Related, text: str, expected: list[str]
) -> None:
    """The word that obeys a paper also stands in the name of every committee."""
    assert kinds(related, text, typed("KH")) == expected


def test_a_paper_issued_together_with_rules_puts_them_into_being(related: Related) -> None:
    """The usual words, turned round: a decision "issued with" its rules."""
    _, relations = related("Căn cứ Quyết định số 8-QĐ/TU ban hành kèm theo Quy chế giữ sách;")
    assert [(r.source, r.kind) for r in relations] == [(None, "basedOn"), (0, "promulgates")]


def test_an_item_that_names_a_rule_is_changed_by_the_heading_above(related: Related) -> None:
    """What a heading suspends is told below it, rule by rule."""
    text = (
        "Nghị quyết\n\nĐiều 3. Ngưng hiệu lực thi hành đối với các quy định sau đây\n"
        "1. Quy định về thẻ thư viện tại khoản 2 Điều 5 Nghị định số 8/2020/NĐ-CP.\n"
    )
    assert kinds(related, text, typed("NĐ")) == ["suspends"]
    listed = text.replace("Ngưng hiệu lực thi hành đối với", "Áp dụng")
    assert kinds(related, listed, typed("NĐ")) == ["cites"]


def test_a_paper_in_a_bodys_name_governs_no_other(related: Related) -> None:
    """Behind a semicolon another paper begins, which a body's name says nothing of."""
    text = "Theo ý kiến của Ban Chỉ đạo tổng kết Nghị quyết 18; Nghị quyết số 74/NQ-CP."
    _, relations = related(text)
    assert [r.rule for r in relations] == ["body-name", "no-cue"]


def test_a_bracket_with_a_short_name_does_not_hide_that_papers_end(related: Related) -> None:
    """What is said behind the bracket is said of all papers of the row."""
    text = "Nghị định số 1/2019/NĐ-CP và Nghị định số 2/2020/NĐ-CP (Nghị định số 2) hết hiệu lực."
    _, relations = related(text, typed("NĐ"))
    assert {r.kind for r in relations} == {"replaces"}


def test_the_part_of_a_paper_is_replaced(related: Related) -> None:
    """What the part deals with is no order."""
    text = "Thay thế phần danh mục sách thực hiện theo cơ chế mới tại Quyết định số 8/2007/QĐ-UBND."
    assert kinds(related, text, typed("QĐ")) == ["replaces"]


def test_the_scope_of_a_paper_is_no_change(related: Related) -> None:
    """What a paper deals with is not changed in it."""
    text = "Chế độ công tác phí thuộc phạm vi điều chỉnh của Nghị định số 72/2017/NĐ-CP."
    assert kinds(related, text, typed("NĐ")) == ["cites"]
