"""What was read in a document: citations and tasks, numbered as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webui.addresses import anchor_of
from webui.facts.citations import grouped, read_citations
from webui.facts.citations import things_of as cited_things
from webui.facts.names import read_names
from webui.facts.obligations import read_obligations
from webui.facts.obligations import things_of as assigned_things
from webui.labels import term_label
from webui.marking import Mark
from webui.site import addresses, current_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from webui.facts.citations import CitationFact, RelationGroup
    from webui.facts.documents import DocumentFact
    from webui.facts.evidence import Words
    from webui.facts.names import Names
    from webui.facts.obligations import ObligationFact
    from webui.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was read in a document.

    Args:
        citations, obligations: in the order of the text.
        names: names of all that these speak of.
    """

    citations: tuple[CitationFact, ...]
    obligations: tuple[ObligationFact, ...]
    names: Names

    @property
    def tasks(self) -> tuple[ObligationFact, ...]:
        """The obligations that are no report within another one."""
        return tuple(o for o in self.obligations if "/report/" not in o.iri)

    @property
    def groups(self) -> tuple[RelationGroup, ...]:
        """The citations by relation."""
        return grouped(self.citations)

    def reports(self, task: ObligationFact) -> tuple[ObligationFact, ...]:
        """Return the duties to report that belong to a task; itself where it is one."""
        inside = tuple(o for o in self.obligations if o.iri.startswith(f"{task.iri}/report/"))
        return (task,) if task.is_report else inside

    def numbers(self) -> Mapping[str, int]:
        """Return the number of each citation and task by IRI, counted in the order of the text."""
        counted = {c.iri: n for n, c in enumerate(self.citations, 1)}
        counted.update({o.iri: n for n, o in enumerate(self.tasks, 1)})
        return counted


def read_document_findings(document: DocumentFact) -> Findings:
    """Return what was read in a document, with the names of all that it speaks of."""
    reader = current_site().reader
    citations = read_citations(reader, document.iri)
    obligations = read_obligations(reader, document.iri)
    spoken_of = {
        document.iri,
        *cited_things(citations),
        *assigned_things(obligations),
        *(v for s in document.statements for v in s.values if addresses().path(v)),
    }
    return Findings(
        citations=citations, obligations=obligations, names=read_names(reader, spoken_of)
    )


def fact_anchor(iri: str) -> str:
    """Return the id on its page of what is said inside a document."""
    return anchor_of(addresses().path(iri) or "")


def marks(document: DocumentFact, found: Findings, tongue: Language) -> Iterator[Mark]:
    """Give the marks of a document's text: citations, tasks with their parts, statements."""
    numbers = found.numbers()
    for citation in found.citations:
        if citation.words is not None:
            yield _citation_mark(citation, citation.words, numbers[citation.iri], found, tongue)
    for number, task in enumerate(found.tasks, 1):
        yield from _task_marks(task, number, tongue)
    for statement in document.statements:
        for words in statement.evidence:
            yield Mark(
                start=words.start,
                end=words.end,
                kind="statement",
                fact=f"is-{statement.property}",
                title=term_label(statement.property, tongue.code),
            )
    for words in document.title_words:
        title = term_label("http://purl.org/dc/terms/title", tongue.code)
        yield Mark(start=words.start, end=words.end, kind="statement", fact="is-title", title=title)


def _citation_mark(
    citation: CitationFact, words: Words, number: int, found: Findings, tongue: Language
) -> Mark:
    relation = term_label(citation.relation, tongue.code)
    name = found.names.get(citation.cited)
    target = name.say(tongue.code) if name else term_label(citation.status, tongue.code)
    return Mark(
        start=words.start,
        end=words.end,
        kind="citation",
        fact=fact_anchor(citation.iri),
        label=str(number),
        title=f"{tongue.say('document.citation', number=number)}: {relation} · {target}",
        style=f"status-{citation.status}",
    )


def _task_marks(task: ObligationFact, number: int, tongue: Language) -> Iterator[Mark]:
    fact = fact_anchor(task.iri)
    title = tongue.say("document.task", number=number)
    if task.words is not None:
        label = f"{tongue.say('document.task_letter')}{number}"
        yield Mark(
            start=task.words.start,
            end=task.words.end,
            kind="task",
            fact=fact,
            label=label,
            title=title,
            leads=True,
        )
    parts = (("body", task.assignments), ("deadline", task.deadlines), ("target", task.targets))
    for kind, found in parts:
        for part in found:
            if part.words is not None:
                say = tongue.say(f"document.legend_{kind}")
                yield Mark(
                    start=part.words.start,
                    end=part.words.end,
                    kind=kind,
                    fact=fact,
                    title=f"{title}: {say}",
                )
