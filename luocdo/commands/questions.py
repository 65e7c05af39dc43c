"""`luocdo questions`: what can be asked, and with which parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from queries.questions import catalogue

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.questions import Parameter, Question


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare nothing: the command has no arguments of its own."""
    del parser, messages


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the catalogue."""
    del arguments
    for asked in catalogue():
        print(f"{asked.id:<22} {_title(asked, settings.lang)}")
        print(f"    {_description(asked, settings.lang)}")
        for parameter in asked.parameters:
            print(_parameter(parameter, messages))
    return ExitCode.FINE


def _title(asked: Question, language: str) -> str:
    return asked.title_en if language == "en" else asked.title_vi


def _description(asked: Question, language: str) -> str:
    return asked.description_en if language == "en" else asked.description_vi


def _parameter(parameter: Parameter, messages: Messages) -> str:
    default = ""
    if parameter.default is not None:
        default = messages.say("questions.default", value=parameter.default)
    return messages.say(
        "questions.parameter",
        name=parameter.name,
        type=parameter.type,
        default=default,
        example=parameter.example or "",
    ).rstrip()
