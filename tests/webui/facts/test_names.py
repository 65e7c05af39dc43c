"""Things are called as people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

    from webui.ports import Reader

from webui.facts import names
from webui.facts.names import read_names


def test_names_say_type_and_number(reader: Reader, sample: ModuleType) -> None:
    """A document by type and number, a body in the language asked for."""
    paths = (sample.DIRECTIVE, sample.POLICE, sample.PARTY_DIRECTIVE, "vn/ct/x/2024/1")
    called = read_names(reader, [str(sample.of(path)) for path in paths])
    said = {path: called[str(sample.of(path))] for path in paths}
    assert said[sample.DIRECTIVE].say("vi") == "Chỉ thị 07/CT-UBND"
    assert said[sample.DIRECTIVE].say("en") == "Directive 07/CT-UBND"
    assert said[sample.DIRECTIVE].presence == "fullText"
    assert said[sample.POLICE].say("en") == "Sông Mây Provincial Police"
    assert said[sample.POLICE].kind == "agency"


def test_what_only_citations_name_is_called_by_their_words(
    reader: Reader, sample: ModuleType
) -> None:
    """And what nothing names is called by the end of its IRI."""
    cited = str(sample.of(sample.PARTY_DIRECTIVE))
    unknown = str(sample.of("vn/ct/x/2024/1"))
    called = read_names(reader, [cited, unknown])
    assert called[cited].say("vi").startswith("Chỉ thị số 908-CT/TW")
    assert called[unknown].say("vi") == "1"


def test_no_names_are_asked_for_nothing(reader: Reader) -> None:
    """An empty page asks the store nothing."""
    assert read_names(reader, []) == {}


def test_side_index_and_store_name_documents_alike(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every document of the sample is called the same by both."""
    documents = [str(row[0]) for row in reader.index().rows("SELECT iri FROM documents")]
    by_index = read_names(reader, documents)
    monkeypatch.setattr(names, "_known_documents", lambda *_: {})
    assert documents
    assert read_names(reader, documents) == by_index
