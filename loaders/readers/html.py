"""Web pages: the words of the document, without the frame of the site."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.errors import UnreadableDocument
from loaders.readers.layout import table_lines
from loaders.readers.plain_text import decode
from loaders.readers.site_pages import SitePage, is_notice, take_site_page
from loaders.records import SourceFile, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.readers.limits import Limits

_NOT_WORDS: Final = (
    "script,style,noscript,template,head,nav,header,footer,aside,form,button,select,textarea,"
    "svg,math,canvas,iframe,object,embed,video,audio,map,dialog,[hidden],[role=navigation],"
    "[role=banner],[role=contentinfo],[role=search],[role=dialog],[aria-hidden=true]"
)
"""Elements of no words or of a site's frame. Source: HTML living standard; WAI-ARIA landmarks."""

_SCRIPTS: Final = "script,style,noscript,template"
"""Elements whose text is never words."""

_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        """address article blockquote body br caption center dd details div dl dt fieldset
        figcaption figure h1 h2 h3 h4 h5 h6 hr html li main ol p pre section summary table tbody
        td tfoot th thead tr ul""",
    )
)
"""Elements that begin and end a line. Source: HTML living standard, rendering, flow content."""
_SHARE: Final = 0.6
"""Share of a page's words that the element of the document holds at least."""
_SPACES: Final = re.compile(r"[ \t\r\n\x0c\xa0]+")
_DEEPEST: Final = 100
"""Nesting of elements, and of tables in tables, beyond which no page of a person goes."""
_WIDEST: Final = 40
"""Columns or rows that a cell reaches over at most."""
_NESTED_AT_MOST: Final = 5_000
"""Open elements at once beyond which parsing, whose time grows by their square, is refused."""
_TAGS: Final = re.compile(
    r"<(/?)(?:div|span|table|section|article|blockquote|center|font|dl|ul|ol|b|i|u|em|strong|a)\b",
    re.IGNORECASE,
)
"""Tags of elements that stay open until they are closed."""


def read_html(file: SourceFile, limits: Limits) -> SourceText:
    """Return the words of a page: block elements as lines, rows of tables with ` | `.

    Args:
        file: the file.
        limits: not needed beyond what every file is held to.

    Raises:
        UnreadableDocument: the bytes are no text, hold no words, or nest beyond all measure.
    """
    del limits
    markup, remarks = decode(file)
    if _nesting(markup) > _NESTED_AT_MOST:
        raise _unreadable(file)
    try:
        text, page = _text(markup)
    except Exception as error:  # the parser's errors are not documented
        raise _unreadable(file) from error
    return SourceText(
        source_sha256=file.sha256,
        text=text,
        reader="html",
        remarks=tuple(remarks),
        page_facts=page.facts,
        page_relations=page.relations,
    )


def _nesting(markup: str) -> int:
    """Return how many elements are open at once at most, by their tags alone."""
    opened = deepest = 0
    for tag in _TAGS.finditer(markup):
        opened = max(0, opened - 1) if tag.group(1) else opened + 1
        deepest = max(deepest, opened)
    return deepest


def _text(markup: str) -> tuple[str, SitePage]:
    """Return the lines of the document in a page, and what its site says beside them."""
    tree = LexborHTMLParser(markup)
    for node in tree.css(_SCRIPTS):
        node.decompose()
    page = take_site_page(tree, _holds_head)
    for node in tree.css(_NOT_WORDS):
        if node.tag not in {"html", "body"} and not (node.tag == "form" and _wraps(node)):
            node.decompose()
    if tree.body is None:
        return "", page
    lines = _lines(_document(tree.body), 0)
    return "\n".join(line for line in lines if not (page and is_notice(line))), page


def _document(body: LexborNode) -> LexborNode:
    """Return the deepest element that still holds the head of the document and most words.

    Where no head is printed, the share alone decides; a table is never entered without one.
    """
    node = body
    whole = len(node.text())
    heads = _heads()
    has_head = bool(heads.search(_folded(node)))
    for _ in range(_DEEPEST):
        inner = _main_child(node, whole)
        if inner is None or (has_head and not heads.search(_folded(inner))):
            return node
        if not has_head and inner.tag in {"table", "p"}:
            return node
        node = inner
    return node


def _main_child(node: LexborNode, whole: int) -> LexborNode | None:
    """Return the child that holds most of the words of the page, if one does."""
    for child in node.iter():
        if len(child.text()) > _SHARE * whole:
            return child
    return None


def _wraps(form: LexborNode) -> bool:
    """Tell whether a form is put round a whole page, as ASP.NET does."""
    return _holds_head(form.text())


def _holds_head(words: str) -> bool:
    """Tell whether words hold the head of a document."""
    return bool(_heads().search(_SPACES.sub(" ", words)))


def _folded(node: LexborNode) -> str:
    """Return the words of an element with single spaces."""
    return _SPACES.sub(" ", node.text())


@cache
def _heads() -> re.Pattern[str]:
    """Return the pattern of the lines that head a document (`frame.toml`)."""
    table = tomllib.loads(files("loaders.readers").joinpath("frame.toml").read_text("utf-8"))
    words = (word for entry in table["head"] for word in entry["reads"])
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def _lines(root: LexborNode, depth: int) -> list[str]:
    """Return the lines below an element that hold a word."""
    lines: list[str] = []
    words: list[str] = []

    def end_line() -> None:
        line = _SPACES.sub(" ", "".join(words)).strip()
        words.clear()
        if line:
            lines.append(line)

    for event, node in _walk(root):
        if event == "table" and depth < _DEEPEST:
            end_line()
            lines.extend(_table(node, depth + 1))
        elif event == "words":
            words.append(node.text_content or "")
        else:
            end_line()
    end_line()
    return lines


def _walk(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Yield words, the beginnings and ends of blocks, and tables below the root, unentered."""
    node, top = root.child, root.mem_id
    while node is not None:
        tag = node.tag or ""
        yield from _met(tag, node)
        inner = node.child if tag != "table" else None
        while inner is None:
            following = node.next
            if following is not None:
                inner = following
                break
            parent = node.parent
            if parent is None or parent.mem_id == top:
                return
            node = parent
            if node.tag in _BLOCKS:
                yield "block", node
        node = inner


def _met(tag: str, node: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Yield what meeting a node means."""
    if tag == "-text":
        yield "words", node
    elif tag == "table":
        yield "table", node
    elif tag in _BLOCKS:
        yield "block", node


def _table(table: LexborNode, depth: int) -> list[str]:
    """Return the lines of a table, its own rows only."""
    rows: list[list[list[str]]] = []
    taken: dict[int, int] = {}
    for row in _rows(table):
        cells: list[list[str]] = []
        for cell in row.iter():
            if cell.tag in {"td", "th"}:
                _fill(cells, taken)
                width, height = _reach(cell, "colspan"), _reach(cell, "rowspan")
                taken.update({len(cells) + place: height for place in range(width)})
                cells += [_lines(cell, depth), *([] for _ in range(width - 1))]
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        rows.append(cells)
    return table_lines(rows)


def _fill(cells: list[list[str]], taken: dict[int, int]) -> None:
    """Add an empty cell for each place that a cell of a row above reaches into."""
    while len(cells) in taken:
        cells.append([])


def _reach(cell: LexborNode, name: str) -> int:
    """Return over how many columns or rows a cell reaches; more than a page holds count as that."""
    printed = (cell.attributes.get(name) or "1").strip()
    return min(max(int(printed), 1), _WIDEST) if printed.isdecimal() else 1


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Yield the rows of a table but not those of tables inside it."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")


def _unreadable(file: SourceFile) -> UnreadableDocument:
    """Return the error for a page that cannot be parsed."""
    return UnreadableDocument(
        "damaged-document",
        f"{file.name} is not a web page that can be read.",
        "Save the page again, or hand in its text.",
    )
