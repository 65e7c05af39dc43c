"""What the text says at a node: the words that a person is shown for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from queries.terms import iri, sparql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.store.reader import Asker

_MANY: Final = 400
_WORDS: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?node (MIN(?shown) AS ?words) WHERE {{
  VALUES ?node {{ {nodes} }}
  OPTIONAL {{ ?node ldo:printed ?printed }}
  OPTIONAL {{ ?node ldo:summary ?summary }}
  OPTIONAL {{ ?node ldo:dueText ?due }}
  OPTIONAL {{ ?node ldo:evidence/oa:hasSelector/oa:exact ?quote }}
  BIND(STR(COALESCE(?printed, ?summary, ?due, ?quote)) AS ?shown)
}} GROUP BY ?node
"""


def words_at(asker: Asker, nodes: Iterable[str]) -> dict[str, str]:
    """Return the words at nodes, by node: as printed, or the summary, deadline or quote.

    Args:
        asker: who answers.
        nodes: IRIs of citations, obligations and their parts; others have no words.
    """
    found: dict[str, str] = {}
    rest = iter(sorted(set(nodes)))
    while some := list(islice(rest, _MANY)):
        query = _WORDS.format(nodes=" ".join(sparql(iri(node)) for node in some))
        for node, words in asker.select(query).rows:
            if node is not None and words is not None:
                found[node.value] = words.value
    return found
