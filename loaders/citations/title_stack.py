"""Find the subject of each mention, and the mentions that lie inside the subject of another.

A stack of papers whose subjects are open: a mention that the words of a subject lead to lies
inside it; one that a comma or "and" sets beside another is its sibling.

Source: Decree 30/2020/NĐ-CP, annex I, II.5 and II.6: a subject may name another paper in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.wordings import before, glued, phrase, phrases
from loaders.grammar.tables import either
from loaders.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.citations.context import Context
    from loaders.citations.draft import Draft

CHANGING = 60
"""How many characters before a mention the words may stand that change or issue it."""
ASIDE = 240
"""How many characters a bracket inside a subject may have."""
SENT = 400
"""How many characters may tell whom a paper was sent to."""
LONGEST = 800
"""How many characters the subject of a paper may have."""

NAMED_WITHIN = ("annex", "promulgated", "detailing", "by-body")
"""Rules of mentions whose name is a subject: it may hold other mentions."""

_FIXED = "fixed"
"""How the register ranks types that one level of bodies issues."""
_QUOTED = re.compile(r"(?:[^\W\d_]+\s+){0,2}\"[^\"]{12,400}\"")
_UNQUOTED = re.compile(r"(?<=\")(?=[^\W\d_])[^\";]{12,400}\"(?!\w)")
_QUOTE = re.compile(r"(?<![^\s(])\"(?=\S)[^\"\n]{8,320}\"(?!\w)")
_GAP = re.compile(r",?\s+")
_YEAR = re.compile(r"/((?:19|20)[0-9]{2})/")
_SERIES = re.compile(r"([0-9]{1,6})[a-z]?([/-].+)")
_JOINT = re.compile(r"[,;.]\s|\sv\u00e0\s")
_TRIM = " \n,;.:-"


@dataclass(slots=True)
class _Open:
    """A mention whose subject is open, by its place in the list, and where the subject ends."""

    place: int
    end: int


def stack_titles(context: Context, found: Sequence[Draft], parts: Sequence[Span] = ()) -> None:
    """Fill `title`, `title_span` and `within` of the mentions.

    Args:
        context: the text.
        found: in the order of the text, each at the place that `within` counts.
        parts: stretches, such as the document's own title, that no subject begun in them leaves.
    """
    opened: list[_Open] = []
    titles: dict[int, Span] = {}
    for place, mention in enumerate(found):
        while opened and opened[-1].end <= mention.span.start:
            opened.pop()
        if mention.within is None and place:
            _place(context, found, place, opened, titles)
        if holds_name(mention) and mention.title_span:
            opened.append(_Open(place=place, end=mention.title_span.end))
            continue
        start = _title_start(context, mention)
        if start is not None:
            limits = [o.end for o in opened] + [p.end for p in parts if p.start <= start < p.end]
            end = min(title_end(context, start), *limits, len(context.text))
            titles[place] = Span(start=start, end=end)
            opened.append(_Open(place=place, end=end))
    for place, span in titles.items():
        _entitle(context, found[place], span)


def holds_name(mention: Draft) -> bool:
    """Tell whether a mention bears a name inside its span that may hold other mentions."""
    return mention.rule in NAMED_WITHIN


def _place(
    context: Context,
    found: Sequence[Draft],
    place: int,
    opened: list[_Open],
    titles: dict[int, Span],
) -> None:
    """Tell a mention which other one's subject holds it; siblings close their subjects."""
    mention = found[place]
    if not opened:
        return
    head = context.lower[max(0, mention.span.start - 16) : mention.span.start]
    beside = None if _of_clause().search(head) else _beside().search(head)
    if beside is None and _close_issued(context, mention, opened, titles):
        return
    if beside is None:
        _close_changed(context, mention, opened, titles)
        mention.within = opened[-1].place
        return
    sibling = _sibling(context, found, place)
    close = mention.span.start - len(head) + beside.start()
    while opened and opened[-1].place >= sibling:
        _close(opened.pop(), close, titles)
    mention.within = found[sibling].within


def _close(last: _Open, position: int, titles: dict[int, Span]) -> None:
    """End the subject of a mention at a position."""
    if last.place in titles:
        titles[last.place] = Span(start=titles[last.place].start, end=position)


def _close_changed(
    context: Context, mention: Draft, opened: list[_Open], titles: dict[int, Span]
) -> None:
    """End the subjects inside one that changes papers where it goes on to change another."""
    low = max(0, mention.span.start - CHANGING)
    again = before("changes-again").search(context.lower, low, mention.span.start)
    changing = phrase("changing")
    starts = [titles[o.place].start if o.place in titles else 0 for o in opened]
    if again is None or not any(changing.match(context.lower, start) for start in starts):
        return
    while not changing.match(context.lower, starts[len(opened) - 1]):
        _close(opened.pop(), again.start(), titles)


def _close_issued(
    context: Context, mention: Draft, opened: list[_Open], titles: dict[int, Span]
) -> bool:
    """End all open subjects before a paper that somebody is told to have issued; False if none is.

    They end where the joint stands that leads to the one who issued it.
    """
    low = max(0, mention.span.start - CHANGING)
    verb = before("issued-then").search(context.lower, low, mention.span.start)
    if verb is None:
        return False
    joints = tuple(_JOINT.finditer(context.lower, low, verb.start()))
    while opened:
        _close(opened.pop(), joints[-1].start() if joints else verb.start(), titles)
    return True


def _sibling(context: Context, found: Sequence[Draft], place: int) -> int:
    """Return the mention that one set beside it is a sibling of: the deepest of its type.

    The decision that an annex was issued with is left out: an annex has but one.
    """
    candidate: int | None = place - 1
    chain = []
    while candidate is not None:
        if not _issued_annex(context, found[candidate]) or found[candidate].within is None:
            chain.append(candidate)
        candidate = found[candidate].within
    kind = found[place].document_type
    chain = [c for c in chain if not _holder_is_older(found, c, found[place])]
    same = next((c for c in chain if found[c].document_type == kind), None)
    if same is not None:
        return same
    if _details_both(context, found, chain[0], found[place]):
        return chain[0]
    numbered = found[place].number is not None
    return next((c for c in chain if not (numbered and found[c].number is None)), chain[0])


def _details_both(context: Context, found: Sequence[Draft], place: int, mention: Draft) -> bool:
    """Tell whether a paper details a law and, after a comma, one between the law and itself.

    Source: Law 64/2025/QH15, Article 4: a paper details one of a higher body.
    """
    outer = found[place].within
    if outer is None or not found[place].rule.startswith("law"):
        return False
    ranks = [_rank(context, draft) for draft in (found[place], mention, found[outer])]
    return None not in ranks and ranks == sorted(set(ranks), key=lambda rank: rank or 0)


def _rank(context: Context, mention: Draft) -> int | None:
    """Return the rank of a paper among the rules of law; None where its type does not tell."""
    kind = context.registry.document_type(mention.document_type or "")
    return kind.rank if kind and kind.rank_mode == _FIXED else None


def _holder_is_older(found: Sequence[Draft], place: int, mention: Draft) -> bool:
    """Tell whether the paper whose subject holds one at a place was issued before a mention.

    The subject of an older paper names no newer one, so the mention does not stand in it.
    """
    outer = found[place].within
    if outer is None:
        return False
    holder = found[outer]
    days = (_day(holder), _day(mention))
    if days[0] is not None and days[1] is not None:
        return days[0] < days[1]
    years = (_year(holder), _year(mention))
    if None not in years and years[0] != years[1]:
        return (years[0] or 0) < (years[1] or 0)
    first, second = (_SERIES.fullmatch(m.number or "") for m in (holder, mention))
    if first is None or second is None or first[2] != second[2] or None in years:
        return False
    return int(first[1]) < int(second[1])


def _day(mention: Draft) -> tuple[int, int, int] | None:
    """Return the day of a mention as year, month and day; None where it is not printed whole."""
    date = mention.issued_on
    if date is None or date.month is None or date.day is None:
        return None
    return (date.year, date.month, date.day)


def _year(mention: Draft) -> int | None:
    """Return the year of a mention's date, or of its number; None where neither tells."""
    if mention.issued_on is not None:
        return mention.issued_on.year
    year = _YEAR.search(mention.number or "")
    return int(year[1]) if year else None


def _issued_annex(context: Context, mention: Draft) -> bool:
    """Tell whether a mention is the decision that an annex named before it was issued with."""
    low = max(0, mention.span.start - CHANGING)
    return before("annexed").search(context.lower, low, mention.span.start) is not None


def _title_start(context: Context, mention: Draft) -> int | None:
    """Return where the subject of a mention starts; None where none follows."""
    if mention.rule.startswith("law") and mention.title is not None:
        return None
    gap = _opens().match(context.text, mention.span.end)
    start = gap.end() if gap else mention.span.end
    cue = glued("title-cue").match(context.lower, start)
    sent = _sent().match(context.lower, mention.span.end) if cue is None else None
    if sent:
        return sent.end()
    gone = cue is None or "\n\n" in context.text[mention.span.end : start]
    if gone or phrase("title-end").match(context.lower, start):
        return None
    comma = "," in context.text[mention.span.end : start]
    if comma and (_changes_too(context, mention, start) or not context.text[start].islower()):
        return None
    if comma and phrase("said-next").match(context.lower, start):
        return None
    return start


def _changes_too(context: Context, mention: Draft, start: int) -> bool:
    """Tell whether words after a comma go on with what was said to change the mention before."""
    low = max(0, mention.span.start - CHANGING)
    acts = _changing_before().search(context.lower, low, mention.span.start)
    return acts is not None and phrase("changing").match(context.lower, start) is not None


def title_end(context: Context, start: int) -> int:
    """Return where a subject that starts at a position ends, other mentions aside."""
    depth, opening = 0, start
    quoted = _QUOTED.match(context.text, start) or _UNQUOTED.match(context.text, start)
    if quoted:
        return quoted.end()
    aside = start
    for sign in _ends().finditer(context.text, start, min(len(context.text), start + LONGEST)):
        text = sign.group()
        aside = max(aside, _aside(context, sign))
        if sign.start() < aside or not _parts(context, sign):
            continue
        if text == ";" and (
            _is_quoted(context.text, start, sign.start()) or context.goes_on(sign.end())
        ):
            continue
        if text == "(" and not context.words_between(sign.end(), sign.end() + 1):
            depth, opening = depth + 1, sign.start()
        elif text == ")" and depth:
            depth -= 1
        elif _is_end(context.text, sign):
            return opening if depth else sign.start()
    return min(len(context.text), start + LONGEST)


def _parts(context: Context, sign: re.Match[str]) -> bool:
    """Tell whether a sign parts clauses: a comma before a body does where that body acts."""
    if sign["body"] is None:
        return True
    body = context.body(sign.end() + 1)
    return body is not None and _acts().match(context.lower, body.span.end) is not None


@cache
def _acts() -> re.Pattern[str]:
    """Return what a body does, right behind its name."""
    verbs = either(phrases("body-acts"))
    return re.compile(rf"\s+(?:{verbs})(?!\w)")


def _aside(context: Context, sign: re.Match[str]) -> int:
    """Return where a bracket ends that tells what a paper underwent, where the subject goes on.

    It does where another change follows the bracket; else the place of the sign.
    """
    if not sign.group().startswith("(") or len(sign.group()) == 1:
        return sign.start()
    close = context.text.find(")", sign.end(), sign.end() + ASIDE)
    after = _GAP.match(context.text, close + 1) if close > 0 else None
    again = after and phrase("changes-again").match(context.lower, after.end())
    return close + 1 if again else sign.start()


def _is_quoted(text: str, start: int, position: int) -> bool:
    """Tell whether a position lies in a quotation that begins inside a subject."""
    if text.count('"', start, position) % 2 == 0:
        return False
    quote = _QUOTE.match(text, text.rfind('"', start, position))
    return quote is not None and quote.end() > position


def _is_end(text: str, sign: re.Match[str]) -> bool:
    """Tell whether a sign ends a subject: a blank line does before a capital or a sign only."""
    if sign.group().isspace() and sign.group().count("\n") > 1:
        after = text[sign.end() : sign.end() + 1]
        return not after.islower()
    return True


def _entitle(context: Context, mention: Draft, span: Span) -> None:
    """Fill the words of a mention's subject."""
    words = context.text[span.start : span.end]
    end = span.start + len(words.rstrip(_TRIM))
    start = span.start + len(words) - len(words.lstrip(_TRIM))
    if mention.title is None and end > start:
        mention.title_span = Span(start=start, end=end)
        mention.title = context.words_of(mention.title_span)


@cache
def _opens() -> re.Pattern[str]:
    """Return what may stand before the first word of a subject: the issuer's new name, a comma."""
    renamed = either(phrases("renamed"))
    return re.compile(rf"(?:\s*\((?:{renamed})\s[^()]{{2,90}}\))?[ \n]{{0,3}},?[ \n]{{0,3}}\"?")


@cache
def _sent() -> re.Pattern[str]:
    """Return what tells, behind a paper and before its subject, whom it was sent to."""
    sent, about = either(phrases("sent")), either(phrases("sent-about"))
    return re.compile(rf"\s+(?:{sent})\s[^.:\n0-9]{{2,{SENT}}}?\s(?=(?:{about})\s)")


@cache
def _beside() -> re.Pattern[str]:
    """Return what stands right before a mention that is set beside another one."""
    words = either([p.lower() for p in phrases("beside")])
    return re.compile(rf"(?:[,;]|(?:,\s*)?(?<!\w)(?:{words}))\s*\Z|,\s+(?:{words})\s*\Z")


@cache
def _changing_before() -> re.Pattern[str]:
    """Return what tells, in the words before a paper, that it is changed."""
    return re.compile(rf"(?<!\w)(?:{either([p.lower() for p in phrases('changing')])})(?!\w)")


@cache
def _of_clause() -> re.Pattern[str]:
    """Return what stands right before a paper and names its clause, with a comma."""
    words = either([p.lower() for p in phrases("clause-words")])
    return re.compile(rf"(?<!\w)(?:{words})\s+[0-9ivx]{{1,4}}[a-z\u0111]?\s*,\s*\Z")


def _in_capitals(identifier: str) -> list[str]:
    """Return the phrases of an entry that have several words, as a heading prints them."""
    return [phrase.upper() for phrase in phrases(identifier) if " " in phrase]


@cache
def _ends() -> re.Pattern[str]:
    """Return what may end a subject, for printed text."""
    after_comma = either(phrases("title-end-after-comma"))
    ending = either([*phrases("title-end"), *_in_capitals("title-end")])
    paragraph = either(phrases("new-paragraph"))
    numbered = either(phrases("numbered-paragraph"))
    return re.compile(
        rf"\((?:{ending})|[;()]|\[(?=[0-9]{{1,3}}\])|\.(?=[\s\"]|\Z)|(?<=[\s,])(?:{ending})(?!\w)"
        rf"|,(?=\s+(?:{after_comma})(?!\w))|(?P<body>,(?=\s[A-Z\u0110\u1ee6]))"
        rf"|\n\s*(?=(?:{paragraph})(?!\w)|(?:{numbered})\s+[0-9IVXA-Z]|[0-9]{{1,3}}[.)/]\s"
        rf"|[a-z\u0111]\)|[-_*]{{3,}}\s|[-+•]\s(?!(?:19|20)[0-9]{{2}}(?!\w))|[IVX]{{1,5}}[.)]\s|\[[0-9])"
        r"|\n[ \n]*\n[ \n]*"
    )
