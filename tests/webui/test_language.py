"""Every sentence exists in both languages and is asked for somewhere."""

from __future__ import annotations

import re
import string
from datetime import date
from typing import TYPE_CHECKING

import pytest

from webui.language import LANGUAGES, load_language

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

SAID = re.compile(r"""say\(\s*["']([a-z_]+\.[A-Za-z0-9_-]+)["']""")
BUILT = (
    "lineage.rank_",
    "bodies.",
    "severity.",
    "sparql_examples.",
    "problem.",
    "document.legend_",
    "lineage.node_",
    "clause.",
    "recurrence.",
    "force.",
    "relation_in.",
    "tab.",
    "tasks.",
    "document.way_",
    "compare.",
    "lineage.axis_",
    "search.",
    "state.",
    "fault.",
    "completeness.",
    "home.begin_",
    "add.field_",
    "review.field_",
    "review.verdict_",
)


def fields(sentence: str) -> set[str]:
    """Return what a sentence wants put in."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences() -> None:
    """No key is missing in either language, and each takes the same values."""
    vi, en = (load_language(code).sentences for code in LANGUAGES)
    assert vi.keys() == en.keys()
    assert [key for key in vi if fields(vi[key]) != fields(en[key])] == []
    assert all(sentence.strip() for sentence in (*vi.values(), *en.values()))


def test_every_sentence_that_a_page_says_exists(project: Path) -> None:
    """Templates and views ask for no sentence that the tables lack."""
    sources = [*(project / "webui").rglob("*.html"), *(project / "webui").rglob("*.py")]
    said = {key for path in sources for key in SAID.findall(path.read_text(encoding="utf-8"))}
    whole = {key for key in said if not key.endswith("_")}
    assert whole - load_language("vi").sentences.keys() == set()


def test_no_sentence_is_left_over(project: Path) -> None:
    """A sentence that no page says any more goes."""
    sources = [*(project / "webui").rglob("*.html"), *(project / "webui").rglob("*.py")]
    words = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    keys = [k for k in load_language("vi").sentences if not k.startswith(BUILT)]
    assert [key for key in keys if f'"{key}"' not in words and f"'{key}'" not in words] == []


def test_clauses_are_written_as_people_write_them() -> None:
    """Kinds by their words, bare numbers joined by points."""
    vi = load_language("vi")
    assert vi.clause("dieu/3/khoan/2/diem/a") == "Điều 3 khoản 2 điểm a"
    assert vi.clause("muc/2/4") == "mục 2.4"
    assert vi.clause("muc/2/a") == "mục 2.a"
    assert vi.clause("muc/2/c/gach/3") == "mục 2.c gạch đầu dòng 3"
    assert vi.clause("dieu/3~2") == "Điều 3 (lần 2)"


def test_dates_and_figures_are_written_as_people_write_them() -> None:
    """Day before month in both languages, thousands and decimals by custom."""
    vi, en = map(load_language, LANGUAGES)
    assert vi.date(date(2024, 3, 5)) == "05/03/2024"
    assert en.date(date(2024, 3, 5)) == "5 March 2024"
    assert (vi.number(1234567), en.number(1234567)) == ("1.234.567", "1,234,567")
    assert (vi.decimal(0.5), en.decimal(0.5)) == ("0,50", "0.50")


@pytest.mark.parametrize(
    ("address", "headers", "code"),
    [
        ("/help", {}, "vi"),
        ("/help", {"Accept-Language": "en-GB,en;q=0.9"}, "en"),
        ("/help", {"Accept-Language": "fr"}, "vi"),
        ("/help?lang=en", {"Accept-Language": "vi"}, "en"),
        ("/help?lang=xx", {}, "vi"),
    ],
)
def test_the_visitor_chooses_and_vietnamese_is_the_default(
    client: FlaskClient, address: str, headers: dict[str, str], code: str
) -> None:
    """The address wins over the browser's wish; what nobody speaks gives Vietnamese."""
    assert f'<html lang="{code}">' in client.get(address, headers=headers).text


def test_a_choice_is_remembered(client: FlaskClient) -> None:
    """After a choice the next page keeps to it."""
    client.get("/help?lang=en")
    assert '<html lang="en">' in client.get("/help").text
