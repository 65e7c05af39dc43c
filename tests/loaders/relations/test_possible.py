"""What can be so, whatever the words around a paper say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation, Metadata, Reading, Relation
from loaders.relations.possible import number_of, reaches, type_of

Related = Callable[..., tuple[tuple[Citation, ...], tuple[Relation, ...]]]


def reading(value: str) -> Reading[str]:
    """Return what a document is read to say."""
    return Reading(value=value, printed="", span=None, rule="", confidence=1.0)


def stated(kind: str, number: str) -> Metadata:
    """Return what a document says of its type and number."""
    return Metadata(document_type=reading(kind), number=reading(number))


def test_only_the_assembly_changes_its_own_papers(related: Related) -> None:
    """A decree changes no law, a law does; a document of no known type may be one."""
    (law, decree), _ = related("Luật số 46/2019/QH14 và Nghị định số 5/2020/NĐ-CP")
    government, assembly = stated("NĐ", "9/2025/NĐ-CP"), stated("NQ", "9/2025/QH15")
    assert [reaches(government, law), reaches(government, decree)] == [False, True]
    assert [reaches(assembly, law), reaches(Metadata(), law)] == [True, True]


def test_a_document_may_tell_neither_type_nor_number() -> None:
    """Then both are empty, which no table holds."""
    assert (type_of(Metadata()), number_of(Metadata())) == ("", "")
    assert (type_of(stated("CT", "5/CT-UBND")), number_of(stated("CT", "5/CT-UBND"))) == (
        "CT",
        "5/CT-UBND",
    )


@pytest.mark.parametrize(
    ("kind", "number", "text", "expected"),
    [
        ("CV", "5/SNV", "Sở bãi bỏ Quyết định số 8/QĐ-SNV.", "cites"),
        ("CV", "5/SNV", "Công văn này bãi bỏ Công văn số 8/SNV-TC.", "repeals"),
        ("QĐ", "5/QĐ-SNV", "Sở bãi bỏ Quyết định số 8/QĐ-SNV.", "repeals"),
    ],
)
def test_a_letter_changes_a_paper_only_where_it_says_so_of_itself(
    related: Related, kind: str, number: str, text: str, expected: str
) -> None:
    """Types that decide change other papers by their words alone."""
    _, (relation,) = related(text, stated(kind, number))
    assert relation.kind == expected
