"""Passwords are kept so that nobody can read them, and only the right one opens."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from luocdo.curation.accounts import AccountError, Accounts

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "mật khẩu đủ dài"  # noqa: S105 - of an account that lives as long as a test


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    """Return the accounts of a new store."""
    return Accounts(folder=tmp_path / "kho")


def test_only_the_right_password_opens(accounts: Accounts) -> None:
    """An unknown name is refused like a wrong password; a new password replaces the old one."""
    assert accounts.names() == ()
    accounts.add("lan", PASSWORD)
    assert accounts.names() == ("lan",)
    assert accounts.is_right("lan", PASSWORD)
    assert not accounts.is_right("lan", PASSWORD + " ")
    assert not accounts.is_right("hoa", PASSWORD)
    accounts.add("lan", "một mật khẩu khác")
    assert not accounts.is_right("lan", PASSWORD)
    assert accounts.remove("lan")
    assert not accounts.remove("lan")


def test_the_files_are_their_owners_alone(accounts: Accounts) -> None:
    """The password stands in none of them, and the secret stays the same."""
    accounts.add("lan", PASSWORD)
    assert accounts.secret() == accounts.secret()
    for file in accounts.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert PASSWORD not in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["", "A", "Lan", "../x", "a b", "x" * 33, "lan\n"])
def test_names_that_will_not_do(accounts: Accounts, name: str) -> None:
    """They stand in IRIs."""
    with pytest.raises(AccountError) as caught:
        accounts.add(name, PASSWORD)
    assert caught.value.code == "bad-account-name"


def test_a_short_password_and_a_broken_file_are_told(accounts: Accounts) -> None:
    """Nothing is kept, nothing is lost."""
    with pytest.raises(AccountError) as caught:
        accounts.add("lan", "ngắn")
    assert caught.value.code == "weak-password"
    accounts.add("lan", PASSWORD)
    (accounts.folder / "accounts.json").write_text("[", encoding="utf-8")
    with pytest.raises(AccountError) as caught:
        accounts.names()
    assert caught.value.code == "accounts-unusable"
