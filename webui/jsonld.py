"""JSON-LD that a person can read: short names by the context of the vocabulary.

Source: JSON-LD 1.1, sections 4.1 (context), 4.2.3 (type coercion), 4.2.4 (language maps).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    Json = str | int | bool | list["Json"] | dict[str, "Json"]

_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_LINE: Final = re.compile(r"(<[^>]*>|_:\S+) <([^>]*)> (.+?) \.")
_LITERAL: Final = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """A short name of the context.

    Args:
        iri: what it stands for.
        kind: what its values are taken for: "@id", "@vocab", a datatype, or empty.
        language: of its plain strings; empty for none.
        container: "@language", or empty; a list is written by its long name.
    """

    iri: str
    kind: str
    language: str
    container: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """The short names, and those of them by what they stand for."""

    words: Mapping[str, Json]
    prefixes: Mapping[str, str]
    terms: Mapping[str, _Term]
    names: Mapping[str, str]


@cache
def _context() -> _Context:
    text = files("ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    words: dict[str, Json] = json.loads(text)["@context"]
    prefixes = {n: v for n, v in words.items() if isinstance(v, str) and v.endswith(("#", "/"))}
    terms = {}
    for name, said in words.items():
        entry = said if isinstance(said, dict) else {"@id": said}
        if str(entry.get("@id", "@")).startswith("@") or name in prefixes:
            continue
        held = str(entry.get("@container", ""))
        if "@list" in held:
            continue
        terms[name] = _Term(
            iri=_whole(str(entry["@id"]), prefixes),
            kind=_whole(str(entry.get("@type", "")), prefixes),
            language=str(entry.get("@language", "")),
            container="@language" if held else "",
        )
    names = {term.iri: name for name, term in reversed(terms.items())}
    return _Context(words=words, prefixes=prefixes, terms=terms, names=names)


def _whole(word: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = word.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else word


def context_bytes() -> bytes:
    """Return the whole context as a document."""
    return json.dumps({"@context": _context().words}, ensure_ascii=False, indent=1).encode()


def readable(n_triples: bytes) -> bytes:
    """Return a graph as JSON-LD with short names and only what they need of the context.

    Args:
        n_triples: the graph, one triple a line as N-Triples writes them.
    """
    context, used = _context(), set[str]()
    nodes: dict[str, dict[str, list[str]]] = {}
    for line in n_triples.decode("utf-8").split("\n"):
        if found := _LINE.fullmatch(line):
            nodes.setdefault(found[1], {}).setdefault(found[2], []).append(found[3])
    graph = [_node(name, said, context, used) for name, said in nodes.items()]
    kept: dict[str, Json] = {
        name: words
        for name, words in context.words.items()
        if name in used or name in {"@version", "id", "type"} or name in context.prefixes
    }
    document = {"@context": kept, "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _node(
    name: str, said: Mapping[str, list[str]], context: _Context, used: set[str]
) -> dict[str, Json]:
    node: dict[str, Json] = {"id": _plain(name)}
    for predicate, values in said.items():
        if predicate == _RDF_TYPE and all(value.startswith("<") for value in values):
            node["type"] = [_name(_plain(value), context, used) for value in values]
            continue
        key = context.names.get(predicate, "")
        term = context.terms.get(key)
        if term is None:
            key, term = (
                _short(predicate, context),
                _Term(iri="", kind="", language="", container=""),
            )
        used.add(key)
        node[key] = _values(values, term, context, used)
    return node


def _values(values: list[str], term: _Term, context: _Context, used: set[str]) -> Json:
    if term.container:
        return _by_language(values)
    written = [_value(value, term, context, used) for value in values]
    return written[0] if len(written) == 1 else written


def _by_language(values: list[str]) -> Json:
    found: dict[str, list[Json]] = {}
    for value in values:
        words, language, _ = _literal(value)
        found.setdefault(language or "@none", []).append(words)
    return {tag: held[0] if len(held) == 1 else held for tag, held in found.items()}


def _value(value: str, term: _Term, context: _Context, used: set[str]) -> Json:
    if not value.startswith('"'):
        iri = _plain(value)
        if term.kind == "@vocab":
            return _name(iri, context, used)
        return iri if term.kind == "@id" else {"id": iri}
    words, language, datatype = _literal(value)
    if language:
        return words if language == term.language else {"@value": words, "@language": language}
    if datatype:
        return _typed(words, datatype, term)
    return {"@value": words} if term.language or term.kind else words


def _typed(words: str, datatype: str, term: _Term) -> Json:
    if datatype == term.kind:
        return words
    if not term.kind and datatype == f"{_XSD}integer" and _WHOLE.fullmatch(words):
        return int(words)
    if not term.kind and datatype == f"{_XSD}boolean" and words in {"true", "false"}:
        return words == "true"
    return {"@value": words, "@type": datatype}


def _name(iri: str, context: _Context, used: set[str]) -> str:
    """Return the short name of a class or individual, or its IRI."""
    name = context.names.get(iri)
    if name is None:
        return iri
    used.add(name)
    return name


def _short(iri: str, context: _Context) -> str:
    """Return a property by its prefix, or its IRI."""
    fits = [(name, start) for name, start in context.prefixes.items() if iri.startswith(start)]
    if not fits:
        return iri
    name, start = max(fits, key=lambda pair: len(pair[1]))
    return f"{name}:{iri.removeprefix(start)}"


def _plain(node: str) -> str:
    return node[1:-1] if node.startswith("<") else node


def _literal(value: str) -> tuple[str, str, str]:
    """Return the words, the language and the datatype of a literal; an IRI is its own words."""
    found = _LITERAL.fullmatch(value)
    if found is None:
        return _plain(value), "", ""
    return _ESCAPE.sub(_sign, found[1]), found[2] or "", found[3] or ""


def _sign(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _SIGNS.get(escape[3], escape[3])
