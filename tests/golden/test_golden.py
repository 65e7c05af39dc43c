"""Whole documents give the graph and the extract that a person has looked at."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

from loaders.extraction import extract
from loaders.graph.building import raw_graph
from loaders.interchange import as_json
from loaders.records import Run
from luocdo.files import find_files, open_file
from luocdo.loading.sources import limits
from luocdo.settings import Settings
from ontology.namespaces import DEFAULT_BASE, bind_prefixes
from ontology.registry import load_registry

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
NAMES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0].isdigit())
RUN = Run(version="golden", register_sha256="golden", settings="", started_at="")
"""A run without version and digest, so that only what is read can change a graph."""


def read(name: str) -> ExtractedDocument:
    """Return what is read of an example."""
    (found,) = find_files([str(EXAMPLES / f"{name}.*")]).files
    file = open_file(found, Settings().max_file_bytes)
    document = extract(file, load_registry(EXAMPLES / "registers"), limits(Settings()), RUN)
    return replace(document, run=RUN)


def stated(name: str) -> str:
    """Return the raw graph of an example as Turtle, in which a decimal has one way to be written."""
    graph = bind_prefixes(Graph())
    graph += raw_graph(read(name), load_registry(EXAMPLES / "registers"), DEFAULT_BASE)
    return graph.serialize(format="longturtle")


def told(expected: Graph, found: Graph) -> str:
    """Return the difference of two graphs, the lines that went and that came."""
    _, gone, new = graph_diff(to_isomorphic(expected), to_isomorphic(found))
    lines = [f"- {line}" for line in sorted(gone.serialize(format="nt").splitlines())]
    lines += [f"+ {line}" for line in sorted(new.serialize(format="nt").splitlines())]
    return "\n".join(line for line in lines if len(line) > 2)


@pytest.mark.parametrize("name", NAMES)
def test_the_graph_is_as_expected(name: str, request: pytest.FixtureRequest) -> None:
    """Every triple, compared as a graph."""
    path, found = HERE / name / "expected.ttl", stated(name)
    if request.config.getoption("--update-golden"):
        path.write_text(found, encoding="utf-8")
    expected, graph = Graph().parse(path, format="turtle"), Graph().parse(data=found)
    assert isomorphic(expected, graph), told(expected, graph)


@pytest.mark.parametrize("name", NAMES)
def test_the_extract_is_as_expected(name: str, request: pytest.FixtureRequest) -> None:
    """Every field of the extract."""
    path, found = HERE / name / "expected.json", as_json(read(name))
    if request.config.getoption("--update-golden"):
        text = json.dumps(found, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(found))


def test_the_kinds_differ() -> None:
    """Five examples of different kinds and formats stand here."""
    assert len(NAMES) == 5
    assert all(list(EXAMPLES.glob(f"{name}.*")) for name in NAMES)
