"""The values that pass from step to step, in the order of the flow.

All are frozen and hold tuples. Steps 3 to 8 find their spans in `NormalisedText.text`; the last
step (`anchoring.py`) leads all of them back at once, so in an `ExtractedDocument` every `Span`
counts code points of `SourceText.text`, the text as read and never edited, and
`source.text[span.start:span.end]` is what a person sees printed. Words that a record keeps are
taken with `NormalisedText.quote` (exactly as printed) or `.words` (folded to one line).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Generic, TypeVar

T = TypeVar("T")

MARKS = re.compile(r"[*_#\\`]+|[\u00ad\u200b-\u200f\u2060\ufeff]+")
"""Marks of markdown and characters that nobody sees."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, `0 <= start <= end`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """One extracted value with the words it came from.

    Args:
        value: the value, repaired where the print is damaged.
        printed: the words as printed; where it differs from the value, the value is repaired.
        span: where the words stand; None for a value that no words state (it is then derived).
        rule: id of the table entry or function that read it.
        confidence: 0 to 1.
    """

    value: T
    printed: str
    span: Span | None
    rule: str
    confidence: float


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
class SourceText:
    """The words of a file, as read and never edited.

    Args:
        source_sha256: digest of the file's bytes.
        text: the words; all spans count its code points.
        pages: printed pages in order; empty where the format has none.
        reader: name of the reader.
        remarks: what the reader noticed (guessed encoding, unreadable page ...).
    """

    source_sha256: str
    text: str
    pages: tuple[Page, ...] = ()
    reader: str = ""
    remarks: tuple[Remark, ...] = ()

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
        return self.source[self.position(span.start) : self.position(span.end)]

    def words(self, span: Span) -> str:
        """Return the words as printed, without marks of emphasis, on one line, in NFC."""
        plain = MARKS.sub(" ", self.quote(span))
        return unicodedata.normalize("NFC", " ".join(plain.split()))


# --- 3 segment --------------------------------------------------------------------------------


class SectionKind(StrEnum):
    """What a stretch of a document is for."""

    HEADING = "heading"  # national motto, issuing body, number line, place and date
    TITLE = "title"  # type line and subject
    ADDRESSEES = "addressees"
    LEGAL_BASIS = "legal_basis"
    DECISION_FORMULA = "decision_formula"
    PREAMBLE = "preamble"
    CHAPTER = "chapter"  # phần, chương, mục with a heading of their own
    ARTICLE = "article"
    ITEM = "item"  # numbered, lettered, dashed
    PARAGRAPH = "paragraph"
    TABLE_ROW = "table_row"
    DISTRIBUTION_LIST = "distribution_list"
    SIGNATURE = "signature"
    ANNEX = "annex"
    NOISE = "noise"  # running heads, page numbers, the frame of a site


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of a document, with its place in the printed numbering.

    Args:
        index: position among the sections, from 0.
        kind: what it is for.
        span: the words, without the marker and without white space at the ends.
        marker: the printed marker ("1.", "a)", "-", "Điều 3."), empty where there is none.
        label: the printed numbering down to here ("II.3", "3.-1", "Điều 2.1", "II.3¶2").
        clause_path: path below the document's IRI ("muc/2/3", "dieu/2/khoan/1", "doan/12").
        parent: index of the section that holds it; None at the top.
        depth: 0 at the top, one more a level.
        lead_in: True where the section only introduces the ones below it.
    """

    index: int
    kind: SectionKind
    span: Span
    marker: str = ""
    label: str = ""
    clause_path: str = ""
    parent: int | None = None
    depth: int = 0
    lead_in: bool = False


# --- 4 metadata -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date of which the month or the day may not be printed; ISO 8601 reduced precision."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """Return `2024-03-05`, `2024-03` or `2024`."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a document says of itself; None where it does not say.

    Args:
        number: as printed, without "Số:" and inner spaces ("15/CT-UBND"); None where blank.
        symbol: the part after the running number ("CT-UBND").
        document_type: code of the register of document types ("CT").
        type_name: the type in words as a reader would write it ("Chỉ thị", "Công văn").
        issuing_body: body or office-holder in whose name it is issued, in full.
        decided_by: who decided, where that is not the issuing body.
        province: name without its kind ("Tiền Giang").
        issued_on: date of issue.
        place: place printed before the date.
        title: the subject without the type word.
        signer: the person's name.
        urgency: "Khẩn", "Thượng khẩn", "Hỏa tốc" (spelling repaired).
        secrecy: "Mật", "Tối mật", "Tuyệt mật".
        addressees, recipients: one entry a printed line.
    """

    number: Reading[str] | None = None
    symbol: Reading[str] | None = None
    document_type: Reading[str] | None = None
    type_name: Reading[str] | None = None
    issuing_body: Reading[str] | None = None
    decided_by: Reading[str] | None = None
    province: Reading[str] | None = None
    issued_on: Reading[PartialDate] | None = None
    place: Reading[str] | None = None
    title: Reading[str] | None = None
    signer: Reading[str] | None = None
    urgency: Reading[str] | None = None
    secrecy: Reading[str] | None = None
    addressees: tuple[Reading[str], ...] = ()
    recipients: tuple[Reading[str], ...] = ()


# --- 5 cite -----------------------------------------------------------------------------------


class CitationForm(StrEnum):
    """How a mention names its document."""

    FULL = "full"
    LISTED = "listed"
    SHORT = "short"
    NAMED = "named"
    ANAPHORIC = "anaphoric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place where the text refers to a document.

    Args:
        index: position among the citations, in order of their start.
        span, printed: the words of the mention.
        form: how it names the document.
        type_name: type word, repaired, singular ("Kết luận"); None where none is printed.
        document_type: code of the register; None where the word is unknown.
        number: complete repaired number ("217-QĐ/TW"); None for short and named forms.
        short_number: the bare number of a short form ("12").
        repairs: kinds of repair made on the number (ocrSymbol, letterForDigit, spacing, dash,
            diacritics); empty where number and print agree.
        issuer: as the text names it, spelling repaired.
        issued_on: date of the cited document, as far as printed.
        term: Roman numeral of "(khóa X)", of the Party or the Assembly.
        title: the words after "về" that name the subject.
        title_span: where they stand.
        clause: clause words before the mention ("khoản 2 Điều 5"); empty where none.
        range_end: index of the citation that ends a printed range ("từ ... đến ...").
        within: index of the outer citation whose title holds this one.
        in_basis: True in a legal-basis line of the preamble.
        in_title: True in the document's own title.
        rule, confidence: the pattern that read it, 0 to 1.
    """

    index: int
    span: Span
    printed: str
    form: CitationForm
    type_name: str | None = None
    document_type: str | None = None
    number: str | None = None
    short_number: str | None = None
    repairs: tuple[str, ...] = ()
    issuer: str | None = None
    issued_on: PartialDate | None = None
    term: str | None = None
    title: str | None = None
    title_span: Span | None = None
    clause: str = ""
    range_end: int | None = None
    within: int | None = None
    in_basis: bool = False
    in_title: bool = False
    rule: str = ""
    confidence: float = 1.0


# --- 6 relate ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation between this document, or a cited one, and a cited one.

    Args:
        source: index of a citation; None for the document itself.
        target: index of a citation.
        kind: local name of the relation in the vocabulary ("implements", "basedOn", "cites").
        cue: the deciding words, None where the place decided (a basis line, a bare mention).
        rule, confidence: the trigger that decided, 0 to 1.
    """

    source: int | None
    target: int
    kind: str
    cue: Span | None
    rule: str
    confidence: float


# --- 7 oblige ---------------------------------------------------------------------------------


class Role(StrEnum):
    """What an assignee has to do with a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    IMPLEMENTING = "implementing"
    MONITORING = "monitoring"


class Force(StrEnum):
    """How strongly a task is ordered."""

    MANDATORY = "mandatory"
    DIRECTED = "directed"
    REQUESTED = "requested"
    ENCOURAGED = "encouraged"
    PROHIBITED = "prohibited"


class AssigneeBasis(StrEnum):
    """Where the assignee is named: in the item, in its lead-in, or nowhere in words."""

    STATED = "stated"
    INHERITED = "inherited"
    IMPLICIT = "implicit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """An agency, group or post with its role in a task; `agency` is as printed, marks dropped."""

    agency: str
    role: Role
    basis: AssigneeBasis
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a task is due, as printed and as far as it can be computed.

    Args:
        printed, span: the words.
        iso: date, month, quarter "2024-Q1" or year; None where it is relative or a recurrence.
        due: last day as ISO date; None where open.
        inclusive: False for "trước ngày ...": the day itself is too late.
        recurrence: RRULE text of RFC 5545; None where it does not recur.
        anchor_stated: True where the recurrence names its days.
    """

    printed: str
    span: Span
    iso: str | None = None
    due: str | None = None
    inclusive: bool = True
    recurrence: str | None = None
    anchor_stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A number to reach, or a direction without one.

    Args:
        printed, span: the words.
        measure: what is measured, in words.
        direction: "increase", "decrease" or "reach".
        comparison: "ge", "gt", "le", "lt", "eq"; None where only the direction is given.
        value, unit: together with the comparison; unit "%" or a word of the text.
        baseline: the period compared with ("năm 2022").
    """

    printed: str
    span: Span
    measure: str
    direction: str
    comparison: str | None = None
    value: float | None = None
    unit: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A duty to report within a task: to whom (as printed), through whom, and the words."""

    span: Span
    reports_to: tuple[str, ...]
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A printed item or paragraph that tells somebody to do something.

    Args:
        index: position among the obligations.
        span, printed: the whole item without its marker.
        section: index of its section.
        label: printed numbering ("II.3¶2").
        lead_in: span of the words that give force and assignees to it; None where it does itself.
        summary: the first clause of the item, white space folded.
        force: how strongly it is ordered.
        assignments, deadlines, targets, reports: what it holds.
        rule, confidence: 0 to 1.
    """

    index: int
    span: Span
    printed: str
    section: int
    label: str
    lead_in: Span | None
    summary: str
    force: Force
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    reports: tuple[Report, ...] = ()
    rule: str = ""
    confidence: float = 0.9


# --- 8 resolve --------------------------------------------------------------------------------


class Status(StrEnum):
    """How far the document that a citation means is known (ontology.md, section 4)."""

    RESOLVED = "resolved"
    NOT_IN_REGISTRY = "notInRegistry"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document that a mention may mean: its path, a score 0 to 1, and why, as a code."""

    target: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a citation means.

    Args:
        citation: index of the citation.
        status: how sure.
        target: path of the document ("id/vn/ct/tw/k10/48"); set iff resolved or not in registry.
        candidates: best first; two or more iff ambiguous.
        methods: how it was found (byNumber, byTerm, byDate, byTitle, byAlias, byAntecedent).
        reason: code of the sentence that explains the status.
        confidence: 0 to 1.
    """

    citation: int
    status: Status
    target: str | None = None
    candidates: tuple[Candidate, ...] = ()
    methods: tuple[str, ...] = ()
    reason: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyResolution:
    """What the name of a body means.

    Args:
        printed: the name as printed.
        kind: "agency", "group" or "post".
        target: path ("id/vn/agency/cat-tien-giang"); None where unknown.
        candidates: paths, best first, where more than one fits.
        body: for a post, the path of the body it heads.
        confidence: 0 to 1.
    """

    printed: str
    kind: str
    target: str | None
    candidates: tuple[str, ...] = ()
    body: str | None = None
    confidence: float = 0.0


# --- 9 gather ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made a record: version of the program, hash of the tables, settings, start (ISO)."""

    version: str
    register_sha256: str
    settings: str
    started_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDocument:
    """Everything that was read of one document; what the graph is built from.

    Args:
        source: the text that all spans count in.
        path: path of the document's IRI ("id/vn/ct/ubnd-tien-giang/2022/15").
        resolutions: one a citation, in their order.
        agencies: one a distinct printed name among issuer, assignees, recipients of reports.
    """

    source: SourceText
    name: str
    path: str
    sections: tuple[Section, ...]
    metadata: Metadata
    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]
    obligations: tuple[Obligation, ...]
    resolutions: tuple[Resolution, ...]
    agencies: tuple[AgencyResolution, ...]
    remarks: tuple[Remark, ...] = ()
    run: Run | None = field(default=None, compare=False)
