"""What the tests of the house share: the writers of the generated pages."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def writer(project: Path) -> Iterator[Callable[[str], Any]]:
    """Return what imports a module of docs/ by its name."""
    sys.path.insert(0, str(project / "docs"))
    yield importlib.import_module
    sys.path.remove(str(project / "docs"))


@pytest.fixture(scope="session")
def raised(writer: Callable[[str], Any], project: Path) -> frozenset[tuple[str, str]]:
    """Return code and class of every error that the source raises."""
    errors = writer("writers.error_codes").raised_errors(project)
    return frozenset((error.code, error.kind) for error in errors)
