"""Read rows from the JSON results format, as workers and other stores send them.

Source: SPARQL 1.1 Query Results JSON Format, section 3.
"""

from __future__ import annotations

import json
from typing import Final

from queries.errors import UnsuitableFormat
from queries.terms import Rows, Term, TermKind


def read_json(body: bytes) -> Rows:
    """Return the rows of a SELECT's answer in the JSON results format.

    Raises:
        UnsuitableFormat: the bytes are not that.
    """
    try:
        document = json.loads(body)
        columns = tuple(document["head"]["vars"])
        bindings = document["results"]["bindings"]
    except (ValueError, KeyError, TypeError) as error:
        raise UnsuitableFormat("bad-results", "The answer is not SPARQL results JSON.") from error
    return Rows(
        columns=columns,
        rows=tuple(tuple(_from_json(found.get(name)) for name in columns) for found in bindings),
    )


_KINDS: Final[dict[str, TermKind]] = {"uri": "iri", "bnode": "bnode"}


def _from_json(said: dict[str, str] | None) -> Term | None:
    if said is None:
        return None
    return Term(
        kind=_KINDS.get(said["type"], "literal"),
        value=said["value"],
        language=said.get("xml:lang", ""),
        datatype=said.get("datatype", ""),
    )
