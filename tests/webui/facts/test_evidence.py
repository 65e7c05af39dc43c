"""Words are where the evidence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.asking import read_nodes
from webui.facts.evidence import first_words, read_evidence

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader


def test_evidence_quotes_the_text(reader: Reader, sample: ModuleType) -> None:
    """Start, end, quote and what stands round it, for every piece a document names."""
    iri = str(sample.of(sample.DIRECTIVE))
    node = read_nodes(reader, [iri])[iri]
    found = read_evidence(reader, [node])
    assert len(found) == 3
    for words in found.values():
        assert sample.DIRECTIVE_TEXT[words.start : words.end] == words.quote
        assert sample.DIRECTIVE_TEXT[: words.start].endswith(words.before)
        assert sample.DIRECTIVE_TEXT[words.end :].startswith(words.after)
    first = first_words(node, found)
    assert first is not None
    assert first.start == min(words.start for words in found.values())


def test_without_evidence_there_are_no_words(reader: Reader, sample: ModuleType) -> None:
    """A node that names none, or that nothing is known of, has none."""
    iri = str(sample.of(sample.CONCLUSION))
    node = read_nodes(reader, [iri])[iri]
    assert read_evidence(reader, [node]) == {}
    assert first_words(node, {}) is None
