"""What a verb governs past a semicolon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.citations import find
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata, Relation
from loaders.relations.clauses import Scope, read_scope
from loaders.relations.coordination import governing, is_whole, last_within
from ontology.registry import load_registry

Related = Callable[..., tuple[tuple[Citation, ...], tuple[Relation, ...]]]


def own_kinds(related: Related, text: str) -> list[str]:
    """Return the kinds of the document's own relations, in order."""
    return [relation.kind for relation in related(text)[1] if relation.source is None]


def scope_of(text: str) -> Scope:
    """Return the scope of a text."""
    normalised = normalise(text)
    return read_scope(normalised, find(normalised, (), Metadata(), load_registry()))


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Triển khai việc A; các nội dung của Chỉ thị số 1-CT/TW", "Triển khai việc A"),
        ("Làm tốt việc A; chỉ đạo của Sở; Chỉ thị số 1-CT/TW", "Làm tốt việc A"),
        ("Triển khai việc A; đọc kỹ Chỉ thị số 1-CT/TW", None),
        ("Triển khai việc A. Các nội dung của Chỉ thị số 1-CT/TW", None),
        ("Các nội dung của Chỉ thị số 1-CT/TW", None),
    ],
)
def test_a_noun_is_governed_by_the_verb_before(text: str, stretch: str | None) -> None:
    """Only a semicolon before a noun or a paper leads back to a verb."""
    scope = scope_of(text)
    found = governing(scope, scope.clause_start(scope.citations[0]))
    assert (text[slice(*found)].strip() if found else None) == stretch


def test_many_stretches_are_followed_to_their_verb() -> None:
    """A long list is followed back, but not without end."""
    near = scope_of("Bãi bỏ mục một" + "; thủ tục hai" * 5 + "; thủ tục tại Chỉ thị số 1-CT/TW")
    far = scope_of("Bãi bỏ mục một" + "; thủ tục hai" * 30 + "; thủ tục tại Chỉ thị số 1-CT/TW")
    assert governing(near, near.clause_start(near.citations[0])) == (0, len("Bãi bỏ mục một"))
    assert governing(far, far.clause_start(far.citations[0])) is None


def test_the_carrying_out_of_has_no_verb_of_its_own() -> None:
    """Its words begin with the noun for an act."""
    scope = scope_of("; việc thực hiện Chỉ thị số 1-CT/TW; thực hiện")
    assert is_whole(scope, 1)
    assert not is_whole(scope, scope.lower.rindex(";") + 1)


def test_the_last_mention_of_a_stretch() -> None:
    """Papers inside the subject of another are passed over."""
    scope = scope_of("Thực hiện Kết luận số 1-KL/TW về thực hiện Chỉ thị số 2-CT/TW; đọc sách")
    assert last_within(scope, 0, scope.lower.index(";")) == 0
    assert last_within(scope, scope.lower.index(";"), len(scope.lower)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng kết 5 năm thực hiện Chỉ thị số 8-CT/TW; việc thực hiện Kế hoạch số 9/KH-UBND.",
            ["reviews", "reviews"],
        ),
        (
            "Gắn với triển khai các tiện ích số; các nội dung của Kế hoạch số 9/KH-UBND.",
            ["implements"],
        ),
        (
            "Thực hiện Chỉ thị số 8-CT/TW; chỉ đạo của Chủ tịch tại cuộc họp; Công văn số 7/UBND-NC.",
            ["implements", "implements"],
        ),
        (
            "Thực hiện Chỉ thị số 8-CT/TW; việc thi hành Kế hoạch số 9/KH-UBND do Sở báo cáo.",
            ["implements", "implements"],
        ),
        ("Triển khai tiêm chủng; đọc kỹ các nội dung của Kế hoạch số 9/KH-UBND.", ["cites"]),
    ],
)
def test_a_verb_governs_nouns_past_a_semicolon(
    related: Related, text: str, expected: list[str]
) -> None:
    """What begins with a noun takes the verb before it; what has a verb of its own does not."""
    assert own_kinds(related, text) == expected
