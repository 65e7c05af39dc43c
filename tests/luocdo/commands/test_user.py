"""Accounts are made, listed and removed; the password comes from a pipe or is asked for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from luocdo.curation.accounts import Accounts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.luocdo.conftest import Done


def test_an_account_from_its_making_to_its_end(
    luocdo: Callable[..., Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step is told in a sentence."""
    assert "Chưa có" in luocdo("user", "--store", "kho", "list").out
    monkeypatch.setattr("sys.stdin", io.StringIO("mật khẩu đủ dài\n"))
    assert luocdo("user", "--store", "kho", "add", "lan").code == 0
    assert Accounts(folder=tmp_path / "kho").is_right("lan", "mật khẩu đủ dài")
    assert luocdo("user", "--store", "kho", "list").out == "lan\n"
    assert luocdo("user", "--store", "kho", "remove", "lan").code == 0
    gone = luocdo("user", "--store", "kho", "--lang", "en", "remove", "lan")
    assert (gone.code, gone.out) == (2, "There is no account lan.\n")


def test_a_person_at_a_terminal_is_asked(
    luocdo: Callable[..., Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is not shown."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("getpass.getpass", lambda _: "mật khẩu đủ dài")
    assert luocdo("user", "--store", "kho", "add", "hoa").code == 0
    assert Accounts(folder=tmp_path / "kho").names() == ("hoa",)


def test_a_weak_password_is_refused(
    luocdo: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do."""
    monkeypatch.setattr("sys.stdin", io.StringIO("ngắn\n"))
    done = luocdo("user", "--store", "kho", "add", "lan")
    assert done.code == 4
    assert "ít nhất 10" in done.err
