"""Where a draft orders something, and who is expected to be named there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from loaders.obligations.scanning import opening_stop
from loaders.records import AssigneeBasis, SectionKind
from luocdo.remarks import ordering_types, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import Obligation, Section
    from luocdo.remarks import Draft

_BODY: Final = frozenset(
    {SectionKind.ITEM, SectionKind.PARAGRAPH, SectionKind.ARTICLE, SectionKind.TABLE_ROW}
)
_SHORTEST_TASK: Final = 5
_LONGEST_NAME: Final = 9
"""One more than the words of a name with which an item may begin."""

_SHARE: Final = (1, 2)
"""The share of items that name who is to act from which all are expected to."""

_SHARE_OF_MEASURES: Final = (2, 3)
"""That share in articles, and among the measures of a plan that says elsewhere who does what."""


@dataclass(frozen=True)
class OpenOrders:
    """Tells which orders of a draft are left without anybody.

    Args:
        draft: the draft as it was read.
    """

    draft: Draft

    def is_left_open(self, task: Obligation) -> bool:
        """Tell whether a task without an assignee is an order that should name one.

        Aims and principles name nobody either, so it counts where it has a deadline, or begins like
        an order beside tasks that name theirs.
        """
        section = self.draft.document.sections[task.section]
        words = self.words(section)
        if not self._gives_orders or self._bears_its_doer(section, words):
            return False
        if any(deadline.due for deadline in task.deadlines) and not task.targets:
            return True
        beside = section.parent in self._groups and section.index not in self._holders
        return beside and self._begins_as_order(section)

    def unread_items(self) -> Iterator[Section]:
        """Give the items beside tasks in which no task was read."""
        sections = self.draft.document.sections
        taken = {task.section for task in self.draft.document.obligations}
        for section in sections:
            is_item = section.parent in self._groups and section.kind is SectionKind.ITEM
            if is_item and section.index not in taken | self._holders and not section.lead_in:
                yield section

    def is_order(self, section: Section) -> bool:
        """Tell whether an item says what is to be done and nobody who is to do it."""
        words = self.words(section)
        if not self._gives_orders or self._bears_its_doer(section, words):
            return False
        named = any(
            agency.printed in words for agency in self.draft.document.agencies if agency.target
        )
        long_enough = len(words.split()) >= _SHORTEST_TASK
        ordered = section.parent in self._groups and self._begins_as_order(section)
        return ordered and long_enough and not named

    def begins_with_body(self, section: Section) -> bool:
        """Tell whether an item begins with the name of a body that the registers know."""
        if section.kind is not SectionKind.ITEM:
            return False
        words = self.words(section).split()
        heads = (" ".join(words[:size]).rstrip(",;:.") for size in range(2, _LONGEST_NAME))
        return any(self.draft.registry.agencies_named(head) for head in heads)

    def words(self, section: Section) -> str:
        """Return the words of a section as printed."""
        return self.draft.text[section.span.start : section.span.end]

    @cached_property
    def _gives_orders(self) -> bool:
        """Tell whether the draft is of a type that gives orders, or of none that was read."""
        kind = self.draft.document.metadata.document_type
        return kind is None or kind.value in ordering_types()

    @cached_property
    def _holders(self) -> frozenset[int | None]:
        """Return the sections that hold others, whose own words are a heading."""
        return frozenset(section.parent for section in self.draft.document.sections)

    @cached_property
    def _groups(self) -> frozenset[int | None]:
        """Return the sections below which so many items name who is to act that all should."""
        document = self.draft.document
        given = {task.section for task in document.obligations if _is_stated(task)}
        given |= {each.index for each in document.sections if self.begins_with_body(each)}
        sections = document.sections
        named = Counter(sections[index].parent for index in given if sections[index].kind in _BODY)
        items = Counter(s.parent for s in sections if s.kind in _BODY)
        return frozenset(
            parent
            for parent, count in named.items()
            if count * self._share(parent)[1] >= items[parent] * self._share(parent)[0]
        )

    def _share(self, parent: int | None) -> tuple[int, int]:
        """Return the share of items below a section that are to name who is to act."""
        above = list(self._above(parent))
        if any(section.kind is SectionKind.ARTICLE for section in above):
            return _SHARE_OF_MEASURES
        apart = self._implementing.isdisjoint(section.index for section in above)
        return _SHARE_OF_MEASURES if self._implementing and apart else _SHARE

    @cached_property
    def _implementing(self) -> frozenset[int]:
        """Return the sections that say who does what."""
        heading = patterns()["implementation"]
        return frozenset(
            section.index
            for section in self.draft.document.sections
            if section.kind in {SectionKind.CHAPTER, SectionKind.ITEM}
            and heading.match(self.words(section))
        )

    def _above(self, index: int | None) -> Iterator[Section]:
        """Give a section and those that hold it, the innermost first."""
        while index is not None:
            section = self.draft.document.sections[index]
            yield section
            index = section.parent

    def _bears_its_doer(self, section: Section, words: str) -> bool:
        """Tell whether the first words of a section are who is to act, or nobody is asked to."""
        known = self.begins_with_body(section)
        subject = patterns()["bears-its-doer"].match(words)
        return known or subject is not None or patterns()["no-order"].search(words) is not None

    def _begins_as_order(self, section: Section) -> bool:
        return bool(opening_stop(self.draft.text, section.span.start, section.span.end))


def _is_stated(task: Obligation) -> bool:
    return any(each.basis is AssigneeBasis.STATED for each in task.assignments)
