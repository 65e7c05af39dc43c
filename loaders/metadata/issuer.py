"""Who issued a document, who decided, and for which province.

The words decide, the symbol comes last (domain practice): the line of authority or the sentence
that issues, then the heading with the signature, then the symbol with the place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.authority import authority, decided_below_type, telegram
from loaders.metadata.bodies import is_local, is_open, of_organisation, spell, with_province
from loaders.metadata.by_symbol import by_symbol, province_of_issue, symbol_agency
from loaders.metadata.cues import begins, cues
from loaders.metadata.deciding import BY_ORDER, Clues, Named, in_person, read_decided_by
from loaders.metadata.joint import is_joint, joint_authors
from loaders.metadata.letterhead import heading_bodies
from loaders.metadata.locality import is_commune, province_around
from loaders.metadata.places import Place, place_in, spellings
from loaders.metadata.scoping import (
    is_department_below,
    scoped,
    spelled_like_place,
    spelled_like_text,
    with_own_place,
    with_place_of_issue,
)
from loaders.metadata.self_reference import find_self_reference
from loaders.records import Reading, Span
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    import re


_STATED, _HEADED, _SIGNED, _INFERRED = 0.97, 0.95, 0.85, 0.7
_PREAMBLE = 9000
"""Letters below the head among which the sentence that issues stands."""
_CLOSING = 3000
"""Letters above the signature among which the sentence that announces stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Issuing body, each of a joint paper, who decided where that is another, and the province."""

    issuing_body: Reading[str] | None = None
    co_issuers: tuple[Reading[str], ...] = ()
    decided_by: Reading[str] | None = None
    province: Reading[str] | None = None
    bodies: tuple[str, ...] = ()


def read_issuer(clues: Clues) -> Issuer:
    """Return who issued and decided.

    Args:
        clues: parts of the document and what was read of them before.

    Source: Decree 30/2020/NĐ-CP, annex I, parts II.2 and II.7; Law 64/2025/QH15, article 4;
        Hướng dẫn 36-HD/VPTW for the Party.
    """
    title = clues.heading.title
    bodies, span = heading_bodies(clues.parts, clues.registry, title.span if title else None)
    reprinted = _reprints(clues)
    named = (_headed(clues, bodies, span) or by_symbol(clues)) if reprinted else None
    named = (
        named
        or _fuller(decided_below_type(clues), authority(clues))
        or telegram(clues)
        or _headed(clues, bodies, span)
        or _unheaded(clues)
    )
    if named is None:
        return Issuer(bodies=bodies)
    own = with_own_place(named.name, bodies)
    province = _province(clues, own, bodies)
    known = spellings(clues.registry)
    each = [with_province(one, province, known) for one in named.joint or (own,)]
    place = clues.issue.place.value if clues.issue.place else ""
    each = [spelled_like_place(one, place) for one in each]
    if named.span and clues.parts.text.words(named.span).isupper():
        each = [spelled_like_text(one, clues.parts.text.text) for one in each]
    name = ", ".join(each)
    is_below = is_local(name) or is_commune(name) or place_in(name, known.provinces)
    local = province if is_below else None
    reading = _reading(clues, named, name)
    return Issuer(
        issuing_body=reading,
        co_issuers=tuple(_reading(clues, named, one) for one in each) if len(each) > 1 else (),
        decided_by=read_decided_by(clues, reading, local),
        province=_province_reading(clues, local),
        bodies=named.joint or bodies or tuple(name.split(", ")),
    )


def _fuller(below_type: Named | None, above_basis: Named | None) -> Named | None:
    """Return who decided as the type block names it, or as the line above the basis goes on."""
    if below_type is None or above_basis is None:
        return below_type or above_basis
    opening = f"{fold_words(below_type.name)} "
    return above_basis if fold_words(above_basis.name).startswith(opening) else below_type


def _reprints(clues: Clues) -> bool:
    """Tell whether the paper reprints another one, whose authority it prints too."""
    kind = clues.heading.kind
    return kind is not None and kind.code in cues().lists["reprints"]


def _headed(clues: Clues, bodies: tuple[str, ...], span: Span | None) -> Named | None:
    """Return the last body of the heading, completed by the one above it, or its head."""
    if not bodies:
        return None
    if is_joint(clues):
        authors = joint_authors(clues, bodies)
        heads = tuple(in_person(clues, author) for author in authors)
        name = ", ".join(authors)
        return Named(name=name, span=span, rule="joint-heading", confidence=_HEADED, joint=heads)
    name = _on_behalf(clues, bodies) or _standing(clues, bodies)
    name = name or scoped(bodies, clues.registry)
    if _is_cut_off(clues, name):
        return None
    central = _central_organ(clues) if fold_words(name) in cues().folded["central"] else None
    if central:
        return central
    meant = symbol_agency(clues)
    cut_short = fold_words(meant).startswith(fold_words(name) + " ") and not is_local(meant)
    if cut_short or is_department_below(bodies, meant):
        name = meant
    return Named(name=in_person(clues, name), span=span, rule="heading", confidence=_HEADED)


def _is_cut_off(clues: Clues, name: str) -> bool:
    """Tell whether a scan kept the kind of a body alone, which is none of the registers."""
    folded = fold_words(name)
    return folded in cues().folded["bodies"] and folded not in spellings(clues.registry).names


def _central_organ(clues: Clues) -> Named | None:
    """Return the organ of the Central Committee that the body says decides."""
    text, body = clues.parts.text, clues.parts.body
    end = min(len(text.text), body + _PREAMBLE)
    found = cues().patterns["central-organ"].search(text.text, body, end)
    if found is None:
        return None
    span = Span(start=found.start("who"), end=found.end("who"))
    name = spell(text.words(span), clues.registry)
    return Named(name=name, span=span, rule="central-organ", confidence=_SIGNED)


def _on_behalf(clues: Clues, bodies: tuple[str, ...]) -> str:
    """Return the body on whose behalf a Party paper is signed, which its heading leaves open."""
    if clues.post is None or not clues.post.on_behalf:
        return ""
    name = spell(clues.post.on_behalf, clues.registry)
    if not begins(name, "party-organs"):
        return ""
    if fold_words(name) in cues().folded["unscoped"]:
        return f"{name} {of_organisation(bodies)}"
    return name


def _standing(clues: Clues, bodies: tuple[str, ...]) -> str:
    """Return the standing committee that the body names, where no readable signature does."""
    by_order = clues.post is not None and clues.post.mode == BY_ORDER
    if by_order or not begins(bodies[-1], "standing-committees"):
        return ""
    for rule in ("issues", "demands"):
        found = _stated(clues, rule)
        name = spell(" ".join(found["who"].split()), clues.registry) if found else ""
        first = begins(name, "party-organs") if name else ""
        if first and fold_words(name).startswith(fold_words(first) + " "):
            return f"{name[: len(first)]} {bodies[-1]}"
    return ""


def _unheaded(clues: Clues) -> Named | None:
    """Return the issuer of a paper without a heading: by its own words, else by its symbol."""
    text = clues.parts.text
    for rule in ("announces", "demands", "answers", "issues"):
        found = _stated(clues, rule)
        if found:
            span = Span(start=found.start("who"), end=found.end("who"))
            words = cues().patterns["bracket"].sub("", text.words(span))
            name = with_place_of_issue(spell(words, clues.registry), _printed_place(clues))
            if rule != "announces" and not _is_nearer(name, symbol_agency(clues)):
                break
            return Named(name=name, span=span, rule=rule, confidence=_SIGNED)
    return _congress(clues) or _by_self_reference(clues) or _by_signature(clues) or by_symbol(clues)


def _printed_place(clues: Clues) -> str:
    """Return the place before the date where it is no province."""
    place = clues.issue.place
    return "" if place is None or province_of_issue(clues) else " ".join(place.value.split())


def _is_nearer(name: str, meant: str) -> bool:
    """Tell whether a stated name says more than the body that the symbol means, or that is none.

    A standing committee decides for the body whose symbol it uses, and a commune has the symbol of
    every people's committee.
    """
    if not meant or is_commune(name):
        return True
    organ = begins(name, "party-organs")
    return bool(organ) and fold_words(name).endswith(f" {fold_words(meant)}")


def _congress(clues: Clues) -> Named | None:
    """Return the congress whose resolution bears its name as subject."""
    title = clues.heading.title
    found = cues().patterns["congress"].match(title.value) if title else None
    if found is None or title is None:
        return None
    name = spell(found["who"], clues.registry)
    return Named(name=name, span=title.span, rule="congress", confidence=_SIGNED)


def _by_self_reference(clues: Clues) -> Named | None:
    """Return the issuer that stands where the text names its own number again."""
    text = clues.parts.text
    found = find_self_reference(text.text, clues.number, "who")
    if not found or not begins(found["who"], "issuers"):
        return None
    span = Span(start=found.start("who"), end=found.end("who"))
    name = spell(text.words(span), clues.registry)
    return Named(name=name, span=span, rule="self-reference", confidence=_SIGNED)


def _stated(clues: Clues, rule: str) -> re.Match[str] | None:
    """Return the sentence that names the issuer: an order early on, an announcement at the end."""
    text, body = clues.parts.text.text, clues.parts.body
    if rule != "announces":
        return cues().patterns[rule].search(text, body, min(len(text), body + _PREAMBLE))
    signed = clues.parts.end[0].span.start if clues.parts.end else len(text)
    found = list(cues().patterns[rule].finditer(text, max(body, signed - _CLOSING), signed))
    return found[-1] if found else None


def _by_signature(clues: Clues) -> Named | None:
    """Return the body on whose behalf the paper is signed."""
    if clues.post is None or not clues.post.on_behalf:
        return None
    name = spell(clues.post.on_behalf, clues.registry)
    if fold_words(name) in cues().folded["unscoped"]:
        return None
    return Named(name=name, span=clues.post.span, rule="signature", confidence=_SIGNED)


def _province(clues: Clues, name: str, bodies: tuple[str, ...]) -> Place | None:
    """Return the province that name, heading or place give."""
    known = spellings(clues.registry).provinces
    for words in (name, *reversed(bodies)):
        found = place_in(words, known)
        if found:
            return found
    place = clues.issue.place
    if place and province_of_issue(clues) is None and is_open(name):
        return Place(name=place.value, kind=cues().pairs["kinds"][0][0])
    around = province_around(clues.parts.text, clues.registry) if is_commune(name) else None
    return around or province_of_issue(clues)


def _reading(clues: Clues, named: Named, name: str) -> Reading[str]:
    """Return a name as a reading."""
    printed = clues.parts.text.words(named.span) if named.span else ""
    return Reading(
        value=name,
        printed=printed,
        span=named.span,
        rule=named.rule,
        confidence=named.confidence,
    )


def _province_reading(clues: Clues, province: Place | None) -> Reading[str] | None:
    """Return the province without its kind."""
    if province is None:
        return None
    place = clues.issue.place
    printed = place.printed if place else ""
    stated = fold_words(province.name) in fold_words(printed)
    return Reading(
        value=province.name,
        printed=printed if stated else "",
        span=place.span if place and stated else None,
        rule="place" if stated else "issuer",
        confidence=_STATED if stated else _HEADED,
    )
