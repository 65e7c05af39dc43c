"""Faults of documents are one family, so that a batch can go on after each."""

from __future__ import annotations

import pytest

from loaders.errors import (
    DocumentError,
    DocumentTooLarge,
    SecretDocument,
    UnreadableDocument,
    UnsupportedFormat,
)
from ontology.errors import LuocdoError


@pytest.mark.parametrize(
    "kind", [UnsupportedFormat, UnreadableDocument, DocumentTooLarge, SecretDocument]
)
def test_a_fault_carries_what_a_person_needs(kind: type[DocumentError]) -> None:
    """A stable code, what happened, and what to do."""
    fault = kind("some-code", "tệp.txt is bad.", "Mend it.")
    assert isinstance(fault, DocumentError)
    assert isinstance(fault, LuocdoError)
    assert (fault.code, fault.hint) == ("some-code", "Mend it.")
    assert str(fault) == "tệp.txt is bad. Mend it."
