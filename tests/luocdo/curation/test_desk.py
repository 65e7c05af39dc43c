"""A judgement of a page becomes a decision of the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from luocdo.curation.accounts import Accounts
from luocdo.curation.desk import CurationDesk
from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from ontology.namespaces import DEFAULT_BASE
from queries.errors import StoreError
from queries.terms import iri, literal
from webui.ports import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

DIRECTIVE = f"{DEFAULT_BASE}id/vn/ct/ubnd-lang-son/2024/7"
LDO = "https://w3id.org/luocdo/ns#"
JUDGEMENT = Judgement(
    node=DIRECTIVE,
    verdict="correct",
    reviewer="lan",
    reason="In nhầm",
    quote="",
    term=f"{LDO}date",
    value="2024-03-13",
)


@pytest.fixture
def settings(luocdo: Callable[..., Done], directive: Path, tmp_path: Path) -> Settings:
    """Return the settings of a store with the directive."""
    assert luocdo("load", "--store", "kho", directive).code == 0
    return Settings(store=tmp_path / "kho")


def test_values_become_terms(settings: Settings) -> None:
    """Dates, words of a title, and IRIs."""
    desk = CurationDesk(settings=settings)
    desk.decide(JUDGEMENT)
    title = "http://purl.org/dc/terms/title"
    desk.decide(replace(JUDGEMENT, term=title, value="Về việc khác"))
    desk.decide(
        replace(JUDGEMENT, term=f"{LDO}citedWork", value=DIRECTIVE, node=f"{DIRECTIVE}/cit/1-2")
    )
    with open_pipeline(settings) as pipeline:
        values = [decision.value for decision in pipeline.writer.decisions()]
        shown = pipeline.writer.select(
            f"SELECT ?d ?t {{ <{DIRECTIVE}> <{LDO}date> ?d ; <{title}> ?t }}"
        )
    day = literal("2024-03-13", datatype="http://www.w3.org/2001/XMLSchema#date")
    words = literal("Về việc khác", language="vi")
    assert set(values) == {day, words, iri(DIRECTIVE)}
    assert shown.rows == ((day, words),)


def test_while_another_program_writes_nothing_is_decided(settings: Settings) -> None:
    """The visitor learns that the store is in use."""
    with open_pipeline(settings), pytest.raises(StoreError) as caught:
        CurationDesk(settings=settings).decide(JUDGEMENT)
    assert caught.value.code == "store-locked"


def test_accounts_are_those_of_the_store(settings: Settings) -> None:
    """And the key stays the same."""
    Accounts(folder=settings.store).add("lan", "mật khẩu đủ dài")
    desk = CurationDesk(settings=settings)
    assert desk.is_right("lan", "mật khẩu đủ dài")
    assert not desk.is_right("lan", "khác")
    assert desk.secret() == desk.secret()
