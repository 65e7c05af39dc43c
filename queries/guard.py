"""What a free query may be, decided by its words and without a parser.

A query is cut into tokens by one pass of a regular expression; strings, IRIs and comments are
skipped whole, so words inside them do not count. Depth and length are bounded here, which is
why deep nesting never reaches a recursive parser in the serving process. Line and column of
syntax errors come from the worker, which parses.

Source: SPARQL 1.1 Query Language, section 19.8 (grammar) and SPARQL 1.1 Update, section 3.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urljoin

from queries.errors import QueryRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
_FORMS: Final[dict[str, Form]] = {
    "SELECT": "SELECT",
    "ASK": "ASK",
    "CONSTRUCT": "CONSTRUCT",
    "DESCRIBE": "DESCRIBE",
}
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_CODE_POINT: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_TOKEN: Final = re.compile(
    r"""
    (?P<skip>[\s]+|\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
             |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$][\w\u00b7]+)
  | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:.\-%]|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<number>[0-9][0-9.eE]*)
  | (?P<open>[({\[])
  | (?P<close>[)}\]])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a query may be at most.

    Args:
        length: characters.
        depth: brackets open at once.
        chain: operators, alternatives and calls one after another without a bracket between.
    """

    length: int = 1_000_000
    depth: int = 100
    chain: int = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A query that may be run.

    Args:
        text: the query.
        form: what it is.
        default, named: graphs of its FROM and FROM NAMED clauses; None where it has neither.
    """

    text: str
    form: Form
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str


def check(query: str, bounds: Bounds | None = None) -> Checked:
    """Return a query that may be run.

    Args:
        query: as a visitor sent it.
        bounds: what it may be at most; the defaults where None.

    Raises:
        QueryRefused: it is an update, calls another service, is none of the four forms, nests
            too deep, is too long, or names a graph by a relative IRI.
    """
    limits = bounds or Bounds()
    if len(query) > limits.length:
        raise QueryRefused("query-too-long", f"The query has more than {limits.length} characters.")
    if _CODE_POINT.search(query):
        plain = tuple(_tokens(_CODE_POINT.sub(_character, query)))
        _bound(plain, limits)
        _checked(query, plain)
    tokens = tuple(_tokens(query))
    _bound(tokens, limits)
    return _checked(query, tokens)


def _tokens(query: str) -> Iterator[_Token]:
    """Go through what counts; blanks and comments do not."""
    for found in _TOKEN.finditer(query):
        if found.lastgroup != "skip":
            yield _Token(kind=found.lastgroup or "other", text=found.group())


def _character(escape: re.Match[str]) -> str:
    """Return what a code point escape stands for; a word may be hidden in it.

    SPARQL 1.1, section 19.2: escapes are replaced before the grammar is applied.
    """
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= sys.maxunicode else " "


def _bound(tokens: tuple[_Token, ...], limits: Bounds) -> None:
    """Refuse what a recursive parser would choke on."""
    depth, chain = 0, 0
    for token in tokens:
        if token.kind == "open":
            depth, chain = depth + 1, 0
        elif token.kind == "close":
            depth, chain = depth - 1, 0
        else:
            chain += token.kind == "other" and token.text not in ".;,"
        if depth > limits.depth or chain > limits.chain:
            raise QueryRefused(
                "query-too-deep",
                f"The query nests deeper than {limits.depth} brackets or chains more than "
                f"{limits.chain} operators.",
                "Write it flatter, or with VALUES.",
            )


def _checked(query: str, tokens: tuple[_Token, ...]) -> Checked:
    """Go through prologue, form and dataset clauses, and look for what is not allowed."""
    start = _after_prologue(tokens)
    form = _form(tokens[start].text if start < len(tokens) else "")
    words = {token.text.upper() for token in tokens if token.kind == "word"}
    if "SERVICE" in words:
        raise QueryRefused(
            "service-refused",
            "SERVICE would send the query to another machine; it is not allowed here.",
            "Ask this data alone, and join the answers yourself.",
        )
    default, named = _dataset(tokens, start)
    return Checked(text=query, form=form, default=default, named=named)


def _after_prologue(tokens: tuple[_Token, ...]) -> int:
    """Return where the words after PREFIX and BASE begin."""
    at = 0
    while at < len(tokens) and tokens[at].kind == "word":
        word = tokens[at].text.upper()
        if word == "PREFIX":
            at += 3
        elif word == "BASE":
            at += 2
        else:
            break
    return at


def _form(word: str) -> Form:
    form = _FORMS.get(word.upper())
    if form is not None:
        return form
    if word.upper() in _UPDATES:
        raise QueryRefused("update-refused", "This service only answers; updates are not allowed.")
    raise QueryRefused(
        "query-refused",
        f"A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {word[:40]!r}.",
    )


def _dataset(
    tokens: tuple[_Token, ...], start: int
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Return the graphs of FROM and FROM NAMED; both None where there is neither."""
    default: list[str] = []
    named: list[str] = []
    for at in range(start, len(tokens) - 1):
        if tokens[at].kind != "word" or tokens[at].text.upper() != "FROM":
            continue
        after = tokens[at + 1]
        is_named = after.kind == "word" and after.text.upper() == "NAMED"
        if is_named and at + 2 < len(tokens):
            named.append(_graph(tokens[at + 2], tokens[:start]))
        elif not is_named:
            default.append(_graph(after, tokens[:start]))
    return (tuple(default), tuple(named)) if default or named else (None, None)


def _graph(token: _Token, prologue: tuple[_Token, ...]) -> str:
    """Return the IRI of a graph that a dataset clause names.

    Raises:
        QueryRefused: it is relative without a base, or its prefix is not declared.
    """
    base, prefixes = _declared(prologue)
    prefix, _, local = token.text.partition(":")
    iri = urljoin(base, token.text[1:-1]) if token.kind == "iri" else ""
    if token.kind == "name" and prefix in prefixes:
        iri = prefixes[prefix] + local
    if not _ABSOLUTE.match(iri):
        raise QueryRefused("bad-graph", f"{token.text[:80]} does not name a graph.")
    return iri


def _declared(prologue: tuple[_Token, ...]) -> tuple[str, dict[str, str]]:
    """Return the base and the prefixes of a prologue."""
    base, prefixes = "", dict[str, str]()
    for at, token in enumerate(prologue):
        word = token.text.upper() if token.kind == "word" else ""
        if word == "BASE" and at + 1 < len(prologue):
            base = prologue[at + 1].text[1:-1]
        elif word == "PREFIX" and at + 2 < len(prologue):
            prefixes[prologue[at + 1].text[:-1]] = urljoin(base, prologue[at + 2].text[1:-1])
    return base, prefixes
