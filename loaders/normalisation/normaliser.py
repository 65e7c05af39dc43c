"""Make a text readable for the grammars and keep the way back to what was printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from loaders.normalisation.lost_lines import line_starts, with_line_feeds
from loaders.records import NormalisedText
from loaders.tables import table as read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Combining grave, acute, tilde, hook above and dot below: the five tones of Vietnamese.
TONES = "\u0300\u0301\u0303\u0309\u0323"


_LINK = r"\[(?=[^\[\]\n]{1,400}\]\([^()\s])|(?<=[^\s\[])\]\([^()\s]{1,2000}\)"
"""The marks of a link with its target, as CommonMark 0.31 writes it; its words stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changes the length of a text.

    Args:
        sign: finds at little cost whether any of it stands in a text.
        source: of the pattern that finds it.
    """

    sign: re.Pattern[str]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterTable:
    """The table of characters, ready for use.

    Args:
        other: finds a character that means the same as another.
        same: what such a character becomes.
        changes: what changes the length: references, invisible and combining characters, links.
        references: what a character reference becomes.
        tone: finds an open syllable with the tone mark in its old place.
        moved: such a vowel pair with the mark in its new place.
    """

    other: re.Pattern[str]
    same: dict[str, str]
    changes: tuple[Change, ...]
    references: dict[str, str]
    tone: re.Pattern[str]
    moved: dict[str, str]


def normalise(text: str) -> NormalisedText:
    """Return the text in NFC with one kind of dash, space and quote and no invisible characters.

    Lines stay lines, save where one line holds a whole paper. Characters that mean the same become
    one (table `characters.toml`), so most texts keep their length and the map back is the identity.

    Args:
        text: the text of a document, as read.
    """
    table = character_table()
    pieces: list[str] = []
    starts, offsets = [0], [0]
    done = length = 0
    for match in _changing(text, table):
        became = _replacement(match.group(), table)
        pieces += (text[done : match.start()], became)
        length += match.start() - done + len(became)
        done = match.end()
        if done - length != offsets[-1]:
            starts.append(length)
            offsets.append(done - length)
    pieces.append(text[done:])
    folded = table.other.sub(lambda found: table.same[found.group()], "".join(pieces))
    moved = table.tone.sub(lambda found: table.moved[found.group()], folded)
    ways = (tuple(starts), tuple(offsets))
    places = line_starts(moved)
    lined, *way = with_line_feeds(moved, places, *ways) if places else (moved, *ways)
    return NormalisedText(text=lined, starts=way[0], offsets=way[1], source=text)


def _changing(text: str, table: CharacterTable) -> Iterator[re.Match[str]]:
    """Give the places that change the length; a pattern over all of them is slow, and most lack."""
    standing = "|".join(change.source for change in table.changes if change.sign.search(text))
    return re.finditer(standing, text) if standing else iter(())


def _replacement(printed: str, table: CharacterTable) -> str:
    """Return what a reference, a letter with its marks or an invisible character becomes.

    Marks without a letter, as some converters strew them behind the words, are nothing.
    """
    if printed in table.references:
        return table.references[printed]
    if unicodedata.combining(printed[-1]) and not unicodedata.combining(printed[0]):
        return unicodedata.normalize("NFC", printed)
    return ""


@cache
def character_table() -> CharacterTable:
    """Read `characters.toml` once."""
    data = read_table("loaders.normalisation", "characters.toml")
    same = {
        chr(point): entry["becomes"]
        for entry in data["same"]
        for point in chain.from_iterable(map(_points, entry["points"]))
    }
    hidden = [
        p for entry in data["vanishes"] for points in entry["points"] for p in _points(points)
    ]
    references = {entry["printed"]: entry["becomes"] for entry in data["reference"]}
    moved = {
        pair: new
        for entry in data["tone"]
        for pair, new in _moved_tones(entry["plain"], entry["marked"])
    }
    printed = "|".join(map(re.escape, references))
    nothing = f"[{''.join(re.escape(chr(p)) for p in hidden)}]"
    combining = "[\u0300-\u036f]"
    changes = (
        Change(sign=re.compile(printed), source=printed),
        Change(sign=re.compile(nothing), source=f"{nothing}+"),
        Change(sign=re.compile(combining), source=rf"\w{combining}+|{combining}+"),
        Change(sign=re.compile(r"\]\("), source=_LINK),
    )
    return CharacterTable(
        other=re.compile(f"[{''.join(map(re.escape, same))}\ud800-\udfff]"),
        same=same | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
        changes=changes,
        references=references,
        tone=_late_tone(moved),
        moved=moved,
    )


def _late_tone(moved: dict[str, str]) -> re.Pattern[str]:
    """Return what finds the pairs; their first vowel comes first, as `re` looks for it fastest."""
    seconds: dict[str, str] = {}
    for pair in moved:
        seconds[pair[0]] = seconds.get(pair[0], "") + pair[1:]
    pairs = (f"{first}(?<![qQ].)[{second}]" for first, second in seconds.items())
    return re.compile(rf"(?:{'|'.join(pairs)})(?!\w)")


def _points(written: str) -> range:
    """Return the code points of `2010` or `2010-2015`, hexadecimal."""
    first, _, last = written.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def _moved_tones(plain: str, marked: str) -> list[tuple[str, str]]:
    """Return old and new spelling of a vowel pair for each tone and letter case."""
    pairs = []
    for first in (plain, plain.upper()):
        for second in (marked, marked.upper()):
            for tone in TONES:
                old = first + unicodedata.normalize("NFC", second + tone)
                new = unicodedata.normalize("NFC", first + tone) + second
                pairs.append((old, new))
    return pairs
