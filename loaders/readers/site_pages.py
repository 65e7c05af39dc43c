"""The pages of the two national sites: what they say of a document beside its text.

What a site calls things, and what stands in its frame, is in `site_pages.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from loaders.source_text import PageFact, PageRelation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLANKS: Final = re.compile(r"\s+")
_TAIL: Final = re.compile(r"\s*(?:\(\s*\d*\s*\)?)?\s*:?\s*$")
_INLINE: Final = frozenset({"b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "-text"})
"""Elements that end no line. A link begins one unless words stand before it in its element."""
_PAGE: Final = frozenset({"html", "body", "-document"})
"""Elements that hold the whole page."""
_DEEPEST: Final = 100
"""Nesting beyond which no site puts what it says of a document."""
_SHORTEST: Final = 8
"""Letters of a line below which it names no document."""
_LABELS: Final = 400
"""Labels that a page of a site has at most; those after them are not looked at."""
_ENTRIES: Final = 2_000
"""Related documents that are taken from one page at most."""
_LISTS: Final = 2
"""Different headings that make lists of related documents."""
_LONGEST: Final = 300
"""Letters of a cell beyond which it is a text and no property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """What a page says beside the text of its document; empty where it is no page of a site."""

    facts: tuple[PageFact, ...] = ()
    relations: tuple[PageRelation, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the page said anything."""
        return bool(self.facts or self.relations)


def take_site_page(tree: LexborHTMLParser, holds_head: Callable[[str], bool]) -> SitePage:
    """Return what a site says of the document, and take that and its boxes out of the page.

    Args:
        tree: the page; tables of properties, lists and boxes are removed from it.
        holds_head: tells whether words hold the head of a document, which is never removed.
    """
    if tree.body is None:
        return SitePage()
    page = SitePage(
        facts=_take(tree.body, _fields(), holds_head, _facts),
        relations=_take(tree.body, _lists(), holds_head, _relations),
    )
    if page:
        _take_boxes(tree.body, holds_head)
    return page


def is_notice(line: str) -> bool:
    """Tell whether a line is one that a site puts into the element of the document."""
    return label_of(line) in _words("frame")


def label_of(words: str) -> str:
    """Return words as labels are compared: lower case, without a count and a colon after them."""
    plain = _BLANKS.sub(" ", unicodedata.normalize("NFC", words)).strip().casefold()
    return _TAIL.sub("", plain)


def _take(
    body: LexborNode,
    labels: Mapping[str, Any],
    holds_head: Callable[[str], bool],
    read: Callable[[list[str]], tuple[Any, ...]],
) -> tuple[Any, ...]:
    """Return what is read from the elements that hold the labels, and remove those elements."""
    taken: list[Any] = []
    for nodes in _branches(list(_labelled(body, labels)), holds_head):
        holder = _common(nodes)
        if holder is None or holds_head(holder.text()):
            continue
        found = read(list(_lines(holder)))
        if found:
            taken += found
            holder.decompose()
    return tuple(taken)


def _branches(
    nodes: list[LexborNode], holds_head: Callable[[str], bool]
) -> tuple[list[LexborNode], ...]:
    """Return some nodes by the largest element without the head of a document that holds them."""
    heads: dict[int, bool] = {}
    found: dict[int, list[LexborNode]] = {}
    for node in nodes:
        for element in _path(node)[:_DEEPEST]:
            if element.mem_id not in heads:
                heads[element.mem_id] = element.tag in _PAGE or holds_head(element.text())
            if not heads[element.mem_id]:
                found.setdefault(element.mem_id, []).append(node)
                break
    return tuple(found.values())


def _labelled(body: LexborNode, labels: Mapping[str, Any]) -> Iterator[LexborNode]:
    """Yield the pieces of text that are labels, or begin with one and a colon."""
    count = 0
    for node in body.traverse(include_text=True):
        if node.tag != "-text" or count >= _LABELS:
            continue
        words = node.text_content or ""
        if len(words) < _LONGEST and _label_in(words, labels):
            count += 1
            yield node


def _label_in(words: str, labels: Mapping[str, Any]) -> str:
    """Return the label that words are or begin with before a colon; empty where they do not."""
    for part in (words, words.partition(":")[0]):
        if label_of(part) in labels:
            return label_of(part)
    return ""


def _common(nodes: list[LexborNode]) -> LexborNode | None:
    """Return the smallest element that holds all of some nodes, with what follows the last one."""
    if len(nodes) < _LISTS:
        return None
    paths = [_path(node) for node in nodes]
    common = paths[0]
    for path in paths[1:]:
        both = zip(common, path, strict=False)
        common = [a for a, _ in takewhile(lambda two: two[0].mem_id == two[1].mem_id, both)]
    return common[-1] if common else None


def _path(node: LexborNode) -> list[LexborNode]:
    """Return the elements from the page down to a node's own."""
    path = []
    parent = node.parent
    while parent is not None:
        path.append(parent)
        parent = parent.parent
    return path[::-1]


def _lines(holder: LexborNode) -> Iterator[str]:
    """Yield the words below an element, a cell, a block, a link or a label a line."""
    words: list[str] = []
    for node in holder.traverse(include_text=True):
        piece = (node.text_content or "") if node.tag == "-text" else ""
        label = bool(piece) and label_of(piece) in _all_labels()
        if (label or _breaks(node)) and "".join(words).strip():
            yield _BLANKS.sub(" ", "".join(words)).strip()
            words.clear()
        words.append(piece)
        if label:
            yield _BLANKS.sub(" ", "".join(words)).strip()
            words.clear()
    if "".join(words).strip():
        yield _BLANKS.sub(" ", "".join(words)).strip()


def _breaks(node: LexborNode) -> bool:
    """Tell whether an element begins a line."""
    if node.tag == "a":
        before = node.prev
        return before is None or before.tag != "-text" or not (before.text_content or "").strip()
    return node.tag not in _INLINE


def _facts(lines: list[str]) -> tuple[PageFact, ...]:
    """Return the rows of a table of properties; none where too few fields are filled."""
    found: dict[str, str] = {}
    for place, line in enumerate(lines):
        label = _label_in(line, _fields())
        names = _fields().get(label, "").split()
        after = line.partition(":")[2].strip() if label_of(line) != label else ""
        following = takewhile(lambda cell: not _label_in(cell, _fields()), lines[place + 1 :])
        values = [after] if after else [cell for _, cell in zip(names, following, strict=False)]
        for name, value in zip(names, values, strict=False):
            if label_of(value) not in _table()["unknown"] and len(value) < _LONGEST:
                found.setdefault(name, value.strip(" :"))
    if len(found) < _table()["at_least"]:
        return ()
    return tuple(PageFact(field=name, value=value) for name, value in found.items() if value)


def _relations(lines: list[str]) -> tuple[PageRelation, ...]:
    """Return the entries of the lists; none where there is one heading only."""
    found: list[PageRelation] = []
    listed: dict[str, Any] | None = None
    heading = ""
    headings = set()
    for line in lines:
        label = label_of(line)
        if label in _lists() or label in _table()["partings"]:
            listed = _lists().get(label)
            headings.add(label)
            heading = label[:1].upper() + label[1:]
        elif listed is not None and len(label) >= _SHORTEST:
            found.append(
                PageRelation(
                    kind=listed["kind"],
                    towards=listed["towards"],
                    label=heading,
                    words=line,
                )
            )
    return tuple(found[:_ENTRIES]) if len(headings) >= _LISTS else ()


def _take_boxes(body: LexborNode, holds_head: Callable[[str], bool]) -> None:
    """Remove the boxes that a site puts beside or into a document."""
    for node in body.css("[class],[id]"):
        named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        words = set(re.findall(r"[A-Z]?[a-z]+", named)) | set(named.split())
        if {word.casefold() for word in words} & _words("box") and not holds_head(node.text()):
            node.decompose()


@cache
def _table() -> dict[str, Any]:
    table = files("loaders.readers").joinpath("site_pages.toml")
    return tomllib.loads(table.read_text(encoding="utf-8"))


@cache
def _fields() -> dict[str, str]:
    return {label: entry["id"] for entry in _table()["field"] for label in entry["reads"]}


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return {label: entry for entry in _table()["list"] for label in entry["reads"]}


@cache
def _all_labels() -> frozenset[str]:
    return frozenset((*_fields(), *_lists(), *_table()["partings"]))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for entry in _table()[name] for word in entry["reads"])
