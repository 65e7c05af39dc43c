"""Thousands of mutated queries against the running site: none ends it, none makes it grow.

python bench/fuzzing.py --store FOLDER --queries 10000
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS: Final = (
    "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10",
    "PREFIX ldo: <https://w3id.org/luocdo/ns#> SELECT ?d { ?d ldo:basedOn+ ?x } ORDER BY ?d",
    "ASK { ?s a <https://w3id.org/luocdo/ns#Directive> FILTER(STRLEN(STR(?s)) > 3) }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?z } } LIMIT 20",
    "DESCRIBE ?s { ?s <https://w3id.org/luocdo/ns#presence> ?p } LIMIT 1",
    "SELECT (COUNT(*) AS ?n) ?p { ?s ?p ?o } GROUP BY ?p HAVING(COUNT(*) > 2)",
    "SELECT * { VALUES (?a ?b) { (1 'x'@vi) (UNDEF \"y\"^^<urn:t>) } BIND(CONCAT(?b, 'z') AS ?c) }",
    "SELECT * FROM <urn:g> FROM NAMED <urn:h> { GRAPH ?g { ?s (<urn:p>/^<urn:q>)*|!<urn:r> ?o } }",
    "SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 3 } UNION { ?s a ?t } MINUS { ?s a <urn:x> } }",
    "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '^(a+)+$') || EXISTS { ?o ?q [] }) } OFFSET 2",
)
WORDS: Final = (
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    '"',
    "'",
    "'''",
    "\\",
    "\\u0041",
    "?x",
    "$y",
    "_:b",
    ".",
    ";",
    ",",
    "|",
    "/",
    "^",
    "*",
    "+",
    "!",
    "@vi",
    "^^",
    "SELECT",
    "FILTER",
    "SERVICE <urn:x>",
    "GRAPH ?g",
    "OPTIONAL",
    "UNION",
    "1e999999",
    "99999999999999999999",
    "-0",
    "\x00",
    "\ufffe",
    "😀",
    "ệ",
    "#",
    "\n",
    "UNDEF",
    "COUNT(*)",
    "BNODE()",
    "NOW()",
    "<<( ?s ?p ?o )>>",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a fuzz did.

    Args:
        statuses: how often each status came.
        seconds: how long it took.
        memory: kilobytes of all processes, after a hundred queries and at the end.
        workers: processes at the start and at the end.
    """

    statuses: Counter[int]
    seconds: float
    memory: tuple[int, int]
    workers: tuple[int, int]


def mutated(chance: random.Random) -> str:
    """Return a query that was cut, doubled, joined with another or strewn with words."""
    text = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        text = chance.choice(
            (
                text[:at] + text[to:],
                text[:at] + chance.choice(WORDS) + text[at:],
                text[:to] + text[at:to] * chance.randint(1, 40) + text[to:],
                text[:at] + chance.choice(SEEDS)[at:],
                text[:at] + chance.choice(WORDS) * chance.randint(1, 300) + text[to:],
            )
        )[:20_000]
    return text


def fuzz(address: str, process: int, count: int, seed: int = 1) -> Outcome:
    """Send mutated queries one after another and return what happened.

    Raises:
        AssertionError: an answer is a defect, or the site no longer answers.
    """
    chance, statuses = random.Random(seed), Counter[int]()
    started, early, workers = time.monotonic(), 0, len(list(_family(process)))
    place = urlsplit(address).netloc
    for number in range(count):
        query = mutated(chance)
        status = _ask(place, query)
        statuses[status] += 1
        if status == http.client.INTERNAL_SERVER_ERROR:
            raise AssertionError(json.dumps(query))
        if number == min(100, count // 2):
            early = _memory(process)
    if _ask(place, "ASK {}") != http.client.OK:
        raise AssertionError("the site no longer answers")
    return Outcome(
        statuses=statuses,
        seconds=time.monotonic() - started,
        memory=(early, _memory(process)),
        workers=(workers, len(list(_family(process)))),
    )


def _ask(place: str, query: str) -> int:
    connection = http.client.HTTPConnection(place, timeout=120)
    try:
        headers = {"Content-Type": "application/sparql-query"}
        connection.request("POST", "/sparql", query.encode("utf-8", "replace"), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def _family(process: int) -> Iterator[int]:
    """Go through a process and all that it started."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from _family(int(child))


def _memory(process: int) -> int:
    """Return the memory of a process and all that it started, each page once, in kilobytes."""
    total = 0
    for one in _family(process):
        try:
            words = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        found = re.search(r"^Pss:\s+(\d+)", words, re.MULTILINE)
        total += int(found[1]) if found else 0
    return total


def main() -> int:
    """Start the site on a store, fuzz it, and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", required=True)
    parser.add_argument("--queries", type=int, default=10_000)
    given = parser.parse_args()
    code = "import sys; from luocdo.commands import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "LUOCDO_LOG": "critical", "LUOCDO_QUERY_SECONDS": "2"}
    with subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--store", given.store, "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as site:
        words = site.stdout.readline() if site.stdout else ""
        found = re.search(r"http://[\d.]+:\d+/", words)
        try:
            outcome = fuzz(found[0] if found else "", site.pid, given.queries)
        finally:
            site.terminate()
    print(f"{given.queries} mutated queries in {outcome.seconds:.0f} s")
    print("statuses", dict(sorted(outcome.statuses.items())))
    print("memory in kB after 100 and at the end", *outcome.memory)
    print("processes at the start and at the end", *outcome.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
