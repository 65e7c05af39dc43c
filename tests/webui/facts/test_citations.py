"""Citations as read from the store: in order, grouped, with candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader

from webui.facts.citations import (
    grouped,
    read_citations,
    read_citing,
    things_of,
    words_of_others,
)


def test_citations_come_in_the_order_of_the_text(reader: Reader, sample: ModuleType) -> None:
    """Each with its words, and the text says the same."""
    found = read_citations(reader, str(sample.of(sample.DIRECTIVE)))
    assert [c.status for c in found] == ["resolved", "notInRegistry", "ambiguous", "unresolved"]
    for citation in found:
        assert citation.words is not None
        place = slice(citation.words.start, citation.words.end)
        assert sample.DIRECTIVE_TEXT[place] == citation.quote == citation.printed
    assert found[0].methods == ("byDate", "byNumber")
    assert found[1].citing == str(sample.of(sample.CONCLUSION))
    assert [k.score for k in found[2].candidates] == [0.62, 0.31]


def test_groups_follow_the_strength_of_relations(reader: Reader, sample: ModuleType) -> None:
    """What is implemented stands before what is merely cited."""
    groups = grouped(read_citations(reader, str(sample.of(sample.DIRECTIVE))))
    assert [group.relation for group in groups] == ["implements", "continues", "cites"]


def test_what_cites_a_document_is_counted(reader: Reader, sample: ModuleType) -> None:
    """Only other texts count, the newest first."""
    found, count = read_citing(reader, str(sample.of(sample.DIRECTIVE)))
    assert count == len(found) == 2
    assert found[0].document == str(sample.of(sample.PLAN))
    assert str(sample.of(sample.PLAN)) in things_of(found)


def test_others_say_what_a_document_is_called(reader: Any, sample: ModuleType) -> None:
    """Two documents of one number are told apart by the words of those that cite them."""
    cited, unknown = str(sample.of(sample.PARTY_DIRECTIVE)), "urn:nobody"
    told = words_of_others(reader.index(), (cited, unknown))
    assert told == {cited: "Chỉ thị số 908-CT/TW của Ban Bí thư (khóa XII)"}
