"""`luocdo explain FILE...`: say of each citation how it was read, resolved and related, and why."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.explaining import explain, rule_meaning
from luocdo.reading import read_documents
from ontology.registry import load_registry

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from loaders.errors import DocumentError
    from loaders.records import Citation, ExtractedDocument
    from luocdo.explaining import Explanation, Guess, Link
    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from ontology.registry import Registry

Json = dict[str, object]


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=messages.say("help.load.paths"))
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=messages.say("help.explain.format"),
    )


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the explanations; 0 when all files were read, 3 when some were not."""
    refused: list[str] = []

    def refuse(name: str, fault: DocumentError) -> None:
        refused.append(name)
        print(messages.explain(fault, name), file=sys.stderr)

    registry = load_registry(settings.registers)
    teller = Teller(messages)
    for document in read_documents(arguments.paths, registry, settings, refuse):
        if arguments.format == "json":
            print(json.dumps(teller.as_json(document, registry), ensure_ascii=False))
        else:
            print("\n".join(teller.lines(document, registry)), end="\n\n")
    return ExitCode.SOME_FAILED if refused else ExitCode.FINE


class Teller:
    """Puts explanations into words.

    Args:
        messages: the sentences of a language.
    """

    def __init__(self, messages: Messages) -> None:
        self.messages = messages

    def lines(self, document: ExtractedDocument, registry: Registry) -> Iterator[str]:
        """Give the lines of a document: its heading, then those of each citation."""
        number = document.metadata.number
        yield self.messages.say(
            "explain.document",
            name=document.name,
            number=number.value if number else self.messages.say("explain.no_number"),
            path=document.path,
            count=len(document.citations),
        )
        for each in explain(document, registry):
            indent = "    " * each.depth
            yield from (indent + line for line in self._of_citation(each))

    def _of_citation(self, each: Explanation) -> Iterator[str]:
        """Give the lines of one citation."""
        say, citation = self.messages.say, each.citation
        place = citation.index + 1
        yield say("explain.citation", index=place, line=each.words.line, words=each.words.text)
        yield say("explain.read", parts="; ".join(self._parts(citation)))
        if citation.repairs:
            kinds = ", ".join(say(f"repair.{kind}") for kind in citation.repairs)
            yield say("explain.repair", number=citation.number, kinds=kinds)
        rule = self._rule("citation", citation.rule)
        yield say("explain.rule", rule=rule, confidence=f"{citation.confidence:.2f}")
        yield from self._of_resolution(each)
        for link in each.links:
            yield self._of_link(link)

    def _parts(self, citation: Citation) -> Iterator[str]:
        """Give what was read of a citation, part by part."""
        say = self.messages.say
        yield say(f"form.{citation.form.value}")
        parts = {
            "type": citation.type_name,
            "number": citation.number,
            "short_number": citation.short_number,
            "date": citation.issued_on.iso() if citation.issued_on else None,
            "issuer": citation.issuer,
            "term": citation.term,
            "title": citation.title,
            "clause": citation.clause,
            "range_end": None if citation.range_end is None else citation.range_end + 1,
        }
        yield from (say(f"part.{name}", value=value) for name, value in parts.items() if value)
        if citation.in_basis:
            yield say("explain.in_basis")
        if citation.in_title:
            yield say("explain.in_title")

    def _of_resolution(self, each: Explanation) -> Iterator[str]:
        """Give the lines that say what a citation means, and why."""
        say, resolution = self.messages.say, each.resolution
        parts = [say(f"status.{resolution.status.value}")]
        if resolution.target:
            parts.append(self._document(resolution.target, each.title))
            parts.append(", ".join(say(f"method.{method}") for method in resolution.methods))
            parts.append(say("explain.confidence", confidence=f"{resolution.confidence:.2f}"))
        yield say("explain.resolution", parts="; ".join(parts))
        yield say("explain.reason", reason=say(f"reason.{resolution.reason}"))
        if each.other_date:
            yield say("explain.other_date", date=each.other_date)
        for guess in each.guesses:
            yield self._of_guess(guess, resolution.reason)
        if each.verdict:
            yield say("explain.verdict", verdict=say(f"verdict.{each.verdict}"))

    def _of_guess(self, guess: Guess, reason: str) -> str:
        """Return the line of a candidate; its reason where it is not that of the resolution."""
        candidate = guess.candidate
        words = self._document(candidate.target, guess.title)
        if candidate.reason != reason:
            words += "; " + self.messages.say(f"reason.{candidate.reason}")
        return self.messages.say("explain.guess", score=f"{candidate.score:.2f}", words=words)

    def _of_link(self, link: Link) -> str:
        """Return the line of a relation."""
        say, relation = self.messages.say, link.relation
        source = say("explain.self") if relation.source is None else f"[{relation.source + 1}]"
        cue = say("explain.no_cue")
        if link.cue:
            cue = say("explain.cue", words=link.cue.text, line=link.cue.line)
        return say(
            "explain.relation",
            source=source,
            kind=say(f"relation.{relation.kind}"),
            target=f"[{relation.target + 1}]",
            cue=cue,
            rule=self._rule("relation", relation.rule),
            confidence=f"{relation.confidence:.2f}",
        )

    def _document(self, path: str, title: str) -> str:
        return f"{path} «{title}»" if title else path

    def _rule(self, step: str, rule: str) -> str:
        """Return a rule by its id and what it means."""
        meaning = self._meaning(step, rule)
        return f"{rule} ({meaning})" if meaning else rule

    def _meaning(self, step: str, rule: str) -> str:
        """Return what a rule means, in the words of its table where the language has none."""
        return self.messages.means.get(f"{step}.{rule}") or rule_meaning(step, rule)

    def as_json(self, document: ExtractedDocument, registry: Registry) -> Json:
        """Return the explanations of a document as one JSON object; indexes count from 0."""
        number = document.metadata.number
        return {
            "doc": document.name,
            "path": document.path,
            "number": number.value if number else None,
            "citations": [self._citation(each) for each in explain(document, registry)],
        }

    def _citation(self, each: Explanation) -> Json:
        citation, resolution = each.citation, each.resolution
        return {
            "index": citation.index,
            "within": citation.within,
            "line": each.words.line,
            "start": citation.span.start,
            "end": citation.span.end,
            "text": each.words.text,
            "form": citation.form.value,
            "type": citation.type_name,
            "number": citation.number,
            "short_number": citation.short_number,
            "repairs": citation.repairs,
            "date": citation.issued_on.iso() if citation.issued_on else None,
            "issuer": citation.issuer,
            "term": citation.term,
            "title": citation.title,
            "rule": self._rule_json("citation", citation.rule),
            "confidence": citation.confidence,
            "status": resolution.status.value,
            "target": resolution.target,
            "target_title": each.title or None,
            "other_date": each.other_date or None,
            "methods": resolution.methods,
            "reason": self._reason(resolution.reason),
            "resolution_confidence": resolution.confidence,
            "candidates": [self._guess(guess) for guess in each.guesses],
            "verdict": self.messages.say(f"verdict.{each.verdict}") if each.verdict else None,
            "relations": [self._link(link) for link in each.links],
        }

    def _guess(self, guess: Guess) -> Json:
        candidate = guess.candidate
        reason = self._reason(candidate.reason)
        return {
            "target": candidate.target,
            "title": guess.title or None,
            "score": candidate.score,
            "reason": reason,
        }

    def _link(self, link: Link) -> Json:
        relation = link.relation
        return {
            "source": "self" if relation.source is None else relation.source,
            "type": relation.kind,
            "cue": asdict(link.cue) if link.cue else None,
            "rule": self._rule_json("relation", relation.rule),
            "confidence": relation.confidence,
        }

    def _rule_json(self, step: str, rule: str) -> Json:
        return {"id": rule, "means": self._meaning(step, rule)}

    def _reason(self, reason: str) -> Json:
        return {"code": reason, "says": self.messages.say(f"reason.{reason}")}
