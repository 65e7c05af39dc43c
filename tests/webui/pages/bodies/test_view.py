"""Who must do what: bodies, their tasks, and what narrows the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient

REVIEW = "Rà soát các quy chế phối hợp"
LOWER = "Kéo giảm tội phạm"


def test_bodies_are_listed_and_found_without_marks(client: FlaskClient, sample: ModuleType) -> None:
    """The list names who has tasks; a filter needs no diacritics."""
    assert f"/body/{sample.POLICE[3:]}" in client.get("/bodies").text
    text = client.get("/bodies?name=cong+an").text
    assert f"/body/{sample.POLICE[3:]}" in text
    assert f"/body/{sample.JUSTICE[3:]}" not in text


def test_a_group_says_of_which_province_it_is(client: FlaskClient, sample: ModuleType) -> None:
    """The departments of another province have the same name."""
    assert "Tỉnh Sông Mây" in client.get(f"/body/{sample.GROUP[3:]}?lang=vi").text


@pytest.mark.parametrize(
    ("narrowed", "shown", "hidden"),
    [
        ("", (REVIEW, LOWER), ()),
        ("role=lead", (REVIEW,), (LOWER,)),
        ("role=coordinating", (), (REVIEW, LOWER)),
        ("due=with", (REVIEW,), (LOWER,)),
        ("from=2024-06-01&until=2024-06-30", (REVIEW,), (LOWER,)),
        ("from=2025-01-01", (), (REVIEW, LOWER)),
        ("from=nonsense&role=nonsense", (REVIEW, LOWER), ()),
    ],
)
def test_tasks_are_narrowed_by_role_and_date(
    client: FlaskClient,
    sample: ModuleType,
    narrowed: str,
    shown: tuple[str, ...],
    hidden: tuple[str, ...],
) -> None:
    """What passes is shown, the rest is not; what cannot be read narrows nothing."""
    text = client.get(f"/body/{sample.POLICE[3:]}?{narrowed}").text
    assert all(task in text for task in shown)
    assert not any(task in text for task in hidden)


def test_a_task_leads_to_its_words(client: FlaskClient, sample: ModuleType) -> None:
    """Each row links to the task on the document's page."""
    assert f"/doc/{sample.DIRECTIVE}#obl-" in client.get(f"/body/{sample.POLICE[3:]}").text


def test_the_page_does_not_say_that_a_task_was_done(
    client: FlaskClient, sample: ModuleType
) -> None:
    """It says what it does not know."""
    assert "không nói một việc đã làm hay chưa" in client.get(f"/body/{sample.POLICE[3:]}").text


def test_an_unknown_body_is_a_404(client: FlaskClient) -> None:
    """Of this collection, in its own words."""
    assert client.get("/body/agency/nobody").status_code == 404
