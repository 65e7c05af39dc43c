"""What a drawing leaves out, counted."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Many:
    """An index in which three hundred documents of seven places and three years carry out one."""

    def rows(self, *_: object) -> list[tuple[str, str, int, str, str]]:
        """Return a row a relation."""
        return [
            (f"urn:{n}", "implements", 3, f"urn:place/{n % 7}", str(2020 + n % 3))
            for n in range(300)
        ]


def test_many_documents_are_told_apart_by_place_or_by_year() -> None:
    """The boxes hold them all, the largest first; few stay in one box."""
    index: Any = Many()
    places = bundles_of(index, "urn:centre", {"urn:0"}, RELATIONS)
    assert len(places) == 7
    assert sum(bundle.count for bundle in places) == 299
    assert places[0].count >= places[-1].count
    years = bundles_of(index, "urn:centre", set(), RELATIONS, "year")
    assert sorted(bundle.group for bundle in years) == ["2020", "2021", "2022"]
    few = bundles_of(index, "urn:centre", {f"urn:{n}" for n in range(290)}, RELATIONS)
    assert [(bundle.group, bundle.count) for bundle in few] == [("", 10)]
