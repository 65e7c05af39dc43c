"""Steps 0 to 2 as values: a file, its words as read, and the same words made readable."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from hashlib import sha256

from ontology.quick_records import quick

MARKS = re.compile(r"[*_#\\`\u00ad\u200b-\u200f\u2060\ufeff]")
"""Marks of markdown and characters that nobody sees."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, `0 <= start <= end`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a person should know about the reading of a document.

    Args:
        code: kebab-case name, translated by the pages and commands.
        detail: the value at fault.
        span: where, when a place can be named.
    """

    code: str
    detail: str
    span: Span | None = None


# --- 0 open, 1 read ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as it was handed in.

    Args:
        name: file name as the user knows it, for messages and as last resort for a format.
        media_type: IANA media type guessed by the roof from name and first bytes.
        content: the bytes.
        sha256: hex digest of the bytes.
    """

    name: str
    media_type: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One printed page: its number from 1, its span in the text, OCR confidence 0 to 1 or None."""

    number: int
    span: Span
    ocr_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a page, in shares of its width and height (0 to 1) from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: Box) -> Box:
        """Return the smallest box round both."""
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWord:
    """A word that was recognised in a picture: its span, where it is printed, how sure (0 to 1)."""

    span: Span
    page: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBox:
    """Where a stretch of text is printed: page from 1, and the box round its words there."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """The picture of a page that was recognised: page from 1, and the bytes of a JPEG."""

    page: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFact:
    """What the table of a site says of a document: field of `site_pages.toml`, and its cell."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRelation:
    """An entry of a site's lists of related documents.

    Args:
        kind: local name of the relation in the vocabulary ("guides").
        towards: True where the listed document relates to this one, and not this one to it.
        label: heading of the list, without the count.
        words: the entry.
    """

    kind: str
    towards: bool
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The words of a file, as read and never edited.

    Args:
        source_sha256: digest of the file's bytes.
        text: the words; all spans count its code points.
        pages: printed pages in order; empty where the format has none.
        reader: name of the reader.
        remarks: what the reader noticed (guessed encoding, unreadable page ...).
        words: the words that were recognised in pictures, by their spans; empty where none was.
        pictures: the pages that they were recognised in.
        page_facts: what the site of a saved page says of the document beside its text.
        page_relations: the related documents that it lists.
    """

    source_sha256: str
    text: str
    pages: tuple[Page, ...] = ()
    reader: str = ""
    remarks: tuple[Remark, ...] = ()
    words: tuple[PrintedWord, ...] = ()
    pictures: tuple[PagePicture, ...] = field(default=(), repr=False)
    page_facts: tuple[PageFact, ...] = ()
    page_relations: tuple[PageRelation, ...] = ()

    def printed_words(self, span: Span) -> tuple[PrintedWord, ...]:
        """Return the recognised words that a span touches."""
        first = bisect_right(self.words, span.start, key=lambda word: word.span.end)
        last = bisect_left(self.words, span.end, key=lambda word: word.span.start)
        return self.words[first:last]

    def boxes(self, span: Span) -> tuple[PageBox, ...]:
        """Return where a span is printed, one box a page; none where no picture was read."""
        places: dict[int, Box] = {}
        for word in self.printed_words(span):
            known = places.get(word.page)
            places[word.page] = word.box if known is None else known.joined(word.box)
        return tuple(PageBox(page=page, box=box) for page, box in places.items())

    @property
    def text_sha256(self) -> str:
        """Return the digest of the words (UTF-8), which names the text in the graph."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


# --- 2 normalise ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalisedText:
    """A text that the grammars can read, with the way back to the source.

    Args:
        text: NFC, one kind of dash, space and quote, no invisible characters, no markdown marks;
            line breaks are kept.
        starts: ascending positions in `text` where a new piece begins.
        offsets: for each piece, what to add to a position in it to reach the source.
        source: the text as read, which the map leads back to.
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    source: str

    def respelt(self, span: Span, words: str, around: int) -> NormalisedText:
        """Return a stretch with other words of the same length in place of its own.

        It costs as much as the stretch is long, not the whole text.

        Args:
            span: whose words are replaced; the stretch holds it.
            words: as many characters as the span has.
            around: how many characters before and behind the span belong to the stretch.
        """
        low, high = max(0, span.start - around), min(len(self.text), span.end + around)
        first, last = bisect_right(self.starts, low), bisect_right(self.starts, high)
        return NormalisedText(
            text=self.text[low : span.start] + words + self.text[span.end : high],
            starts=(0, *(start - low for start in self.starts[first:last])),
            offsets=tuple(offset + low for offset in self.offsets[first - 1 : last]),
            source=self.source,
        )

    def position(self, index: int) -> int:
        """Return the source position of the character at `index` of the normalised text."""
        if index >= len(self.text):
            return len(self.source)
        piece = bisect_right(self.starts, index) - 1
        return index + self.offsets[piece]

    def to_source(self, span: Span) -> Span:
        """Return the span of the source that the span of the normalised text was made from."""
        return Span(start=self.position(span.start), end=self.position(span.end))

    def quote(self, span: Span) -> str:
        """Return the words of a span of the normalised text exactly as printed."""
        if self.offsets == (0,):  # nothing changed its length
            return self.source[span.start : span.end]
        return self.source[self.position(span.start) : self.position(span.end)]

    def words(self, span: Span) -> str:
        """Return the words as printed, without marks of emphasis, on one line, in NFC."""
        plain = MARKS.sub(" ", self.quote(span))
        return unicodedata.normalize("NFC", " ".join(plain.split()))
