"""A small collection as a site, and an empty one."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.webui.pages.curating import Desk, Drafts, Uploads
from webui import create_app
from webui.site import Site

if TYPE_CHECKING:
    from types import ModuleType

    from flask import Flask
    from flask.testing import FlaskClient


def _load(name: str) -> ModuleType:
    """Load a module that stands beside this file: test folders are no packages."""
    spec = spec_from_file_location(f"webui_{name}", Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """Return the module that writes the small collection."""
    return _load("sample")


@pytest.fixture(scope="session")
def reader(sample: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> object:
    """Return a reader of the small collection."""
    root = tmp_path_factory.mktemp("collection")
    sample.write_sample(root)
    return sample.SampleReader(root)


@pytest.fixture(scope="session")
def app(sample: ModuleType, reader: object) -> Flask:
    """Return the site of the small collection."""
    workers = sample.queries_of(reader)
    return create_app(Site(reader=reader, workers=workers, questions=reader))  # type: ignore[arg-type]  # a loaded module has no types


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a visitor of the small collection, without cookies."""
    return app.test_client()


@pytest.fixture
def desk() -> Desk:
    """Return where a curator's decisions are noted."""
    return Desk()


@pytest.fixture
def drafts() -> Drafts:
    """Return where drafts are noted."""
    return Drafts()


@pytest.fixture
def uploads() -> Uploads:
    """Return where files are kept."""
    return Uploads()


@pytest.fixture
def curated(
    sample: ModuleType, reader: object, desk: Desk, drafts: Drafts, uploads: Uploads
) -> FlaskClient:
    """Return a visitor of a site that has a curator and looks through drafts."""
    site = Site(
        reader=reader,  # type: ignore[arg-type]  # a loaded module has no types
        workers=sample.queries_of(reader),
        questions=reader,  # type: ignore[arg-type]  # as above
        curation=desk,
        drafts=drafts,
        uploads=uploads,
    )
    return create_app(site).test_client()


@pytest.fixture(scope="session")
def empty_app(sample: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return a site of a store in which nothing has been published."""
    reader = sample.SampleReader(tmp_path_factory.mktemp("nothing"))
    return create_app(Site(reader=reader, workers=sample.queries_of(reader), questions=reader))


@pytest.fixture
def empty_client(empty_app: Flask) -> FlaskClient:
    """Return a visitor of the empty store."""
    return empty_app.test_client()
