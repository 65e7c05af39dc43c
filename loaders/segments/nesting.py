"""Nesting: which marked section holds which, and what each is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.segments.cues import MarkerStyle, cues

if TYPE_CHECKING:
    from loaders.segments.blocks import Marker

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROOT_RANK = -1
_STEP = 10
_ITEM_RANK = 70
"""Ranks from here on are letters, dashes and what is below them."""
_DEEPEST = 16
"""Open sections among which a list may still begin; papers open six at most."""
_ROOTED = frozenset({"article", "part", "chapter", "footnote"})
_COUNTED = frozenset({"number", "damaged_number", "roman", "capital"})
_LETTERED = frozenset({"letter", "enclosed", "small_roman"})


@dataclass(slots=True)
class Holder:
    """An open section that may hold others: root, annex, chapter, article or item.

    Args:
        rank: place in the nesting; a smaller one holds a larger one.
        style, value: of its marker.
        label, path: its label and clause path.
        index: of its section; None for the paper itself.
        depth: depth of what it holds.
        leads: True where its words end in a colon.
        paragraphs: unnumbered paragraphs in it so far, its own words included.
        counts: last number used below it, by style.
        lead: index of the paragraph that introduces the next items, if one does.
    """

    rank: int
    style: str
    value: str
    label: str
    path: str
    index: int | None
    depth: int
    leads: bool = False
    paragraphs: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    lead: int | None = None


class Nesting:
    """The sections that are open at a place of the text, from the paper inwards."""

    def __init__(self) -> None:
        self.open = [Holder(_ROOT_RANK, "", "", "", "", None, 0)]
        self._paths: dict[str, int] = {}

    def restart(self, label: str, path: str, index: int) -> None:
        """Begin an annex: nothing of the paper is open any more."""
        self.open = [Holder(_ROOT_RANK, "annex", "", label, path, index, 1)]

    def close_all(self) -> None:
        """Close every section below the paper or the annex."""
        del self.open[1:]

    def close_groups(self) -> None:
        """Close groups of table rows."""
        while self.open[-1].style == "group":
            self.open.pop()

    def close_items(self) -> None:
        """Close letters, dashes and what is below them."""
        while self.open[-1].rank >= _ITEM_RANK:
            self.open.pop()

    def place(self, marker: Marker) -> tuple[Holder, int, str]:
        """Close what a marker ends; return what holds it, its rank and its value.

        A marker that follows an open one of its style ("3." after "2.") is its neighbour; one of a
        new style below words that end in a colon belongs to these; else the usual nesting decides.
        """
        rank = usual_rank(marker)
        earlier = self._earlier(marker)
        top = self.open[-1]
        if earlier is not None:
            rank = self.open[earlier].rank
            del self.open[earlier:]
        elif top.leads and top.rank >= rank and self._may_hold(marker, top):
            rank = top.rank + 1
        else:
            while len(self.open) > 1 and self.open[-1].rank >= rank:
                self.open.pop()
        holder = self.open[-1]
        count = holder.counts.get(marker.style, 0) + 1
        value = marker.value or str(count)
        holder.counts[marker.style] = int(value) if value.isdecimal() else count
        return holder, rank, value

    def _earlier(self, marker: Marker) -> int | None:
        """Return the place of the innermost open section that the marker comes right after."""
        for place in range(len(self.open) - 1, 0, -1):
            holder = self.open[place]
            if holder.style == marker.style and follows(holder.value, marker.value):
                return place
        return None

    def _may_hold(self, marker: Marker, top: Holder) -> bool:
        """Tell whether words that end in a colon hold a marker: lists nest, but not for ever."""
        return len(self.open) <= _DEEPEST and self.is_new(marker, top.style)

    def is_new(self, marker: Marker, above: str) -> bool:
        """Tell whether a numbering begins: its style is not open, or it starts again.

        Args:
            marker: the marker.
            above: style of the marked section just above it.
        """
        if marker.style != above and all(holder.style != marker.style for holder in self.open):
            return True
        return marker.value in {"1", "a"} and above != marker.style

    def name(self, style: MarkerStyle, holder: Holder, value: str) -> tuple[str, str]:
        """Return label and clause path of a marked section."""
        short = value
        if "." in value and value.startswith(f"{holder.value}."):
            short = value[len(holder.value) + 1 :]
        written = style.label.format(value=short)
        if style.id in _ROOTED:
            base = self.open[0]
            above = base.path if style.kind == "article" else holder.path
            return joined(base.label, written, "."), joined(above, f"{style.path}/{figure(short)}")
        return joined(holder.label, written, "."), joined(
            holder.path, _segment(style, holder, short)
        )

    def unique(self, path: str) -> str:
        """Return the path, with `~2` and so on where it was given before."""
        times = self._paths.get(path, 0) + 1
        self._paths[path] = times
        return path if times == 1 else f"{path}~{times}"


def usual_rank(marker: Marker | None) -> int:
    """Return the place of a marker in the usual nesting; dotted numbers lie below plain ones."""
    if marker is None:
        return _ROOT_RANK
    return cues().styles[marker.style].rank * _STEP + marker.value.count(".")


def follows(earlier: str, value: str) -> bool:
    """Tell whether a value is the next after another: 3 after 2, IV after III, đ after d."""
    if value.isdecimal() and earlier.isdecimal():
        return int(value) == int(earlier) + 1
    if is_roman(value) and is_roman(earlier):
        return int(figure(value)) == int(figure(earlier)) + 1
    letters = cues().letters
    if len(earlier) != 1 or len(value) != 1 or earlier not in letters:
        return False
    return letters.find(value) == letters.index(earlier) + 1


def joined(above: str, below: str, sign: str = "/") -> str:
    """Return two parts with a sign between them, or the one that is not empty."""
    return f"{above}{sign}{below}" if above and below else above or below


def _segment(style: MarkerStyle, holder: Holder, value: str) -> str:
    """Return the last part of the clause path of an item."""
    if "dieu/" not in holder.path:
        if style.id in _COUNTED:
            inside = "muc/" in holder.path
            return figure(value) if inside else f"muc/{figure(value)}"
        if style.id in _LETTERED and holder.path:
            return figure(value)
    return f"{style.path}/{figure(value)}"


def is_roman(value: str) -> bool:
    """Tell whether a value is a Roman numeral in capitals."""
    return bool(value) and _ROMAN.keys() >= set(value)


def figure(value: str) -> str:
    """Return a Roman numeral in Arabic figures, a number without leading zeros, else the value.

    >>> figure("XIV"), figure("03"), figure("đ"), figure("2.1")
    ('14', '3', 'đ', '2.1')
    """
    if is_roman(value):
        figures = [_ROMAN[letter] for letter in value]
        pairs = zip(figures, [*figures[1:], 0], strict=True)
        return str(sum(one if one >= after else -one for one, after in pairs))
    return str(int(value)) if value.isdecimal() else value.lower().replace(" ", "-")
