"""Whose will a paper is: the head's own, the body's, or that of another whom it reports.

Source: Decree 30/2020/NĐ-CP, annex I, part II.7 (what stands before the signer's post); Law
64/2025/QH15, article 4 (whose each kind of normative paper is).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.bodies import spell, with_province
from loaders.metadata.cues import begins, cues
from loaders.metadata.places import spellings
from loaders.records import Reading
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from loaders.metadata.date import Issue
    from loaders.metadata.number import OwnNumber
    from loaders.metadata.parts import Parts
    from loaders.metadata.places import Place
    from loaders.metadata.post import Post
    from loaders.metadata.title import Heading
    from loaders.records import Span
    from ontology.registry import Registry

_SIGNED = 0.85
BY_ORDER = "tl"
"""What stands before a post whose holder signs by order ("TL."), folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name found in the text.

    Args:
        name: as a sentence would write it; of a joint paper all, parted by commas.
        span: where it stands.
        rule: what found it.
        confidence: 0 to 1.
        joint: the bodies of a joint paper, the one that leads first.
    """

    name: str
    span: Span | None
    rule: str
    confidence: float
    joint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """All that names of bodies are read from."""

    parts: Parts
    number: OwnNumber
    issue: Issue
    heading: Heading
    post: Post | None
    registry: Registry


def in_person(clues: Clues, name: str) -> str:
    """Return the post at the head of a body, where the paper is that person's own.

    Args:
        clues: what was read before.
        name: the body of the heading.
    """
    kind = clues.heading.kind
    if kind is None or kind.code not in cues().lists["personal"]:
        return name
    post = clues.post
    if post and (post.on_behalf or post.mode == BY_ORDER):
        ministry = kind.code in cues().lists["ministerial"]
        if post.on_behalf or not ministry:
            return name
    if post is None and kind.code not in cues().lists["ministerial"]:
        return name
    return _head_of(name)


def _head_of(name: str) -> str:
    """Return the post at the head of a body; the body itself where the table names none."""
    if begins(name, "posts"):
        return name
    folded = fold_words(name) + " "
    for body, post in cues().pairs["heads"]:
        if folded.startswith(fold_words(body) + " "):
            return post + name[len(body) :]
    return name


def read_decided_by(
    clues: Clues, issuer: Reading[str], province: Place | None
) -> Reading[str] | None:
    """Return who decided where that is not who issued: by the title, or by the signature.

    Args:
        clues: what was read before.
        issuer: the issuing body.
        province: its province; None for a central body.
    """
    title = clues.heading.title
    known = spellings(clues.registry)
    found = cues().patterns["concludes"].match(title.value) if title else None
    if found and title:
        name = spell(_without_person(found["who"]), clues.registry)
        rule, span, printed = "concludes", title.span, found["who"]
    elif clues.post and clues.post.mode == BY_ORDER:
        name, rule = _head_of(issuer.value), "signature"
        span, printed = clues.post.span, clues.post.words
    else:
        return None
    name = with_province(name, province, known)
    if fold_words(name) == fold_words(issuer.value):
        return None
    return Reading(value=name, printed=printed, span=span, rule=rule, confidence=_SIGNED)


def _without_person(words: str) -> str:
    """Return a post without the name of the person who holds it."""
    kept = words.split()
    for size in (4, 3, 2, 5):
        before, person = kept[:-size], kept[-size:]
        if before and person[0].title() in cues().lists["surnames"] and _are_capital(person):
            post = " ".join(before)
            if begins(post, "posts") or begins(post, "deputies"):
                return post
    return words


def _are_capital(words: list[str]) -> bool:
    """Tell whether all words begin with a capital."""
    return all(word[0].isupper() for word in words)
