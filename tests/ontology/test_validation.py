"""Reports: what they hold, and that both ways of checking agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from ontology.errors import ShapeError
from ontology.shape_rules import rules
from ontology.validation import (
    Ask,
    Finding,
    Quote,
    Row,
    pointed_at,
    quote_findings,
    quotes_of,
    report_of,
    validate,
    validate_by_query,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "ontology" / "shapes" / "examples").glob("*.ttl"))
DOCUMENT = "https://w3id.org/luocdo/id/vn/ct/ubnd-song-may/2024/7"


@pytest.fixture(scope="module")
def worked_example() -> Graph:
    """Return the worked example of the contract."""
    return Graph().parse(HERE / "worked_example.ttl")


@pytest.fixture(scope="module")
def worked_text() -> str:
    """Return the text of the worked example."""
    return (HERE / "worked_example.txt").read_text("utf-8")


def ask_of(graph: Graph) -> Ask:
    """Return a way to query a copy of the graph in another engine than rdflib's."""
    store = pyoxigraph.Store()
    lines = graph.serialize(format="nt").encode()
    store.bulk_load(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)

    def ask(query: str) -> Iterator[Row]:
        for row in store.query(query):  # type: ignore[union-attr]  # a SELECT gives rows
            this, path, value = (None if term is None else term.value for term in row)
            yield this, path, value

    return ask


def test_worked_example_conforms(worked_example: Graph) -> None:
    """The contract's own example raises no violation, only what it is meant to show."""
    report = validate(worked_example)
    assert report.conforms
    assert {(each.code, each.severity) for each in report.findings} == {
        ("C3", "warning"),  # a resolution that may be one of two
        ("D6", "warning"),  # the example leaves the signature out,
        ("E8", "warning"),  # and the words of number, date and title,
        ("E9", "warning"),  # and those of assignments, deadlines and targets
        ("C5", "info"),  # a directive known from its citation alone
        ("K1", "info"),  # a conclusion of which the register gives the number alone
        ("O10", "info"),  # a report every six months, from no day
    }


def test_finding_tells_where_and_what(worked_example: Graph) -> None:
    """A finding names node, property, value, document, and speaks both languages."""
    finding = next(each for each in validate(worked_example).findings if each.code == "C3")
    assert finding.focus == f"{DOCUMENT}/cit/289-317"
    assert finding.document == DOCUMENT
    assert finding.path.endswith("#status")
    assert finding.value.endswith("#ambiguous")
    assert finding.message_vi
    assert finding.message_en


def test_validation_changes_nothing(worked_example: Graph) -> None:
    """Checking reads; the graph stays as it was."""
    before = set(worked_example)
    validate(worked_example)
    assert set(worked_example) == before


def test_both_ways_agree_on_the_worked_example(worked_example: Graph) -> None:
    """One query a rule finds what SHACL finds node by node."""
    assert validate_by_query(ask_of(worked_example)) == validate(worked_example)


def test_both_ways_agree_on_all_examples() -> None:
    """All examples merged, full of faults: the two reports are equal in every field."""
    merged = Graph()
    for file in EXAMPLES:
        text = file.read_text("utf-8").replace("/vn/example/", f"/vn/{file.stem}/")
        merged.parse(data=text, format="turtle")
    report = validate(merged)
    assert len({each.code for each in report.findings}) > 30
    assert validate_by_query(ask_of(merged)) == report


def test_rules_may_be_chosen(worked_example: Graph) -> None:
    """A page may ask for one rule alone."""
    only = [rule for rule in rules() if rule.code == "C5"]
    report = validate_by_query(ask_of(worked_example), only)
    assert {each.code for each in report.findings} == {"C5"}


def test_own_shapes_may_be_given() -> None:
    """Shapes other than the built-in ones are checked alone."""
    shapes = Graph().parse(
        data="""
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix ex: <http://example.org/> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        ex:S a sh:PropertyShape ; dcterms:identifier "X1" ; sh:targetClass ex:T ; sh:path ex:p ;
            sh:minCount 1 ; sh:severity sh:Warning ; sh:message "thiếu p"@vi , "p is missing"@en .
        """,
        format="turtle",
    )
    data = Graph().parse(data="@prefix ex: <http://example.org/> . ex:a a ex:T .", format="turtle")
    report = validate(data, shapes)
    assert [(each.code, each.focus) for each in report.findings] == [("X1", "http://example.org/a")]
    assert report.conforms


def test_shape_without_message_is_refused() -> None:
    """A shape that tells a reader nothing is a fault of its author, said at once."""
    shapes = Graph().parse(
        data="""
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        <http://example.org/S> a sh:NodeShape ; dcterms:identifier "X1" ; sh:message "only"@en .
        """,
        format="turtle",
    )
    with pytest.raises(ShapeError) as caught:
        validate(Graph(), shapes)
    assert caught.value.code == "shape-without-message"


def test_quotes_stand_in_the_text(worked_example: Graph, worked_text: str) -> None:
    """Every quote of the example is found where its evidence says."""
    quotes = quotes_of(worked_example)
    assert len(quotes) == 6
    assert quote_findings(worked_text, quotes) == ()


def test_shifted_text_is_noticed(worked_example: Graph, worked_text: str) -> None:
    """One character more at the front, and every quote fails with rule E2."""
    findings = quote_findings("x" + worked_text, quotes_of(worked_example))
    assert [each.code for each in findings] == ["E2"] * 6
    assert not report_of(findings).conforms


@given(st.text(max_size=30), st.integers(-3, 33), st.integers(-3, 33))
def test_quote_is_right_only_as_a_slice(text: str, start: int, end: int) -> None:
    """A quote passes exactly if its span lies within the text and is not empty."""
    quote = Quote(evidence="e", start=start, end=end, exact=text[start:end])
    assert bool(quote_findings(text, [quote])) == (not 0 <= start < end <= len(text))


def test_report_is_ordered_and_free_of_repeats() -> None:
    """Violations come first, and a finding that two ways found stands once."""

    def finding(code: str, severity: str) -> Finding:
        return Finding(
            focus="f", path="p", code=code, severity=severity,  # type: ignore[arg-type]  # test data
            message_vi="v", message_en="e", value="", document="",
        )  # fmt: skip

    info, fault = finding("A1", "info"), finding("Z9", "violation")
    report = report_of([info, fault, info])
    assert report.findings == (fault, info)
    assert not report.conforms


def test_what_a_graph_points_at() -> None:
    """Bodies and documents that are named but not described are what a check needs beside it."""
    data = Graph().parse(
        data="""
        @prefix ex: <http://example.org/> .
        ex:a ex:cites ex:b ; ex:by ex:body ; ex:title "a" .
        ex:b ex:cites ex:a .
        """,
        format="turtle",
    )
    assert pointed_at(data) == {"http://example.org/body"}
