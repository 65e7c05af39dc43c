"""Accounts of curators: a file of names with salted, hashed passwords.

Source: OWASP Password Storage Cheat Sheet (scrypt); the hash is made and checked by Werkzeug.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from werkzeug.security import check_password_hash, generate_password_hash

from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")
SHORTEST: Final = 10
"""Characters that a password has at least."""
_OWN: Final = 0o600


class AccountError(LuocdoError):
    """An account that cannot be made, read or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The accounts of a store.

    Args:
        folder: folder of the store, which holds their file.
    """

    folder: Path

    def names(self) -> tuple[str, ...]:
        """Return the names, sorted."""
        return tuple(sorted(self._read()))

    def add(self, name: str, password: str) -> None:
        """Make an account, or give one a new password.

        Raises:
            AccountError: the name or the password will not do, or the file cannot be written.
        """
        if not _NAME.fullmatch(name):
            raise AccountError(
                "bad-account-name",
                f"{name!r} will not do as a name.",
                "Use 2 to 32 small letters, digits, dots, dashes or underscores.",
            )
        if len(password) < SHORTEST:
            raise AccountError(
                "weak-password", f"It has {len(password)} characters.", f"Use at least {SHORTEST}."
            )
        self._write({**self._read(), name: generate_password_hash(password)})

    def remove(self, name: str) -> bool:
        """Remove an account and tell whether there was one."""
        kept = self._read()
        held = kept.pop(name, None) is not None
        if held:
            self._write(kept)
        return held

    def is_right(self, name: str, password: str) -> bool:
        """Tell whether a password is the one of an account.

        An unknown name takes as long as a known one.
        """
        known = self._read().get(name)
        right = check_password_hash(known or _nobody(), password)
        return right and known is not None

    def secret(self) -> str:
        """Return the key that signs the cookies of this store; it is made once.

        Raises:
            AccountError: the file cannot be written.
        """
        place = self.folder / "secret"
        if not place.exists():
            self._keep(place, secrets.token_hex(32))
        return place.read_text(encoding="ascii")

    def _read(self) -> dict[str, str]:
        place = self._place()
        if not place.exists():
            return {}
        try:
            kept = json.loads(place.read_text(encoding="utf-8"))
            return {str(name): str(hashed) for name, hashed in kept.items()}
        except (OSError, ValueError, AttributeError) as fault:
            raise AccountError(
                "accounts-unusable", f"{place}: {fault}.", "Mend or remove the file."
            ) from fault

    def _write(self, accounts: dict[str, str]) -> None:
        self._keep(self._place(), json.dumps(dict(sorted(accounts.items())), indent=1))

    def _keep(self, place: Path, words: str) -> None:
        """Write a file that only its owner reads; it is there whole or not at all."""
        draft = place.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.touch(mode=_OWN)
            draft.write_text(words, encoding="utf-8")
            draft.replace(place)
        except OSError as fault:
            raise AccountError(
                "accounts-unusable", f"{place}: {fault.strerror}.", "Check rights and space."
            ) from fault

    def _place(self) -> Path:
        return self.folder / "accounts.json"


def _nobody() -> str:
    """Return a hash that no password has."""
    return "scrypt:32768:8:1$none$" + "0" * 128
