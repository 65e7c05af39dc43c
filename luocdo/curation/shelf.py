"""Files that wait for a curator to accept or discard them, in a folder of the store.

Each lies in a folder with a random name that nobody chose: its bytes, and what was read of them.
A name from a client is kept inside a record only. What waits too long is removed.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
import shutil
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from webui.ports import ReadCitation, ReadPart, ReadTask, UploadReading

if TYPE_CHECKING:
    from pathlib import Path

_TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_MOST: Final = 40
_MOST_OF_ONE: Final = 20
_SECONDS: Final = 6 * 3600
_OWN: Final = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadShelf:
    """The files of one store that wait.

    Args:
        folder: where they lie.
    """

    folder: Path

    def has_room(self, owner: str, files: int) -> bool:
        """Tell whether so many files more may wait, in all and of one session."""
        self._forget_old()
        mine = len(self.waiting(owner))
        return len(self._tokens()) + files <= _MOST and mine + files <= _MOST_OF_ONE

    def put(self, owner: str, content: bytes, reading: UploadReading) -> UploadReading:
        """Let a file wait and return its reading with its token.

        Args:
            owner: whose it is.
            content: its bytes; not kept where the reading is a refusal.
            reading: what was read of it.
        """
        named = replace(reading, token=secrets.token_hex(16))
        place = self.folder / named.token
        self.folder.mkdir(mode=_OWN, parents=True, exist_ok=True)
        place.mkdir(mode=_OWN)
        if not reading.refusal:
            self.content(named.token).write_bytes(content)
        record = {"owner": owner, "at": time.time_ns(), "reading": asdict(named)}
        draft = place / "record.draft"
        draft.write_text(json.dumps(record), encoding="utf-8")
        draft.replace(place / "record.json")
        return named

    def waiting(self, owner: str) -> tuple[UploadReading, ...]:
        """Return what waits for one session, the latest last."""
        records = filter(None, map(self._record, self._tokens()))
        mine = [r for r in records if hmac.compare_digest(str(r["owner"]), owner)]
        return tuple(_reading(r["reading"]) for r in sorted(mine, key=lambda r: int(r["at"])))

    def find(self, owner: str, token: str) -> UploadReading | None:
        """Return what waits under a token; None where that is not this session's."""
        record = self._record(token) if _TOKEN.fullmatch(token) else None
        if record is None or not hmac.compare_digest(str(record["owner"]), owner):
            return None
        return _reading(record["reading"])

    def content(self, token: str) -> Path:
        """Return where the bytes of a file lie."""
        return self.folder / token / "content"

    def remove(self, token: str) -> None:
        """Forget a file.

        Args:
            token: as `put` gave it.
        """
        if _TOKEN.fullmatch(token):
            shutil.rmtree(self.folder / token, ignore_errors=True)

    def _tokens(self) -> tuple[str, ...]:
        if not self.folder.is_dir():
            return ()
        return tuple(p.name for p in self.folder.iterdir() if _TOKEN.fullmatch(p.name))

    def _record(self, token: str) -> dict[str, Any] | None:
        try:
            record = json.loads((self.folder / token / "record.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return record if isinstance(record, dict) else None

    def _forget_old(self) -> None:
        """Remove what has waited too long."""
        oldest = time.time() - _SECONDS
        for token in self._tokens():
            place = self.folder / token
            if place.exists() and place.stat().st_mtime < oldest:
                self.remove(token)


def _reading(fields: dict[str, Any]) -> UploadReading:
    """Return a reading from its JSON."""
    tasks = [
        ReadTask(**{**task, "parts": tuple(ReadPart(**part) for part in task["parts"])})
        for task in fields["tasks"]
    ]
    return UploadReading(
        **{
            **fields,
            "fields": tuple(ReadPart(**each) for each in fields["fields"]),
            "citations": tuple(ReadCitation(**each) for each in fields["citations"]),
            "tasks": tuple(tasks),
        }
    )
