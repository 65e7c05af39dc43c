"""The catalogue: every question runs as its header says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from queries.errors import BadParameter, UnknownQuestion
from queries.questions import Question, ask, bind, catalogue, question, read_question

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

TODAY = date(2026, 1, 1)
DIRECTIVE = "id/vn/ct/ubnd-lam-thanh/2024/7"


@pytest.mark.parametrize("asked", catalogue(), ids=lambda q: q.id)
def test_the_example_of_the_header_gives_its_rows(asked: Question, reader: FolderReader) -> None:
    """Called with its example arguments each question gives the rows and columns it promises."""
    answer = ask(asked.id, asked.example(), reader, today=TODAY)
    assert len(answer.rows) == asked.example_rows
    assert answer.rows.columns == tuple(column.name for column in asked.columns)


@pytest.mark.parametrize(
    "asked", [q for q in catalogue() if q.dataset != "index"], ids=lambda q: q.id
)
def test_the_file_runs_as_it_is(asked: Question, reader: FolderReader) -> None:
    """The text of a question is SPARQL that any store can run, its example inside."""
    run = reader.select_work if asked.dataset == "work" else reader.select
    assert run(asked.text).columns


@pytest.mark.parametrize("asked", catalogue(), ids=lambda q: q.id)
def test_titles_and_meanings_stand_in_both_languages(asked: Question) -> None:
    """No parameter or column goes without its meaning in Vietnamese and English."""
    assert asked.title_vi
    assert asked.title_en
    assert asked.description_vi.endswith(".")
    assert asked.description_en.endswith(".")
    assert "#+" not in asked.query
    assert all(p.vi and p.en for p in asked.parameters)
    assert all(c.vi and c.en and c.kind for c in asked.columns)


def test_lineage_leads_up_through_a_nested_citation(reader: FolderReader) -> None:
    """A step of a cited document is known by the words of the document that tells of it."""
    answer = ask("lineage-up", {"doc": DIRECTIVE}, reader)
    steps = [
        (r["step"], str(r["relation"]).rpartition("#")[2], str(r["to"]).rpartition("/vn/")[2])
        for r in answer.rows.records()
    ]
    assert (1, "implements", "kl/tw/k13/909") in steps
    assert (2, "continues", "ct/tw/k12/908") in steps
    assert (3, "implements", "nq/tw/k12/77") in steps
    quotes = {r["step"]: (r["status"], r["quote"]) for r in answer.rows.records()}
    assert quotes[2] == ("notInRegistry", "Chỉ thị số 908-CT/TW")
    assert quotes[3] == ("registry", None)


def test_depth_limits_a_lineage(reader: FolderReader) -> None:
    """Steps beyond the depth asked for are left out."""
    rows = ask("lineage-up", {"doc": DIRECTIVE, "depth": "1"}, reader).rows
    assert {r["step"] for r in rows.records()} == {1}


def test_a_predecessors_tasks_are_the_successors(reader: FolderReader) -> None:
    """Who took over from a body has its tasks."""
    rows = ask("who-must", {"agency": "Sở Nội vụ tỉnh Lam Thành"}, reader, today=TODAY).rows
    assert {r["summary"] for r in rows.records()} == {
        "kiểm tra áo phao tại các bến đò",
        "cấp áo phao cho học sinh",
    }


@pytest.mark.parametrize(
    "given",
    [DIRECTIVE, f"https://w3id.org/luocdo/{DIRECTIVE}", "07/CT-UBND", "7 ct ubnd", "7/ct-ubnd"],
)
def test_a_document_may_be_named_in_many_ways(given: str, reader: FolderReader) -> None:
    """IRI, path and number in any spelling mean the same document."""
    assert len(ask("lineage-up", {"doc": given}, reader).rows) == 4


def test_an_ambiguous_number_lists_its_candidates(reader: FolderReader) -> None:
    """A number that two documents have is refused, and both are named."""
    with pytest.raises(BadParameter) as caught:
        ask("lineage-up", {"doc": "12-NQ/TU"}, reader)
    assert caught.value.name == "doc"
    assert len(caught.value.candidates) == 2


@pytest.mark.parametrize(
    ("identifier", "arguments", "name"),
    [
        ("lineage-up", {}, "doc"),
        ("lineage-up", {"doc": "999-CT/TW"}, "doc"),
        ("lineage-up", {"doc": "id/vn/ct/none"}, "doc"),
        ("lineage-up", {"doc": DIRECTIVE, "depth": "six"}, "depth"),
        ("lineage-up", {"doc": DIRECTIVE, "colour": "red"}, "colour"),
        ("who-must", {"agency": "Sở Không Có"}, "agency"),
        ("due", {"from": "1/2/2024", "to": "2024-03-01"}, "from"),
        ("who-must", {"agency": "id/vn/agency/x", "role": "a b"}, "role"),
    ],
)
def test_a_bad_parameter_is_named(
    identifier: str, arguments: dict[str, str], name: str, reader: FolderReader
) -> None:
    """What is missing, unknown or of the wrong type is refused by name."""
    with pytest.raises(BadParameter) as caught:
        ask(identifier, arguments, reader)
    assert caught.value.name == name


def test_a_parameter_cannot_leave_its_term(reader: FolderReader) -> None:
    """Quotes and braces in a value stay inside the literal."""
    hostile = '"} # parameters\n } DROP ALL ; { "\\'
    rows = ask("targets", {"text": hostile}, reader).rows
    assert len(rows) == 0
    query = bind(question("targets"), {"text": hostile}, reader.index())
    assert 'VALUES (?_text ?_place) { ("\\"} # parameters\\n' in query


def test_an_unknown_question_names_those_there_are() -> None:
    """The error lists the catalogue."""
    with pytest.raises(UnknownQuestion, match="lineage-up"):
        question("no-such-question")


def test_a_header_and_its_query_must_agree() -> None:
    """A parameter that the query does not use is refused when the file is read."""
    text = "#+ id: x\n#+ parameters:\n#+   doc:\n#+     type: document\nSELECT * WHERE { }\n"
    with pytest.raises(UnknownQuestion, match="doc"):
        read_question(text)


def test_a_generic_name_means_the_body_of_each_province(reader: FolderReader) -> None:
    """What it must report, to whom and when, in one question."""
    rows = list(ask("reports", {"agency": "id/vn/agency/cat"}, reader).rows.records())
    own = list(ask("reports", {"agency": "id/vn/agency/cat-lam-thanh"}, reader).rows.records())
    assert rows == own != []
    assert rows[0]["recipientLabel"] == "Ủy ban nhân dân tỉnh Lam Thành"
    query = bind(question("who-must"), {"agency": "id/vn/agency/cat"}, reader.index())
    assert "VALUES (?_agency) { (<https://w3id.org/luocdo/id/vn/agency/cat-lam-thanh>) }" in query


def test_a_demand_is_followed_into_tasks(reader: FolderReader) -> None:
    """By province and agency."""
    (row,) = ask("fulfilled-by", {"doc": DIRECTIVE}, reader).rows.records()
    assert row["placeLabel"] == "tỉnh Lam Thành"
    assert row["assigneeLabel"] == "Sở Nội vụ tỉnh Lam Thành"
    assert row["summary"] == "cấp áo phao cho học sinh"


def test_a_task_of_an_ended_body_has_its_heir(reader: FolderReader) -> None:
    """From the day of the change on, not before."""
    asked = {"doc": DIRECTIVE, "as_of": "2025-03-01"}
    (row,) = ask("whose-today", asked, reader).rows.records()
    assert str(row["formerLabel"]).startswith("Sở Lao động")
    assert row["heirLabel"] == "Sở Nội vụ tỉnh Lam Thành"
    assert len(ask("whose-today", {**asked, "as_of": "2025-02-28"}, reader).rows) == 0


def test_what_a_task_lacks_is_said(reader: FolderReader) -> None:
    """A deadline, an assignee, or both."""
    rows = ask("unassigned", {"doc": DIRECTIVE}, reader).rows.records()
    assert {(r["summary"], r["lacks"]) for r in rows} == {
        ("kéo giảm tai nạn đường thủy", "deadline")
    }
