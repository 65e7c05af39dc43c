"""A term that is used is declared, and a declared term says in two languages what it means."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from ontology.namespaces import LDO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOMS = ("luocdo", "ontology", "loaders", "queries", "webui")
PREFIXED = re.compile(r"(?<![\w:/])ldo:([A-Za-z]\w*)")
LANGUAGES = {"vi", "en"}


@pytest.fixture(scope="module")
def vocabulary(project: Path) -> Graph:
    """Return luocdo.ttl as it stands on disk."""
    return Graph().parse(project / "ontology" / "luocdo.ttl")


@pytest.fixture(scope="module")
def declared(vocabulary: Graph) -> set[str]:
    """Return the names that the vocabulary declares."""
    subjects = {s for s in vocabulary.subjects(RDF.type) if str(s).startswith(str(LDO))}
    return {str(subject).removeprefix(str(LDO)) for subject in subjects}


def names_in_python(path: Path) -> Iterator[str]:
    """Give the terms of a module: `LDO.x`, `LDO["x"]`, and `ldo:x` in its strings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "LDO":
            yield node.attr
        elif isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "LDO":
            if isinstance(node.slice, ast.Constant):
                yield str(node.slice.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from PREFIXED.findall(node.value)


def test_terms_of_python_are_declared(project: Path, declared: set[str]) -> None:
    """No module writes a term that nobody defined."""
    used = {
        name
        for room in ROOMS
        for path in (project / room).rglob("*.py")
        for name in names_in_python(path)
    }
    assert len(used) > 60
    assert used - declared == set()


@pytest.mark.parametrize("suffix", ["rq", "ttl", "html", "jsonld", "md"])
def test_terms_of_texts_are_declared(suffix: str, project: Path, declared: set[str]) -> None:
    """Queries, shapes, examples, context, pages and docs use declared terms only."""
    folders = (*ROOMS, "docs", "tests/queries", "tests/ontology")
    paths = [path for folder in folders for path in (project / folder).rglob(f"*.{suffix}")]
    assert paths
    unknown = {
        f"{path.relative_to(project)}: {name}"
        for path in paths
        for name in PREFIXED.findall(path.read_text(encoding="utf-8"))
        if name not in declared
    }
    assert unknown == set()


def test_names_for_python_are_those_of_the_vocabulary(declared: set[str]) -> None:
    """`LDO` offers each declared term and nothing else."""
    assert {str(term).removeprefix(str(LDO)) for term in LDO} == declared


def test_context_stands_beside_the_vocabulary(project: Path, declared: set[str]) -> None:
    """Each property that the JSON-LD context maps to our namespace is declared."""
    context = json.loads((project / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    mapped = re.findall(rf'"(?:ldo:|{re.escape(str(LDO))})(\w+)"', json.dumps(context))
    assert len(mapped) > 20
    assert set(mapped) - declared == set()


@pytest.mark.parametrize("how", [(RDFS.label, SKOS.prefLabel), (RDFS.comment, SKOS.definition)])
def test_declared_terms_speak_two_languages(
    how: tuple[URIRef, URIRef], vocabulary: Graph, declared: set[str]
) -> None:
    """A label and a definition in Vietnamese and in English."""
    mute = [
        name
        for name in sorted(declared)
        if {
            str(getattr(words, "language", ""))
            for words in (o for p in how for o in vocabulary.objects(LDO[name], p))
            if str(words).strip()
        }
        != LANGUAGES
    ]
    assert mute == []
