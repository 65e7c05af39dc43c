"""`luocdo reviews`: the decisions of reviewers as labelled data, one JSON object a line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from luocdo.commands import ExitCode
from luocdo.loading.decisions import document_path
from queries.store.folder_reader import FolderReader
from queries.store.reviews import all_decisions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.store.reviews import StoredDecision
    from queries.terms import Term

_SPAN: Final = re.compile(r"/(?P<kind>cit|obl|ev)/(?P<start>\d+)-(?P<end>\d+)")


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments: it has none of its own."""
    del parser, messages


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print every decision, the oldest first."""
    del arguments, messages
    for decision in all_decisions(FolderReader(settings.store)):
        print(json.dumps(_labelled(decision, settings.base_iri), ensure_ascii=False))
    return ExitCode.FINE


def _labelled(decision: StoredDecision, base: str) -> dict[str, object]:
    """Return a decision with the place of the words that it is about."""
    place = _SPAN.search(decision.node)
    return {
        "document": document_path(decision.node, base),
        "node": decision.node,
        "start": int(place["start"]) if place else None,
        "end": int(place["end"]) if place else None,
        "quote": decision.quote or None,
        "verdict": decision.verdict,
        "property": decision.term.rpartition("#")[2] or None,
        "old": _value(decision.old),
        "new": _value(decision.value),
        "reason": decision.reason or None,
        "reviewer": decision.reviewer.rpartition("/")[2],
        "at": decision.at,
        "decision": decision.iri,
        "revises": decision.revises or None,
    }


def _value(term: Term | None) -> str | None:
    return term.value if term else None
