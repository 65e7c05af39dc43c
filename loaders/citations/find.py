"""Step 5: find every mention of a document in a text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.citations.abbreviated import read_abbreviated
from loaders.citations.annexes import with_annexes
from loaders.citations.context import Context, Cover, read_context
from loaders.citations.full import read_full
from loaders.citations.law_mentions import law_mentions
from loaders.citations.laws import is_sure, read_law
from loaders.citations.named import read_detailing, read_named, read_plenums
from loaders.citations.pages import join_pages
from loaders.citations.sharing import share, share_titles
from loaders.citations.short import read_anaphoric, read_row, read_short
from loaders.citations.title_stack import holds_name, stack_titles
from loaders.citations.wordings import before, phrases
from loaders.records import CitationForm, SectionKind, Span
from ontology.registry import number_key
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.citations.draft import Draft
    from loaders.citations.pages import Seams
    from loaders.citations.words import TypeWord
    from loaders.records import Citation, Metadata, NormalisedText, Section
    from ontology.registry import Registry

_SIGNS = str.maketrans("", "", "-/. ")
SILENT = (SectionKind.HEADING, SectionKind.SIGNATURE, SectionKind.NOISE)
"""Kinds of sections whose numbers are no citations: they are the document's own, or a frame's."""


def find(
    text: NormalisedText, sections: tuple[Section, ...], metadata: Metadata, registry: Registry
) -> tuple[Citation, ...]:
    """Return the citations of a text in the order of their start, nested ones after their outer.

    Args:
        text: the normalised text.
        sections: its sections; headings, signatures and noise hold none.
        metadata: the document's own number is no citation.
        registry: types, symbols, bodies, names of laws.
    """
    joined, sections, seams = join_pages(text, sections)
    titles = [s.span for s in sections if s.kind is SectionKind.TITLE]
    context = read_context(joined, registry, titles)
    own = _signless(metadata.number.value) if metadata.number else None
    mentions = _mentions(context)
    name = fold_words(metadata.title.value) if metadata.title else None
    mentions = [m for m in mentions if not (_is_own(m, own) or _is_slip(m) or _is_own_law(m, name))]
    mentions = _outside(mentions, [s.span for s in sections if s.kind in SILENT])
    mentions = [m for m in mentions if m.number or not titles or m.span.start != titles[0].start]
    kind = metadata.document_type.value if metadata.document_type else ""
    mentions = with_annexes(context, mentions, titles, kind)
    ordered = _ordered(_with_antecedents(mentions))
    share(context, ordered)
    stack_titles(context, ordered, titles)
    share_titles(context, ordered)
    basis = Cover(s.span for s in sections if s.kind is SectionKind.LEGAL_BASIS)
    title = Cover(titles)
    return tuple(
        _anchored(
            mention.finished(
                index,
                context.words_of(mention.span),
                in_basis=basis(mention.span.start),
                in_title=title(mention.span.start),
            ),
            seams,
        )
        for index, mention in enumerate(ordered)
    )


def _anchored(citation: Citation, seams: Seams) -> Citation:
    """Return a citation whose spans count in the whole text."""
    if not seams.cuts:
        return citation
    title = citation.title_span and seams.outer(citation.title_span)
    return replace(citation, span=seams.outer(citation.span), title_span=title)


def _mentions(context: Context) -> list[Draft]:
    """Return all mentions of a text, unordered where laws hold others."""
    laws = _law_mentions(context)
    taken = Cover([m.span for m in laws])
    found: list[Draft] = []
    for number in context.numbers:
        if not taken(number.span.start):
            found += read_full(context, number, found[-1] if found else None)
    taken = Cover([m.span for m in (*laws, *found)])
    for word in context.words:
        if not taken(word.span.start):
            mention = _unnumbered(context, word)
            if mention is not None:
                found.append(mention)
                row = mention.form is CitationForm.SHORT
                found += read_row(context, mention) if row else read_plenums(context, mention)
    taken = Cover(m.span for m in found)
    others = (*read_detailing(context, laws), *read_abbreviated(context))
    return laws + found + [d for d in others if not taken(d.span.start)]


def _unnumbered(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a type word without a complete number; None where it makes none."""
    return read_short(context, word) or read_anaphoric(context, word) or read_named(context, word)


def _law_mentions(context: Context) -> list[Draft]:
    """Return the mentions of laws, each with those of the laws it amends."""
    found: list[Draft] = []
    end = 0
    for word in context.words:
        is_law = word.kind is not None and word.kind.code in phrases("law-types")
        if not is_law or word.span.start < end or not (word.capital or is_sure(context, word)):
            continue
        head = context.lower[max(0, word.span.start - 30) : word.span.start]
        law = None if before("no-law-before").search(head) else read_law(context, word)
        if law is None:
            continue
        if law.number is None and law.inner and before("law-in-making").search(head):
            found += law_mentions(context, law)[1:]
        elif law.number or not before("draft").search(head):
            found += law_mentions(context, law)
        end = law.end
    return found


def _is_own(mention: Draft, own: str | None) -> bool:
    """Tell whether a mention is of the document itself, whatever signs part its number."""
    return own is not None and mention.number is not None and _signless(mention.number) == own


def _signless(number: str) -> str:
    """Return the key of a number without the signs that conversion loses."""
    return number_key(number).translate(_SIGNS)


def _is_own_law(mention: Draft, name: str | None) -> bool:
    """Tell whether a mention without a number is of a law that bears the document's own name."""
    nameless = mention.number is None and mention.document_type in phrases("law-types")
    return nameless and name is not None and fold_words(mention.title or "") == name


def _is_slip(mention: Draft) -> bool:
    """Tell whether a mention is of a contract, a certificate or another paper for one bearer."""
    return mention.document_type in phrases("no-citation-types")


def _outside(mentions: Sequence[Draft], silent: Sequence[Span]) -> list[Draft]:
    """Return the mentions that start in no silent section."""
    inside = Cover(silent)
    return [m for m in mentions if not inside(m.span.start)]


def _ordered(mentions: Sequence[Draft]) -> list[Draft]:
    """Return the mentions in order, each law inside another pointing to it, overlaps dropped."""
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    kept: list[Draft] = []
    for mention in ordered:
        outer = _outer(kept, mention)
        if outer is None or holds_name(outer[1]):
            kept.append(mention)
        elif outer[1].rule.startswith("law") and mention.rule.startswith("law"):
            mention.within = outer[0]
            kept.append(mention)
    return kept


def _outer(kept: Sequence[Draft], mention: Draft) -> tuple[int, Draft] | None:
    """Return the last kept mention that a mention lies in or runs into."""
    reach = 16
    for index in range(len(kept) - 1, max(-1, len(kept) - reach), -1):
        if kept[index].span.end > mention.span.start:
            return (index, kept[index])
    return None


def _with_antecedents(mentions: Sequence[Draft]) -> list[Draft]:
    """Return the mentions without those that point back to nothing of their type."""
    seen: set[str | None] = set()
    kept = []
    for mention in sorted(mentions, key=lambda m: m.span.start):
        if mention.form is not CitationForm.ANAPHORIC:
            seen.add(mention.document_type)
        elif mention.document_type not in seen:
            continue
        kept.append(mention)
    return kept
