"""The figures that documents set, measure by measure: which province wants how much."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ontology.vietnamese_text import fold_words
from webui.facts.asking import ask
from webui.facts.obligations import TargetFact

if TYPE_CHECKING:
    from webui.facts.asking import Row
    from webui.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """A figure with the task, document and place that set it; the place is empty for the centre."""

    goal: TargetFact
    obligation: str
    document: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGroup:
    """One measure with all figures that are set for it."""

    measure: str
    targets: tuple[SetTarget, ...]

    @property
    def places(self) -> frozenset[str]:
        """The provinces that set a figure."""
        return frozenset(target.place for target in self.targets if target.place)

    @property
    def documents(self) -> frozenset[str]:
        """The documents that set a figure."""
        return frozenset(target.document for target in self.targets)


def read_measures(reader: Reader, words: str, place: str) -> tuple[MeasureGroup, ...]:
    """Return measures, those that most provinces and documents set first.

    Args:
        reader: the store.
        words: that the measure must hold, with or without marks; empty for all.
        place: IRI of the province that must be among those who set it; empty for all.
    """
    wanted = fold_words(words).split()
    groups = [
        group
        for folded, group in _measures(reader, reader.generation().version).items()
        if all(word in folded.split() for word in wanted) and (not place or place in group.places)
    ]
    return tuple(sorted(groups, key=_order))


def _order(group: MeasureGroup) -> tuple[int, int, str]:
    return -len(group.places), -len(group.documents), group.measure


@lru_cache(maxsize=2)
def _measures(reader: Reader, version: str) -> dict[str, MeasureGroup]:
    """Return all measures by their folded words; each version of the data is read once."""
    del version  # it names what is kept
    found: dict[str, dict[str, SetTarget]] = defaultdict(dict)
    for row in ask(reader, "targets"):
        target = _target(row)
        found[fold_words(target.goal.measure)].setdefault(target.goal.iri, target)
    return {
        folded: MeasureGroup(
            measure=min(t.goal.measure for t in targets.values()),
            targets=tuple(sorted(targets.values(), key=lambda t: (t.place, t.document))),
        )
        for folded, targets in found.items()
    }


def _target(row: Row) -> SetTarget:
    return SetTarget(
        goal=TargetFact(
            iri=row.text("target"),
            measure=" ".join(row.text("measure").split()),
            direction=row.local("direction"),
            comparison=row.local("comparison"),
            value=row.text("value"),
            unit=row.text("unit"),
            baseline=row.text("baseline"),
            words=None,
        ),
        obligation=row.text("obligation"),
        document=row.text("document"),
        place=row.text("place"),
    )
