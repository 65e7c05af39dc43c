"""`luocdo serve`: the site and the SPARQL endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo import serve as serving
from luocdo.commands import ExitCode

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


SERVING = (
    "address",
    "trusted_proxy",
    "max_body_bytes",
    "max_upload_bytes",
    "max_address_bytes",
    "query_seconds",
    "query_quick_seconds",
    "query_wait_seconds",
    "query_rows",
    "query_bytes",
    "query_memory",
    "query_chars",
    "query_workers",
    "query_quick_workers",
    "query_room",
)
"""Settings that are options of this command as well."""


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--host", help=messages.say("help.serve.host"))
    parser.add_argument("--port", type=int, help=messages.say("help.serve.port"))
    for name in SERVING:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, dest=name, help=messages.say(f"setting.{name}"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Serve until stopped."""
    given = {name: getattr(arguments, name) for name in ("host", "port", *SERVING)}
    chosen = settings.with_values({k: v for k, v in given.items() if v is not None})

    def ready(host: str, port: int) -> None:
        print(messages.say("serve.ready", host=host, port=port), flush=True)

    serving.serve(chosen, ready)
    print(messages.say("serve.stopped"))
    return ExitCode.FINE
