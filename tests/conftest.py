"""Fixtures that every room's tests may use."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected graphs be written anew: `pytest tests/golden --update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected graphs anew")


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder that holds pyproject.toml."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared real documents, or skip: a fresh clone elsewhere lacks it."""
    folder = PROJECT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the shared documents (../shared) are not beside this checkout")
    return folder
