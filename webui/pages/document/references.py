"""The reference to a document, from the head of its page, and its files for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import json, make_response

from webui.citing import STYLES, Reference, bibtex, csl, ris
from webui.facts.documents import read_document
from webui.labels import term_label
from webui.pages.document.frame import read_frame
from webui.problems import Problem
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from flask import Response

    from webui.pages.document.frame import Frame

_VIETNAMESE = "vi"


def reference_of(frame: Frame) -> Reference:
    """Return what is cited: in Vietnamese, the language of the document, for all visitors."""
    document, name = frame.document, frame.name
    issuer = frame.names.get(name.issuer)
    return Reference(
        key=addresses().path(document.iri) or document.iri,
        name=name.say(_VIETNAMESE),
        number=name.labels[""],
        kind=term_label(name.type, _VIETNAMESE) if name.type else "",
        title=document.title,
        authority=issuer.say(_VIETNAMESE) if issuer else "",
        day=name.date,
        address=document.iri,
    )


def download(path: str) -> Response:
    """Answer with the reference to a document in the format that the ending names."""
    stem, _, ending = path.rpartition(".")
    reader = current_site().reader
    document = read_document(reader, addresses().iri(stem)) if ending in STYLES else None
    if document is None:
        raise Problem(404, "not-in-collection")
    reference = reference_of(read_frame(reader, side_index(), document, "data"))
    response = make_response(_written(reference, ending))
    response.headers["Content-Type"] = f"{STYLES[ending]}; charset=utf-8"
    name = stem.removeprefix("vn/").replace("/", "-")
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-{name}.{ending}"'
    return response


def _written(reference: Reference, ending: str) -> str:
    if ending == "bib":
        return bibtex(reference)
    if ending == "ris":
        return ris(reference)
    return json.dumps([csl(reference)], ensure_ascii=False, indent=1)
