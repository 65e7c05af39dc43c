"""The OpenAPI document of what programs may ask, made of the catalogue.

Source: OpenAPI Specification 3.1.0; RFC 9457 for the errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from queries.exports.graphs import FORMATS
from queries.lineage import MAX_STEPS
from queries.questions import catalogue

if TYPE_CHECKING:
    from queries.questions import Parameter, Question

RESERVED: Final = frozenset({"format", "output", "results", "lang"})
"""Parameters that every address takes: the form and the language of the answer."""

MOST_DOCUMENTS: Final = 2_000
"""Documents of a lineage given at most, the nearest first; what is left out is counted."""

_ROW_FORMATS: Final = ["json", "csv", "tsv", "xml", "spreadsheet"]
_SCHEMAS: Final = {"integer": {"type": "integer"}, "date": {"type": "string", "format": "date"}}
_COLUMN_SCHEMAS: Final = {
    "integer": {"type": ["integer", "null"]},
    "decimal": {"type": ["number", "string", "null"]},
    "boolean": {"type": ["boolean", "null"]},
}
_WORDS: Final = {"type": ["string", "number", "boolean", "null"]}

JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"

Json = dict[str, object]


def description(address: str) -> Json:
    """Return the document.

    Args:
        address: public address of the site, with its final slash.
    """
    paths: Json = {f"/api/questions/{asked.id}": _question(asked) for asked in catalogue()}
    listed: dict[str, Json] = {JSON: {"type": "object"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "luocdo",
            "version": "1",
            "description": "Catalogued questions and lineages. SPARQL itself is at /sparql.",
        },
        "servers": [{"url": address.rstrip("/")}],
        "paths": {
            "/api/questions": _get("questions", "All questions", (), listed),
            **paths,
            **_graphs(),
        },
        "components": {"schemas": {"Problem": _problem()}},
    }


def _get(
    name: str,
    summary: str,
    parameters: tuple[Json, ...],
    answers: dict[str, Json],
    description: str = "",
) -> Json:
    """Return what one address takes and gives."""
    problem: Json = {
        PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}},
        "text/plain": {"schema": {"type": "string"}},
    }
    failures: Json = {
        status: {"description": words, "content": problem}
        for status, words in (
            ("400", "A parameter is missing, unknown, of the wrong type or ambiguous."),
            ("404", "There is no such question."),
            ("406", "None of the formats asked for can be given."),
            ("503", "Out of time, or nothing is loaded yet; Retry-After says when to ask again."),
        )
    }
    content = {kind: {"schema": schema} for kind, schema in answers.items()}
    responses: Json = {"200": {"description": summary, "content": content}, **failures}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "description": description or summary,
            "parameters": list(parameters),
            "responses": responses,
        }
    }


def _question(asked: Question) -> Json:
    rows: Json = {
        "type": "object",
        "required": ["rows"],
        "properties": {
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        c.name: _COLUMN_SCHEMAS.get(c.kind, _WORDS) for c in asked.columns
                    },
                },
            }
        },
    }
    text: Json = {"type": "string"}
    answers: dict[str, Json] = {
        JSON: rows,
        "text/csv": text,
        "text/tab-separated-values": text,
        "application/sparql-results+json": {"type": "object"},
        "application/sparql-results+xml": text,
    }
    parameters = (*map(_parameter, asked.parameters), _choice("format", _ROW_FORMATS))
    name = f"question_{asked.id.replace('-', '_')}"
    description = f"{asked.description_en}\n\n{asked.description_vi}"
    return _get(name, asked.title_en, parameters, answers, description)


def _parameter(parameter: Parameter) -> Json:
    said: Json = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.default is None,
        "description": f"{parameter.en} / {parameter.vi}",
        "schema": dict(_SCHEMAS.get(parameter.type, {"type": "string"})),
    }
    if parameter.example is not None:
        is_number = parameter.type == "integer"
        said["example"] = int(parameter.example) if is_number else parameter.example
    return said


def _choice(name: str, values: list[str]) -> Json:
    return {"name": name, "in": "query", "schema": {"type": "string", "enum": values}}


def _graphs() -> dict[str, Json]:
    """Return the addresses that give graphs of documents."""
    text: Json = {"type": "string"}
    answers: dict[str, Json] = {kind: text for kind, _ in FORMATS.values()}
    answers[JSON] = {"type": "object", "required": ["nodes", "edges"]}
    form = _choice("format", list(FORMATS))
    ends = (_named("from"), _named("to"))
    ranked: dict[str, Json] = {JSON: {"type": "object", "required": ["measure", "rows"]}}
    return {
        "/api/lineage": _get(
            "lineage",
            "What a document rests on and what rests on it, with the words of each edge",
            (_named("doc"), _bounded("up", MAX_STEPS), _bounded("down", MAX_STEPS), form),
            answers,
        ),
        "/api/paths": _get(
            "paths",
            "All ways by which one document rests on another",
            (*ends, _bounded("depth", MAX_STEPS), form),
            answers,
        ),
        "/api/chain": _get(
            "chain", "One shortest chain between two documents", (*ends, form), answers
        ),
        "/api/influence": _get(
            "influence",
            "The documents that most others rest on",
            (_bounded("limit", 1_000),),
            ranked,
        ),
    }


def _named(name: str) -> Json:
    words = "A document by its IRI, its path, its number in any spelling, or a known name."
    schema = {"type": "string"}
    return {"name": name, "in": "query", "required": True, "description": words, "schema": schema}


def _bounded(name: str, most: int) -> Json:
    schema = {"type": "integer", "minimum": 0, "maximum": most}
    return {"name": name, "in": "query", "schema": schema}


def _problem() -> Json:
    words = {"type": "string"}
    fields = dict.fromkeys(("type", "title", "detail", "code", "hint"), words)
    return {
        "type": "object",
        "required": ["type", "title", "status", "code"],
        "properties": {**fields, "status": {"type": "integer"}},
    }
