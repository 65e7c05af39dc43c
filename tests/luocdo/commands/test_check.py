"""The check says what is missing where, in each form, and its exit code says how bad."""

from __future__ import annotations

import csv
import json
import shutil
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done

DOCUMENT = "09/CT-UBND"


def test_findings_name_document_rule_and_words(luocdo: Callable[..., Done], store: Path) -> None:
    """The document's name, then a line a finding with severity and code."""
    done = luocdo("check", "--store", store, DOCUMENT)
    assert done.out.startswith("Báo cáo đầy đủ: ")
    assert "09/CT-UBND: " in done.out
    assert "[cảnh báo] C3: " in done.out
    assert "«" in done.out
    english = luocdo("check", "--store", store, DOCUMENT, "--lang", "en")
    assert "[warning] C3: " in english.out


def test_the_exit_code_follows_the_severity(luocdo: Callable[..., Done], store: Path) -> None:
    """Warnings fail only where asked to."""
    assert luocdo("check", "--store", store, DOCUMENT).code == 0
    assert luocdo("check", "--store", store, DOCUMENT, "--fail-on", "warning").code == 1


def test_json_holds_the_fields_of_each_finding(luocdo: Callable[..., Done], store: Path) -> None:
    """Programs read what people read."""
    findings = json.loads(luocdo("check", "--store", store, "--format", "json", DOCUMENT).out)
    assert findings
    for finding in findings:
        assert {"code", "severity", "focus", "message_vi", "message_en"} <= finding.keys()


def test_a_whole_store_is_summed_up_and_kept(
    luocdo: Callable[..., Done],
    store: Path,
    tmp_path: Path,
) -> None:
    """A line a rule with its count; checked anew it is the same."""
    copy = tmp_path / "store"
    shutil.copytree(store, copy)
    done = luocdo("check", "--store", copy, "--summary")
    assert luocdo("check", "--store", copy, "--summary", "--anew").out == done.out
    assert done.code == 0
    assert "trên 17 văn bản" in done.out
    assert "D2 (cảnh báo, 1)" in done.out


def test_an_unknown_document_is_usage(luocdo: Callable[..., Done], store: Path) -> None:
    """The number is repeated."""
    done = luocdo("check", "--store", store, "99999/CT-UBND")
    assert done.code == 2
    assert "99999/CT-UBND" in done.err


@pytest.mark.parametrize("name", ["csv", "junit", "sarif", "turtle"])
def test_each_form_is_whole(name: str, luocdo: Callable[..., Done], store: Path) -> None:
    """What a program reads can be read."""
    done = luocdo("check", "--store", store, "--format", name, DOCUMENT)
    readers = {
        "csv": lambda words: len(list(csv.reader(words.splitlines()))),
        "junit": lambda words: len(ET.fromstring(words)),
        "sarif": lambda words: len(json.loads(words)["runs"]),
        "turtle": lambda words: len(Graph().parse(data=words, format="turtle")),
    }
    assert readers[name](done.out)
