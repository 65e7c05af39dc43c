"""`luocdo lineage DOC`: the chain of documents above one, with the quoted words of each step."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.naming import Names, shortened
from ontology.namespaces import iri
from queries.exports.graphs import FORMATS, of_lineage, of_paths, write_graph
from queries.lineage import lineage
from queries.questions import ask
from queries.store.folder_reader import FolderReader
from queries.tracing import all_paths, shortest_chain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.index.reader import SideIndex
    from queries.terms import PythonValue

    Row = Mapping[str, PythonValue | None]

INDENT = "   "
MOST = 20_000
"""Documents of a lineage written to a file, the nearest first."""


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("document", metavar="DOC", help=messages.say("help.lineage.document"))
    parser.add_argument("--to", metavar="DOC", help=messages.say("help.lineage.to"))
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help=messages.say("help.lineage.format")
    )
    parser.add_argument(
        "--shortest", action="store_true", help=messages.say("help.lineage.shortest")
    )


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the lineage."""
    reader = FolderReader(settings.store)
    names = Names(reader=reader, base=settings.base_iri)
    path = names.path(arguments.document)
    if arguments.to or arguments.format or arguments.shortest:
        other = names.path(arguments.to) if arguments.to else ""
        sys.stdout.write(_file(reader.index(), path, other, arguments, settings).decode())
        return ExitCode.FINE
    rows = ask("lineage-up", {"doc": path}, reader, base_iri=settings.base_iri).rows
    root = str(iri(settings.base_iri, path))
    steps: dict[str, list[Row]] = defaultdict(list)
    for record in rows.records():
        steps[str(record["from"])].append(record)
    print(names.label(root))
    if not steps:
        print(messages.say("lineage.none", number=arguments.document))
    for line in _lines(root, steps, messages, 1, {root}):
        print(line)
    return ExitCode.FINE


def _file(
    index: SideIndex, path: str, other: str, arguments: Namespace, settings: Settings
) -> bytes:
    """Return the lineage of a document, or the ways to another one, in a format."""
    document = str(iri(settings.base_iri, path))
    form = arguments.format or "json"
    if not other:
        return write_graph(of_lineage(lineage(index, document, up=6, down=6, limit=MOST)), form)
    find = shortest_chain if arguments.shortest else all_paths
    return write_graph(of_paths(find(index, document, str(iri(settings.base_iri, other)))), form)


def _lines(
    document: str, steps: Mapping[str, list[Row]], messages: Messages, depth: int, seen: set[str]
) -> Iterator[str]:
    """Give the lines of what a document rests on, deeper with each step; a document once."""
    indent = INDENT * depth
    for step in steps.get(document, []):
        target = str(step["to"])
        kind = str(step["relation"]).rpartition("#")[2]
        relation = messages.say(f"relation.{kind}")
        title = shortened(str(step["toLabel"] or ""))
        yield messages.say("lineage.step", indent=indent, relation=relation, title=title)
        quote = step["quote"]
        key = "lineage.quote" if quote else "lineage.no_quote"
        yield messages.say(key, indent=indent, quote=shortened(str(quote)))
        if target not in seen:
            seen.add(target)
            yield from _lines(target, steps, messages, depth + 1, seen)
