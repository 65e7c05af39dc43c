"""What a list of documents can be narrowed to, with how many documents each choice leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from queries.passages import matched
from queries.search import Filters, filter_values, found_by, matching

if TYPE_CHECKING:
    from queries.index.reader import SideIndex, Value

_MANY: Final = 200
_RANK: Final = "(SELECT rank FROM names WHERE iri = d.issuer AND rank IS NOT NULL LIMIT 1)"
_COLUMNS: Final = {
    "type": "d.type",
    "issuer": "d.issuer",
    "place": "d.place",
    "year": "substr(d.date, 1, 4)",
    "level": _RANK,
    "force": "d.force_status",
    "presence": "d.presence",
}
"""The choices, each with what tells it of a document."""

NAMES: Final = tuple(_COLUMNS)
_FREED: Final = {"year": ("since", "until")}
_COUNT: Final = """
SELECT {column}, COUNT(*) FROM {found} AND {column} IS NOT NULL
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {many}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet with the documents that it leaves."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What can be chosen in one respect.

    Args:
        name: one of `NAMES`; levels are ranks, 1 centre to 6 commune.
        choices: the most frequent first.
    """

    name: str
    choices: tuple[Choice, ...]


def count_facets(
    index: SideIndex, words: str, filters: Filters, *, in_text: bool = False
) -> tuple[Facet, ...]:
    """Return the facets of what a search finds, in the order of `NAMES`.

    Each is counted under all filters but its own, so that another value can be chosen.

    Args:
        index: side index of a generation.
        words: what was typed; without words all documents are counted.
        filters: what the list is narrowed to.
        in_text: whether the words are looked for in the texts instead of numbers and titles.
    """
    return tuple(
        Facet(name=name, choices=_choices(index, name, words, filters, in_text=in_text))
        for name in NAMES
    )


def _choices(
    index: SideIndex, name: str, words: str, filters: Filters, *, in_text: bool
) -> tuple[Choice, ...]:
    freed = replace(filters, **dict.fromkeys(_FREED.get(name, (name,)), ""))
    match = matching(words)
    values: dict[str, Value] = {**filter_values(freed), "words": match}
    in_text = in_text and index.has_passages
    if in_text:
        values["found"] = matched(index, match).ids
    found = found_by(bool(match), in_text=in_text)
    sql = _COUNT.format(column=_COLUMNS[name], found=found, many=_MANY)
    rows = index.rows(sql, values)
    return tuple(Choice(value=str(value), count=int(count or 0)) for value, count in rows)
