"""Read doers and times that a part of a plan prints once, below headings of their own.

Plans print "1. Nội dung", "2. Cơ quan chủ trì, phối hợp" and "3. Thời gian thực hiện" in each
part: what the later ones say holds for all items below the first (annotation guide: lines of
attributes give a task its assignees and deadlines).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.obligations.attributes import (
    LABELS,
    Attributes,
    is_attribute,
    read_attribute,
    read_attributes,
)
from loaders.obligations.places import CUES
from loaders.records import NormalisedText, PartialDate, Section, SectionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS = frozenset({SectionKind.ITEM, SectionKind.PARAGRAPH})
LONGEST_LABEL = 60  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """What parts say once for all their tasks.

    Args:
        said: by the index of the part, what holds for the tasks below it.
        members: indexes of the sections that say it; they are no tasks.
    """

    said: Mapping[int, Attributes] = field(default_factory=dict)
    members: frozenset[int] = frozenset()


def read_blocks(
    text: NormalisedText, sections: tuple[Section, ...], issued: PartialDate | None
) -> Blocks:
    """Return what the parts of a document say once for all tasks below them.

    Args:
        text: the document.
        sections: its parts.
        issued: its date, as far as known.
    """
    below: dict[int, list[Section]] = defaultdict(list)
    for section in sections:
        if section.parent is not None and section.kind in PARTS:
            below[section.parent].append(section)
    reader = _Reader(text=text, below=below, issued=issued)
    said: dict[int, Attributes] = {}
    members: set[int] = set()
    for parent, parts in below.items():
        heads = [part for part in parts if reader.is_label(part)]
        if not heads or not any(
            part.index in below for part in parts if part.index < heads[0].index
        ):
            continue
        found = reader.read(heads)
        if found.assignments:
            said[parent] = found
            members.update(index for head in heads for index in reader.all_of(head))
    return Blocks(said=said, members=frozenset(members))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads labels and what stands behind or below them."""

    text: NormalisedText
    below: Mapping[int, list[Section]]
    issued: PartialDate | None

    def is_label(self, section: Section) -> bool:
        """Tell whether a section is a label of doers or times, with its words or above them."""
        if is_attribute(self.text, section.span):
            return True
        if section.index not in self.below:
            return False
        span = section.span
        holds = CUES.pattern("holder").fullmatch(self.text.text, span.start, span.end)
        return holds is not None or bool(self._meaning(section))

    def _meaning(self, section: Section) -> str:
        """Return what a section says that is a label alone; empty where it is none."""
        span = section.span
        if span.end - span.start > LONGEST_LABEL:
            return ""
        label = self.text.text[span.start : span.end].rstrip(" .:") + ":"
        for wording in LABELS.wordings:
            if wording.pattern.fullmatch(label):
                return wording.means
        return ""

    def read(self, heads: list[Section]) -> Attributes:
        """Return what labels say, and the lines below them."""
        found = Attributes()
        for head in heads:
            means = self._meaning(head)
            if not means:
                found = found.joined(read_attributes(self.text, head.span, self.issued))
            for part in self.below.get(head.index, ()):
                if self.is_label(part):
                    found = found.joined(self.read([part]))
                elif means:
                    found = found.joined(read_attribute(self.text, part.span, means, self.issued))
        return found

    def all_of(self, section: Section) -> list[int]:
        """Return the indexes of a section and of all parts below it."""
        parts = self.below.get(section.index, ())
        return [section.index, *(index for part in parts for index in self.all_of(part))]
