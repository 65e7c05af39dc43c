"""Help, exit codes and the language of a command; no failure shows a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.commands import COMMANDS
from luocdo.messages import load_messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("--lang", "en")])
def test_the_overview_names_every_command(luocdo: Callable[..., Done], words: tuple[str]) -> None:
    """Asked for nothing, the program says what it can do."""
    done = luocdo(*words)
    assert done.code == 0
    assert done.err == ""
    assert [name for name in COMMANDS if f"\n  {name} " not in done.out] == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_command_has_help_in_each_language(
    luocdo: Callable[..., Done], command: str, language: str
) -> None:
    """Help is printed and nothing is done."""
    done = luocdo(command, "--help", "--lang", language)
    assert done.code == 0
    assert load_messages(language).say(f"command.{command}").split()[0] in done.out


def test_what_is_not_understood_is_usage(luocdo: Callable[..., Done]) -> None:
    """An unknown command, flag or value ends with 2."""
    done = luocdo("nap", "x")
    assert done.code == 2
    assert "«nap»" in done.err
    assert luocdo("load").code == 2
    assert luocdo("tables", "--nonsense").code == 2
    assert "--nonsense" in luocdo("tables", "--nonsense").err
    assert luocdo("check", "--format", "rtf").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("lineage", "09/CT-UBND"),
        ("query", "lineage-up", "--doc", "09/CT-UBND"),
        ("export", "out.nq"),
        ("query", "--sparql", "-"),
    ],
)
def test_an_empty_store_is_told_in_one_sentence(
    luocdo: Callable[..., Done], words: tuple[str, ...], tmp_path: Path
) -> None:
    """Exit code 4, Vietnamese, one line, what to do."""
    query = tmp_path / "q.rq"
    query.write_text("SELECT * { ?s ?p ?o }", encoding="utf-8")
    words = tuple(str(query) if word == "-" else word for word in words)
    done = luocdo(*words)
    assert done.code == 4
    assert done.err.startswith("Kho này chưa có dữ liệu")
    assert "luocdo load" in done.err
    assert len(done.err.splitlines()) == 1
    english = luocdo(*words, "--lang", "en")
    assert english.err.startswith("This store holds no data yet")


def test_the_file_of_settings_speaks_too(luocdo: Callable[..., Done], tmp_path: Path) -> None:
    """Its language is that of the messages, its faults are named; a flag wins over it."""
    (tmp_path / "luocdo.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert luocdo("export", "out.nq").err.startswith("This store")
    assert luocdo("export", "out.nq", "--lang", "vi").err.startswith("Kho này")
    (tmp_path / "luocdo.toml").write_text("colour = 1\n", encoding="utf-8")
    done = luocdo("export", "out.nq")
    assert (done.code, "colour" in done.err) == (2, True)


def test_a_defect_is_a_sentence(
    luocdo: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours ends with 4 and a sentence, never with a traceback."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("luocdo.commands.tables.load_registry", fail)
    done = luocdo("tables")
    assert done.code == 4
    assert "«tables»" in done.err
    assert "Traceback" not in done.err
    assert "inner words" not in done.err


def test_stopping_keeps_what_is_done(
    luocdo: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C is no defect."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("luocdo.commands.tables.load_registry", stop)
    done = luocdo("tables")
    assert (done.code, done.out) == (130, "")
    assert done.err.startswith("Đã dừng")


def test_the_version_is_told(luocdo: Callable[..., Done]) -> None:
    """One line, for reports."""
    assert luocdo("--version").out.startswith("luocdo 0.")
