"""Two documents side by side, with the passages that both have in one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import render_template, request

from queries.errors import BadParameter
from queries.search import resolve_document
from webui.alignment import aligned
from webui.facts.documents import read_text
from webui.facts.names import read_names
from webui.site import current_site, side_index

if TYPE_CHECKING:
    from webui.alignment import AlignedRow
    from webui.facts.names import Names

_SHOWN = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two documents, as it was asked for and as it was found.

    Args:
        words: what the visitor typed.
        document: IRI of what is meant; empty where nothing or several things are.
        candidates: IRIs of what may be meant.
        text: empty where the collection does not hold it.
    """

    words: str
    document: str = ""
    candidates: tuple[str, ...] = ()
    text: str = ""


def show() -> str:
    """Answer with two documents side by side, or with the form that asks for them."""
    sides = {name: _side(request.args.get(name, "").strip()) for name in ("a", "b")}
    left, right = sides["a"], sides["b"]
    rows = aligned(left.text, right.text) if left.text and right.text else ()
    shared = tuple(row for row in rows if row.likeness)
    everything = request.args.get("show") == "all"
    shown: tuple[AlignedRow, ...] = rows if everything else shared
    return render_template(
        "pages/compare/two.html",
        sides=sides,
        left=left,
        right=right,
        rows=shown[:_SHOWN],
        total=len(shown),
        shared=len(shared),
        everything=everything,
        names=_names(left, right),
    )


def _names(left: Side, right: Side) -> Names:
    wanted = {left.document, right.document, *left.candidates, *right.candidates} - {""}
    return read_names(current_site().reader, wanted)


def _side(words: str) -> Side:
    if not words:
        return Side(words="")
    site = current_site()
    asked = f"id/{words}" if words.startswith("vn/") else words
    try:
        document = resolve_document(side_index(), asked, base_iri=site.base_iri)
    except BadParameter as fault:
        return Side(words=words, candidates=fault.candidates)
    text = read_text(site.reader, document) or ""
    return Side(words=words, document=document, text=text)
