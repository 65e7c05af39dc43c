"""What a page about a thing tells programs: its other forms, and what kind of thing it is.

Source: RFC 8288 (Link), schema.org/Legislation; RFC 6596 for `rel="canonical"`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import request

from queries.errors import StoreError
from webui.negotiation import EXTENSIONS
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from flask import Response

    from queries.index.reader import DocumentRow

ENDPOINTS: Final = {"document": "", "body": "vn/", "thing": ""}
"""Pages that are about one thing, with what stands before their path in its IRI."""

_FORCES: Final = {
    "inForce": "InForce",
    "partlyInForce": "PartiallyInForce",
    "expired": "NotInForce",
    "repealed": "NotInForce",
    "suspended": "NotInForce",
    "notYetInForce": "NotInForce",
}

Words = dict[str, "str | Words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another form of what a page says: media type and address."""

    media_type: str
    address: str


def shown_thing() -> str:
    """Return the IRI of the thing that the page is about; empty for other pages."""
    path = (request.view_args or {}).get("path")
    if request.endpoint not in ENDPOINTS or path is None:
        return ""
    return addresses().iri(ENDPOINTS[request.endpoint] + path)


def alternates() -> tuple[Alternate, ...]:
    """Return the other forms of the page that is answered; none for a page of many things."""
    thing = shown_thing()
    if not thing:
        return ()
    return tuple(
        Alternate(media_type=kind, address=addresses().data(thing, ending))
        for ending, kind in EXTENSIONS.items()
        if ending != "json"
    )


def link(response: Response) -> Response:
    """Say in the header of a page what its other forms are and what it is about."""
    if response.mimetype == "text/html" and response.status_code < 300:  # noqa: PLR2004 - a page
        for other in alternates():
            words = f'<{other.address}>; rel="alternate"; type="{other.media_type}"'
            response.headers.add("Link", words)
        if thing := shown_thing():
            response.headers.add("Link", f'<{thing}>; rel="describes"')
    return response


def legislation() -> Words | None:
    """Return the document of the page in the words of schema.org, None for another page."""
    if request.endpoint != "document" or not shown_thing():
        return None
    try:
        row = side_index().document(shown_thing())
    except StoreError:
        return None
    return None if row is None else _described(row)


def _described(row: DocumentRow) -> Words:
    address = current_site().address.rstrip("/") + (addresses().page(row.iri) or "").removeprefix(
        request.script_root
    )
    force = _FORCES.get(row.force_status or "", "")
    said: dict[str, str | Words | None] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": row.iri,
        "url": address,
        "name": row.title or row.label,
        "legislationIdentifier": row.printed_number,
        "legislationType": row.type,
        "legislationDate": row.date,
        "legislationPassedBy": {"@type": "Organization", "name": row.issuer_label}
        if row.issuer_label
        else None,
        "legislationJurisdiction": "VN",
        "legislationLegalForce": f"https://schema.org/{force}" if force else None,
        "inLanguage": "vi",
    }
    return {name: value for name, value in said.items() if value}
