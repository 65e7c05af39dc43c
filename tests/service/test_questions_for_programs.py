"""Questions and lineages by address, as their description says; no input makes a defect."""

from __future__ import annotations

import csv
import io
import random
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from queries.questions import catalogue

if TYPE_CHECKING:
    from tests.service.conftest import Service

DIRECTIVE = "vn/ct/ubnd-song-may/2024/7"
PLAN = "vn/kh/ubnd-song-may/2024/40"
ODD = ["", " ", "0", "-1", "999999999999", "1e9", "2024-13-45", "2024-02-30", "Đ", "a" * 3000, "<x>", "';--", '"', "\\", "{}", "?x", "} UNION {", "id/../x", "http://", "http://a b", "\x00", "\ufeff", "none", "today", "\U0001f600", "%s", "12", "id/" + DIRECTIVE]  # fmt: skip


def test_the_catalogue_is_listed(service: Service) -> None:
    """Each question with its parameters, columns and address."""
    found = service.get("/api/questions").json["questions"]
    assert [q["id"] for q in found] == [q.id for q in catalogue()]
    assert all(q["title"]["vi"] and q["title"]["en"] and q["columns"] for q in found)


def test_a_question_answers_as_json_and_csv(service: Service) -> None:
    """By header and by name; the rows are the same."""
    path = "/api/questions/lineage-up?" + urlencode({"doc": "40/KH-UBND"})
    got = service.get(path)
    assert (got.status, got.type) == (200, "application/json")
    rows = got.json["rows"]
    assert rows
    for extra, headers in (("&format=csv", {}), ("", {"Accept": "text/csv"})):
        table = service.get(path + extra, **headers)
        assert table.type == "text/csv"
        assert len(list(csv.DictReader(io.StringIO(table.text, newline="")))) == len(rows)
    assert (
        service.get(path, Accept="application/sparql-results+xml").type
        == "application/sparql-results+xml"
    )
    assert service.get(path, Accept="image/png").status == 406


@pytest.mark.parametrize(
    "words",
    [
        "lineage-up",
        "lineage-up?doc=",
        "lineage-up?doc=1&x=2",
        "lineage-up?doc=1&doc=2",
        "lineage-up?doc=khong-co",
    ],
)
def test_what_is_missing_unknown_or_double_is_a_400(service: Service, words: str) -> None:
    """With the name of the parameter."""
    got = service.get(f"/api/questions/{words}", Accept="application/json")
    assert (got.status, got.type) == (400, "application/problem+json")
    assert got.json["code"] == "bad-parameter"
    assert service.get("/api/questions/none").status == 404


def test_the_description_fits_the_catalogue(service: Service) -> None:
    """Every question is in it with its parameters; no name is used for two things."""
    document = service.get("/api/openapi.json").json
    assert document["openapi"].startswith("3.")
    for asked in catalogue():
        operation = document["paths"][f"/api/questions/{asked.id}"]["get"]
        names = [p["name"] for p in operation["parameters"]]
        assert names[:-1] == [p.name for p in asked.parameters]
        assert len(set(names)) == len(names)
    ids = [item["get"]["operationId"] for item in document["paths"].values()]
    assert len(set(ids)) == len(ids)


def test_odd_parameters_make_no_defect(service: Service) -> None:
    """Each address of the description with values that fit and values that do not."""
    chance = random.Random(7)  # noqa: S311 - the same each time
    document = service.get("/api/openapi.json").json
    for path, item in document["paths"].items():
        parameters = item["get"]["parameters"]
        for _ in range(3):
            given = {
                p["name"]: chance.choice([*ODD, str(p.get("example", ""))])
                for p in parameters
                if chance.random() < 0.8
            }
            got = service.get(f"{path}?{urlencode(given)}")
            assert got.status < 500, (path, given, got.text)


@pytest.mark.parametrize(
    ("form", "kind", "sign"),
    [("json", "application/json", b'"edges"'), ("graphml", "application/graphml+xml", b"<graphml"), ("gexf", "application/gexf+xml", b"<gexf"), ("dot", "text/vnd.graphviz", b"digraph"), ("turtle", "text/turtle", b"ldo:implements"), ("nodes-csv", "text/csv", b"Id,Label"), ("edges-csv", "text/csv", b"Source,Target")],
)  # fmt: skip
def test_a_lineage_in_each_format(service: Service, form: str, kind: str, sign: bytes) -> None:
    """With its label, and a name for the file."""
    got = service.get(f"/api/lineage?doc={quote('id/' + DIRECTIVE)}&format={form}")
    assert (got.status, got.type) == (200, kind)
    assert sign in got.body
    assert form == "json" or "attachment" in got.headers["content-disposition"]


def test_ways_between_two_documents(service: Service) -> None:
    """All of them, one shortest, and each edge with its words."""
    ends = urlencode({"from": "id/" + PLAN, "to": "909-KL/TW"})
    found = service.get(f"/api/paths?{ends}").json
    assert [len(path) for path in found["paths"]] == [3]
    quotes = [edge.get("quote") for edge in found["edges"]]
    assert any("909-KL/TW" in (quote or "") for quote in quotes)
    assert service.get(f"/api/chain?{ends}").json["paths"] == found["paths"]
    back = urlencode({"to": "id/" + PLAN, "from": "909-KL/TW"})
    assert len(service.get(f"/api/paths?{back}").json["paths"]) == 1


def test_the_most_influential_documents(service: Service) -> None:
    """The measure is named; the directive that a plan carries out counts, its conclusion more."""
    found = service.get("/api/influence?limit=5").json
    assert "katz" in found["measure"]
    scores = {row["document"].rpartition("/id/")[2]: row["score"] for row in found["rows"]}
    assert scores["vn/kl/tw/k13/909"] > scores[DIRECTIVE] > 1
    assert service.get("/api/influence?limit=x").status == 400
