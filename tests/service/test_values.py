"""Strings leave as they came in, in every format that can hold them (serving list, section 3)."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

if TYPE_CHECKING:
    from tests.service.conftest import Service

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
}
NS = "{http://www.w3.org/2005/sparql-results#}"
STRINGS = [
    unicodedata.normalize("NFD", "Nghị quyết Đảng ủy"),
    "Nghị quyết",
    "\U0001f600 \U00020bb7 \u200d",
    "  spaces at both ends  ",
    "tab\there",
    "line\nline\n",
    "carriage\rreturn\r\nboth",
    "quo\"te, comma; \\ back's",
    "<b>&amp;]]></b>",
    "\u2028\u2029\u0085\u00a0",
    "=1+1",
    "",
    "\ufeffmark",
    "a\\u0041b",
]


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=True)


def one(words: str) -> str:
    """Return a query whose one cell is those words."""
    escapes = words.replace("\\", "\\\\").replace('"', '\\"')
    for plain, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        escapes = escapes.replace(plain, escape)
    return f'SELECT ?x {{ VALUES ?x {{ "{escapes}" }} }}'


@pytest.mark.parametrize("words", STRINGS)
def test_strings_are_kept(service: Service, words: str) -> None:
    """In JSON, XML, CSV and TSV."""
    query = one(words)
    assert service.post(query, JSON).json["results"]["bindings"][0]["x"] == {
        "type": "literal",
        "value": words,
    }
    tree = ET.fromstring(service.post(query, XML).body)
    assert (tree.findtext(f".//{NS}literal") or "") == words
    table = list(csv.reader(io.StringIO(service.post(query, CSV).text, newline="")))
    assert table == [["x"], [words]] or (words == "" and table == [["x"], []])
    head, row = service.post(query, TSV).text.removesuffix("\n").split("\n")
    assert head == "?x"
    assert "\t" not in row
    parsed = Graph().parse(data=f"<urn:s> <urn:p> {row} .", format="turtle")
    assert str(next(parsed.objects())) == words


@pytest.mark.parametrize("words", [s for s in STRINGS if "\r" not in s])
@pytest.mark.parametrize("media_type", GRAPHS)
def test_strings_are_kept_in_graphs(service: Service, words: str, media_type: str) -> None:
    """A parser reads exactly what was asked for."""
    query = (
        "CONSTRUCT { <urn:s> <http://example.org/p> ?x } " + one(words).partition("SELECT ?x ")[2]
    )
    got = service.post(query, media_type)
    assert got.status == 200, got.text
    graph = Graph().parse(data=got.body, format=GRAPHS[media_type])
    assert [str(o) for o in graph.objects()] == [words]


def test_languages_and_datatypes_survive(service: Service) -> None:
    """In each format that has them."""
    query = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    SELECT * { VALUES (?a ?b ?c ?d ?e) { ("x"@vi-VN 5 "2024-01-01"^^xsd:date 1.50 "z"^^<urn:t>) } }"""
    row = service.post(query, JSON).json["results"]["bindings"][0]
    assert row["a"]["xml:lang"].lower() == "vi-vn"
    assert row["b"] == {
        "type": "literal",
        "value": "5",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    assert row["c"]["datatype"].endswith("#date")
    assert row["d"]["value"] in {"1.50", "1.5"}
    assert row["e"]["datatype"] == "urn:t"
    tree = ET.fromstring(service.post(query, XML).body)
    literals = tree.findall(f".//{NS}literal")
    assert literals[0].get("{http://www.w3.org/XML/1998/namespace}lang", "").lower() == "vi-vn"
    assert literals[4].get("datatype") == "urn:t"
    cells = service.post(query, TSV).text.split("\n")[1].split("\t")
    assert cells[0].lower() == '"x"@vi-vn'
    assert cells[1] == "5"
    assert cells[2] == '"2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert cells[4] == '"z"^^<urn:t>'


def test_unbound_and_empty_differ(service: Service) -> None:
    """In JSON, XML and TSV."""
    query = 'SELECT ?x ?y { VALUES (?x ?y) { (UNDEF "") } }'
    assert set(service.post(query, JSON).json["results"]["bindings"][0]) == {"y"}
    assert [
        b.get("name") for b in ET.fromstring(service.post(query, XML).body).iter(f"{NS}binding")
    ] == ["y"]
    assert service.post(query, TSV).text == '?x\t?y\n\t""\n'
    assert service.post(query, CSV).text == "x,y\r\n,\r\n"


def test_blank_nodes_are_marked_and_keep_their_label(service: Service) -> None:
    """The same node has the same label within an answer, another has another."""
    query = "SELECT ?a ?b ?c { BIND(BNODE() AS ?a) BIND(?a AS ?b) BIND(BNODE() AS ?c) }"
    row = service.post(query, JSON).json["results"]["bindings"][0]
    assert {cell["type"] for cell in row.values()} == {"bnode"}
    assert row["a"]["value"] == row["b"]["value"] != row["c"]["value"]
    labels = [n.text for n in ET.fromstring(service.post(query, XML).body).iter(f"{NS}bnode")]
    assert labels[0] == labels[1] != labels[2]
    for media_type, sign in ((CSV, ","), (TSV, "\t")):
        cells = service.post(query, media_type).text.split("\n")[1].strip().split(sign)
        assert cells[0].startswith("_:")
        assert cells[0] == cells[1] != cells[2]
    got = service.post(
        "CONSTRUCT { _:a <urn:x:p> _:b . _:b <urn:x:q> _:a } {}", "application/n-triples"
    )
    assert len(Graph().parse(data=got.body, format="nt").all_nodes()) == 2


def test_csv_and_tsv_follow_their_standards(service: Service) -> None:
    """Line ends, doubled quotes, heads; IRIs bare in CSV and in angles in TSV."""
    query = """SELECT ?a ?b { VALUES (?a ?b) { (<urn:x> "a,b") ("c\\"d" "e\\nf") } }"""
    assert service.post(query, CSV).body == b'a,b\r\nurn:x,"a,b"\r\n"c""d","e\nf"\r\n'
    assert service.post(query, TSV).body == b'?a\t?b\n<urn:x>\t"a,b"\n"c\\"d"\t"e\\nf"\n'


CONTROL = "SELECT ('a\\u0001b' AS ?x) {}"


@pytest.mark.parametrize("code", ["0001", "0000", "0008", "000B", "000C", "001F", "FFFE", "FFFF"])
def test_what_xml_cannot_hold_is_a_406(service: Service, code: str) -> None:
    """It names formats that can, and they do."""
    query = f"SELECT ('a\\u{code}b' AS ?x) {{}}"
    got = service.post(query, XML)
    assert got.status == 406, got.text
    assert JSON in got.text
    value = service.post(query, JSON).json["results"]["bindings"][0]["x"]["value"]
    assert value == f"a{chr(int(code, 16))}b"
    graph = service.post(
        query.replace("SELECT (", "CONSTRUCT { <urn:s> <urn:x:p> ?x } { BIND(").replace(
            ") {}", ") }"
        ),
        "application/rdf+xml",
    )
    assert graph.status == 406
    assert "text/turtle" in graph.text or "n-triples" in graph.text


def test_a_carriage_return_survives_xml_or_is_refused(service: Service) -> None:
    """Never a 200 that a parser reads otherwise."""
    query = "CONSTRUCT { <urn:s> <urn:x:p> 'a\\rb\\r\\nc' } {}"
    for media_type, name in GRAPHS.items():
        got = service.post(query, media_type)
        assert got.status in {200, 406}
        if got.status == 200:
            graph = Graph().parse(data=got.body, format=name)
            assert str(next(graph.objects())) == "a\rb\r\nc"


@pytest.mark.parametrize(
    "predicate",
    [
        "http://example.org/1",
        "http://example.org/",
        "http://example.org/a%20b",
        "urn:x:",
        "http://example.org/p?q=1",
        "http://example.org/-x",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#about",
        "http://example.org/a,b",
        "http://example.org/Đ",
        "http://example.org/a.b",
        "http://example.org/x:y",
        "tag:a",
    ],
)
def test_a_predicate_that_rdf_xml_cannot_write_is_no_broken_document(
    service: Service, predicate: str
) -> None:
    """Either the triple comes back as it was, or a 406 says what to take."""
    query = f"CONSTRUCT {{ <urn:s> <{predicate}> <urn:o> }} {{}}"
    got = service.post(query, "application/rdf+xml")
    assert got.status in {200, 406}
    if got.status == 200:
        assert set(Graph().parse(data=got.body, format="xml")) == {
            (URIRef("urn:s"), URIRef(predicate), URIRef("urn:o"))
        }
    for media_type in ("text/turtle", "application/n-triples", "application/ld+json"):
        other = service.post(query, media_type)
        assert other.status == 200
        assert (URIRef("urn:s"), URIRef(predicate), URIRef("urn:o")) in Graph().parse(
            data=other.body, format=GRAPHS[media_type]
        )


def test_the_same_graph_in_each_format(service: Service) -> None:
    """Lists, blank nodes, languages, datatypes and types come back alike."""
    query = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX x: <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    CONSTRUCT { x:s a x:T ; x:p ("a" 1 x:o) , [ x:q "b"@vi-VN ; x:r 1.50 ] ; x:q "c"^^x:t , true , "1"^^xsd:byte , 1e3 , "2024-01-01"^^xsd:date ;
      x:html "<p>a</p>"^^rdf:HTML } {}"""
    graphs = [Graph().parse(data=service.post(query, m).body, format=f) for m, f in GRAPHS.items()]
    assert len(graphs[0]) > 14
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])
    assert (
        URIRef("http://example.org/s"),
        URIRef("http://example.org/q"),
        Literal("c", datatype=URIRef("http://example.org/t")),
    ) in graphs[0]


def test_terms_beyond_sparql_1_1_are_no_broken_answer(service: Service) -> None:
    """A triple term or a direction cannot leave in formats that lose it."""
    for query in (
        "SELECT (TRIPLE(<urn:a>, <urn:b>, 'c') AS ?t) {}",
        "SELECT (STRLANGDIR('a', 'ar', 'rtl') AS ?t) {}",
        "SELECT ?t { VALUES ?t { <<( <urn:a> <urn:b> 'c' )>> } }",
    ):
        for media_type in (JSON, XML, CSV, TSV):
            assert service.post(query, media_type).status in {400, 406}
    query = "CONSTRUCT { <urn:s> <urn:x:p> ?t } { BIND(TRIPLE(<urn:a>, <urn:b>, 'c') AS ?t) }"
    for media_type in GRAPHS:
        assert service.post(query, media_type).status in {400, 406}


def test_a_spreadsheet_copy_is_a_separate_option(service: Service) -> None:
    """A byte-order mark, and no cell that a spreadsheet would calculate."""
    query = "SELECT ?x { VALUES ?x { '=1+1' '@x' '+1' 'a' } }"
    plain = service.ask(query, CSV)
    assert plain.body.startswith(b"x\r\n=1+1\r\n")
    copy = service.ask(query, format="spreadsheet")
    assert (copy.status, copy.type) == (200, CSV)
    assert copy.body.startswith(b"\xef\xbb\xbfx\r\n'=1+1\r\n'@x\r\n'+1\r\na\r\n")
    assert copy.headers["etag"] != plain.headers["etag"]
    assert (
        service.ask(
            "CONSTRUCT { <urn:a> <urn:x:b> 1 } {}", "text/turtle", format="spreadsheet"
        ).type
        == "text/turtle"
    )
