"""The head of a document's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.documents import read_document
from webui.pages.document.frame import chosen_tab, read_frame

if TYPE_CHECKING:
    from types import ModuleType


def test_tabs_tell_how_much_they_hold(reader: Any, sample: ModuleType) -> None:
    """Tasks without reports inside them, documents both ways."""
    document = read_document(reader, str(sample.of(sample.DIRECTIVE)))
    assert document is not None
    frame = read_frame(reader, reader.index(), document, "text")
    assert (frame.cites, frame.cited_by, frame.related) == (1, 2, 3)
    assert frame.tasks >= 3
    assert frame.name.say("vi") == "Chỉ thị 07/CT-UBND"


def test_a_document_without_text_opens_with_its_relations(reader: Any, sample: ModuleType) -> None:
    """What nobody can read is not the first tab; unknown tabs give the first one."""
    whole = read_document(reader, str(sample.of(sample.DIRECTIVE)))
    bare = read_document(reader, str(sample.of(sample.CONCLUSION)))
    assert whole is not None
    assert bare is not None
    assert (chosen_tab("", whole), chosen_tab("x", whole)) == ("text", "text")
    assert (chosen_tab("", bare), chosen_tab("text", bare)) == ("relations", "relations")
    assert chosen_tab("data", bare) == "data"
