"""What the tests of relations share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.citations import find
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata, Relation
from loaders.relations import classify
from ontology.registry import load_registry

Related = Callable[..., tuple[tuple[Citation, ...], tuple[Relation, ...]]]


@pytest.fixture(scope="session")
def related() -> Related:
    """Return what gives citations and relations of a text without sections."""

    def read(
        text: str, metadata: Metadata | None = None
    ) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
        normalised = normalise(text)
        known = metadata or Metadata()
        citations = find(normalised, (), known, load_registry())
        return citations, classify(normalised, (), known, citations)

    return read
