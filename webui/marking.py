"""A text with its findings marked: spans that nest, a way from each mark to its fact and back.

Spans of a text may cross (a task and a citation that runs over its end). Within a paragraph every
stretch lies in the spans that cover it, the earlier and longer ones outside, and a span that is cut
by another is closed and opened again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from webui.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINE: Final = Markup("<p>{}</p>")
_RUNNING_ON: Final = Markup('<p class="run-on">{}</p>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span to be marked.

    Args:
        start, end: half-open, in code points of the text.
        kind: class of the mark ("citation", "task", "body", "deadline", "target", "statement").
        fact: id on the page of what was recorded from these words.
        label: number of the fact, shown beside the words; empty for none.
        title: what a pointer reads about it.
        leads: the label stands before the words, not after them.
        style: further class, as the kind of relation; empty for none.
    """

    start: int
    end: int
    kind: str
    fact: str
    label: str = ""
    title: str = ""
    leads: bool = False
    style: str = ""

    @property
    def anchor(self) -> str:
        """The id of the marked words on the page."""
        return f"w-{self.start}-{self.end}"


def marked_text(text: str, marks: Iterable[Mark]) -> Markup:
    """Return a text as paragraphs of escaped HTML with its marks in place.

    Args:
        text: the text as read.
        marks: what to mark; spans that are empty or reach beyond the text are passed over.
    """
    return Markup("\n").join(_Marker(text, marks).paragraphs())


class _Marker:
    """Writes one text.

    Args:
        text: the text as read.
        marks: what to mark.
    """

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        sound = (m for m in marks if 0 <= m.start < m.end <= len(text))
        self.waiting = sorted(sound, key=lambda m: (m.start, -m.end, m.kind), reverse=True)
        self.active: list[Mark] = []
        self.written: set[str] = set()
        self.opened: set[Mark] = set()

    def paragraphs(self) -> Iterator[Markup]:
        """Give each paragraph that says something."""
        for one in paragraphs(self.text):
            body = Markup("").join(self._stretch(one.start, one.end))
            runs_on = "\n" in self.text[one.start : one.end]
            yield (_RUNNING_ON if runs_on else _LINE).format(body)

    def _stretch(self, start: int, end: int) -> Iterator[Markup]:
        """Give the pieces of a paragraph."""
        stack: list[Mark] = []
        place = start
        while place < end:
            wanted = self._covering(place)
            yield from self._close(wanted, stack)
            yield from self._open(wanted, stack)
            after = self._next_change(place, end)
            yield escape(self.text[place:after])
            place = after
        running = [mark for mark in stack if self.text[end : mark.end].strip()]
        yield from self._close(running, stack)
        yield Markup("</span>") * len(stack)

    def _covering(self, place: int) -> list[Mark]:
        """Return the marks that cover a place, the outermost first."""
        while self.waiting and self.waiting[-1].start <= place:
            self.active.append(self.waiting.pop())
        self.active = [mark for mark in self.active if mark.end > place]
        return list(self.active)

    def _next_change(self, place: int, end: int) -> int:
        """Return where the next mark begins or ends."""
        ends = [mark.end for mark in self.active]
        begins = [self.waiting[-1].start] if self.waiting else []
        return min(end, *(p for p in (*ends, *begins, end) if p > place))

    def _close(self, wanted: Sequence[Mark], stack: list[Mark]) -> Iterator[Markup]:
        """Close what is no longer wanted, and what lies inside it; tell of what has ended."""
        kept = 0
        while kept < min(len(stack), len(wanted)) and stack[kept] is wanted[kept]:
            kept += 1
        while len(stack) > kept:
            mark = stack.pop()
            yield Markup("</span>")
            if mark not in wanted:
                yield self._reference(mark, after=True)

    def _open(self, wanted: Sequence[Mark], stack: list[Mark]) -> Iterator[Markup]:
        """Open what is wanted and not open."""
        for mark in wanted[len(stack) :]:
            stack.append(mark)
            yield self._opening(mark)

    def _opening(self, mark: Mark) -> Markup:
        """Return the start tag of a mark; only its first piece carries the id and the label."""
        first = mark not in self.opened
        self.opened.add(mark)
        named = first and mark.anchor not in self.written
        self.written.add(mark.anchor)
        classes = f"m m-{mark.kind} {mark.style}".strip()
        tag = Markup('<span class="{}"{}{} data-fact="{}">').format(
            classes,
            Markup(' id="{}"').format(mark.anchor) if named else "",
            Markup(' title="{}"').format(mark.title) if mark.title else "",
            mark.fact,
        )
        return tag + (self._reference(mark, after=False) if first else "")

    @staticmethod
    def _reference(mark: Mark, *, after: bool) -> Markup:
        """Return the link from the words to the fact, on the side where it belongs."""
        if not mark.label or mark.leads is after:
            return Markup("")
        return Markup('<a class="ref ref-{}" href="#{}" title="{}">{}</a>').format(
            mark.kind, mark.fact, mark.title, mark.label
        )
