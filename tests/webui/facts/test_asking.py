"""Queries run as they stand, and values enter as terms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from queries.errors import BadParameter
from queries.terms import Term
from webui.facts.asking import Row, ask, filled, read_nodes

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from webui.ports import Reader


def row(**cells: str) -> Row:
    """Return a row of literals."""
    return Row(cells={name: Term(kind="literal", value=value) for name, value in cells.items()})


def test_every_query_runs_as_it_stands(reader: Reader, project: Path) -> None:
    """Each file is a query with an example in it, that any store would take."""
    names = [path.stem for path in (project / "webui/facts/sparql").glob("*.rq")]
    assert names
    for name in names:
        if name == "description":
            reader.construct(filled(name, {}), "text/turtle")
        else:
            ask(reader, name)


def test_values_are_terms_and_nothing_else() -> None:
    """What is no IRI is refused, so no value can become a part of the query."""
    assert "VALUES ?node { <urn:a> <urn:b> }" in filled("names", {"node": ["urn:a", "urn:b"]})
    with pytest.raises(BadParameter):
        filled("names", {"node": ["urn:a> } DROP ALL"]})


def test_cells_are_read_as_what_they_are() -> None:
    """Unbound and malformed cells give None or nothing, never an error."""
    found = row(n="3", d="2024-03-05", t="true", x="nonsense", p="https://w3id.org/luocdo/ns#lead")
    assert (found.whole("n"), found.number("n"), found.date("d")) == (3, 3.0, date(2024, 3, 5))
    assert (found.flag("t"), found.flag("none"), found.local("p")) == (True, None, "lead")
    assert (found.whole("x"), found.number("x"), found.date("x")) == (None, None, None)
    assert (found.text("none"), found.maybe("none"), found.language("none")) == ("", None, "")


def test_nodes_hold_all_values_in_one_order(reader: Reader, sample: ModuleType) -> None:
    """Each property gives its least value, and all of them sorted."""
    iri = str(sample.of(sample.DIRECTIVE))
    node = read_nodes(reader, [iri, "urn:nobody"])[iri]
    assert node.text("printedNumber") == "07/CT-UBND"
    assert list(node.all("evidence")) == sorted(node.all("evidence"))
    assert node.all("nothing") == ()
