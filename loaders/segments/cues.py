"""The table of markers and cues, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import fill, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerStyle:
    """A way to number items.

    Args:
        id: key of the table.
        kind: kind of section that the marker opens ("chapter", "article", "item", "paragraph").
        rank: place in the usual nesting; the smaller holds the larger.
        label: how the numbering is written in a label, with `{value}`.
        path: segment of the clause path.
    """

    id: str
    kind: str
    rank: int
    label: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The compiled table.

    Args:
        styles: marker styles by id.
        body: what the start of any line may be; `lastgroup` is the id of the entry.
        head: what the start of a line of the head may be, likewise.
        order: the end of a decision formula that names who decides.
        attached: the line that ties an annex to its paper.
        dangling: the end of a line whose number stands on the next one.
        opening: first words of a body that gives no basis.
        damaged_roman: Roman numerals by what character recognition makes of them.
        letters: letters of items in their order.
        annex_label: what stands for an annex in a label.
    """

    styles: Mapping[str, MarkerStyle]
    body: re.Pattern[str]
    head: re.Pattern[str]
    order: re.Pattern[str]
    attached: re.Pattern[str]
    dangling: re.Pattern[str]
    opening: re.Pattern[str]
    damaged_roman: Mapping[str, str]
    letters: str
    annex_label: str


@cache
def cues() -> Cues:
    """Read `cues.toml` once."""
    data = table("loaders.segments", "cues.toml")
    parts: dict[str, str] = data["part"]
    parts = parts | {"type": _in_any_marks(parts["type"], data["marks"]["forms"])}
    phrases = {entry["id"]: fill(entry["reads"], parts) for entry in data["phrase"]}
    styles = {
        entry["id"]: MarkerStyle(
            id=entry["id"],
            kind=entry["kind"],
            rank=entry["rank"],
            label=entry["label"],
            path=entry["path"],
        )
        for entry in data["marker"]
    }
    return Cues(
        styles=styles,
        body=_any_of([*data["line"], *data["marker"]], parts),
        head=_any_of(data["head"], parts),
        order=re.compile(phrases["order"]),
        attached=re.compile(phrases["attached"]),
        dangling=re.compile(phrases["dangling"]),
        opening=re.compile(phrases["opening"]),
        damaged_roman=data["damaged_roman"],
        letters=data["numbering"]["letters"],
        annex_label=data["numbering"]["annex"],
    )


def _in_any_marks(words: str, forms: Iterable[str]) -> str:
    """Return an expression for words in capitals, whatever marks a scan puts on their letters.

    A blank may stand between two letters, as typists space them out, or be lost between two words.
    """
    classes = {letter: f"[{each}]" for each in forms for letter in each}
    spaced = (
        f"{classes.get(letter, letter)}[ ]?" if letter.isalpha() else letter for letter in words
    )
    return "".join("[ ]{0,2}" if letter == " " else letter for letter in spaced)


def _any_of(entries: Iterable[dict[str, str]], parts: dict[str, str]) -> re.Pattern[str]:
    """Return one expression with a named group for each entry, in their order."""
    groups = (f"(?P<{entry['id']}>{fill(entry['reads'], parts)})" for entry in entries)
    return re.compile("|".join(groups), re.MULTILINE)
