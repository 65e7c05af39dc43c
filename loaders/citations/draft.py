"""A mention while it is being read: what readers fill in before the citation is finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.grammar.clauses import read_clauses
from loaders.records import Citation, CitationForm, Span

if TYPE_CHECKING:
    from loaders.citations.context import Context, TypeWord
    from loaders.citations.tails import Tail
    from loaders.records import PartialDate


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """The fields of `Citation` that readers of mentions fill, open to the steps inside `find`."""

    span: Span
    form: CitationForm
    rule: str
    confidence: float
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

    def finished(self, index: int, printed: str, *, in_basis: bool, in_title: bool) -> Citation:
        """Return the citation.

        Args:
            index: its place among the citations.
            printed: its words.
            in_basis, in_title: where it stands.
        """
        return Citation(
            index=index,
            span=self.span,
            printed=printed,
            form=self.form,
            type_name=self.type_name,
            document_type=self.document_type,
            number=self.number,
            short_number=self.short_number,
            repairs=self.repairs,
            issuer=self.issuer,
            issued_on=self.issued_on,
            term=self.term,
            title=self.title,
            title_span=self.title_span,
            clause=self.clause,
            range_end=self.range_end,
            within=self.within,
            in_basis=in_basis,
            in_title=in_title,
            rule=self.rule,
            confidence=self.confidence,
        )


def named_draft(
    context: Context, word: TypeWord, title: Span | None, tail: Tail, rule: str, confidence: float
) -> Draft:
    """Return a named mention from its type word to the end of its tail.

    Args:
        context: the text.
        word: its type word.
        title: where its name stands; None without one.
        tail: what follows the name.
        rule: what told that it is one.
        confidence: 0 to 1.
    """
    clauses = read_clauses(context.text, word.span.start)
    span = Span(start=clauses.start if clauses else word.span.start, end=tail.end)
    return Draft(
        span=span,
        form=CitationForm.NAMED,
        type_name=word.name,
        document_type=word.kind.code if word.kind else None,
        issuer=tail.issuer,
        issued_on=tail.issued_on,
        term=tail.term,
        title=context.words_of(title) if title else None,
        title_span=title,
        clause=context.words_of(clauses) if clauses else "",
        rule=rule,
        confidence=confidence,
    )
