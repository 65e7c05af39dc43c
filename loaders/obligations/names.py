"""Read runs of names: bodies, posts and groups, and where one name ends and the next begins.

Source: the guide of the annotations (a run of generic words is one group; a cut is where a
part is a body of another kind; bodies that share a head word are completed), Decree 30/2020/NĐ-CP,
annex II (names of bodies begin with capitals).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.obligations.name_parts import (
    ENDS,
    Part,
    goes_on_with,
    joined,
    unglued,
    unknown_body,
)
from loaders.obligations.scanning import has_stop, scan, skip_blanks
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span
from ontology.quick_records import quick

if TYPE_CHECKING:
    import re

HEADS = load_table("heads")
JOINTS = load_table("joints")
KINDS = {wording.id.replace("-", "_"): wording.means for wording in HEADS.wordings}
LONGEST_NAME = 230  # characters; a longer run is no name but a clause


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One body, post or group.

    Args:
        agency: the name as printed, completed where it shares its head word with others.
        span: where it stands.
        kind: "body", "post" or "group".
    """

    agency: str
    span: Span
    kind: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Names that stand together, and what ends them.

    Args:
        names: in order; empty where no name begins here.
        end: end of the last name.
        stop: the word of doing or relation that ends the run, its mark of punctuation, or empty.
        after: where that word begins.
    """

    names: tuple[Name, ...]
    end: int
    stop: str
    after: int


def read_names(text: NormalisedText, position: int, end: int) -> Run:
    """Return the run of names that begins at a position.

    Args:
        text: the document.
        position: where the first name must begin, blanks apart.
        end: where the sentence or item ends.
    """
    words = text.text
    if head_kind(words, skip_blanks(words, position, end), end) is None:
        return Run(names=(), end=position, stop="", after=position)
    shared = _shared_head(text, position, end)
    if shared is not None:
        return shared
    parts, stop, after = _parts(words, position, min(end, position + 4 * LONGEST_NAME))
    pieces = (piece for part in joined(words, parts) for piece in unglued(words, part))
    names = _with_heads([name for piece in pieces if (name := _name(text, piece)).agency])
    last = names[-1].span.end if names else position
    run = Run(names=names, end=last, stop=stop, after=after)
    return _with_shared(text, run, end) or _members_of(text, run, end) or run


def _with_shared(text: NormalisedText, run: Run, end: int) -> Run | None:
    """Return a run whose later names share a head word ("A và các Bộ: B, C"), completed."""
    for place, name in enumerate(run.names[1:], start=1):
        keys = ("several-behind", "places-of-a-head")
        if not any(JOINTS.pattern(key).match(text.text, name.span.start, end) for key in keys):
            continue
        shared = _shared_head(text, name.span.start, end)
        if shared is not None:
            return replace(shared, names=(*run.names[:place], *shared.names))
    return None


def _members_of(text: NormalisedText, run: Run, end: int) -> Run | None:
    """Return the members that a group names behind its colon; they stand for the group."""
    if run.stop != ":" or [name.kind for name in run.names] != ["group"]:
        return None
    members = read_names(text, run.after + 1, end)
    return members if len(members.names) > 1 else None


def head_kind(words: str, position: int, end: int) -> tuple[str, int] | None:
    """Return the kind of the head word at a position and where it ends; None where none is."""
    match = HEADS.joined.match(words, position, end)
    if match is None or match.lastgroup is None:
        return None
    return KINDS[match.lastgroup], match.end()


def read_listed(text: NormalisedText, position: int, end: int) -> Run:
    """Return the names that begin at a position, those behind semicolons too.

    Args:
        text: the document.
        position: where the first name must begin.
        end: where the line, cell or heading ends.
    """
    run = read_names(text, position, end)
    names = run.names
    while run.names and run.stop == ";":
        following = read_names(text, run.after + 1, end)
        if not following.names:
            break
        run = following
        names += run.names
    return Run(names=names, end=run.end, stop=run.stop, after=run.after)


def _parts(words: str, position: int, end: int) -> tuple[list[Part], str, int]:
    """Return the pieces of a run, then the stop that ends it and where that begins."""
    parts: list[Part] = []
    cursor = position
    while True:
        cursor = skip_blanks(words, cursor, end)
        head = head_kind(words, cursor, end)
        goes_on = parts and goes_on_with(words, parts, cursor, head)
        unknown = 0 if head or goes_on else unknown_body(words, parts, cursor, end)
        if not (head or goes_on or unknown) or (not parts and head and head[0] == "place"):
            return parts, *_separator_stop(words, parts, cursor)
        kind, body = head if head and not goes_on else ("", goes_on or cursor)
        kind, body = ("body", unknown) if unknown else (kind, body)
        stopped_at, stop, after, separator = scan(words, cursor, body, end)
        if stopped_at - cursor > LONGEST_NAME:
            return parts, "", cursor
        parts.append(Part(kind=kind, start=cursor, end=stopped_at))
        if not separator:
            return parts, stop, after
        cursor = after


def _separator_stop(words: str, parts: list[Part], cursor: int) -> tuple[str, int]:
    """Return what ends a run whose last separator no name follows: the separator itself."""
    return (words[parts[-1].end : cursor].strip() if parts else "", cursor)


def plain_name(text: NormalisedText, position: int, end: int) -> Name | None:
    """Return the name of no known kind that begins at a position of a cell of names, if one does.

    Args:
        text: the document.
        position: where it must begin.
        end: where the cell ends.
    """
    words = text.text
    if JOINTS.pattern("no-name").match(words, position, end):
        return None
    found = JOINTS.pattern("plain-name").match(words, position, end)
    if found is None or words[found.end() : end].lstrip()[:1] not in {"", ",", ";"}:
        return None
    if has_stop(words, position, found.end()):
        return None
    span = Span(start=position, end=position + len(found.group().rstrip(ENDS)))
    return Name(agency=text.words(span), span=span, kind="body")


def _name(text: NormalisedText, part: Part) -> Name:
    """Return a piece as a name, without marks and blanks at its ends."""
    words = text.text
    behind = JOINTS.pattern("behind-its-place").search(words, part.start, part.end)
    end = behind.end("place") if behind and part.kind == "body" else part.end
    aside = JOINTS.pattern("apposition").search(words, part.start, end)
    end = aside.start() if aside else end
    while end > part.start and words[end - 1] in ENDS:
        end -= 1
    note = JOINTS.pattern("footnote-mark").search(words, part.start, end)
    end = note.start() if note else end
    comrade = JOINTS.pattern("comrade").match(words, part.start, end)
    span = Span(start=comrade.end() if comrade else part.start, end=end)
    kind = "group" if part.kind in {"group", "generic", "place", ""} else part.kind
    return Name(agency=text.words(span), span=span, kind=kind)


def _with_heads(names: list[Name]) -> tuple[Name, ...]:
    """Return names in which bare places have the head of the body of a place before them."""
    completed: list[Name] = []
    head = ""
    for name in names:
        bare = JOINTS.pattern("place-with-name").match(name.agency)
        bare = bare or JOINTS.pattern("named-place").match(name.agency)
        if bare and head:
            completed.append(replace(name, agency=f"{head} {name.agency}"))
            continue
        if not bare and completed and JOINTS.pattern("place-name").fullmatch(name.agency):
            completed.append(_at_its_place(completed[-1], name))
            continue
        found = JOINTS.pattern("body-of-a-place").fullmatch(name.agency)
        found = found or JOINTS.pattern("head-of-a-place").match(name.agency)
        head = found["head"] if found and name.kind != "group" else ""
        completed.append(name)
    return tuple(completed)


def _at_its_place(before: Name, place: Name) -> Name:
    """Return a place named alone with the head of the body of a place before it."""
    found = JOINTS.pattern("of-a-named-place").match(before.agency)
    if found is None:
        return place
    city = JOINTS.pattern("city-of-the-state").fullmatch(place.agency)
    kind = JOINTS.wording("city-of-the-state").means if city else found["kind"]
    return replace(place, agency=f"{found['head']}{kind} {place.agency}")


def _shared_head(text: NormalisedText, position: int, end: int) -> Run | None:
    """Return bodies that share their head word ("Các Bộ: A, B"), completed; else None."""
    start = skip_blanks(text.text, position, end)
    for key in ("several", "places-of-a-head"):
        match = JOINTS.pattern(key).match(text.text, start, end)
        if match:
            heads = _heads_of(text, match) if "head" in match.groupdict() else ("",)
            return _shared_run(text, match, heads, end)
    return None


def _heads_of(text: NormalisedText, match: re.Match[str]) -> tuple[str, ...]:
    """Return the heads ("Bí thư tỉnh ủy", "Chủ tịch UBND") that hold for each place."""
    printed = text.words(Span(start=match.start("head"), end=match.end("head")))
    parts = JOINTS.pattern("between-heads").split(printed)
    return tuple(JOINTS.pattern("comrade").sub("", part).strip() for part in parts)


def _shared_run(
    text: NormalisedText, match: re.Match[str], heads: tuple[str, ...], end: int
) -> Run | None:
    """Return the bodies behind a shared head word, and the names that stand behind them."""
    words, cursor, kind = text.text, match.end(), match["kind"]
    pieces = _first_place(match)
    own = len(pieces)
    separator, stop, after = True, "", match.end()
    while separator:
        kind, cursor = _kind_at(words, cursor, end, kind)
        if not _shares(words, cursor, end):
            break
        stopped_at, stop, after, separator = _scan_shared(words, cursor, end)
        pieces.append((kind, Span(start=cursor, end=stopped_at)))
        cursor = skip_blanks(words, after, end)
    if len(pieces) == own:
        return None
    names = tuple(_completed(text, head, *piece) for head in heads for piece in pieces)
    last = pieces[-1][1].end
    if stop:
        return Run(names=names, end=last, stop=stop, after=after)
    rest = read_names(text, cursor, end)
    return Run(
        names=(*names, *rest.names),
        end=max(rest.end, last),
        stop=rest.stop,
        after=rest.after,
    )


def _first_place(match: re.Match[str]) -> list[tuple[str, Span]]:
    """Return the place printed before those that share its head ("UBND huyện A và các huyện B")."""
    if not match.groupdict().get("first"):
        return []
    return [(match["own"], Span(start=match.start("first"), end=match.end("first")))]


def _kind_at(words: str, cursor: int, end: int, kind: str) -> tuple[str, int]:
    """Return the kind of the places that follow, the same or another, and where they begin."""
    other = JOINTS.pattern("another-kind-of-place").match(words, cursor, end)
    before = words[max(0, cursor - 4) : cursor].rstrip()[-1:]
    if other is None or JOINTS.pattern("holds-the-others").match(f"{kind}{before} {other.group()}"):
        return kind, cursor
    return other["kind"], other.end()


def _shares(words: str, cursor: int, end: int) -> bool:
    """Tell whether one more name that shares the head word begins here."""
    if JOINTS.pattern("may-share").match(words, cursor, end):
        return True
    return words[cursor : cursor + 1].isupper() and head_kind(words, cursor, end) is None


def _completed(text: NormalisedText, head: str, kind: str, piece: Span) -> Name:
    """Return one body with the head word and kind that it shares with others."""
    place = text.words(piece)
    city = JOINTS.pattern("city-of-the-state").fullmatch(place)
    if city:
        kind = JOINTS.wording("city-of-the-state").means
    if JOINTS.pattern("names-its-place").search(head):
        kind = ""
    agency = " ".join(filter(None, (head, kind, place)))
    return Name(agency=agency, span=piece, kind="post" if head else "body")


def _scan_shared(words: str, cursor: int, end: int) -> tuple[int, str, int, bool]:
    """Scan one of several bodies; an "and" inside a joint name is not the end of it."""
    begin = cursor
    comma = JOINTS.pattern("comma-inside").match(words, begin, end)
    cursor = comma.end() if comma else cursor
    while True:
        stopped_at, stop, after, separator = scan(words, begin, cursor, end)
        before = words[begin:stopped_at].rstrip()
        inside = JOINTS.pattern("joint-name").search(before)
        joining = separator and words[stopped_at] != ","
        if not (inside and joining):
            return len(before) + begin, stop, after, separator
        cursor = after
