"""Names of bodies: from capitals to their right spelling, and completed with their province."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.metadata.cues import begins, cues
from loaders.metadata.places import place_in, spellings
from ontology.vietnamese_text import fold_words, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaders.metadata.places import Place, Spellings
    from ontology.registry import Registry

_LONGEST_NAME = 14
_VOWEL = re.compile(r"[aeiouy]")
_BETWEEN_JOINT = re.compile(r" *[-;] *")
_EDGES = " .,;:*-_/"


def spell(words: str, registry: Registry) -> str:
    """Return the name of a body as a sentence would write it.

    Names that the registers know get their spelling, words without a vowel stay abbreviations, the
    rest is written small; the first letter is a capital.

    Args:
        words: the name as printed, in capitals or not.
        registry: the registers.
    """
    known = spellings(registry)
    tokens = _expanded(words.strip(_EDGES).split())
    capitals = " ".join(tokens).isupper() or _mostly_upper(words)
    written: list[str] = []
    at = 0
    while at < len(tokens):
        size, name = _longest(tokens, at, known)
        if not size:
            name = _cased(tokens[at], written) if capitals else tokens[at]
        if _begins_province(tokens, at) and _is_in_place(written):
            written[-1] += ","
        written.append(name)
        at += size or 1
    name = " ".join(written)
    return name[:1].upper() + name[1:]


def _begins_province(tokens: list[str], at: int) -> bool:
    """Tell whether the kind of a province stands at a word, with its name after it."""
    return any(
        fold_words(" ".join(tokens[at : at + kind.count(" ") + 1])) == fold_words(kind)
        for kind in _kinds()
        if at + kind.count(" ") + 1 < len(tokens)
    )


def _mostly_upper(words: str) -> bool:
    """Tell whether words are printed in capitals, abbreviations in small letters aside."""
    letters = [letter for letter in words if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 10 > 7 * len(letters)


def _expanded(tokens: list[str]) -> list[str]:
    """Return the words with abbreviations written out."""
    written = dict(cues().pairs["abbreviations"])
    words: list[str] = []
    at = 0
    while at < len(tokens):
        size = 2 if " ".join(tokens[at : at + 2]) in written else 1
        found = " ".join(tokens[at : at + size])
        words += written.get(found, _unglued(found)).split()
        at += size
    return words


def _unglued(token: str) -> str:
    """Return two words of a name that were glued together as two ("ViệtNam")."""
    for at in range(2, len(token) - 1):
        if token[at - 1].islower() and token[at].isupper() and token[at + 1].islower():
            return f"{token[:at]} {token[at:]}"
    return token


def _longest(tokens: list[str], at: int, known: Spellings) -> tuple[int, str]:
    """Return the longest name of the registers that begins at a word, and its words."""
    for size in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        key = fold_words(" ".join(tokens[at : at + size]))
        name = known.names.get(key, "")
        if name and len(name.split()) == size and size > 1:
            return size, _punctuated(name, tokens[at : at + size])
        post = cues().spelled.get(key)
        if post and size > 1:
            return size, _punctuated(post, tokens[at : at + size])
        place = known.provinces.get(key)
        if place and (size > 1 or at > 0):
            return size, place.name
    return 0, ""


def _punctuated(name: str, tokens: list[str]) -> str:
    """Return a known name with the commas that are printed in it and after it."""
    words = name.split()
    if len(words) != len(tokens):
        return name
    pairs = zip(words, tokens, strict=True)
    return " ".join(
        f"{word}," if token.endswith(",") and not word.endswith(",") else word
        for word, token in pairs
    )


def _cased(token: str, before: list[str]) -> str:
    """Return an unknown word in capitals as a sentence would write it.

    A word without a vowel is an abbreviation and stays; the name of a place keeps its capital.
    """
    if not _VOWEL.search(strip_marks(token)):
        return token
    if token.lower() in _kind_openings():
        return token.lower()
    named = _is_in_place(before) or _is_kind_of_body(before)
    return token.capitalize() if named else token.lower()


def _is_in_place(before: list[str]) -> bool:
    """Tell whether the words so far end with a kind of place and the first words of its name."""
    end = len(before)
    while end and before[end - 1].istitle():
        end -= 1
    return any(_last_kind(" ".join(before[:size])) for size in (len(before), end) if size)


def _is_kind_of_body(before: list[str]) -> bool:
    """Tell whether the words so far end with a kind of body, whose field has a capital.

    Source: Decree 30/2020/NĐ-CP, annex II, part III.1.
    """
    ends = (" ".join(before[-size:]) for size in (1, 2) if len(before) >= size)
    return any(end.casefold() in _kinds_of_bodies() for end in ends)


def begins_body(words: str) -> bool:
    """Tell whether words begin like the name of a body or post."""
    return bool(begins(words, "bodies") or begins(words, "posts"))


def is_authority(words: str) -> bool:
    """Tell whether words in capitals are the name of a body or post and nothing more.

    Args:
        words: a line or several between title and basis.
    """
    return bool(cues().patterns["authority"].fullmatch(words.strip(" \"'.;:,-")))


def split_bodies(lines: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """Return the names of bodies that the lines of a heading print, spelled right.

    A name may run over lines; a line that begins like a body begins a new one, unless the lines
    together are one name of the registers.

    Args:
        lines: lines of the left column, without motto, number and date.
        registry: the registers.
    """
    pieces = [piece for line in lines for piece in _joint_pieces(line.replace(":", " "))]
    names: list[str] = []
    at = 0
    while at < len(pieces):
        size = _name_size(pieces, at, registry)
        name = spell(" ".join(pieces[at : at + size]), registry)
        if fold_words(name) not in map(fold_words, names):
            names.append(name)
        at += size
    return tuple(names)


def _joint_pieces(line: str) -> list[str]:
    """Return the bodies that a line joins by dashes ("BỘ CÔNG AN - BỘ QUỐC PHÒNG").

    A dash before words that begin no body belongs to a name ("LAO ĐỘNG - THƯƠNG BINH").
    """
    pieces: list[str] = []
    for piece in filter(None, _BETWEEN_JOINT.split(line)):
        if pieces and not begins_body(piece):
            pieces[-1] = f"{pieces[-1]} - {piece}"
        else:
            pieces.append(piece)
    return pieces if len(pieces) > 1 and all(map(begins_body, pieces)) else [line]


def _name_size(pieces: list[str], at: int, registry: Registry) -> int:
    """Return over how many lines the name that begins at a line runs."""
    known = spellings(registry)
    for size in range(min(4, len(pieces) - at), 1, -1):
        if _is_known(" ".join(pieces[at : at + size]), known):
            return size
    size = 1
    while at + size < len(pieces) and not begins_body(pieces[at + size]):
        size += 1
    return size


def _is_known(words: str, known: Spellings) -> bool:
    """Tell whether words, their province aside, are a name of the registers."""
    tokens = _expanded(words.split())
    place = place_in(" ".join(tokens), known.provinces)
    size = len(tokens) - (len(place.name.split()) if place else 0)
    return fold_words(" ".join(tokens[:size])) in known.names


def is_local(name: str) -> bool:
    """Tell whether a body, by the first words of its name, is one of a province."""
    return bool(begins(name, "provincial") or begins(name, "departments"))


def is_open(name: str) -> bool:
    """Tell whether the name of a body of a province leaves its province to be named."""
    return is_local(name) and (_last_kind(name) in _kinds() or begins(name, "departments") != "")


def with_province(name: str, province: Place | None, known: Spellings) -> str:
    """Return the name of a body of a province completed with it.

    Args:
        name: the name; one that already names its place is returned as it is.
        province: the province; None where unknown.
        known: spellings of the registers.
    """
    if province is None or place_in(name, known.provinces):
        return name
    ends = _last_kind(name)
    if ends and (is_local(name) or ends in _kinds() or begins(ends, "committees-of-party")):
        return f"{name} {province.name}"
    whole = fold_words(name) in cues().folded["provincial"]
    if whole or begins(name, "departments"):
        return f"{name} {_kinds_of()[province.kind]} {province.name}"
    return name


def in_kind_of(name: str, place: Place | None) -> str:
    """Return a name of the registers that ends with a kind of province, with the place's own kind.

    Args:
        name: as the register writes it ("Ủy ban nhân dân tỉnh").
        place: the province; None where unknown.
    """
    last = name.rsplit(" ", 1)[-1]
    if place is None or last not in _kinds():
        return name
    return name[: -len(last)] + _kinds_of()[place.kind]


def completed(name: str, above: str, registry: Registry) -> str:
    """Return the name of a body that a committee set up, completed with the committee's place.

    Args:
        name: the body ("Ban Chỉ đạo chuyển đổi số").
        above: the body on the line above it ("Ủy ban nhân dân tỉnh Bắc Sơn").
        registry: the registers.
    """
    known = spellings(registry)
    if not begins(name, "completed") or not is_local(above):
        return name
    place = place_in(above, known.provinces)
    if place is None or place_in(name, known.provinces):
        return name
    if begins(above, "committees-of-party"):
        return f"{name} {above}"
    kind = "" if _last_kind(name) in _kinds() else f"{_kinds_of()[place.kind]} "
    return f"{name} {kind}{place.name}"


def of_organisation(bodies: tuple[str, ...]) -> str:
    """Return the last body of a heading, a committee of an organisation by the name of its branch.

    "Hội Nông dân Việt Nam" above "Ban Chấp hành tỉnh Bắc Sơn" is "Hội Nông dân tỉnh Bắc Sơn".

    Args:
        bodies: the bodies of the heading in their order.
    """
    branch = cues().patterns["branch-committee"].fullmatch(bodies[-1])
    if branch is None or len(bodies) < 2 or not begins(bodies[-2], "organisations"):  # noqa: PLR2004 - two lines
        return bodies[-1]
    return cues().patterns["whole-country"].sub("", bodies[-2]) + branch["place"]


def _last_kind(name: str) -> str:
    """Return the kind of place that a name ends with ("tỉnh"); empty where none."""
    folded = " " + fold_words(name)
    return next(
        (kind for kind in cues().lists["places"] if folded.endswith(" " + fold_words(kind))), ""
    )


@cache
def _kinds_of_bodies() -> frozenset[str]:
    """Return the words after which a field or body begins with a capital, in small letters."""
    return frozenset(word.casefold() for name in ("bodies", "posts") for word in cues().lists[name])


@cache
def _kind_openings() -> frozenset[str]:
    """Return the first words of kinds of places, small and with their marks."""
    return frozenset(kind.lower().split()[0] for kind in cues().lists["places"])


@cache
def _kinds() -> frozenset[str]:
    """Return the words for the kinds of provinces."""
    return frozenset(word for _, word in cues().pairs["kinds"])


@cache
def _kinds_of() -> Mapping[str, str]:
    """Return the word for each kind of the register."""
    return dict(cues().pairs["kinds"])
