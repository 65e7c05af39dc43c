"""`luocdo fetch-next`: documents that are cited and not held, by how many lineages end there."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.naming import Names, shortened
from queries.fetching import to_fetch
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--most", type=int, default=20, metavar="N", help=messages.say("help.fetch_next.most")
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=messages.say("help.explain.format"),
    )


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the documents with the words that cite them."""
    reader = FolderReader(settings.store)
    wanted = to_fetch(reader, most=max(1, arguments.most))
    if arguments.format == "json":
        print(json.dumps([asdict(each) for each in wanted], ensure_ascii=False, indent=1))
        return ExitCode.FINE
    names = Names(reader=reader, base=settings.base_iri)
    quotes = [quote for each in wanted for quote in each.quotes]
    labels = names.labels({*(e.document for e in wanted), *(q.document for q in quotes)})
    for place, each in enumerate(wanted, 1):
        print(
            messages.say(
                "fetch_next.document",
                place=place,
                document=labels[each.document],
                chains=each.chains,
                citations=each.citations,
            )
        )
        for quote in each.quotes:
            said, document = shortened(quote.words), labels[quote.document]
            print(messages.say("fetch_next.quote", words=said, document=document))
    return ExitCode.FINE
