"""Join and part the pieces of a run of names: where one name ends and the next begins.

Source: the guide of the annotations (a run of generic words is one group; a cut is where a
part is a body of another kind), Decree 30/2020/NĐ-CP, annex II (names of bodies begin with
capitals).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.obligations.scanning import WORD, opening_stop
from loaders.obligations.wordings import load_table
from ontology.quick_records import quick

HEADS = load_table("heads")
JOINTS = load_table("joints")
ENDS = " \n,;:.-(\"'"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a run between separators: its kind and span, and whether it goes on."""

    kind: str
    start: int
    end: int


def goes_on_with(words: str, parts: list[Part], cursor: int, head: tuple[str, int] | None) -> int:
    """Return where words that go on with the name before a separator end; 0 where they do not.

    Args:
        words: the document.
        parts: the pieces of the run so far.
        cursor: where the words begin.
        head: the kind of the head word there and its end, if one stands there.
    """
    known = JOINTS.pattern("continued-name").match(words, cursor)
    if known:
        return known.end()
    fields = _two_more_fields(words, parts, cursor) or _small_field(words, parts, cursor)
    if fields:
        return fields
    begun = next(part for part in reversed(parts) if part.kind or part is parts[0])
    if head is None and JOINTS.pattern("several-places").match(words, begun.start, begun.end):
        place = JOINTS.pattern("place-name").match(words, cursor)
        return place.end() if place else 0
    joined = JOINTS.pattern("and").search(words, parts[-1].end, cursor)
    capital = head is None and words[cursor : cursor + 1].isupper()
    word = WORD.match(words, cursor)
    inside = joined and capital and any(part.kind == "body" for part in parts)
    return word.end() if inside and word else 0


def _two_more_fields(words: str, parts: list[Part], cursor: int) -> int:
    """Return where the first of two more fields of a body ends ("..., Thông tin và Thể thao")."""
    fields = JOINTS.pattern("two-more-fields").match(words, cursor)
    if fields is None or parts[-1].kind != "body" or opening_stop(words, cursor, fields.end()):
        return 0
    named = (fields.start(), fields.start("second"))
    unknown = all(HEADS.joined.match(words, place) is None for place in named)
    return fields.end("first") if unknown else 0


def _small_field(words: str, parts: list[Part], cursor: int) -> int:
    """Return where the last field of a body ends that is printed small ("Giáo dục và đào tạo")."""
    end = parts[-1].end
    begun = next(part for part in reversed(parts) if part.kind or part is parts[0])
    named = JOINTS.pattern("has-fields").fullmatch(words[begun.start : end].rstrip(ENDS))
    joined = JOINTS.pattern("and").search(words, end, cursor) is not None
    field = JOINTS.pattern("small-field" if joined else "two-small-fields").match(words, cursor)
    return field.end("first") if field and named else 0


def unknown_body(words: str, parts: list[Part], cursor: int, end: int) -> int:
    """Return where a body of no known kind ends its first word among other bodies; else 0.

    It begins with a capital behind a comma, and not with what somebody is to do.

    Args:
        words: the document.
        parts: the pieces of the run so far.
        cursor: where the words begin.
        end: where the run must end.
    """
    if not parts or parts[-1].kind != "body" or words[parts[-1].end : parts[-1].end + 1] != ",":
        return 0
    name = JOINTS.pattern("unknown-body").match(words, cursor, end)
    return 0 if name is None or opening_stop(words, cursor, end) else name.end("first")


def joined(words: str, parts: list[Part]) -> list[Part]:
    """Join the pieces that belong to one name.

    Args:
        words: the document.
        parts: the pieces of a run.
    """
    names: list[Part] = []
    for part in parts:
        if names and not _begins_name(words, names[-1], part):
            last = names[-1]
            names[-1] = Part(kind=last.kind, start=last.start, end=part.end)
        else:
            names.append(part)
    return names


def _begins_name(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece begins a new name behind the one before it."""
    if JOINTS.pattern("begins-anew").match(words, part.start):
        return True
    if _stays(words, last, part):
        return False
    if last.kind in {"group", "generic"}:
        return _begins_after_group(words, last, part)
    several = JOINTS.pattern("of-several").search(words, last.start, last.end)
    if part.kind == "generic" and (last.kind == "post" or several):
        return _is_closed(words, last)
    return True


def _stays(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece goes on with the name before it, whatever its kind."""
    of_state = JOINTS.pattern("office-of-state").match(words, part.start, part.end + 12)
    return (
        (part.kind in {"", "place"} and not _is_of_its_own(words, last, part))
        or (of_state is not None and _is_of_state(words, last))
        or _serves_both(words, last, part)
        or _is_one_more_force(words, last, part)
        or _is_at_both_levels(words, last, part)
        or _is_one_more_place(words, last, part)
        or _is_of_one_committee(words, last, part)
        or _are_unions(words, last, part)
        or (last.kind == "post" and (_is_bare_post(words, last) or _heads(words, last, part)))
    )


def _is_of_its_own(words: str, last: Part, part: Part) -> bool:
    """Tell whether a named place behind the body of a named place means the body there."""
    named = JOINTS.pattern("place-with-name").match(words, part.start, part.end)
    if named is None or last.kind not in {"body", "post", "place"}:
        return False
    before = words[last.start : last.end].rstrip(ENDS)
    key = "place-with-name" if last.kind == "place" else "body-of-a-place"
    return JOINTS.pattern(key).fullmatch(before) is not None


def _heads(words: str, last: Part, part: Part) -> bool:
    """Tell whether a post that heads several companies heads those of a piece too."""
    several = JOINTS.pattern("of-companies").search(words, last.start, last.end)
    return several is not None and JOINTS.pattern("company").match(words, part.start) is not None


def _is_of_state(words: str, last: Part) -> bool:
    """Tell whether a piece names ministers or a body, with which other offices of State go on."""
    ministers = JOINTS.pattern("ministers").fullmatch(words, last.start, last.end)
    return last.kind in {"post", "body"} or ministers is not None


def _serves_both(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece is the second body that an office serves."""
    office = JOINTS.pattern("office-of").match(words, last.start, last.end)
    return office is not None and JOINTS.pattern("served").match(words, part.start) is not None


def _is_one_more_force(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece is one more force of a group of forces."""
    force = JOINTS.pattern("one-more-force").match(words, part.start)
    return force is not None and JOINTS.pattern("forces").match(words, last.start) is not None


def _are_unions(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece names the unions at large behind a run that ends with the Front."""
    front = JOINTS.pattern("front").search(words[last.start : last.end].rstrip(ENDS))
    unions = JOINTS.pattern("unions").match(words, part.start)
    return last.kind in {"group", "generic"} and front is not None and unions is not None


def _is_of_one_committee(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece is the second part of a committee whose name holds a comma."""
    joint = JOINTS.pattern("joint-committee").match(words, last.start)
    return joint is not None and part.start < joint.end()


def _is_one_more_place(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece is one more place of the name before it."""
    place = JOINTS.pattern("named-place").match(words, part.start)
    tail = words[last.start : last.end].rstrip(ENDS)
    return place is not None and JOINTS.pattern("ends-with-place").search(tail) is not None


def _begins_after_group(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece begins a new name behind a run of generic words."""
    if part.kind == "body":
        among = JOINTS.pattern("front-among-groups").match(words, part.start, part.end + 30)
        return not among and not _shares_owner(words, last, part)
    alone = part.kind == "group" and (last.kind == "generic" or _is_of_one_kind(words, last, part))
    persons = JOINTS.pattern("persons").match(words, part.start) is not None
    return (part.kind == "post" and not persons) or alone or _is_closed(words, last)


def _shares_owner(words: str, last: Part, part: Part) -> bool:
    """Tell whether a body is one more owner of the group before it ("thuộc Bộ A, Bộ B")."""
    owned = JOINTS.pattern("belonging-to").search(words[last.start : last.end].rstrip(ENDS))
    return owned is not None and words.startswith(owned["owner"], part.start)


def _is_of_one_kind(words: str, last: Part, part: Part) -> bool:
    """Tell whether a group begins behind several bodies of one named kind."""
    several = JOINTS.pattern("of-one-kind").match(words, last.start, last.end)
    return several is not None and bool(JOINTS.pattern("begins-with-many").match(words, part.start))


def _is_bare_post(words: str, part: Part) -> bool:
    """Tell whether a post names no body yet ("Giám đốc, Thủ trưởng các sở")."""
    post = HEADS.pattern("post").match(words, part.start, part.end)
    return post is not None and not words[post.end() : part.end].strip(ENDS)


def _is_at_both_levels(words: str, last: Part, part: Part) -> bool:
    """Tell whether a piece names the localities behind groups of the centre."""
    tail = words[last.start : last.end].rstrip(ENDS)
    centre = JOINTS.pattern("at-the-centre").search(tail)
    return (
        centre is not None and JOINTS.pattern("in-localities").match(words, part.start) is not None
    )


def _is_closed(words: str, part: Part) -> bool:
    """Tell whether a name ends with a word behind which a new name begins."""
    tail = words[part.start : part.end].rstrip(ENDS)
    return JOINTS.pattern("closed").search(tail) is not None


def unglued(words: str, part: Part) -> tuple[Part, ...]:
    """Return the names of a piece in which two ministries or departments lost what parts them.

    Args:
        words: the document.
        part: the piece.
    """
    glued = JOINTS.pattern("glued").match(words[part.start : part.end])
    if glued is None:
        return (part,)
    middle = part.start + glued.start("between")
    rest = replace(part, start=middle + 1)
    return (replace(part, end=middle), *unglued(words, rest))
