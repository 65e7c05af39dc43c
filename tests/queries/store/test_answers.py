"""Values around a store."""

from __future__ import annotations

import pickle

from queries.store.answers import Dataset


def test_a_dataset_crosses_processes() -> None:
    """None (the store's own) and nothing (an empty default graph) stay apart."""
    for dataset in (Dataset(), Dataset(default=(), named=("g:1",))):
        assert pickle.loads(pickle.dumps(dataset)) == dataset  # noqa: S301  # our own bytes
    assert Dataset() != Dataset(default=())
