"""Scan names for what ends them: words of doing and relation, separators, brackets.

Source: Decree 30/2020/NĐ-CP, annex II (names of bodies begin with capitals); the verbs that open
the items of plans, directives and telegrams, in stops.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from loaders.obligations.wordings import load_table, word_trie

JOINTS = load_table("joints")
WORD = re.compile(r"\w+")
SHORT_FORM = r"\([^\W\d_a-z]{2,12}\)"  # "(UBND)" stands inside a name


@cache
def _scanner() -> re.Pattern[str]:
    """Return what a name is scanned for: compounds to step over, stops, separators, brackets."""
    data = tomllib.loads(
        files("loaders.obligations").joinpath("stops.toml").read_text(encoding="utf-8")
    )
    capital = (word[0].upper() + word[1:] for word in data["compounds"])
    compounds = word_trie((*data["compounds"], *capital))
    stops = word_trie(tuple(data["stops"]))
    places, tail = JOINTS.pattern("range-of-places").pattern, JOINTS.pattern("tail").pattern
    line = JOINTS.pattern("doing-on-a-new-line").pattern
    place = JOINTS.pattern("abbreviated-place").pattern
    return re.compile(
        rf"(?<!\w)(?:(?P<tail>{tail})|(?P<line>{line})|(?P<compound>{compounds}|{places})|(?P<stop>{stops})|(?P<and>{_and()}))(?!\w)"
        rf"|(?P<short>{place}|{SHORT_FORM})"
        r"|(?P<bracket>\([^()]{0,200}\))|(?P<comma>,)|(?P<mark>[;:.\"()])"
    )


def _and() -> str:
    """Return the word that joins two names, from the table of joints."""
    return JOINTS.pattern("and").pattern


def has_stop(words: str, position: int, end: int) -> bool:
    """Tell whether a word that ends names stands in a stretch of words."""
    return any(found["stop"] for found in _scanner().finditer(words, position, end))


def opening_stop(words: str, position: int, end: int) -> str:
    """Return the word of doing or relation with which words begin ("Tăng cường"), else nothing."""
    position = skip_blanks(words, position, end)
    found = _scanner().match(words[position : min(end, position + 40)].lower())
    return (found["stop"] or "") if found else ""


def skip_blanks(words: str, cursor: int, end: int) -> int:
    """Return the first position that holds no blank."""
    while cursor < end and words[cursor] in " \n":
        cursor += 1
    return cursor


def scan(words: str, start: int, body: int, end: int) -> tuple[int, str, int, bool]:
    """Return where a piece ends, its stop, where what follows begins, and if it was a separator."""
    cursor = _behind_compound(words, start, body, end)
    while True:
        found = _scanner().search(words, cursor, end)
        if found is None:
            return end, "", end, False
        if found["compound"] or found["short"]:
            cursor = found.end()
        elif found["tail"]:
            return found.end(), *_doing_after(words, found.end(), end)
        elif found["bracket"]:
            return found.start(), *_stop_after(words, found.end(), end)
        elif found["comma"] or found["and"]:
            return found.start(), "", found.end(), True
        else:
            return found.start(), found.group(), found.start(), False


def _doing_after(words: str, position: int, end: int) -> tuple[str, int, bool]:
    """Return the word behind the tail of a name: it says what the bearer does."""
    word = WORD.search(words, position, end)
    return (word.group(), word.start(), False) if word else ("", position, False)


def _behind_compound(words: str, start: int, body: int, end: int) -> int:
    """Return where a head ends, with the compound noun that begins inside it if there is one."""
    for word in WORD.finditer(words, start, body):
        found = _scanner().match(words, word.start(), end)
        if found and found["compound"]:
            return max(body, found.end())
    return body


def _stop_after(words: str, position: int, end: int) -> tuple[str, int, bool]:
    """Return the stop or separator behind a bracket, which ends the name before it."""
    start = skip_blanks(words, position, end)
    following = _scanner().match(words, start, end)
    if following is None:
        return "", start, False
    if following["comma"] or following["and"]:
        return "", following.end(), True
    return ("" if following["compound"] else following.group()), start, False
