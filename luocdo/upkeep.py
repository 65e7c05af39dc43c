"""Keep the findings of a store in step with what is loaded: only what changed is checked again.

What a document's findings depend on: its own graph, the documents that it cites, what ended them,
and a few rules whose fault at one document comes from another (`checking.CROSSING`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from luocdo.checking import BATCH, CROSSING, FIXED, OUTSIDE, Checker
from luocdo.findings import findings_name, keep_findings, kept_findings, kept_version
from ontology.namespaces import fixed_graph_iri, graph_iri, iri, path_of
from ontology.shape_rules import rules_version
from queries.completeness import CompletenessLog, Counts, DocumentCounts, counts_of, headings
from queries.store.folder_reader import FolderReader
from queries.store.texts import TextFolder
from queries.terms import literal, sparql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from luocdo.checking import Checked
    from luocdo.findings import WorkAsker
    from luocdo.settings import Settings
    from ontology.validation import Finding
    from queries.store.folder_writer import FolderWriter
    from queries.store.reader import Asker
    from queries.terms import Rows

_MANY: Final = 200
_ENDED: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?ended WHERE {{
  VALUES ?graph {{ {graphs} }}
  GRAPH ?graph {{ ?any ?ending ?ended . FILTER(?ending IN (ldo:repeals, ldo:replaces)) }}
}}
"""
_KNOWN: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?document WHERE {{
  VALUES ?graph {{ {graphs} }} GRAPH ?graph {{ ?document ldo:presence ?presence }}
}}
"""
_ALIASES: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?alias WHERE {{
  VALUES ?graph {{ {graphs} }} GRAPH ?graph {{ ?document ldo:alias ?alias }}
}}
"""
_WITH_VALUE: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?document WHERE {{
  VALUES ?value {{ {values} }}
  GRAPH ?graph {{ ?finding sh:value ?value ; dcterms:identifier ?code ; ldo:statedIn ?document }}
  FILTER(?code IN ({codes}))
}}
"""
_IN_CIRCLE: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?document WHERE {{
  VALUES ?document {{ {documents} }}
  GRAPH ?graph {{ ?finding ldo:statedIn ?document ; dcterms:identifier {code} }}
}}
"""
_WITH_CODE: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?document WHERE {{
  VALUES ?code {{ {codes} }}
  GRAPH ?graph {{ ?finding dcterms:identifier ?code ; ldo:statedIn ?document }}
}}
"""
_CITED: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT ?citation WHERE {{ ?citation ldo:citedWork <{document}> }} LIMIT {most}
"""
_OFTEN: Final = 20
"""Citations of a document of which no single one decides what is known of it."""
_CIRCLE: Final = "L1"
"""The rule of circles, the one of `CROSSING` whose findings do not name the other document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """By what a store was checked.

    Args:
        tables: the rules and the registers; findings of another state are stale.
        fixed: the graphs of known documents, bodies, places and terms as they were then.
    """

    tables: str
    fixed: str

    @classmethod
    def of(cls, store: FolderReader | FolderWriter, base: str) -> State:
        """Return the state by which a store would be checked now."""
        versions = {name: store.graph_version(str(fixed_graph_iri(base, name))) for name in FIXED}
        return cls(
            tables=f"{rules_version()}.{versions['places']}",
            fixed=".".join(str(version) for version in versions.values()),
        )

    @classmethod
    def kept(cls, store: WorkAsker, base: str) -> State:
        """Return the state by which a store was checked."""
        tables, _, fixed = kept_version(store, base).partition(" ")
        return cls(tables=tables, fixed=fixed)

    def __str__(self) -> str:
        """Return the state as it is kept."""
        return f"{self.tables} {self.fixed}"


@dataclass(slots=True, kw_only=True)
class Upkeep:
    """Checks what a batch of documents changed, and keeps what is found.

    Args:
        writer: the store.
        texts: the words of the documents.
        root: folder of the store.
        base: setting `base_iri`.
        advance: called with how many documents are done and how many there are.
    """

    writer: FolderWriter
    texts: TextFolder
    root: Path
    base: str
    advance: Callable[[int, int], None] = lambda *_: None
    _counts: list[DocumentCounts] = field(default_factory=list, init=False)
    _outside: list[Finding] = field(default_factory=list, init=False)
    _foci: set[str] = field(default_factory=set, init=False)
    _written: set[str] = field(default_factory=set, init=False)

    def renew(self, changed: AbstractSet[str]) -> int:
        """Check documents that changed since the last generation, and what depends on them.

        Nothing is done where the store was checked by another state of rules or registers, as all
        of it is stale then; `check` of the whole store brings it up to date. Returns how many
        documents were checked.
        """
        kept, now = State.kept(self.writer, self.base), State.of(self.writer, self.base)
        held = {path for path in changed if self.writer.holds_document(path)}
        self._drop(changed - held)
        is_all = not self.writer.holds_others(changed)
        if kept.tables != now.tables and not is_all:
            return 0
        known, done = set[str](), set[str]()
        if is_all:
            done = self._check(held)
        else:
            known, done = self._check_changed(changed, by_same=kept.fixed == now.fixed)
        if kept.fixed != now.fixed:
            self._keep(self._checker().check_fixed(), ())
        self._look_again(known - done)
        self._close(now)
        return sum(map(self.writer.holds_document, done))

    def _check_changed(
        self, changed: AbstractSet[str], *, by_same: bool
    ) -> tuple[set[str], set[str]]:
        """Check what changed and what depends on it; return what it spoke of, and what was done.

        Args:
            changed: paths of documents that came, changed or went.
            by_same: whether the registers say what they said at the last check.
        """
        before = FolderReader(self.root)
        known = self._named(before, _KNOWN, changed)
        ended = self._named(before, _ENDED, changed)
        found = set(changed) | ended
        if by_same:
            aliases = self._of_graphs(before, _ALIASES, changed)
            found |= self._crossed(changed | set(filter(self._is_seldom, known)), aliases)
        else:
            found |= self._with_codes(CROSSING)
        for path in changed | ended | self._named(self.writer, _ENDED, changed):
            found |= set(self.writer.citing(path))
        return known, self._check(set(filter(self.writer.holds_document, found)))

    def forget(self) -> None:
        """Drop all findings, which no longer speak of what is stored."""
        if kept_version(self.writer, self.base):
            for name in self.writer.graphs_of_findings():
                self.writer.remove_fixed(name)

    def renew_all(self) -> int:
        """Check the whole store, and return how many documents it holds."""
        stored = set(self.writer.documents())
        self._check(stored)
        self._keep(self._checker().check_fixed(), ())
        for name in set(self.writer.graphs_of_findings()) - self._written:
            self.writer.remove_fixed(name)
        self._close(State.of(self.writer, self.base), anew=True)
        return len(stored)

    def _drop(self, gone: AbstractSet[str]) -> None:
        """Forget what was found on documents that are stored no longer."""
        for path in gone:
            self.writer.remove_fixed(findings_name(self.base, path))
        if gone:
            CompletenessLog(self.root).forget(gone)

    def _crossed(self, documents: AbstractSet[str], aliases: AbstractSet[str]) -> set[str]:
        """Return the documents whose findings some others have caused.

        Args:
            documents: paths of the others, and of what they said a word about before.
            aliases: short names that they gave before.
        """
        nodes = sorted(str(iri(self.base, path)) for path in documents)
        codes, found = _list(sorted(CROSSING), ", "), set[str]()
        for some in _parts([*nodes, *sorted(aliases)]):
            asked = _WITH_VALUE.format(values=_list(some, " "), codes=codes)
            found |= self._paths(self.writer.select_work(asked))
        for some in _parts(nodes):
            named = " ".join(f"<{node}>" for node in some)
            asked = _IN_CIRCLE.format(documents=named, code=_list([_CIRCLE], ""))
            if self.writer.select_work(asked).rows:
                return found | self._with_codes((_CIRCLE,))
        return found

    def _is_seldom(self, path: str) -> bool:
        """Tell whether so few cite a document that what one says of it may matter."""
        asked = _CITED.format(document=iri(self.base, path), most=_OFTEN)
        return len(self.writer.select(asked).rows) < _OFTEN

    def _with_codes(self, codes: Iterable[str]) -> set[str]:
        """Return the documents with findings of some rules."""
        asked = _WITH_CODE.format(codes=_list(sorted(codes), " "))
        return self._paths(self.writer.select_work(asked))

    def _check(self, paths: AbstractSet[str]) -> set[str]:
        """Check stored documents batch by batch, and return all that were, with or without text."""
        waiting, done = sorted(paths), set[str]()
        total = len(waiting)
        checker = self._checker()
        while waiting:
            batch, waiting = waiting[:BATCH], waiting[BATCH:]
            checked = checker.check_documents(batch)
            self._keep(checked, batch)
            done |= checked.findings.keys()
            more = checked.concerned - done - set(waiting)
            waiting += sorted(more)
            total += len(more)
            self.advance(total - len(waiting), total)
        return done

    def _keep(self, checked: Checked, batch: Iterable[str]) -> None:
        """Keep what a check found; a document without a text has a graph where there is a fault."""
        texts = set(batch)
        for path, findings in checked.findings.items():
            name = findings_name(self.base, path)
            if path == OUTSIDE:
                self._outside += findings
            elif findings or path in texts or self.writer.checked([name]):
                keep_findings(self.writer, path, findings, self.base)
                self._written.add(name)
        self._foci |= checked.foci
        self._counts += self._counted(checked, batch)

    def _counted(self, checked: Checked, batch: Iterable[str]) -> Iterator[DocumentCounts]:
        """Give the counts of the documents of a batch."""
        heads, known = headings(checked.excerpt), counts_of(checked.excerpt)
        for path in batch:
            document = str(iri(self.base, path))
            body, place, filled, wanted = heads.get(document, ("", "", 0, 0))
            cited, citations, tasks, assigned, dated = known.get(document, (0, 0, 0, 0, 0))
            found = Counter(finding.severity for finding in checked.findings[path])
            yield DocumentCounts(
                path=path,
                body=body,
                place=place,
                counts=Counts(
                    fields=filled,
                    fields_of=wanted,
                    citations=cited,
                    citations_of=citations,
                    assignees=assigned,
                    assignees_of=tasks,
                    deadlines=dated,
                    deadlines_of=tasks,
                    violations=found["violation"],
                    warnings=found["warning"],
                    infos=found["info"],
                ),
            )

    def _look_again(self, paths: set[str]) -> None:
        """Check documents without a text again that a changed one no longer speaks of."""
        for path in sorted(paths):
            name = findings_name(self.base, path)
            if not self.writer.checked([name]) or name in self._written:
                continue
            citing = self.writer.citing(path)[:1]
            if citing:
                self._keep(self._checker().check_documents(citing), citing)
            else:
                self.writer.remove_fixed(name)

    def _close(self, state: State, *, anew: bool = False) -> None:
        """Keep the findings outside documents, the counts, and the state they belong to."""
        old = () if anew else kept_findings(self.writer, self.base, OUTSIDE)
        left = (finding for finding in old if finding.focus not in self._foci)
        keep_findings(self.writer, OUTSIDE, [*left, *self._outside], self.base, str(state))
        log = CompletenessLog(self.root)
        log.note(self._counts, datetime.now(UTC).isoformat(timespec="seconds"))
        self._foci.clear()
        self._written.clear()
        self._outside.clear()
        self._counts.clear()

    def _checker(self) -> Checker:
        return Checker(source=self.writer, texts=self.texts, base=self.base)

    def _named(self, asker: Asker, query: str, paths: Iterable[str]) -> set[str]:
        """Return the documents that a query finds in the graphs of some."""
        start = f"{self.base.rstrip('/')}/"
        nodes = self._of_graphs(asker, query, paths)
        return {path_of(self.base, node) for node in nodes if node.startswith(start)}

    def _of_graphs(self, asker: Asker, query: str, paths: Iterable[str]) -> set[str]:
        """Return what a query of one column finds in the graphs of some documents."""
        found: set[str] = set()
        for some in _parts([f"<{graph_iri(self.base, 'doc', path)}>" for path in paths]):
            rows = asker.select(query.format(graphs=" ".join(some))).rows
            found |= {row[0].value for row in rows if row[0] is not None}
        return found

    def _paths(self, rows: Rows) -> set[str]:
        found = (row[0].value for row in rows.rows if row[0] is not None)
        start = f"{self.base.rstrip('/')}/"
        return {path_of(self.base, node) for node in found if node.startswith(start)}


def _parts(words: list[str]) -> Iterator[list[str]]:
    """Give some words in parts that one query can take."""
    return (words[start : start + _MANY] for start in range(0, len(words), _MANY))


def _list(words: Iterable[str], between: str) -> str:
    """Return words as a list of strings in SPARQL."""
    return between.join(sparql(literal(word)) for word in words)


def renew_findings(writer: FolderWriter, settings: Settings) -> None:
    """Bring the findings up to date with what changed; after a large load they wait for `check`."""
    root = settings.store
    upkeep = Upkeep(writer=writer, texts=TextFolder(root=root), root=root, base=settings.base_iri)
    changed = set(writer.unpublished_documents())
    if len(changed) > settings.check_at_load:
        upkeep.forget()
    elif changed:
        upkeep.renew(changed)
