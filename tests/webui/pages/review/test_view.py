"""What is open is listed for all; deciding needs an account, a form of ours, and a reason."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from queries.store.reviews import StoredDecision
from queries.terms import Term
from tests.webui.pages.curating import Desk, sign_in, token_of
from webui.pages.review import view

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse


@pytest.fixture
def open_node(curated: FlaskClient) -> str:
    """Return a citation that waits for a curator."""
    lists = "".join(
        curated.get(f"/review?status={status}").text for status in ("ambiguous", "unresolved")
    )
    found = re.search(r'/review/one\?node=([^"]+)', lists)
    assert found is not None
    return unquote(html.unescape(found[1]))


def page_of(client: FlaskClient, node: str) -> TestResponse:
    """Return the page of a fact."""
    return client.get(f"/review/one?node={quote(node, safe='')}")


def decide(client: FlaskClient, node: str, **words: str) -> TestResponse:
    """Send the form of a fact."""
    sign_in(client)
    token = token_of(page_of(client, node))
    return client.post("/review/decide", data={"token": token, "node": node, **words})


def test_a_visitor_sees_what_is_open_and_cannot_decide(
    curated: FlaskClient, open_node: str, desk: Desk
) -> None:
    """The page leads to the account, and a form without one is refused."""
    page = page_of(curated, open_node)
    assert "Đăng nhập để quyết định" in page.text
    token = token_of(curated.get("/account"))
    sent = {"token": token, "node": open_node, "verdict": "accept"}
    assert curated.post("/review/decide", data=sent).status_code == 403
    assert desk.decided == []


def test_a_curator_accepts(curated: FlaskClient, open_node: str, desk: Desk) -> None:
    """The decision names the curator and the words that were seen."""
    answer = decide(curated, open_node, verdict="accept")
    assert answer.status_code == 303
    (kept,) = desk.decided
    assert (kept.node, kept.verdict, kept.reviewer, kept.term) == (open_node, "accept", "lan", "")
    assert kept.quote


def test_a_curator_names_the_document_that_is_meant(
    curated: FlaskClient, open_node: str, desk: Desk
) -> None:
    """By number in any spelling, or by IRI."""
    document = open_node.partition("/cit/")[0]
    words = {"verdict": "correct", "field": "citedWork", "reason": "Theo ngày"}
    decide(curated, open_node, **words, **{"value-citedWork": document})
    assert desk.decided[-1].value == document
    assert desk.decided[-1].term.endswith("#citedWork")


def test_a_curator_corrects_a_relation_or_a_field(
    curated: FlaskClient, open_node: str, desk: Desk
) -> None:
    """Relations are those of the contract; a document has fields of its own."""
    words = {"verdict": "correct", "reason": "Chỉ nhắc đến"}
    decide(curated, open_node, **words, field="relationType", **{"value-relationType": "cites"})
    assert desk.decided[-1].value.endswith("#cites")
    document = open_node.partition("/cit/")[0]
    decide(curated, document, **words, field="title", **{"value-title": "Về việc khác"})
    assert (desk.decided[-1].node, desk.decided[-1].value) == (document, "Về việc khác")


@pytest.mark.parametrize(
    "words",
    [
        {"verdict": "reject"},
        {"verdict": "reject", "reason": "  "},
        {"verdict": "correct", "reason": "a", "field": "citedWork"},
        {"verdict": "correct", "reason": "a", "field": "citedWork", "value-citedWork": "zzz"},
        {"verdict": "correct", "reason": "a", "field": "relationType", "value-relationType": "x"},
        {"verdict": "correct", "reason": "a", "field": "confidence", "value-confidence": "1"},
    ],
)
def test_what_is_incomplete_is_told_on_the_page(
    curated: FlaskClient, open_node: str, desk: Desk, words: dict[str, str]
) -> None:
    """Nothing is kept then."""
    answer = decide(curated, open_node, **words)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert desk.decided == []


def test_a_curator_corrects_who_has_a_task_and_by_when(
    curated: FlaskClient, sample: ModuleType, desk: Desk
) -> None:
    """The page of a document leads its curator to each part of a task; a body goes by its name."""
    sign_in(curated)
    page = curated.get(f"/doc/{sample.DIRECTIVE}").text
    nodes = [unquote(html.unescape(n)) for n in re.findall(r'/review/one\?node=([^"]+)', page)]
    assigned = next(node for node in nodes if "/asg/" in node)
    words = {"verdict": "correct", "reason": "Theo mục 2"}
    name = sample_name(curated, sample)
    decide(curated, assigned, **words, field="assignee", **{"value-assignee": name})
    assert desk.decided[-1].value == str(sample.of(sample.POLICE))
    assert desk.decided[-1].term.endswith("#assignee")
    decide(curated, assigned, **words, field="role", **{"value-role": "lead"})
    assert desk.decided[-1].value.endswith("#lead")
    nobody = {"field": "assignee", "value-assignee": "Cơ quan không có"}
    assert decide(curated, assigned, **words, **nobody).status_code == 400
    due = next(node for node in nodes if "/due/" in node)
    decide(curated, due, **words, field="dueDate", **{"value-dueDate": "2024-06-15"})
    assert (desk.decided[-1].node, desk.decided[-1].value) == (due, "2024-06-15")


def sample_name(client: FlaskClient, sample: ModuleType) -> str:
    """Return how the page of a body calls it."""
    found = re.search(r"<h1>([^<]+)</h1>", client.get(f"/body/{sample.POLICE[3:]}").text)
    assert found is not None
    return html.unescape(found[1])


def test_decisions_are_labelled_data(
    curated: FlaskClient, monkeypatch: pytest.MonkeyPatch, open_node: str
) -> None:
    """Each with the span of the words that it is about, the value and who decided."""
    decision = StoredDecision(
        iri="urn:d",
        node=open_node,
        verdict="correct",
        at="2026-01-02T03:04:05Z",
        term="https://w3id.org/luocdo/ns#relationType",
        value=Term(kind="iri", value="https://w3id.org/luocdo/ns#cites"),
        quote="=1+1",
        reason="Chỉ nhắc đến",
        reviewer="https://w3id.org/luocdo/id/reviewer/lan",
    )
    monkeypatch.setattr(view, "all_decisions", lambda _: (decision,))
    address = re.search(r'href="([^"]+decisions[^"]*)"', curated.get("/review").text)
    assert address is not None
    lines = curated.get(address[1]).get_data(as_text=True).splitlines()
    row = dict(zip(lines[0].lstrip("\ufeff").split(","), lines[1].split(","), strict=True))
    start, _, end = open_node.rpartition("/")[2].partition("-")
    assert (row["start"], row["end"], row["property"]) == (start, end, "relationType")
    assert (row["quote"], row["reviewer"]) == ("'=1+1", "lan")


def test_a_form_of_another_site_is_refused(
    curated: FlaskClient, open_node: str, desk: Desk
) -> None:
    """A cookie alone decides nothing."""
    sign_in(curated)
    sent = {"token": "guessed", "node": open_node, "verdict": "accept"}
    assert curated.post("/review/decide", data=sent).status_code == 400
    assert desk.decided == []


@pytest.mark.parametrize("node", ["", "https://elsewhere.example/1", "javascript:alert(1)"])
def test_what_is_not_ours_is_not_found(curated: FlaskClient, node: str) -> None:
    """Also where it is in the form of an address."""
    assert page_of(curated, node).status_code == 404


def test_an_unknown_kind_of_list_is_refused(curated: FlaskClient) -> None:
    """The page says so."""
    assert curated.get("/review?status=burnt").status_code == 400
