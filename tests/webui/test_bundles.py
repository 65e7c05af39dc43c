"""What a drawing leaves out, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.bundles import bundles_of
from webui.graphs import RELATIONS

if TYPE_CHECKING:
    from types import ModuleType


def test_each_document_counts_once_by_its_strongest_relation(
    reader: Any, sample: ModuleType
) -> None:
    """The plan carries out and thereby cites; what is drawn does not count."""
    directive, plan = (str(sample.of(path)) for path in (sample.DIRECTIVE, sample.PLAN))
    found = bundles_of(reader.index(), directive, set(), RELATIONS)
    assert {(b.relation, b.rank, b.count) for b in found} == {("implements", 3, 1), ("cites", 0, 1)}
    rest = bundles_of(reader.index(), directive, {plan}, RELATIONS)
    assert [b.relation for b in rest] == ["cites"]
