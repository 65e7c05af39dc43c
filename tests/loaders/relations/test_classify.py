"""Step 6 as a whole: every trigger proves itself; one relation a mention; precedence."""

from __future__ import annotations

from collections.abc import Callable

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


def kinds(related: Related, text: str, metadata: Metadata | None = None) -> list[str]:
    """Return the kinds of the document's own relations, in order."""
    _, relations = related(text, metadata)
    return [relation.kind for relation in relations if relation.source is None]


def typed(code: str) -> Metadata:
    """Return the metadata of a document of a type."""
    return Metadata(
        document_type=Reading(value=code, printed="", span=None, rule="", confidence=1.0)
    )


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


@pytest.mark.parametrize(
    ("entry", "example"), [(e, x) for e in DATA["passive"] for x in e["examples"]]
)
def test_each_passive_runs_from_the_later_paper(
    related: Related, entry: dict[str, object], example: dict[str, str]
) -> None:
    """In "X amended by Y" Y acts on X, and the document has no relation of its own to Y."""
    citations, relations = related(example["text"])
    (acting,) = [relation for relation in relations if relation.source is not None]
    assert (acting.rule, acting.kind) == (entry["id"], example["gives"])
    assert (acting.source, acting.target) == (len(citations) - 1, 0)
    assert acting.source not in [r.target for r in relations if r.source is None]


@pytest.mark.parametrize(
    ("rule", "text"), [(e["id"], t) for e in DATA["passive"] for t in e["counter_examples"]]
)
def test_no_counter_example_is_passive(related: Related, rule: str, text: str) -> None:
    """Papers beside each other do not act on one another."""
    assert rule not in [relation.rule for relation in related(text)[1]]


def test_the_lead_in_holds_for_every_item(related: Related) -> None:
    """The verb before a colon governs each item; an item's own verb wins."""
    text = (
        "Thực hiện nghiêm các văn bản, trọng tâm là: Kết luận số 1-KL/TW về thư viện; "
        "Nghị quyết số 2-NQ/TW về sách; bãi bỏ Chỉ thị số 3-CT/TW."
    )
    assert kinds(related, text) == ["implements", "implements", "repeals"]


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
