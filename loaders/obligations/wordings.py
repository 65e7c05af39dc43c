"""Read the tables of wordings of this step and make patterns of them.

A table is a TOML file beside this module. `[parts]` names pieces of patterns; each `[[wording]]`
has an `id`, what it `reads` (one pattern or a list of them), what it `means`, its `source`, maybe
`triggers` (literals that spare the pattern where none of them stands) or `begins` (literals behind
its first letter), and `examples` and `counter_examples` that the tests run. In a pattern `{name}`
is a part, one space stands for any run of white space, as a printed line may end between two words,
and ` ?` for none or more.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from loaders.grammar.alternatives import by_first_letter
from loaders.grammar.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.grammar.literals import Standing

NESTING = 3  # parts may use parts that use parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One entry of a table.

    Args:
        id: unique in its table.
        pattern: what it reads, ready for use.
        triggers: literals of which one stands in whatever the pattern reads; empty: anything may.
        begins: literals of which one stands behind the first letter of whatever the pattern reads;
            given these, the pattern is tried at such places only.
        means: what the words mean, a code of the module that uses the table.
        examples: texts in which the pattern must be found.
        counter_examples: texts in which it must not be found.
    """

    id: str
    pattern: re.Pattern[str]
    triggers: tuple[str, ...]
    begins: tuple[str, ...]
    means: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def may_stand(self, words: str, start: int, end: int) -> bool:
        """Tell whether a trigger stands in a stretch of words; looking for it costs little."""
        if not self.triggers:
            return True
        for trigger in self.triggers:  # noqa: SIM110 # a loop is twice as fast as any() here
            if words.find(trigger, start, end) >= 0:
                return True
        return False

    def search(self, words: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first place in a stretch of words that the pattern reads."""
        return next(self.finditer(words, start, end), None)

    def finditer(self, words: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the places in a stretch of words that the pattern reads."""
        if self.begins:
            return self._tried(words, start, end)
        if not self.may_stand(words, start, end):
            return iter(())
        return self.pattern.finditer(words, start, end)

    def _tried(self, words: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Give what the pattern reads where one of its beginnings stands, none inside another."""
        places = []
        for beginning in self.begins:
            place = words.find(beginning, start + 1, end)
            while place >= 0:
                places.append(place - 1)
                place = words.find(beginning, place + 1, end)
        places.sort()
        for place in places:
            if place >= start:
                match = self.pattern.match(words, place, end)
                if match is not None:
                    start = match.end()
                    yield match


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The wordings of one file, in the order in which they are tried, and grouped by triggers."""

    wordings: tuple[Wording, ...]
    by_id: dict[str, Wording]
    joined: re.Pattern[str]
    groups: tuple[tuple[Wording, ...], ...]
    triggers: Literals

    def standing(self, words: str, start: int, end: int) -> list[Wording]:
        """Return the entries of which a trigger stands in a stretch of words.

        Entries with the same triggers, neighbours in the table or not, are one group. All words
        are searched once, whatever stretches of them are asked for.
        """
        found: list[Wording] = []
        for group in _standing(self, words).within(start, end):
            found += self.groups[group]
        return found

    def wording(self, key: str) -> Wording:
        """Return the entry with this id; a KeyError says that the table lacks it."""
        return self.by_id[key]

    def pattern(self, key: str) -> re.Pattern[str]:
        """Return the pattern of the entry with this id."""
        return self.by_id[key].pattern


@lru_cache(maxsize=8)  # the tables of the document at hand
def _standing(table: Table, words: str) -> Standing:
    """Return where the triggers of a table stand in the words of a document."""
    return table.triggers.standing(words)


@cache
def load_table(name: str) -> Table:
    """Read `name`.toml beside this module, once.

    The joined pattern tries all entries in their order; its group named like the entry (dashes
    as underscores) tells which one read. Only tables whose entries share no group may use it.
    """
    data = tomllib.loads(
        files("loaders.obligations").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    )
    parts = {name: by_first_letter(part) for name, part in data.get("parts", {}).items()}
    sources = [(entry, _source(entry["reads"], parts)) for entry in data["wording"]]
    wordings = tuple(
        Wording(
            id=entry["id"],
            pattern=re.compile(source),
            triggers=tuple(entry.get("triggers", entry.get("begins", ()))),
            begins=tuple(entry.get("begins", ())),
            means=entry.get("means", ""),
            examples=tuple(entry.get("examples", ())),
            counter_examples=tuple(entry.get("counter_examples", ())),
        )
        for entry, source in sources
    )
    bare = (re.sub(r"\(\?P<\w+>", "(?:", source) for _, source in sources)
    joined = "|".join(
        f"(?P<{w.id.replace('-', '_')}>{source})" for w, source in zip(wordings, bare, strict=True)
    )
    by_id = {wording.id: wording for wording in wordings}
    triggers = dict.fromkeys(wording.triggers for wording in wordings)
    return Table(
        wordings=wordings,
        by_id=by_id,
        joined=re.compile(joined),
        groups=tuple(tuple(w for w in wordings if w.triggers == key) for key in triggers),
        triggers=Literals(tuple(triggers)),
    )


def _source(reads: str | list[str], parts: dict[str, str]) -> str:
    """Return the source of a pattern: parts put in, spaces widened, alternatives bracketed."""
    source = reads if isinstance(reads, str) else f"(?:{by_first_letter('|'.join(reads))})"
    for _ in range(NESTING):
        source = re.sub(r"\{([a-z_]+)\}", lambda found: f"(?:{parts[found.group(1)]})", source)
    return source.replace(" ?", r"\s*").replace(" ", r"\s+")


def word_trie(words: tuple[str, ...]) -> str:
    """Return a pattern source that matches any of the words, sharing their beginnings.

    An alternation of hundreds of phrases is tried one by one by `re`; a trie is tried letter by
    letter. The longest word wins.

    >>> word_trie(("an", "anh", "em"))
    '(?:an(?:h)?|em)'
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg] # a trie is a type of itself
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _trie_source(tree)


def _trie_source(node: dict) -> str:  # type: ignore[type-arg] # a trie is a type of itself
    """Return the pattern source of one node of a trie."""
    options = []
    for letter, below in node.items():
        if letter:
            options.append(_letter(letter) + _trie_source(below))
    if not options:
        return ""
    if len(options) == 1 and "" not in node:
        return options[0]
    return f"(?:{'|'.join(options)})" + ("?" if "" in node else "")


def _letter(letter: str) -> str:
    """Return one letter of a word as a pattern: a space is any white space."""
    return r"\s+" if letter == " " else re.escape(letter)
