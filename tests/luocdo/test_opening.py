"""One writer at a time, and the store is given back whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from ontology.errors import RegisterError
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_writer_is_refused_and_the_store_given_back(tmp_path: Path) -> None:
    """The refusal is ours; after the first one has gone the store opens again."""
    settings = Settings(store=tmp_path / "store")
    with open_pipeline(settings) as pipeline:
        assert pipeline.writer.documents() == ()
        with pytest.raises(StoreError) as caught, open_pipeline(settings):
            pass
        assert caught.value.code == "store-locked"
    with open_pipeline(settings):
        pass


def test_registers_of_ones_own_are_read_first(tmp_path: Path) -> None:
    """A bad row stops the command before the store is touched."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "provinces.csv").write_text("slug,name_vi\nx,\n", encoding="utf-8")
    settings = Settings(store=tmp_path / "store", registers=tmp_path / "own")
    with pytest.raises(RegisterError, match="row 2"), open_pipeline(settings):
        pass
    assert not settings.store.exists()
