"""Heads and ends of papers in the forms in which they are handed in (`forms.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.readers import read as read_file
from loaders.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

KIND = "text/plain"
FORMS = tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))["form"]


def said(found: Metadata) -> dict[str, object]:
    """Return what a paper says of itself, in the words of the table."""
    fields = {
        "doc_type": found.type_name,
        "number": found.number,
        "issuer": found.issuing_body,
        "province": found.province,
        "title": found.title,
        "urgency": found.urgency,
        "signer": found.signer,
    }
    values: dict[str, object] = {name: read.value for name, read in fields.items() if read}
    if found.issued_on:
        values["date"] = found.issued_on.value.iso()
    for name, entries in (("addressees", found.addressees), ("recipients", found.recipients)):
        if entries:
            values[name] = [entry.value for entry in entries]
    return values


@pytest.mark.parametrize("form", FORMS, ids=[form["id"] for form in FORMS])
def test_the_form_is_read_right(form: dict[str, object], read: Callable[[str], Metadata]) -> None:
    """All that the paper states, and nothing that it does not."""
    content = str(form["text"]).encode()
    kind = str(form.get("kind", KIND))
    file = SourceFile(name=str(form["id"]), media_type=kind, content=content, sha256="0" * 64)
    expected = {name: form[name] for name in form if name not in {"id", "why", "kind", "text"}}
    assert said(read(read_file(file).text)) == expected
