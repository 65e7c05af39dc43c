"""Relations by how much they say."""

from __future__ import annotations

from ontology.namespaces import LDO
from queries.index.relations import LINEAGE, STRENGTH


def test_every_relation_is_declared() -> None:
    """No name is misspelt."""
    assert all(name in LDO._terms for name in STRENGTH)


def test_a_lineage_follows_strong_relations_only() -> None:
    """What is also written beside a stronger relation is not followed."""
    assert {STRENGTH[name] for name in LINEAGE} == {3}
    assert STRENGTH["mentions"] < STRENGTH["cites"] < STRENGTH["repeals"] < 3
