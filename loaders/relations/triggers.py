"""The trigger words of relations, compiled from `triggers.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import fill, table
from ontology.quick_records import quick

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A wording that tells a relation.

    Args:
        id: of the table entry.
        kind: local name of the relation in the vocabulary; empty where it only hides others.
        in_title: the kind in the document's own title.
        nested: the kind between a paper and one named in its subject.
        policy: the kind where the mentioned paper is a policy.
        detailing: the kind in a document whose type says how others are carried out.
    """

    id: str
    kind: str
    in_title: str
    nested: str
    policy: str
    detailing: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A trigger as it stands in a text."""

    trigger: Trigger
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passive:
    """A wording by which a later paper acted on an earlier one; `annex_only`: on an annex.

    `far` reads it where other words stand between the earlier paper and the wording.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    annex_only: bool
    far: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """A wording by which an earlier paper acted on a later one."""

    id: str
    kind: str
    pattern: re.Pattern[str]


def find_cues(lower: str, start: int, end: int) -> tuple[Cue, ...]:
    """Return the cues of a stretch in order; wordings that only hide others are left out.

    Args:
        lower: the text in lower case.
        start: where the clause starts.
        end: where the mention starts.
    """
    return tuple(
        Cue(trigger=trigger, start=start + match.start(), end=start + match.end())
        for match in _pattern().finditer(lower[start:end])
        if (trigger := triggers()[_identifier(match)]).kind
    )


def _identifier(match: re.Match[str]) -> str:
    """Return the id of the entry that matched."""
    return (match.lastgroup or "").replace("_", "-")


@cache
def triggers() -> Mapping[str, Trigger]:
    """Return the triggers by id."""
    return {
        entry["id"]: Trigger(
            id=entry["id"],
            kind=entry.get("kind", ""),
            in_title=entry.get("in_title", entry.get("kind", "")),
            nested=entry.get("nested", entry.get("kind", "")),
            policy=entry.get("policy", entry.get("kind", "")),
            detailing=entry.get("detailing", entry.get("kind", "")),
        )
        for entry in table("loaders.relations", "triggers.toml")["trigger"]
    }


@cache
def passives() -> tuple[Passive, ...]:
    """Return the passive wordings in the order of the table."""
    return tuple(
        Passive(
            id=entry["id"],
            kind=entry["kind"],
            pattern=re.compile(entry["reads"]),
            annex_only=entry.get("annex_only", False),
            far=re.compile(entry["far"]) if "far" in entry else None,
        )
        for entry in table("loaders.relations", "triggers.toml")["passive"]
    )


@cache
def actives() -> tuple[Active, ...]:
    """Return the active wordings in the order of the table."""
    data = table("loaders.relations", "triggers.toml")
    return tuple(
        Active(
            id=entry["id"],
            kind=entry["kind"],
            pattern=re.compile(fill(entry["reads"], data["part"])),
        )
        for entry in data["active"]
    )


@cache
def any_passive() -> re.Pattern[str]:
    """Return what any of the passive wordings reads: where it does not, none does."""
    return re.compile("|".join(f"(?:{passive.pattern.pattern})" for passive in passives()))


@cache
def heads() -> re.Pattern[str]:
    """Return what the lines begin with that name a basis or who proposed, a group for each.

    The sign before the line is part of the match.
    """
    entries = table("loaders.relations", "triggers.toml")["head"]
    words = "|".join(f"(?P<{e['id'].replace('-', '_')}>{e['reads']})" for e in entries)
    return re.compile(rf"[\n;.][\s\"(-]{{0,12}}(?P<words>{words})(?=\s)")


@cache
def head_kinds() -> Mapping[str, str]:
    """Return the kind that the first words of such a line give, by their group."""
    entries = table("loaders.relations", "triggers.toml")["head"]
    return {entry["id"].replace("-", "_"): entry["kind"] for entry in entries}


@cache
def following() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return id, kind and pattern of what words after a mention say of it."""
    entries = table("loaders.relations", "triggers.toml")["after"]
    return tuple((e["id"], e["kind"], re.compile(e["reads"])) for e in entries)


@cache
def wording(name: str) -> re.Pattern[str]:
    """Return what is read around papers and cues, by the name that the table tells of it.

    Args:
        name: a key of `[wording]`: announcing, severed, asked, carrying, told, past, itself,
            issuing, issued_with, ruled_item.
    """
    return re.compile(table("loaders.relations", "triggers.toml")["wording"][name])


@cache
def types(part: str) -> frozenset[str]:
    """Return the codes of the types that play a part.

    Args:
        part: a key of `[types]`: policy, ruling, deciding, proposing, assembly, detailing.
    """
    return frozenset(table("loaders.relations", "triggers.toml")["types"][part])


@cache
def _numbers(part: str) -> re.Pattern[str]:
    """Return the numbers that tell of a part, by the key of `[numbers]`."""
    return re.compile(table("loaders.relations", "triggers.toml")["numbers"][part])


def is_policy(document_type: str | None, number: str | None) -> bool:
    """Tell whether a paper is a policy, not a rule (GUIDE, relations).

    Args:
        document_type: code of its type.
        number: its number; that of a resolution which is a rule of law shows it.
    """
    return document_type in types("policy") and not _numbers("policy").search(number or "")


def is_ruling(document_type: str, number: str) -> bool:
    """Tell whether a document rules, by its type or by the year in its number.

    Args:
        document_type: code of its type; empty where it is not known.
        number: its number; empty where it is not known.

    Source: Decree 30/2020/NĐ-CP does not hold for rules of law: Law 64/2025/QH15 numbers them.
    """
    return document_type in types("ruling") or _numbers("ruling").match(number) is not None


def is_of_assembly(document_type: str | None, number: str | None) -> bool:
    """Tell whether a paper is one of the National Assembly or its Standing Committee.

    Args:
        document_type: code of its type.
        number: its number.
    """
    return document_type in types("assembly") or bool(_numbers("assembly").search(number or ""))


@cache
def _pattern() -> re.Pattern[str]:
    """Return all triggers as one expression, each a group of its id."""
    data = table("loaders.relations", "triggers.toml")
    groups = [
        f"(?P<{entry['id'].replace('-', '_')}>{fill(entry['reads'], data['part'])})"
        for entry in data["trigger"]
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")
