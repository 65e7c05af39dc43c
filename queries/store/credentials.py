"""How a store is told who asks: nothing until it wants to know, then as it says.

Source: RFC 7617 (Basic) and RFC 7616 (Digest).
"""

from __future__ import annotations

import base64
import threading
from typing import TYPE_CHECKING
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    parse_http_list,
    parse_keqv_list,
)

if TYPE_CHECKING:
    from urllib.request import Request


class Credentials:
    """A name and a password for one store. Safe for threads.

    Args:
        user, password: empty for none.
    """

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._passwords = HTTPPasswordMgrWithDefaultRealm()
        self._digest = AbstractDigestAuthHandler(self._passwords)
        self._lock = threading.Lock()
        self._scheme = ""
        self._challenge: dict[str, str] = {}

    def learn(self, challenge: str, address: str) -> bool:
        """Take in a `WWW-Authenticate` and tell whether asking again makes sense.

        Args:
            challenge: value of the header.
            address: what was asked.
        """
        scheme, _, words = challenge.partition(" ")
        if not self._user or scheme.lower() not in ("basic", "digest"):
            return False
        with self._lock:
            self._passwords.add_password(None, address, self._user, self._password)
            self._scheme = scheme.lower()
            self._challenge = parse_keqv_list(list(filter(None, parse_http_list(words))))
        return True

    def sign(self, request: Request) -> None:
        """Add what the store asked for; nothing where it has not asked."""
        with self._lock:
            if self._scheme == "basic":
                pair = f"{self._user}:{self._password}".encode()
                words = f"Basic {base64.b64encode(pair).decode()}"
            elif self._scheme == "digest":
                words = f"Digest {self._digest.get_authorization(request, self._challenge)}"
            else:
                return
        request.add_unredirected_header("Authorization", words)
