"""A document's page: what it says, what was read in it, and the words between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from webui.pages.document.frame import TABS

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def page(client: FlaskClient, path: str, tab: str = "text") -> str:
    """Return a tab of a document's page with its white space folded."""
    return " ".join(client.get(f"/doc/{path}?lang=vi&tab={tab}").text.split())


def test_identity_stands_with_its_words(client: FlaskClient, sample: ModuleType) -> None:
    """Number, issuer, date, signer; those with evidence lead into the text."""
    text = page(client, sample.DIRECTIVE)
    assert "<h1>Chỉ thị 07/CT-UBND</h1>" in text
    assert "Ủy ban nhân dân tỉnh Sông Mây" in text
    assert "05/03/2024" in text
    start = sample.DIRECTIVE_TEXT.index("Trần Văn Mẫu")
    anchor = f"w-{start}-{start + len('Trần Văn Mẫu')}"
    assert f'href="#{anchor}"' in text
    assert f'id="{anchor}"' in text


def test_each_citation_leads_to_its_words_and_back(client: FlaskClient, sample: ModuleType) -> None:
    """Fact and mark are anchored both ways."""
    text = page(client, sample.DIRECTIVE)
    words = "Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư"
    start = sample.DIRECTIVE_TEXT.index(words)
    span = f"{start}-{start + len(words)}"
    assert f'id="cit-{span}"' in text
    assert f'href="#w-{span}"' in text
    assert f'id="w-{span}"' in text
    assert f'class="ref ref-citation" href="#cit-{span}"' in text


def test_an_ambiguous_citation_lists_its_candidates(
    client: FlaskClient, sample: ModuleType
) -> None:
    """Best first, with scores, and no claim which it is."""
    text = page(client, sample.DIRECTIVE)
    assert text.index(f"/doc/{sample.TWELVE_NEW}") < text.index(f"/doc/{sample.TWELVE_OLD}")
    assert "điểm 0,62" in text


def test_what_is_not_held_is_not_said_not_to_exist(client: FlaskClient, sample: ModuleType) -> None:
    """A cited document without text is "not in this collection"."""
    assert "không có trong kho này" in page(client, sample.DIRECTIVE)
    known = page(client, sample.CONCLUSION)
    assert "Kho không có toàn văn" in known
    assert "không tồn tại" not in known


def test_tasks_show_who_when_and_how_much(client: FlaskClient, sample: ModuleType) -> None:
    """Assignee with role, deadline, target, report; an unknown body by its printed name."""
    text = page(client, sample.DIRECTIVE)
    for words in (
        "Công an tỉnh Sông Mây",
        "chủ trì",
        "trước ngày 30/6/2024",
        "<strong>5%</strong>",
    ):
        assert words in text
    assert "văn bản không nêu mốc bắt đầu" in text
    assert "Các sở, ngành liên quan</span>" in text


def test_what_cites_it_is_quoted(client: FlaskClient, sample: ModuleType) -> None:
    """The plan that carries it out stands with its words and leads to them."""
    text = page(client, sample.DIRECTIVE, "relations")
    assert re.search(rf'href="/doc/{sample.PLAN}#cit-\d+-\d+"', text)


def test_a_document_known_from_citations_is_called_by_their_words(
    client: FlaskClient, sample: ModuleType
) -> None:
    """Nothing else names it."""
    assert "Chỉ thị số 908-CT/TW của Ban Bí thư (khóa XII)" in page(client, sample.PARTY_DIRECTIVE)


def test_hostile_words_stay_words(client: FlaskClient, sample: ModuleType) -> None:
    """Title, text, quotations, cues and names are escaped."""
    for tab in TABS:
        text = page(client, sample.BAD, tab)
        assert "&lt;script&gt;" in text
        assert "<script>alert" not in text


@pytest.mark.parametrize("ending", ["ttl", "jsonld", "nt", "rdf"])
def test_the_page_leads_to_its_data(client: FlaskClient, sample: ModuleType, ending: str) -> None:
    """An ending or an Accept header gives the data instead."""
    answer = client.get(f"/doc/{sample.DIRECTIVE}.{ending}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/data/{sample.DIRECTIVE}.{ending}"
    turtle = client.get(f"/doc/{sample.DIRECTIVE}", headers={"Accept": "text/turtle"})
    assert turtle.headers["Location"].endswith(".ttl")


def test_no_id_stands_twice(client: FlaskClient, sample: ModuleType) -> None:
    """Links within the page are certain."""
    ids = re.findall(r'\bid="([^"]*)"', page(client, sample.DIRECTIVE))
    assert len(ids) == len(set(ids))
    assert "" not in ids
