"""From the IRI of a thing to the address of its page, and back.

The document `{base}id/vn/ct/ttg/2019/12` is shown at `/doc/vn/ct/ttg/2019/12`; what is said
inside it (citations, obligations, evidence) at a place of that page; bodies at `/body/...`;
everything else of ours at `/thing/...`. Machine-readable forms stand at `/data/....ttl` and kin.

Source: contract of the graph, section 5, for the shapes of the paths.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

_INSIDE: Final = re.compile(
    r"(?P<document>.+?)/(?P<kind>cit|obl|ev)/(?P<span>\d+-\d+)(?P<rest>(?:/[^#]+)?)(?:#.*)?"
)
_BODY: Final = re.compile(r"vn/(?P<body>(?:agency|post|group)/.+)")
_THING: Final = re.compile(r"vn/(?:place|term|event|alias)/.+|review/.+|reviewer/.+")
_PART: Final = re.compile(
    r"(?P<document>.+?)/(?:run|text/[0-9a-f]+|(?:dieu|muc|chuong|phan|khoan|diem|doan)/.+)(?:#.*)?"
)
_AGAIN: Final = re.compile(r"/(?P<number>\d+)(?:/|$)")
_ANCHORS: Final = {"cit": "cit", "obl": "obl", "ev": "w"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Makes addresses of pages.

    Args:
        base_iri: the setting of that name, with its final slash.
        root: path under which the site stands, without final slash; empty at the top.
    """

    base_iri: str
    root: str = ""

    def iri(self, path: str) -> str:
        """Return the IRI of a thing by what follows `id/` in it."""
        return f"{self.base_iri}id/{path}"

    def path(self, iri: str) -> str | None:
        """Return what follows `id/` in one of our IRIs, None for a foreign one."""
        start = f"{self.base_iri}id/"
        return iri.removeprefix(start) if iri.startswith(start) else None

    def graph(self, path: str) -> str:
        """Return the name of the effective graph of a document (contract, section 1)."""
        return f"{self.base_iri}graph/doc/{path}"

    def page(self, iri: str) -> str | None:
        """Return the address of the page that shows a thing, None for what is not ours."""
        path = self.path(iri)
        return None if path is None else self.root + page_of(path)

    def lineage(self, iri: str) -> str:
        """Return the address of the citation graph around a document."""
        return f"{self.root}/lineage/{quote(self.path(iri) or '')}"

    def coverage(self, iri: str, place: str) -> str:
        """Return the address of what carries a document out in a place."""
        slug = place.rpartition("/")[2]
        return f"{self.root}/compare?doc={quote(self.path(iri) or '')}#{quote(slug)}"

    def data(self, iri: str, extension: str) -> str:
        """Return the address of what is said of a thing, in the format of an extension."""
        return f"{self.root}/data/{quote(self.path(iri) or '')}.{extension}"

    def reference(self, iri: str, ending: str) -> str:
        """Return the address of the reference to a document, in the format of an ending."""
        return f"{self.root}/cite/{quote(self.path(iri) or '')}.{ending}"


def page_of(path: str) -> str:
    """Return the address of a page by what follows `id/` in the IRI, below the site's root.

    >>> page_of("vn/ct/ttg/2019/12/cit/3-9")
    '/doc/vn/ct/ttg/2019/12#cit-3-9'
    >>> page_of("vn/agency/cat-tien-giang")
    '/body/agency/cat-tien-giang'
    """
    if body := _BODY.fullmatch(path):
        return f"/body/{quote(body['body'])}"
    if _THING.fullmatch(path):
        return f"/thing/{quote(path)}"
    if inside := _INSIDE.fullmatch(path):
        return f"/doc/{quote(inside['document'])}#{anchor_of(path)}"
    if part := _PART.fullmatch(path):
        document = quote(part["document"])
        if part[0].removeprefix(part["document"]).startswith(("/run", "/text/")):
            return f"/doc/{document}#text"
        return f"/thing/{quote(path.partition('#')[0])}"
    return f"/doc/{quote(path)}"


def anchor_of(path: str) -> str:
    """Return the id, on its document's page, of a citation, obligation or piece of evidence.

    >>> anchor_of("vn/ct/ttg/2019/12/cit/3-9/2")
    'cit-3-9-2'
    >>> anchor_of("vn/ct/ttg/2019/12/obl/3-9/asg/1")
    'obl-3-9'
    """
    inside = _INSIDE.fullmatch(path)
    if inside is None:
        return "top"
    again = _AGAIN.match(inside["rest"])
    number = f"-{again['number']}" if again else ""
    return f"{_ANCHORS[inside['kind']]}-{inside['span']}{number}"


def document_of(path: str) -> str:
    """Return the path of the document that a thing inside it belongs to; itself for documents.

    >>> document_of("vn/ct/ttg/2019/12/obl/3-9/asg/1")
    'vn/ct/ttg/2019/12'
    """
    for form in (_INSIDE, _PART):
        if found := form.fullmatch(path):
            return found["document"]
    return path
