"""Printed numbering: labels, clause paths and which section holds which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.records import Section, SectionKind, Span
from loaders.segments.cues import MarkerStyle, cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.segments.blocks import Block, Marker

_KINDS = {
    "chapter": SectionKind.CHAPTER,
    "article": SectionKind.ARTICLE,
    "item": SectionKind.ITEM,
    "paragraph": SectionKind.PARAGRAPH,
}
_END = frozenset({SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE})
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_HEADING_LENGTH = 200
_ROOT_RANK = -1
_CLOSING_RANK = 69
"""The last paragraph of a paper belongs to the numbered item above it, not to a dash of that."""


@dataclass(slots=True)
class _Holder:
    """An open section that may hold others: root, annex, chapter, article or item."""

    rank: int
    style: str
    value: str
    label: str
    path: str
    index: int | None
    depth: int
    paragraphs: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    lead: int | None = None
    lead_depth: int = 0


class Numbering:
    """Turns blocks into sections, in order, keeping what is open.

    Args:
        annex_label: how an annex is written in a label.
    """

    def __init__(self, annex_label: str = "PL") -> None:
        self.annex_label = annex_label
        self.sections: list[Section] = []
        self.open = [_Holder(_ROOT_RANK, "", "", "", "", None, 0)]
        self.paths: dict[str, int] = {}
        self.annexes = 0
        self.row: _Holder | None = None

    def add(self, block: Block, following: Block | None) -> None:
        """Add the section of a block.

        Args:
            block: the block.
            following: the block after it, which tells whether this one introduces it.
        """
        if block.kind is SectionKind.ANNEX:
            self._add_annex(block)
        elif block.kind is SectionKind.TABLE_ROW:
            self._add_cell(block, following)
        elif block.kind not in {SectionKind.PARAGRAPH, SectionKind.PREAMBLE}:
            self._add_frame(block)
        elif block.marker is None:
            self._add_paragraph(block, following)
        else:
            self._add_marked(block, block.marker, following)

    def add_noise(self, span: Span) -> None:
        """Add a stretch of frame; inside a section it belongs to that section."""
        parent = None
        for section in reversed(self.sections[-3:]):
            if section.span.covers(span):
                parent = section
                break
        self._append(
            SectionKind.NOISE,
            span,
            parent=parent.index if parent else None,
            depth=parent.depth + 1 if parent else 0,
        )

    def _append(
        self,
        kind: SectionKind,
        span: Span,
        *,
        marker: str = "",
        label: str = "",
        path: str = "",
        parent: int | None = None,
        depth: int = 0,
        lead_in: bool = False,
    ) -> int:
        index = len(self.sections)
        self.sections.append(
            Section(
                index=index,
                kind=kind,
                span=span,
                marker=marker,
                label=label,
                clause_path=path,
                parent=parent,
                depth=depth,
                lead_in=lead_in,
            )
        )
        return index

    def _add_annex(self, block: Block) -> None:
        self.annexes += 1
        number = block.marker.value if block.marker else ""
        known = (number and not number.isalpha()) or _is_roman(number)
        label = f"{self.annex_label} {number}" if known else self.annex_label
        path = self._unique(f"phu-luc/{_number(number) if known else self.annexes}")
        index = self._append(
            SectionKind.ANNEX,
            _span(block),
            marker=block.marker.printed if block.marker else "",
            label=label,
            path=path,
            lead_in=True,
        )
        self.open = [_Holder(_ROOT_RANK, "annex", number, label, path, index, 1)]
        self.row = None

    def _add_frame(self, block: Block) -> None:
        if block.kind in _END:
            del self.open[1:]
        self._append(
            block.kind,
            _span(block),
            marker=block.marker.printed if block.marker else "",
            lead_in=block.closing.startswith(":"),
        )

    def _add_paragraph(self, block: Block, following: Block | None) -> None:
        if following is None or following.kind in _END:
            while self.open[-1].rank > _CLOSING_RANK:
                self.open.pop()
        holder = self.open[-1]
        holder.paragraphs += 1
        label = f"{holder.label}¶{holder.paragraphs}"
        path = _join(holder.path, f"doan/{holder.paragraphs}")
        lead_in = block.closing.startswith(":") and _is_marked(following)
        index = self._append(
            block.kind,
            _span(block),
            label=label,
            path=self._unique(path),
            parent=holder.index,
            depth=holder.depth,
            lead_in=lead_in,
        )
        holder.lead = index if lead_in else None

    def _add_marked(self, block: Block, marker: Marker, following: Block | None) -> None:
        style = cues().styles[marker.style]
        holder, rank, value = self._place(style, marker)
        label, path = self._name(style, holder, value)
        lead_in = _introduces(block, style, following)
        led = style.kind == "item" and holder.lead is not None
        parent = holder.lead if led else holder.index
        depth = holder.depth + 1 if led else holder.depth
        path = self._unique(path)
        index = self._append(
            _KINDS[style.kind],
            _span(block),
            marker=marker.printed,
            label=label,
            path=path,
            parent=parent,
            depth=depth,
            lead_in=lead_in,
        )
        counted = 0 if lead_in or style.kind == "chapter" else 1
        self.open.append(_Holder(rank, style.id, value, label, path, index, depth + 1, counted))

    def _place(self, style: MarkerStyle, marker: Marker) -> tuple[_Holder, int, str]:
        """Close what the marker ends; return the holder, the rank and the value."""
        rank = style.rank * 10 + marker.value.count(".")
        while len(self.open) > 1 and self.open[-1].rank >= rank:
            self.open.pop()
        holder = self.open[-1]
        count = holder.counts.get(style.id, 0) + 1
        value = marker.value or str(count)
        holder.counts[style.id] = int(value) if value.isdigit() else count
        return holder, rank, value

    def _name(self, style: MarkerStyle, holder: _Holder, value: str) -> tuple[str, str]:
        """Return label and clause path of a marked section."""
        short = value
        if "." in value and holder.style == style.id and value.startswith(holder.value + "."):
            short = value[len(holder.value) + 1 :]
        written = style.label.format(value=short)
        base = self.open[0]
        if style.kind == "article" or style.id in {"part", "chapter", "footnote"}:
            path = _join(base.path if style.kind == "article" else holder.path, "")
            label = f"{base.label}.{written}" if base.label else written
            return label, _join(path, f"{style.path}/{_number(short)}")
        label = f"{holder.label}.{written}" if holder.label else written
        return label, _join(holder.path, _segment(style, holder, short))

    def _add_cell(self, block: Block, following: Block | None) -> None:
        holder = self.open[-1]
        if block.cell > 1 and self.row is not None:
            self._append(
                SectionKind.TABLE_ROW,
                _span(block),
                label=f"{self.row.label}|{block.cell}",
                parent=self.row.index,
                depth=self.row.depth,
            )
            return
        value = block.marker.value if block.marker else ""
        label = f"{holder.label}.{value}" if holder.label and value else value or holder.label
        path = self._unique(_join(holder.path, f"dong/{value}")) if value else ""
        index = self._append(
            SectionKind.TABLE_ROW,
            _span(block),
            marker=block.marker.printed if block.marker else "",
            label=label,
            path=path,
            parent=holder.index,
            depth=holder.depth,
            lead_in=not value,
        )
        self.row = _Holder(0, "row", value, label, path, index, holder.depth + 1)

    def _unique(self, path: str) -> str:
        """Return the path, with `~2` and so on where it was given before."""
        times = self.paths.get(path, 0) + 1
        self.paths[path] = times
        return path if times == 1 else f"{path}~{times}"


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
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        numbering.add(block, following)
    for span in noise[frame:]:
        numbering.add_noise(span)
    return tuple(numbering.sections)


def _span(block: Block) -> Span:
    return Span(start=block.start, end=block.end)


def _join(path: str, segment: str) -> str:
    return f"{path}/{segment}" if path and segment else path or segment


def _is_marked(block: Block | None) -> bool:
    """Tell whether a block is an item of the body."""
    return block is not None and block.kind is SectionKind.PARAGRAPH and block.marker is not None


def _introduces(block: Block, style: MarkerStyle, following: Block | None) -> bool:
    """Tell whether a marked block only introduces what follows: a heading, or words and a colon."""
    if block.closing.startswith(":"):
        return True
    if style.kind == "chapter":
        return True
    if block.closing or following is None or following.kind is not SectionKind.PARAGRAPH:
        return False
    if following.marker is None:
        return block.end - block.start <= _HEADING_LENGTH
    rank = cues().styles[following.marker.style].rank * 10 + following.marker.value.count(".")
    return rank > style.rank * 10 + (block.marker.value.count(".") if block.marker else 0)


def _segment(style: MarkerStyle, holder: _Holder, value: str) -> str:
    """Return the last part of the clause path of an item."""
    within_article = "dieu/" in holder.path
    if style.id in {"number", "damaged_number", "roman", "capital"} and not within_article:
        inside = "muc/" in holder.path
        return _number(value) if inside else f"muc/{_number(value)}"
    if style.id in {"letter", "enclosed", "small_roman"} and not within_article:
        return value if holder.path else f"{style.path}/{value}"
    return f"{style.path}/{_number(value)}"


def _is_roman(value: str) -> bool:
    return bool(value) and all(letter in _ROMAN for letter in value)


def _number(value: str) -> str:
    """Return a Roman numeral in Arabic figures, a number without leading zeros, else the value."""
    if _is_roman(value):
        figures = [_ROMAN[letter] for letter in value]
        pairs = zip(figures, [*figures[1:], 0], strict=True)
        return str(sum(one if one >= after else -one for one, after in pairs))
    return str(int(value)) if value.isdecimal() else value.lower()
