"""A document as read from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.documents import read_document

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader


def test_statements_come_with_their_words_and_the_text(reader: Reader, sample: ModuleType) -> None:
    """In the order of the page; what has no words came from elsewhere."""
    found = read_document(reader, str(sample.of(sample.DIRECTIVE)))
    assert found is not None
    assert found.text == sample.DIRECTIVE_TEXT
    names = [statement.property for statement in found.statements]
    assert names[0] == "printedNumber"
    said = {statement.property: statement for statement in found.statements}
    assert said["signatory"].evidence[0].quote == "Trần Văn Mẫu"
    assert said["place"].evidence == ()


def test_a_document_without_text_is_still_a_document(reader: Reader, sample: ModuleType) -> None:
    """What is only in the register has no text; what is nowhere is None."""
    known = read_document(reader, str(sample.of(sample.CONCLUSION)))
    assert known is not None
    assert (known.text, known.presence) == (None, "metadataOnly")
    assert read_document(reader, str(sample.of("vn/ct/x/1"))) is None
    assert read_document(reader, str(sample.of(sample.POLICE))) is None
