"""How to cite a document: a reference for people, CSL-JSON, BibTeX and RIS for their programs.

Source: CSL 1.0.2 (type "legislation"); biblatex 3.19, entry type @legislation; RIS of Research
Information Systems, type STAT.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

BIBTEX: Final = "application/x-bibtex"
RIS: Final = "application/x-research-info-systems"
CSL: Final = "application/vnd.citationstyles.csl+json"

STYLES: Final = {"json": CSL, "bib": BIBTEX, "ris": RIS}
"""Endings of files of references with their media types."""

_SPECIAL: Final = re.compile(r"[\\{}$&#%_^~]")
_BROKEN: Final = re.compile(r"\s+")
_NOT_KEY: Final = re.compile(r"[^A-Za-z0-9]+")
_ESCAPES: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is cited.

    Args:
        key: path of the document, for programs.
        name: type and number ("Chỉ thị 09/CT-UBND").
        number: as printed.
        kind: type of document in words.
        title: its subject; empty where unknown.
        authority: name of who issued it; empty where unknown.
        day: of issue, None where unknown.
        address: the IRI.
    """

    key: str
    name: str
    number: str
    kind: str
    title: str
    authority: str
    day: date | None
    address: str


def csl(reference: Reference) -> dict[str, object]:
    """Return a reference as an item of CSL-JSON, without fields that are not known."""
    day = reference.day
    fields: dict[str, object] = {
        "id": reference.key,
        "type": "legislation",
        "title": _line(reference.title or reference.name),
        "number": _line(reference.number),
        "genre": reference.kind,
        "authority": _line(reference.authority),
        "jurisdiction": "vn",
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else "",
        "URL": reference.address,
        "language": "vi",
    }
    return {name: value for name, value in fields.items() if value}


def bibtex(reference: Reference) -> str:
    """Return a reference as an entry of BibTeX; what is special in TeX is escaped."""
    fields = {
        "title": f"{{{_tex(reference.title or reference.name)}}}",
        "author": f"{{{_tex(reference.authority)}}}" if reference.authority else "",
        "number": _tex(reference.number),
        "type": _tex(reference.kind),
        "date": reference.day.isoformat() if reference.day else "",
        "year": str(reference.day.year) if reference.day else "",
        "langid": "vietnamese",
        "url": reference.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = _NOT_KEY.sub("-", reference.key).strip("-")
    return "\n".join([f"@legislation{{{key},", *lines, "}", ""])


def ris(reference: Reference) -> str:
    """Return a reference as a record of RIS."""
    day = reference.day
    fields = (
        ("TY", "STAT"),
        ("TI", reference.title or reference.name),
        ("AU", reference.authority),
        ("SN", reference.number),
        ("M3", reference.kind),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("PY", str(day.year) if day else ""),
        ("LA", "vi"),
        ("UR", reference.address),
        ("ID", reference.key),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _line(words: str) -> str:
    """Return words on one line."""
    return _BROKEN.sub(" ", words).strip()


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda sign: _ESCAPES.get(sign[0], f"\\{sign[0]}"), _line(words))
