"""What the tests of mentions share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.citations import find
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata
from ontology.registry import load_registry

Finder = Callable[[str], tuple[Citation, ...]]


@pytest.fixture(scope="session")
def found() -> Finder:
    """Return what finds the citations of a text without sections."""
    return lambda text: find(normalise(text), (), Metadata(), load_registry())
