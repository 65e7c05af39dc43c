"""Questions and queries are answered as table, CSV or JSON, and refused with a sentence."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from luocdo.commands.query import parameters_of
from queries.errors import BadParameter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

ASKED = ("query", "lineage-up", "--doc", "09/CT-UBND")


@pytest.fixture
def free(tmp_path: Path) -> Path:
    """Return a file to hold a query of one's own."""
    return tmp_path / "q.rq"


def test_every_form_has_the_same_rows(luocdo: Callable[..., Done], store: Path) -> None:
    """CSV has a header, JSON objects, the table its count."""
    own = (*ASKED, "--store", store)
    rows = list(csv.DictReader(io.StringIO(luocdo(*own, "--format", "csv").out)))
    objects = json.loads(luocdo(*own, "--format", "json").out)
    table = luocdo(*own).out
    assert len(rows) == len(objects) > 3
    assert list(rows[0]) == list(objects[0])
    assert f"{len(rows)} dòng." in table


def test_parameters_may_be_written_in_each_way(luocdo: Callable[..., Done], store: Path) -> None:
    """`--doc x`, `--doc=x` and `--param doc x` mean the same."""
    ways = (("--doc", "09/CT-UBND"), ("--doc=09/CT-UBND",), ("--param", "doc", "09/CT-UBND"))
    asked = ("query", "lineage-up", "--store", store, "--format", "csv")
    (out,) = {luocdo(*asked, *way).out for way in ways}
    assert out.count("\n") > 3


def test_names_of_parameters_are_read() -> None:
    """A word without a name or a value is refused."""
    assert parameters_of(["--as-of=2024-01-01", "--doc", "x"]) == {
        "as_of": "2024-01-01",
        "doc": "x",
    }
    for words in (["doc"], ["--doc"]):
        with pytest.raises(BadParameter):
            parameters_of(words)


def test_a_free_query_runs(luocdo: Callable[..., Done], store: Path, free: Path) -> None:
    """From a file."""
    free.write_text("SELECT ?s { ?s a <https://w3id.org/luocdo/ns#Directive> } LIMIT 1", "utf-8")
    done = luocdo("query", "--sparql", free, "--store", store, "--format", "csv")
    assert done.code == 0
    assert done.out.splitlines()[0] == "s"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT {", "sai cú pháp"),
        ("DROP ALL", "chỉ để đọc"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_a_refused_query_is_a_sentence(
    query: str, says: str, luocdo: Callable[..., Done], store: Path, free: Path
) -> None:
    """Exit code 4 and what to do."""
    free.write_text(query, encoding="utf-8")
    done = luocdo("query", "--sparql", free, "--store", store)
    assert done.code == 4
    assert says in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("no-such-question",),
        ("lineage-up",),
        ("lineage-up", "--nobody", "x"),
        ("due", "--from", "x"),
    ],
)
def test_what_cannot_be_asked_is_usage(
    words: tuple[str, ...], luocdo: Callable[..., Done], store: Path
) -> None:
    """No question, an unknown one, a missing, an unknown and an unfit parameter."""
    done = luocdo("query", *words, "--store", store)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_a_lost_file_is_usage(luocdo: Callable[..., Done], store: Path) -> None:
    """The file is named."""
    done = luocdo("query", "--sparql", "khong-co.rq", "--store", store)
    assert done.code == 2
    assert "khong-co.rq" in done.err


def test_no_rows_are_told(luocdo: Callable[..., Done], store: Path, free: Path) -> None:
    """An empty table is no failure."""
    free.write_text("SELECT ?s { ?s a <https://example.org/Nothing> }", encoding="utf-8")
    done = luocdo("query", "--sparql", free, "--store", store)
    assert done.code == 0
    assert "Không có kết quả trong kho này." in done.out
