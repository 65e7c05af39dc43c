"""Sections: blocks with their labels, clause paths and parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import Section, SectionKind, Span
from loaders.segments.cues import MarkerStyle, cues
from loaders.segments.nesting import Holder, Nesting, figure, is_roman, joined, usual_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.segments.blocks import Block, Marker

_KINDS = {
    "chapter": SectionKind.CHAPTER,
    "article": SectionKind.ARTICLE,
    "item": SectionKind.ITEM,
    "paragraph": SectionKind.PARAGRAPH,
}
_BODY = frozenset({SectionKind.PARAGRAPH, SectionKind.PREAMBLE})
_END = frozenset({SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE})
_HEADING_LENGTH = 200
_RECENT = 4
_GROUP_RANK = 950


def number(blocks: Sequence[Block], noise: Sequence[Span]) -> tuple[Section, ...]:
    """Return the sections of the blocks of a text, with the frame between and inside them.

    Args:
        blocks: in the order of the text.
        noise: stretches of the frame, in the order of the text.
    """
    numbering = Numbering()
    frame = 0
    for place, block in enumerate(blocks):
        while frame < len(noise) and noise[frame].start < block.start:
            numbering.add_noise(noise[frame])
            frame += 1
        numbering.add(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    for span in noise[frame:]:
        numbering.add_noise(span)
    return tuple(numbering.sections)


class Numbering:
    """Turns blocks into sections, in order."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.nesting = Nesting()
        self.annexes = 0
        self.row: Section | None = None

    def add(self, block: Block, following: Block | None) -> None:
        """Add the section of a block.

        Args:
            block: the block.
            following: the block after it, which tells whether this one introduces it.
        """
        if block.kind in _BODY:
            if block.marker is None:
                self._add_paragraph(block, following)
            else:
                self._add_marked(block, block.marker, following)
        elif block.kind is SectionKind.TABLE_ROW:
            self._add_cell(block)
        elif block.kind is SectionKind.ANNEX:
            self._add_annex(block)
        else:
            self._add_frame(block)

    def add_noise(self, span: Span) -> None:
        """Add a stretch of the page's frame; inside a section, that section holds it."""
        holding = [one for one in self.sections[-_RECENT:] if one.span.covers(span)]
        parent = holding[-1] if holding else None
        self.sections.append(
            Section(
                index=len(self.sections),
                kind=SectionKind.NOISE,
                span=span,
                parent=parent.index if parent else None,
                depth=parent.depth + 1 if parent else 0,
            )
        )

    def _add_frame(self, block: Block) -> None:
        """Add a line of head or end, or a legal basis: parts that the numbering does not reach."""
        if block.kind in _END:
            self.nesting.close_all()
        self.sections.append(
            Section(
                index=len(self.sections),
                kind=block.kind,
                span=_span(block),
                marker=_printed(block),
                lead_in=block.closing.startswith(":"),
            )
        )

    def _add_annex(self, block: Block) -> None:
        self.annexes += 1
        marker = block.marker
        value = marker.value if marker else ""
        known = bool(value) and (is_roman(value) or not value.isalpha())
        name = cues().annex_label
        label = f"{name} {value}" if known else name
        path = self.nesting.unique(f"phu-luc/{figure(value) if known else self.annexes}")
        index = len(self.sections)
        self.sections.append(
            Section(
                index=index,
                kind=SectionKind.ANNEX,
                span=_span(block),
                marker=_printed(block),
                label=label,
                clause_path=path,
                lead_in=True,
            )
        )
        self.nesting.restart(label, path, index)
        self.row = None

    def _add_paragraph(self, block: Block, following: Block | None) -> None:
        self.nesting.close_groups()
        if following is None or following.kind in _END:
            self.nesting.close_items()
        holder = self.nesting.open[-1]
        holder.paragraphs += 1
        introduces = block.closing.startswith(":") and _is_marked(following)
        index = len(self.sections)
        self.sections.append(
            Section(
                index=index,
                kind=block.kind,
                span=_span(block),
                label=f"{holder.label}¶{holder.paragraphs}",
                clause_path=self.nesting.unique(joined(holder.path, f"doan/{holder.paragraphs}")),
                parent=holder.index,
                depth=holder.depth,
                lead_in=introduces,
            )
        )
        holder.lead = index if introduces else None

    def _add_marked(self, block: Block, marker: Marker, following: Block | None) -> None:
        style = cues().styles[marker.style]
        holder, rank, value = self.nesting.place(marker)
        label, path = self.nesting.name(style, holder, value)
        introduces = self._introduces(block, style, following)
        led = style.kind == "item" and holder.lead is not None
        section = Section(
            index=len(self.sections),
            kind=_KINDS[style.kind],
            span=_span(block),
            marker=marker.printed,
            label=label,
            clause_path=self.nesting.unique(path),
            parent=holder.lead if led else holder.index,
            depth=holder.depth + led,
            lead_in=introduces,
        )
        self.sections.append(section)
        inner = Holder(rank, style.id, value, label, path, section.index, section.depth + 1)
        inner.leads = introduces and block.closing.startswith(":")
        inner.paragraphs = 0 if introduces or style.kind == "chapter" else 1
        self.nesting.open.append(inner)

    def _introduces(self, block: Block, style: MarkerStyle, following: Block | None) -> bool:
        """Tell whether a marked block only introduces the next: a heading, or words and a colon."""
        if style.kind == "chapter":
            return True
        led = block.closing.startswith(":")
        if following is None or following.kind is not SectionKind.PARAGRAPH:
            return led
        if following.marker is None:
            is_short = block.end - block.start <= _HEADING_LENGTH
            return led or (not block.closing and is_short)
        if led and self.nesting.is_new(following.marker, style.id):
            return True
        is_deeper = usual_rank(following.marker) > usual_rank(block.marker)
        return is_deeper and (led or not block.closing)

    def _add_cell(self, block: Block) -> None:
        """Add a table cell: the main one of a row by its number, others by their place in it."""
        if block.cell > 1 and self.row is not None:
            row = self.row
            self._keep_cell(block, f"{row.label}|{block.cell}", "", row.index, row.depth + 1)
            return
        marker = block.marker
        if marker:
            self._close_groups(marker)
        holder = self.nesting.open[-1]
        value = marker.value if marker else ""
        label = joined(holder.label, value, ".")
        path = self.nesting.unique(joined(holder.path, f"dong/{figure(value)}")) if value else ""
        self.row = self._keep_cell(block, label, path, holder.index, holder.depth)
        if marker and marker.style == "group":
            rank = _GROUP_RANK + is_roman(value)
            index, depth = self.row.index, self.row.depth + 1
            self.nesting.open.append(Holder(rank, "group", value, label, path, index, depth))
        elif marker:
            holder.counts["row"] = int(value)

    def _keep_cell(
        self, block: Block, label: str, path: str, parent: int | None, depth: int
    ) -> Section:
        marker = block.marker
        section = Section(
            index=len(self.sections),
            kind=SectionKind.TABLE_ROW,
            span=_span(block),
            marker=_printed(block),
            label=label,
            clause_path=path,
            parent=parent,
            depth=depth,
            lead_in=block.cell <= 1 and (marker is None or marker.style == "group"),
        )
        self.sections.append(section)
        return section

    def _close_groups(self, marker: Marker) -> None:
        """Close the groups of rows that a row or group ends.

        Rows that go on with a lower number, above one, belong to a group whose head was not
        printed: the open one ends.
        """
        opened = self.nesting.open
        if marker.style == "group":
            rank = _GROUP_RANK + is_roman(marker.value)
            while opened[-1].style == "group" and opened[-1].rank >= rank:
                opened.pop()
        elif 1 < int(marker.value) <= opened[-1].counts.get("row", 0):
            self.nesting.close_groups()


def _span(block: Block) -> Span:
    return Span(start=block.start, end=block.end)


def _printed(block: Block) -> str:
    return block.marker.printed if block.marker else ""


def _is_marked(block: Block | None) -> bool:
    """Tell whether a block is an item of the body."""
    return block is not None and block.kind is SectionKind.PARAGRAPH and block.marker is not None
