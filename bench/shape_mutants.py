"""Are the examples of the shapes sharp enough? Each constraint is removed once; one must notice.

python -m bench.shape_mutants

A mutant is a rule without one of its constraints: a parameter of SHACL core, or, of a query, one
FILTER, one OPTIONAL or one branch of a UNION. It survives where every example of its code is still
judged as its file says.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import Graph

from ontology.namespaces import RDF, SH
from ontology.shape_rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ontology.shape_rules import Rule

Fault = tuple[str, str, str]
Cut = tuple[int, int]

_PAIRS: Final = {"{": "}", "(": ")"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A rule without one of its constraints.

    Args:
        shape: local name of the shape.
        code: code of the rule.
        removed: the words that were taken away.
        queries: what is left of the code; those of its other shapes come first.
    """

    shape: str
    code: str
    removed: str
    queries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example graph and the faults that its file announces."""

    store: ox.Store
    faults: frozenset[Fault]


def mutants() -> Iterator[Mutant]:
    """Give every mutant of every rule."""
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        by_code[rule.code].append(rule)
    for rule in rules():
        others = tuple(q for each in by_code[rule.code] if each != rule for q in each.queries)
        for removed, left in _weakened(rule.queries):
            yield Mutant(
                shape=rule.shape.rpartition("#")[2],
                code=rule.code,
                removed=" ".join(removed.split()),
                queries=others + left,
            )


def _weakened(queries: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what is removed and the queries that are left, for each constraint of a shape."""
    for place, query in enumerate(queries):
        before, after = queries[:place], queries[place + 1 :]
        yield query, before + after
        if "$this" not in query:
            continue
        for start, end in _cuts(query):
            yield query[start:end], (*before, query[:start] + query[end:], *after)


def _cuts(query: str) -> Iterator[Cut]:
    """Give the places of the FILTERs, OPTIONALs and branches of UNIONs of a query."""
    for word in ("FILTER", "OPTIONAL"):
        for start in _words(query, word):
            yield start, _closed(query, start)
    yield from _branches(query)


def _closed(query: str, start: int) -> int:
    """Return the place after the bracket that closes the first one from a place on."""
    first = min(place for sign in _PAIRS if (place := query.find(sign, start)) >= 0)
    opening, depth = query[first], 0
    for place in range(first, len(query)):
        depth += (query[place] == opening) - (query[place] == _PAIRS[opening])
        if not depth:
            return place + 1
    raise ValueError(query)


def _branches(query: str) -> Iterator[Cut]:
    """Give the branches of the UNIONs of a query, each with the word that joins it."""
    for place in _words(query, "UNION"):
        yield place, _closed(query, place)
        yield _opened(query, place), place + len("UNION")


def _opened(query: str, end: int) -> int:
    """Return the place of the brace that opens the group before a place."""
    depth, place = 0, end
    while place == end or depth or query[place] != "{":
        place -= 1
        depth += (query[place] == "}") - (query[place] == "{")
    return place


def _words(query: str, word: str) -> Iterator[int]:
    """Give the places of a word."""
    place = query.find(word)
    while place >= 0:
        yield place
        place = query.find(word, place + 1)


@cache
def examples() -> Mapping[str, tuple[Example, ...]]:
    """Return the examples by code."""
    found: dict[str, list[Example]] = defaultdict(list)
    for file in sorted(files("ontology").joinpath("shapes/examples").iterdir(), key=str):
        code = file.name.partition("-")[0]
        found[code].append(_example(file.read_text("utf-8")))
    return {code: tuple(each) for code, each in found.items()}


def _example(text: str) -> Example:
    graph = Graph().parse(data=text, format="turtle")
    store = ox.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    faults = frozenset(
        tuple(
            str(graph.value(fault, name, default=""))
            for name in (SH.focusNode, SH.resultPath, SH.value)
        )
        for fault in graph.subjects(RDF.type, SH.ValidationResult)
    )
    return Example(store=store, faults=faults)  # type: ignore[arg-type]  # three names, three strings


def whole() -> Iterator[Mutant]:
    """Give the rules as they are, a code each, as if they were mutants: all must survive."""
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        by_code[rule.code].append(rule)
    for code, found in by_code.items():
        queries = tuple(query for rule in found for query in rule.queries)
        yield Mutant(shape=code, code=code, removed="", queries=queries)


def survives(mutant: Mutant) -> bool:
    """Tell whether every example of the code is judged by a mutant as its file says."""
    return all(
        frozenset(_found(example.store, mutant.queries)) == example.faults
        for example in examples()[mutant.code]
    )


def _found(store: ox.Store, queries: tuple[str, ...]) -> Iterator[Fault]:
    """Give focus, path and value of each fault; a query that no longer parses finds nothing."""
    for query in queries:
        try:
            rows = store.query(query)
        except SyntaxError:
            return
        for row in rows:  # type: ignore[union-attr]  # a SELECT gives rows
            focus, path, value = ("" if term is None else term.value for term in row)
            yield focus, path, "" if value == focus else value


def main() -> None:
    """Say how many mutants were noticed, and name those that were not."""
    every = tuple(mutants())
    left = [mutant for mutant in every if survives(mutant)]
    print(f"{len(every) - len(left)} of {len(every)} mutants noticed")
    for mutant in left:
        print(f"{mutant.shape}: {mutant.removed}")


if __name__ == "__main__":
    main()
