"""Every page answers in both languages, full or empty, and shows no raw HTML of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from webui.application import as_date, capitalize_first
from webui.pages.document.frame import TABS

if TYPE_CHECKING:
    from types import ModuleType

    from flask import Flask
    from flask.testing import FlaskClient

FIXED = [
    *("/", "/search", "/obligations", "/obligations?view=calendar", "/bodies", "/questions"),
    *("/compare", "/compare/lag", "/compare/targets", "/compare/two", "/completeness"),
    *("/completeness?by=body", "/completeness?severity=Warning", "/completeness/fetch-next"),
    *("/sparql", "/help"),
]
BROWSER = {"Accept": "text/html"}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("address", FIXED)
def test_fixed_pages_answer_with_and_without_data(
    client: FlaskClient, empty_client: FlaskClient, address: str, lang: str
) -> None:
    """No page needs data to be shown."""
    for visitor in (client, empty_client):
        joint = "&" if "?" in address else "?"
        answer = visitor.get(f"{address}{joint}lang={lang}", headers=BROWSER)
        assert answer.status_code == 200, answer.text
        assert f'<html lang="{lang}">' in answer.text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_of_things_answer_in_both_languages(
    client: FlaskClient, sample: ModuleType, lang: str
) -> None:
    """Documents with and without text, bodies, questions, graphs and other things."""
    for address in things(sample):
        joint = "&" if "?" in address else "?"
        answer = client.get(f"{address}{joint}lang={lang}", headers=BROWSER)
        assert answer.status_code == 200, address


def things(sample: ModuleType) -> list[str]:
    """Return addresses of pages that are about something."""
    documents = (sample.DIRECTIVE, sample.PLAN, sample.BAD, sample.CONCLUSION)
    return [
        *(f"/doc/{path}" for path in (*documents, sample.PARTY_DIRECTIVE)),
        *(f"/doc/{path}?tab={tab}" for path in documents for tab in TABS),
        *(f"/lineage/{path}" for path in documents),
        f"/obligations?agency={sample.POLICE}&view=documents",
        "/obligations?agency=nobody&doc=0/XX",
        f"/compare?doc={sample.CONCLUSION}",
        "/compare?doc=12-NQ/TU",
        f"/compare/lag?doc={sample.CONCLUSION}",
        f"/compare/two?a={sample.DIRECTIVE}&b={sample.BAD}&show=all",
        f"/body/{sample.POLICE.removeprefix('vn/')}",
        "/body/agency/xau",
        "/thing/vn/place/song-may",
        "/questions/who-must?agency=id/vn/agency/xau",
        f"/questions/lineage-up?doc=id/{sample.DIRECTIVE}",
        "/search?q=tội+phạm",
        "/search?presence=fullText",
        "/completeness?rule=C3",
    ]


def test_no_page_holds_inline_script_style_or_hostile_words(
    client: FlaskClient, sample: ModuleType
) -> None:
    """What a document prints is escaped everywhere, and our own pages need no inline code."""
    for address in [*FIXED, *things(sample)]:
        text = client.get(address, headers=BROWSER).text
        assert sample.HOSTILE not in text, address
        assert "<script>" not in text, address
        assert "<img src=x" not in text, address
        assert ' style="' not in text, address
        assert "<style" not in text, address
        assert "onclick" not in text, address


def test_every_link_of_a_page_leads_somewhere(client: FlaskClient, sample: ModuleType) -> None:
    """Links between pages end at pages; links within a page end at an id that is there."""
    for address in (f"/doc/{sample.DIRECTIVE}", f"/body/{sample.POLICE[3:]}", "/"):
        text = client.get(address, headers=BROWSER).text
        links = {
            link.replace("&amp;", "&") for link in re.findall(r'<a\b[^>]*href="([^"]+)"', text)
        }
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        for link in links:
            if link.startswith("#"):
                assert link[1:] in ids, link
            else:
                assert client.get(link, headers=BROWSER).status_code in {200, 302, 303}, link


def test_the_site_stands_under_a_prefix(app: Flask, sample: ModuleType) -> None:
    """Behind a path prefix all links begin with it."""
    answer = app.test_client().get(
        f"/doc/{sample.DIRECTIVE}", headers=BROWSER, environ_overrides={"SCRIPT_NAME": "/luocdo"}
    )
    assert 'href="/doc/' not in answer.text
    assert 'href="/luocdo/doc/' in answer.text


def test_words_are_dressed_for_people(app: Flask) -> None:
    """A capital first letter, and dates as the language writes them."""
    assert capitalize_first("ủy ban") == "Ủy ban"
    with app.test_request_context("/"):
        assert as_date("2024-03-05") == "05/03/2024"
        assert as_date("tháng 3") == "tháng 3"
