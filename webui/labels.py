"""What people call the terms of the vocabulary, in both languages, from `luocdo.ttl`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rdflib import RDFS, Literal

from ontology.namespaces import LDO, PREFIXES
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMESPACES: Final = tuple((namespace, prefix) for prefix, namespace in PREFIXES.items())


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    """Return the label of each term by IRI and language."""
    return {
        (str(term), label.language): str(label)
        for term, label in vocabulary_graph().subject_objects(RDFS.label)
        if isinstance(label, Literal) and label.language
    }


@cache
def definitions() -> Mapping[tuple[str, str], str]:
    """Return the definition of each term by IRI and language."""
    return {
        (str(term), text.language): str(text)
        for term, text in vocabulary_graph().subject_objects(RDFS.comment)
        if isinstance(text, Literal) and text.language
    }


def short_name(iri: str) -> str:
    """Return an IRI as a prefixed name where one of our prefixes fits, else the IRI itself.

    >>> short_name("https://w3id.org/luocdo/ns#implements")
    'ldo:implements'
    """
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def term_label(term: str, language: str) -> str:
    """Return what people call a term.

    Args:
        term: IRI, or the local name of a term of luocdo ("implements").
        language: "vi" or "en".
    """
    found = term if ":" in term else f"{LDO}{term}"
    return _labels().get((found, language)) or short_name(found)


def local_name(iri: str) -> str:
    """Return what follows the last slash or hash of an IRI: the name of a term or value."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
