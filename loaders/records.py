"""The values that pass from step to step, in the order of the flow.

All are frozen and hold tuples. Steps 3 to 8 find their spans in `NormalisedText.text`; the last
step (`anchoring.py`) leads all of them back at once, so in an `ExtractedDocument` every `Span`
counts code points of `SourceText.text`, as read and never edited: what a person sees printed is
`source.text[span.start:span.end]`. Words that a record keeps are taken with
`NormalisedText.quote` (exactly as printed) or `.words` (folded to one line).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from loaders.duty_records import (
    AssigneeBasis,
    Assignment,
    Deadline,
    Force,
    Obligation,
    Report,
    Role,
    Target,
)
from loaders.source_text import NormalisedText, PageRelation, Remark, SourceFile, SourceText, Span
from ontology.quick_records import quick

__all__ = [
    "AgencyResolution",
    "AssigneeBasis",
    "Assignment",
    "Candidate",
    "Citation",
    "CitationForm",
    "Deadline",
    "ExtractedDocument",
    "Force",
    "ListedDocument",
    "Metadata",
    "NormalisedText",
    "Obligation",
    "PageRelation",
    "PartialDate",
    "Reading",
    "Relation",
    "Remark",
    "Report",
    "Resolution",
    "Role",
    "Run",
    "Section",
    "SectionKind",
    "SourceFile",
    "SourceText",
    "Span",
    "Status",
    "Target",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """One extracted value with the words it came from.

    Args:
        value, printed: the value, and the words as printed; where they differ it is repaired.
        span: where the words stand; None for a value that no words state (it is then derived).
        rule: id of the table entry or function that read it.
        confidence: 0 to 1.
    """

    value: T
    printed: str
    span: Span | None
    rule: str
    confidence: float


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


@quick
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
        parent, depth: index of the section that holds it, None at the top; how many are above it.
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

    def whole(self) -> dt.date | None:
        """Return the day, or None where month or day are not printed."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a document says of itself; None where it does not say.

    Args:
        number: as printed, without "Số:" and inner spaces ("15/CT-UBND"); None where blank.
        symbol: the part after the running number ("CT-UBND").
        document_type: code of the register of document types ("CT").
        type_name: the type in words as a reader would write it ("Chỉ thị", "Công văn").
        issuing_body: body or office-holder in whose name it is issued, in full.
        co_issuers: each body of a joint paper, the one that leads first; empty where one issues.
        decided_by: who decided, where that is not the issuing body.
        province: name without its kind ("Tiền Giang").
        issued_on: date of issue.
        place: place printed before the date.
        title: the subject without the type word.
        signer: the person's name.
        co_signers: each person who signs a joint paper, as printed; empty where one signs.
        urgency, secrecy: as stamped ("Hỏa tốc", "Tối mật"), spelling repaired.
        addressees, recipients: one entry a printed line.
    """

    number: Reading[str] | None = None
    symbol: Reading[str] | None = None
    document_type: Reading[str] | None = None
    type_name: Reading[str] | None = None
    issuing_body: Reading[str] | None = None
    co_issuers: tuple[Reading[str], ...] = ()
    decided_by: Reading[str] | None = None
    province: Reading[str] | None = None
    issued_on: Reading[PartialDate] | None = None
    place: Reading[str] | None = None
    title: Reading[str] | None = None
    signer: Reading[str] | None = None
    co_signers: tuple[Reading[str], ...] = ()
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
        local_label: name in full of a body of a district or commune, which no register holds; of
            the body headed where a post heads one; None for all others.
        confidence: 0 to 1.
    """

    printed: str
    kind: str
    target: str | None
    candidates: tuple[str, ...] = ()
    body: str | None = None
    local_label: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """What a site lists beside a document: its entry, what that names, and what that means."""

    entry: PageRelation
    citation: Citation
    resolution: Resolution


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
        listed: what the site of a saved page relates to it.
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
    listed: tuple[ListedDocument, ...] = ()
    run: Run | None = field(default=None, compare=False)
